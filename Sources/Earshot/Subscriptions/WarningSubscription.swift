/// A person's wish to be told of the warnings of a place.
public struct WarningSubscription: Sendable, Hashable {
    public var person: String
    public var place: WatchedPlace
    /// Nothing for all that is warned of there.
    public var aspect: Aspect?
    public var since: Timestamp

    public init(person: String, place: WatchedPlace, aspect: Aspect? = nil, since: Timestamp) {
        self.person = person
        self.place = place
        self.aspect = aspect
        self.since = since
    }

    /// The most that one person has.
    package static let most = 20

    /// Whether both are of the same place and aspect.
    func wishesTheSame(as other: WarningSubscription) -> Bool {
        place == other.place && aspect == other.aspect
    }

    /// Whether a warning is one of those wished for: of the place, of a part of it, or of more than it. What may cost a life
    /// is, whatever aspect was wished for; what is technical never is.
    func covers(_ subject: WarningSubject) -> Bool {
        guard !subject.isTechnical,
            place.contains(subject.place) || subject.place.contains(place) || place.laps(over: subject.place)
        else { return false }
        guard let aspect, !subject.isDanger else { return true }
        return subject.aspect?.isWithin(aspect) ?? false
    }

    /// Whether the person is to be told of a warning: one wished for that came up since.
    func concerns(_ warning: Warning) -> Bool {
        max(warning.openedAt, warning.worseAt ?? warning.openedAt) >= since
            && ([warning.subject] + warning.parts).contains(where: covers)
    }
}

/// Where subscriptions are kept on disk.
public protocol SubscriptionDesk: Sendable {
    /// What a person has subscribed to, the oldest first.
    ///
    /// - Parameter regions: the brand's, by whose names places are kept.
    func subscriptions(of person: String, regions: [Region]) async throws -> [WarningSubscription]
}
