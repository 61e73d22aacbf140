/// A person's wish to be told of warnings.
public struct WarningSubscription: Sendable, Hashable {
    public var person: String
    public var wish: WarningWish
    public var since: Timestamp

    public init(person: String, _ wish: WarningWish, since: Timestamp) {
        (self.person, self.wish, self.since) = (person, wish, since)
    }

    /// Of all that is warned of in a place, or of one aspect of it.
    public init(person: String, place: WatchedPlace, aspect: Aspect? = nil, since: Timestamp) {
        self.init(person: person, WarningWish(place, aspect: aspect), since: since)
    }

    public var place: WatchedPlace { wish.place }
    public var aspect: Aspect? { wish.aspect }

    /// The most that one person has.
    package static let most = 20

    /// Whether the person is to be told of a warning: one wished for that came up since.
    func concerns(_ warning: Warning) -> Bool {
        max(warning.openedAt, warning.worseAt ?? warning.openedAt) >= since && covers(warning)
    }

    /// Whether a warning is one of those wished for, whenever it came up.
    func covers(_ warning: Warning) -> Bool {
        ([warning.subject] + warning.parts).contains(where: wish.covers)
    }
}

/// Where subscriptions are kept on disk.
public protocol SubscriptionDesk: Sendable {
    /// What a person has subscribed to, the oldest first.
    ///
    /// - Parameter regions: the brand's, by whose names places are kept.
    func subscriptions(of person: String, regions: [Region]) async throws -> [WarningSubscription]
}
