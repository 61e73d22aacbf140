extension Router {
    /// A claim of the warning that was spoken of, said by a first clause alone; what follows tells of customers or of others: 我来认领，
    /// 客户那边我去沟通. Nothing where that is another action or takes the claim back.
    func claim(openedBy text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, context.previous?.intent.isAboutAlerts == true,
            message.says(phrasebook.warnings.claim), message.mentions.alerts.isEmpty,
            !message.text.isQuestion,
            let first = CommandClauses.split(text).first
        else { return nil }
        let (head, rest) = (String(first), String(text[first.endIndex...]))
        let reading = read(head, context)
        guard reading.intent == .alertClaim, reading.message.unexplained == 0,
            rest.contains(where: \.isLetter), !takesBack(rest, context), heldBack(message, context) == nil,
            !read(rest, context).intent.changesSomething
        else { return nil }
        return understand(head, reading, context)
    }
}
