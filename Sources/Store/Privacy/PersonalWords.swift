import Earshot

/// Finds what names somebody in a text of the file, and replaces it.
struct PersonalWords {
    /// Names, replaced wherever they stand.
    private let names: [String]
    private let person: [String]
    /// Replaced where they are whole: another's may begin or end with one.
    private let accounts: [String]
    /// What stands in the place of the person.
    let pseudonym: String

    init(_ subject: DataSubject, pseudonym: String) {
        names = subject.names.sorted { ($1.count, $0) < ($0.count, $1) }
        person = [subject.person].compactMap(\.self)
        accounts = subject.accounts.sorted { ($1.count, $0) < ($0.count, $1) }
        self.pseudonym = pseudonym
    }

    /// What an entry of the trail that names the person has as actor, or as object where that is somebody.
    var identities: [String] { person + accounts }

    /// What no text of the file should have in it: identifiers only where they are no figure and no everyday word.
    var telling: [String] {
        names + accounts + person.filter { $0.count > 3 && $0.contains { "-_.@".contains($0) } }
    }

    /// Which rows a column makes worth a closer look, with its arguments; nothing where none can name the person.
    func condition(on column: String, _ kind: PersonalColumn) -> (sql: String, arguments: [String])? {
        func among(_ values: [String]) -> (String, [String])? {
            guard !values.isEmpty else { return nil }
            return ("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))", values)
        }
        func within(_ values: [String]) -> (String, [String])? {
            guard !values.isEmpty else { return nil }
            return (values.map { _ in "instr(\(column), ?) > 0" }.joined(separator: " OR "), values)
        }
        return switch kind {
        case .person: among(identities)
        case .account: among(accounts)
        case .people: within(identities)
        case .key: within(person.map { "/\($0)" })
        case .words: within(names + accounts)
        case .step: within(names + accounts + person)
        case .nobody: nil
        }
    }

    /// The text without the person; the same where it does not name them.
    ///
    /// - Parameter step: the kind of the step, where it is the note of one.
    func replaced(in text: String, of kind: PersonalColumn, step: String? = nil) -> String {
        switch kind {
        case .person: return identities.contains(text) ? pseudonym : text
        case .account: return accounts.contains(text) ? pseudonym : text
        case .people:
            return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                .map { identities.contains($0) ? pseudonym : $0 }.joined(separator: "\n")
        case .key:
            guard let person = person.first, text.hasSuffix("/\(person)") else { return text }
            return text.dropLast(person.count) + pseudonym
        case .words: return words(text)
        case .step(let ofPerson):
            return step == ofPerson && identities.contains(text) ? pseudonym : words(text)
        case .nobody: return text
        }
    }

    private func words(_ text: String) -> String {
        guard (names + accounts).contains(where: text.contains) else { return text }
        return RecordText.mapped(text, plain) ?? plain(text)
    }

    private func plain(_ text: String) -> String {
        var text = text
        for name in names { text = text.replacing(name, with: pseudonym) }
        for account in accounts { text = alone(account, in: text) }
        return text
    }

    private func alone(_ account: String, in text: String) -> String {
        var (result, rest) = ("", text[...])
        while let range = rest.firstRange(of: account) {
            let before =
                range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            result += rest[..<range.lowerBound]
            result += isPart(before) || isPart(after) ? account : pseudonym
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// Whether a character may belong to an account.
    private func isPart(_ character: Character?) -> Bool {
        guard let character else { return false }
        return character.isASCII
            && (character.isLetter || character.isNumber || "_-.@:/".contains(character))
    }
}
