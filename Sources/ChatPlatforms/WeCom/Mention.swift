/// The mention of the bot that a message in a group begins or ends with.
enum Mention {
    /// The text without it. Without the bot's name a mention ends at the first white space.
    static func removed(from text: String, of name: String?) -> String {
        let text = text.trimmedOfWhitespace
        if let name, !name.isEmpty {
            let mention = "@" + name
            if text.hasPrefix(mention) { return String(text.dropFirst(mention.count)).trimmedOfWhitespace }
            if text.hasSuffix(mention) { return String(text.dropLast(mention.count)).trimmedOfWhitespace }
        }
        if text.hasPrefix("@") {
            return String(text.drop { !$0.isWhitespace }).trimmedOfWhitespace
        }
        let words = text.split(maxSplits: .max, whereSeparator: \.isWhitespace)
        if let last = words.last, words.count > 1, last.hasPrefix("@") {
            return String(text[..<last.startIndex]).trimmedOfWhitespace
        }
        return text
    }
}
