/// An act on a warning that a message names and that is not done for it.
public struct Undone: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// It is not wished: 先别认领A1.
        case denied
        /// It is to be done at a time to come: 明天认领A3.
        case later
        /// It is guessed, half done or about to be: A2 可能是误报.
        case uncertain
        /// Not the same is wanted of several warnings: 认领A2，A7误报.
        case different
        /// Nobody knows of which one it is meant: 认领另一条.
        case unclear
    }

    /// What would be done.
    public var act: Intent
    /// The number of the warning, where one is named.
    public var warning: String?
    public var reason: Reason
}

extension Router {
    /// Why an act on a warning that the message names is not done, where it is shown instead or not understood: 先别认领A1. Who asks
    /// about an act (A12谁认领了) is not told so.
    func undone(by understood: Understood, _ message: MessageFeatures, _ context: DialogueContext) -> Undone?
    {
        let intent = understood.request.intent
        guard intent == .unknown || intent == .alertShow, understood.meant == nil,
            message.says(phrasebook.not), !message.says(phrasebook.done), !message.text.isQuestion,
            !message.says(phrasebook.condition), let act = heldBack(message, context), act.isAct
        else { return nil }
        return Undone(
            act: act,
            warning: message.mentions.alerts.first.map { String($0) } ?? understood.request.slots.alert,
            reason: .denied)
    }

    /// The list of warnings in the place of an act of which nobody knows which one it is meant for.
    func asking(which understood: Understood, because reason: Undone.Reason = .unclear) -> Understood {
        var listed = Understood(request: Request(.alertList))
        let act = understood.request.intent
        if act.isAct { listed.undone = Undone(act: act, warning: nil, reason: reason) }
        return listed
    }
}
