import Earshot

extension Reply {
    /// The choice that stands for a message; nothing where none does.
    func choice(saying message: String) -> Choice? {
        for case .choices(_, let choices) in blocks {
            if let choice = choices.first(where: { $0.text == message }) { return choice }
        }
        return nil
    }

    /// The reply as a card shows it when one of its buttons was pressed: in the place of all choices the one that was made.
    /// Nothing where none of them stands for the message.
    ///
    /// - Parameter standing: How the matter stands after that, to be said instead.
    /// - Throws: what the words do.
    func choosing(_ message: String, standing: String? = nil, texts: ReplyTexts) throws -> Reply? {
        guard let choice = choice(saying: message) else { return nil }
        let words = try standing ?? texts.chosen(choice.label)
        return Reply(
            blocks.map { block in
                if case .choices = block { return .text(words) }
                return block
            })
    }
}
