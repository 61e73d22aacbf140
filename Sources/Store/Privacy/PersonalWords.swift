import Earshot

/// Finds what names somebody in a text of the file, and replaces it.
struct PersonalWords {
    /// Names, replaced wherever they stand.
    private let names: [String]
    /// Identifiers and accounts, replaced where they stand alone.
    private let tokens: [String]
    /// Identifiers that may be a part of anything (`7`, `li`): replaced only where they are all of a text or of a line, or
    /// what a key ends with.
    private let shortTokens: [String]
    private let pseudonym: String

    init(_ subject: DataSubject, pseudonym: String) {
        names = subject.names.sorted { ($1.count, $0) < ($0.count, $1) }
        let person = [subject.person].compactMap(\.self)
        let telling = person.filter { $0.count > 3 && $0.contains(where: \.isLetter) }
        tokens = (telling + subject.accounts).sorted { ($1.count, $0) < ($0.count, $1) }
        shortTokens = person.filter { !telling.contains($0) }
        self.pseudonym = pseudonym
    }

    /// What a text must have in it to be looked at more closely.
    var wanted: [String] { names + tokens + shortTokens }

    /// The text without the person; the same where it does not name them.
    func replaced(in text: String) -> String {
        guard wanted.contains(where: text.contains) else { return text }
        return RecordText.mapped(text, plain) ?? plain(text)
    }

    private func plain(_ text: String) -> String {
        var text = text
        for name in names { text = text.replacing(name, with: pseudonym) }
        for token in tokens { text = alone(token, in: text) }
        for token in shortTokens { text = whole(token, in: text) }
        return text
    }

    private func alone(_ token: String, in text: String) -> String {
        var (result, rest) = ("", text[...])
        while let range = rest.firstRange(of: token) {
            let before =
                range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            result += rest[..<range.lowerBound]
            result += isPart(before) || isPart(after) ? token : pseudonym
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    private func whole(_ token: String, in text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line == token { return pseudonym }
            return line.hasSuffix("/\(token)") ? line.dropLast(token.count) + pseudonym : String(line)
        }.joined(separator: "\n")
    }

    /// Whether a character may belong to an identifier.
    private func isPart(_ character: Character?) -> Bool {
        guard let character else { return false }
        return character.isASCII && (character.isLetter || character.isNumber || "_-.@".contains(character))
    }
}

/// A text that `RecordWriter` wrote, changed without knowing what its fields mean.
enum RecordText {
    /// The record with each of its texts changed; nothing where it is no record.
    static func mapped(_ record: String, _ change: (String) -> String) -> String? {
        let bytes = Array(record.utf8)
        var writer = RecordWriter()
        var position = 0
        while position < bytes.count {
            let start = position
            if bytes[position] == UInt8(ascii: "-") { position += 1 }
            let digits = position
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
            guard position > digits, position < bytes.count,
                let number = Int(String(decoding: bytes[start..<position], as: UTF8.self))
            else { return nil }
            let end = bytes[position]
            position += 1
            if end == UInt8(ascii: ";") {
                writer.add(number)
            } else if end == UInt8(ascii: ":"), number >= 0, number <= bytes.count - position {
                writer.add(change(String(decoding: bytes[position..<(position + number)], as: UTF8.self)))
                position += number
            } else {
                return nil
            }
        }
        return bytes.isEmpty ? nil : writer.text
    }
}
