extension Router {
    /// What came with a suggestion: 57 附件, or behind one that was shown 看图片. Nothing where the whole message is not that: in
    /// any other the same words are a customer's.
    func attachments(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, text.count <= Router.longestAsking,
            let numbered = NumberedText(text), phrasebook.attachmentWords.ask(numbered.words)
        else { return nil }
        let spoken = context.previous?.intent.isAboutSuggestions == true ? context.previous : nil
        var slots = Slots()
        switch numbered.numbers.count {
        case 0 where spoken != nil: slots.suggestion = spoken?.slots.suggestion
        case 1: slots.suggestion = String(numbered.numbers[0])
        default: return nil
        }
        return Understood(request: Request(.suggestionAttachments, slots), said: slots)
    }

    private static let longestAsking = 30
}

/// The words of `commands.json5` for what came with a suggestion, and those that may stand beside them.
struct AttachmentWords: Sendable {
    private let names: [String]
    private let others: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (names, others) = (list("attachments"), list("attachments_filler"))
    }

    /// Whether a text without blanks consists of them, and names what is asked for.
    func ask(_ text: String) -> Bool {
        var (rest, isNamed) = (Substring(text.lowercased()), false)
        while !rest.isEmpty {
            if let name = names.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(name.count)
                isNamed = true
            } else if let word = others.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(word.count)
            } else {
                return false
            }
        }
        return isNamed
    }
}
