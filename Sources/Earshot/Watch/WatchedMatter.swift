/// What is watched: the complaints of a place, about one aspect or about anything; or the praise for a rival there.
public struct WatchedMatter: Hashable, Sendable {
    public var place: WatchedPlace
    /// Nothing for complaints as a whole.
    public var aspect: Aspect?
    /// Whose praise it is; nothing for complaints about the own brand.
    public var rival: Rival?

    public init(_ place: WatchedPlace, _ aspect: Aspect?, praiseOf rival: Rival? = nil) {
        (self.place, self.aspect, self.rival) = (place, aspect, rival)
    }

    /// Whether every voice of another matter is one of this.
    func contains(_ other: WatchedMatter) -> Bool {
        guard rival == other.rival, place.contains(other.place) else { return false }
        guard let aspect else { return true }
        return other.aspect?.isWithin(aspect) == true
    }
}

extension WatchedMatter {
    /// What has a part of the alarm budget of its own, so that the many that are seldom spoken of take little from the others.
    enum Kind: Hashable {
        case complaints, stores, rivals

        /// The part of the budget.
        var share: Double {
            switch self {
            case .complaints: 0.75
            case .stores, .rivals: 0.125
            }
        }
    }

    var kind: Kind {
        if rival != nil { return .rivals }
        if case .store = place { return .stores }
        return .complaints
    }
}
