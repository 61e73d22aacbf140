import Earshot

/// What people want from the bot, each with what it must be taken for: the sentences from which paraphrases are made.
enum Wishes {
    /// One wish: what was said before, what is said, and what it means.
    struct Wish: Sendable {
        var role: Role
        /// The last one is what is reworded.
        var turns: [String]
        var meaning: Meaning
    }

    /// Lines of `role | message >> next message | intent | slot=value, slot=value`; an empty intent stands for whatever
    /// changes nothing.
    static func table(_ text: String) -> [Wish] {
        text.split(separator: "\n").map { line in
            let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
            guard columns.count == 4, let role = Role(rawValue: columns[0]) else {
                preconditionFailure("no wish: \(line)")
            }
            guard columns[2].isEmpty || Intent(rawValue: columns[2]) != nil else {
                preconditionFailure("no intent: \(line)")
            }
            return Wish(
                role: role, turns: turns(columns[1]),
                meaning: Meaning(intent: Intent(rawValue: columns[2]), slots: slots(columns[3])))
        }
    }

    private static func turns(_ text: String) -> [String] {
        var turns: [String] = []
        var rest = text[...]
        while let divider = rest.firstRange(of: ">>") {
            turns.append(trimmed(rest[..<divider.lowerBound]))
            rest = rest[divider.upperBound...]
        }
        return turns + [trimmed(rest)]
    }

    private static func slots(_ text: String) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: text.split(separator: ",").map { part in
                let sides = part.split(separator: "=", maxSplits: 1)
                precondition(sides.count == 2, "no slot: \(part)")
                return (trimmed(sides[0]), trimmed(sides[1]))
            })
    }

    static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
