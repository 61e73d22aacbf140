extension Reply {
    /// What leads to the choices that a card has no button for; nothing where nothing does.
    var further: Choice? {
        for case .choices(_, let choices) in blocks {
            if let choice = choices.last, choice.isFurther { return choice }
        }
        return nil
    }

    /// Adds to the choices what leads to those that a card has no button for.
    ///
    /// - Parameter label: What the button says, which as a message means the same. Where it is nothing, or there are no
    ///   choices, nothing is added.
    mutating func lead(further label: String?) {
        guard let label, case .choices(let prompt, let choices)? = blocks.last else { return }
        let further = Choice(number: Choice.further, label: label, text: label)
        blocks[blocks.count - 1] = .choices(prompt: prompt, choices + [further])
    }
}
