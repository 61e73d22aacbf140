import FoundationEssentials

/// A JSON5 file that was read, with the line of every value.
///
/// Format: spec.json5.org, version 1.0.0. Stricter than it in one thing: a key given twice is a problem, because
/// one of the two was meant and nobody can say which.
public struct Document: Sendable {
    /// The largest file that is read, in bytes.
    public static let largestFile = 8 * 1024 * 1024
    /// The most lists and objects inside each other.
    public static let deepestNesting = 64

    /// The file as it was named, for error messages.
    public let file: String
    let root: Node
    /// The keys that are given twice.
    let duplicates: [Problem]

    /// Reads a file.
    ///
    /// - Throws: `Problem` when it is missing, too large, or not JSON5.
    public init(file: String) throws(Problem) {
        guard FileManager.default.fileExists(atPath: file) else {
            throw Problem(.unreadable, file: file, "there is no such file")
        }
        let kind = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
        guard kind != .typeDirectory else {
            throw Problem(.unreadable, file: file, "is a folder, not a file")
        }
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw Problem(.unreadable, file: file, "the file cannot be read")
        }
        try self.init(Array(bytes), file: file)
    }

    /// Reads the bytes of a file.
    public init(_ bytes: [UInt8], file: String) throws(Problem) {
        guard bytes.count <= Document.largestFile else {
            throw Problem(.tooLarge, file: file, "the file is larger than \(Document.largestFile) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(.syntax, file: file, "the file is not in UTF-8")
        }
        var parser = JSON5Parser(text: text, file: file)
        self.file = file
        root = try parser.parse()
        duplicates = parser.duplicates
    }

    /// A problem with the value of a field, at the field's line, or at that of the nearest one around it.
    ///
    /// - Parameter field: a path as problems print it, `dingtalk[0].secret`.
    public func problem(
        _ field: String, _ message: String, code: Problem.Code = .badValue, hint: String? = nil
    ) -> Problem {
        Problem(code, file: file, line: line(of: field), field: field, message, hint: hint)
    }

    /// The line on which a field stands, or that of the nearest one around it.
    public func line(of field: String) -> Int {
        var node = root
        var line = root.line
        var rest = field[...]
        while !rest.isEmpty {
            switch node.kind {
            case .object(let members):
                // Keys may have dots themselves: `targets.sales_service.attitude`.
                let fitting = members.filter { begins(rest, with: $0.key) }
                guard let member = fitting.max(by: { $0.key.count < $1.key.count }) else { return line }
                (node, line) = (member.value, member.line)
                rest = rest.dropFirst(member.key.count)
            case .array(let elements):
                let digits = rest.dropFirst().prefix { $0 != "]" }
                guard rest.first == "[", let index = Int(digits), elements.indices.contains(index) else {
                    return line
                }
                (node, line) = (elements[index], elements[index].line)
                rest = rest.dropFirst(digits.count + 2)
            case .null, .bool, .number, .string:
                return line
            }
            if rest.first == "." { rest.removeFirst() }
        }
        return line
    }

    /// Whether the way begins with this key, whole.
    private func begins(_ way: Substring, with key: String) -> Bool {
        guard !key.isEmpty, way.hasPrefix(key) else { return false }
        let next = way.dropFirst(key.count).first
        return next == nil || next == "." || next == "["
    }
}
