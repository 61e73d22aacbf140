extension ActionService {
    /// The question for one action, to be proposed.
    static func proposal(_ action: AgreedAction) -> Proposal {
        var slots = Slots()
        slots.action = String(action.number)
        return Proposal(
            Phrase.actionShowOffer.with(["name": .text(action.name)]), Request(.actionShow, slots))
    }
}
