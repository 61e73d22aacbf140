import Earshot
import Testing

/// What people type and how it is to be understood, a line each:
/// `role | message >> next message | intent | slot=value slot=value`. The last message counts.
enum Utterances {
    struct Row: Sendable, CustomTestStringConvertible {
        var role: Role
        var turns: [String]
        var intent: String
        var slots: [String: String]

        var testDescription: String { turns.joined(separator: " >> ") }
    }

    static func table(_ text: String) -> [Row] {
        text.split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
            guard columns.count == 4, let role = Role(rawValue: columns[0]) else { return nil }
            return Row(
                role: role, turns: columns[1].components(dividedBy: ">>").map { trimmed($0[...]) },
                intent: columns[2], slots: slots(columns[3]))
        }
    }

    /// A value may hold blanks: `schedule=weekly@Mon 09:00`.
    private static func slots(_ text: String) -> [String: String] {
        var slots: [String: String] = [:]
        var name = ""
        for word in text.split(separator: " ") {
            if let sign = word.firstIndex(of: "=") {
                name = String(word[..<sign])
                slots[name] = String(word[word.index(after: sign)...])
            } else {
                slots[name, default: ""] += " " + word
            }
        }
        return slots
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}

extension String {
    fileprivate func components(dividedBy divider: String) -> [String] {
        var rest = self[...]
        var parts: [String] = []
        while let range = rest.firstRange(of: divider) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
