/// Thrown to leave a type's decoding after its problem was recorded.
struct AlreadyReported: Error {}

/// The node is not what the type asked for. It becomes a problem where the value was asked for, unless the type
/// tries something else.
struct Mismatch: Error {
    var code: Problem.Code
    var message: String

    init(_ code: Problem.Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// What one decoding of a document collects.
final class DecodingSession {
    let file: String
    private(set) var problems: [Problem]
    private var visits: [Int: Visit] = [:]

    /// An object and the keys that its type asked for.
    private struct Visit {
        var members: [Node.Member]
        var path: FieldPath
        var asked: Set<String> = []
        /// Every key is welcome, or the type's decoding was left early and not all keys were asked for.
        var isUnjudged = false
    }

    init(file: String, problems: [Problem]) {
        self.file = file
        self.problems = problems
    }

    func report(
        _ code: Problem.Code, line: Int, _ path: FieldPath, _ message: String, hint: String? = nil
    ) {
        problems.append(
            Problem(code, file: file, line: line, field: path.description, message, hint: hint))
    }

    // MARK: Keys

    func visit(_ node: Node, _ members: [Node.Member], at path: FieldPath) {
        // A type may ask for its container twice.
        if visits[node.offset] == nil { visits[node.offset] = Visit(members: members, path: path) }
    }

    func ask(for key: String, of node: Node) { visits[node.offset]?.asked.insert(key) }

    /// Keys of an object that its type has not asked for so far.
    func notAsked(among members: [Node.Member], of node: Node) -> [String] {
        members.map(\.key).filter { visits[node.offset]?.asked.contains($0) != true }
    }

    func leaveUnjudged(_ node: Node) { visits[node.offset]?.isUnjudged = true }

    func reportUnknownKeys() {
        for visit in visits.values where !visit.isUnjudged {
            for member in visit.members where !visit.asked.contains(member.key) {
                let known = visit.asked.sorted()
                let hint =
                    nearest(to: member.key, among: known).map { "did you mean \"\($0)\"?" }
                    ?? "known here: \(known.joined(separator: ", "))"
                var path = visit.path.description
                path += path.isEmpty ? member.key : ".\(member.key)"
                problems.append(
                    Problem(
                        .unknownKey, file: file, line: member.line, field: path, "is not a known setting",
                        hint: hint))
            }
        }
    }

    // MARK: Values

    /// The node as a value, or nothing after reporting why not.
    func value<Value: Decodable>(_ type: Value.Type, of node: Node, path: FieldPath) -> Value? {
        if let list = type as? any DecodableList.Type {
            guard case .array(let elements) = node.kind else {
                report(.wrongType, line: node.line, path, "must be a list, not \(node.noun)")
                return nil
            }
            return list.init(decoding: elements, session: self, path: path) as? Value
        }
        let before = problems.count
        do {
            return try Value(from: NodeDecoder(node: node, path: path, session: self))
        } catch is AlreadyReported {
            return nil
        } catch let error as Mismatch {
            report(error.code, line: node.line, path, error.message)
            leaveUnjudged(node)
            return nil
        } catch {
            // What already has a problem below it is not reported again as a whole.
            if problems.count == before { report(error, type: type, of: node, path: path) }
            leaveUnjudged(node)
            return nil
        }
    }

    private func report(_ error: any Error, type: any Decodable.Type, of node: Node, path: FieldPath) {
        var message = "\(error)"
        if case .dataCorrupted(let context)? = error as? DecodingError { message = context.debugDescription }
        let allowed = (type as? any CaseIterable.Type).map { rawTexts(of: $0) } ?? []
        if !allowed.isEmpty {
            message = "must be one of \(allowed.joined(separator: ", "))"
        }
        report(.badValue, line: node.line, path, message)
    }

    private func rawTexts<Cases: CaseIterable>(of type: Cases.Type) -> [String] {
        type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
}

/// A list whose broken elements are reported and left out, so that the others are looked at as well.
protocol DecodableList {
    init(decoding elements: [Node], session: DecodingSession, path: FieldPath)
}

extension Array: DecodableList where Element: Decodable {
    init(decoding elements: [Node], session: DecodingSession, path: FieldPath) {
        self = elements.enumerated().compactMap { index, node in
            session.value(Element.self, of: node, path: path.appending(index))
        }
    }
}
