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
        case 1:
            var use: AttachmentWords.NumberUse? = .suggestion
            if !numbered.isMarked { use = phrasebook.attachmentWords.use(ofNumberIn: text) }
            guard let use else { return nil }
            switch (use, spoken?.slots.suggestion) {
            case (.suggestion, _), (.attachment, nil): slots.suggestion = String(numbered.numbers[0])
            case (.attachment, let own?), (.row, let own?): slots.suggestion = own
            // Of something else that was shown: 第3条 of quotes.
            case (.row, nil): return nil
            }
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
    /// Said of what the program is to do only behind 把: otherwise somebody wishes to send something.
    private let sending: [String]
    /// What says that somebody has some, or wishes to send them.
    private let offering: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (names, others) = (list("attachments"), list("attachments_filler"))
        (sending, offering) = (list("attachments_sending"), list("attachments_offering"))
    }

    /// What the number of a text is of.
    enum NumberUse {
        /// 57 附件, 57号建议的图片.
        case suggestion
        /// Of one of several attachments: 附件2, 2号附件.
        case attachment
        /// Of one of what was shown: 第2张图片.
        case row
    }

    /// What the only number of a text is of that `ask` takes; nothing where it is a row of a list of suggestions.
    func use(ofNumberIn text: String) -> NumberUse? {
        let bare = text.lowercased().filter { !$0.isWhitespace }
        func isDigit(_ character: Character) -> Bool {
            character.unicodeScalars.first?.properties.numericType == .decimal
        }
        guard let start = bare.firstIndex(where: isDigit) else { return .suggestion }
        let (before, behind) = (bare[..<start], bare[start...].drop(while: isDigit))
        if behind.hasPrefix("号建议") || before.hasSuffix("of") { return .suggestion }
        if before.hasSuffix("第") { return behind.contains("建议") ? nil : .row }
        if names.contains(where: { before.contains($0) }) { return .attachment }
        return names.contains { behind.hasPrefix("号\($0)") } ? .attachment : .suggestion
    }

    /// Whether a text without blanks consists of them, and names what is asked for.
    func ask(_ text: String) -> Bool {
        var (rest, isNamed) = (Substring(text.lowercased()), false)
        guard !offering.contains(where: { rest.contains($0) }) else { return false }
        let others = rest.contains("把") ? others + sending : others
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
