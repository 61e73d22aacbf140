extension WarningService {
    /// What a message asks or wants, of one of the warnings that it may mean: in words that say both, for an old button may be pressed
    /// while something else is asked. Nothing for what no words are offered for.
    static func same(_ request: Request, of warning: Warning) -> Proposal? {
        guard let words = words(for: request) else { return nil }
        var request = request
        (request.slots.described, request.slots.alert) = (nil, String(warning.number))
        // What was confirmed was confirmed of another one.
        (request.slots.isConfirmed, request.slots.shown) = (nil, nil)
        return Proposal(
            words.with(["name": .text(warning.name)].merging(person(of: request)) { $1 }), request)
    }

    private static func words(for request: Request) -> Phrase? {
        switch request.intent {
        case .alertShow: .detailsOffer
        case .alertTrend: .trendOffer
        case .alertQuotes: .wordsOffer
        case .alertClaim: .claimOffer
        case .alertDismiss: .dismissOffer
        case .alertResolve: .resolveOffer
        case .alertRestore: .restoreOffer
        case .alertSilence: .quietOffer
        case .alertBroadcast: .tellOffer
        case .alertAssign: request.slots.person == nil ? .assignOffer : .giveOffer
        default: nil
        }
    }

    private static func person(of request: Request) -> [String: TextValue] {
        request.slots.person.map { ["person": .text($0)] } ?? [:]
    }
}
