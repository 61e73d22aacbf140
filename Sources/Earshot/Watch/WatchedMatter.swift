/// What is watched: the complaints of a place, about one aspect, one own series or about anything; or the praise for a rival
/// there.
public struct WatchedMatter: Hashable, Sendable {
    public var place: WatchedPlace
    /// Nothing for complaints as a whole.
    public var aspect: Aspect?
    /// The own series that is complained of; nothing for the brand with all of them.
    public var series: String?
    /// Whose praise it is; nothing for complaints about the own brand.
    public var rival: Rival?

    public init(
        _ place: WatchedPlace, _ aspect: Aspect?, series: String? = nil, praiseOf rival: Rival? = nil
    ) {
        (self.place, self.aspect, self.series, self.rival) = (place, aspect, series, rival)
    }

    /// Whose voices are counted.
    package var polarity: Polarity { rival == nil ? .negative : .positive }

    /// Whether every voice of another matter is one of this.
    func contains(_ other: WatchedMatter) -> Bool {
        guard rival == other.rival, series == nil || series == other.series,
            aspect == nil || aspect.map({ other.aspect?.isWithin($0) == true }) == true
        else { return false }
        return place.contains(other.place)
    }

    /// Whether some of another matter's voices are of this one, because one of the two is of a city with its neighbours, of
    /// which the other place has some.
    func laps(over other: WatchedMatter) -> Bool {
        guard rival == other.rival, series == other.series else { return false }
        if let aspect, let others = other.aspect, !aspect.isWithin(others), !others.isWithin(aspect) {
            return false
        }
        return place.laps(over: other.place)
    }
}

extension WatchedMatter {
    /// What has a part of the alarm budget of its own, so that the many that are seldom spoken of take little from the others.
    enum Kind: Hashable {
        case complaints, surroundings, series, stores, rivals

        /// The part of the budget.
        var share: Double {
            switch self {
            case .complaints: 0.5
            case .surroundings, .series, .stores, .rivals: 0.125
            }
        }
    }

    var kind: Kind {
        if rival != nil { return .rivals }
        if series != nil { return .series }
        return switch place {
        case .store: .stores
        case .surroundings: .surroundings
        case .nation, .region, .province, .city: .complaints
        }
    }
}
