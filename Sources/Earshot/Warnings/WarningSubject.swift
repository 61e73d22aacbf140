/// What a warning is about.
public enum WarningSubject: Sendable, Hashable {
    /// Complaints that are more than there should be.
    case complaints(WatchedMatter)
    /// Praise for a rival that is more than there should be.
    case praise(WatchedMatter)
    /// Something that may cost a life, of which one voice is enough.
    case danger(LocalDanger)
    /// A source that delivers nothing any more.
    case silence(source: String)

    /// A danger in a place: its key and its name for people, 刹车失灵.
    public struct LocalDanger: Sendable, Hashable {
        public var key: String
        public var title: String
        public var place: WatchedPlace

        public init(key: String, title: String, place: WatchedPlace) {
            (self.key, self.title, self.place) = (key, title, place)
        }
    }

    /// Where it is; the nation for what has no place.
    public var place: WatchedPlace {
        switch self {
        case .complaints(let matter), .praise(let matter): matter.place
        case .danger(let danger): danger.place
        case .silence: .nation
        }
    }

    public var aspect: Aspect? { matter?.aspect }

    /// What was counted; nothing for what is not of counts.
    package var matter: WatchedMatter? {
        switch self {
        case .complaints(let matter), .praise(let matter): matter
        case .danger, .silence: nil
        }
    }

    package init(_ matter: WatchedMatter) {
        self = matter.rival == nil ? .complaints(matter) : .praise(matter)
    }

    /// Whose voices it is made of.
    var polarity: Polarity { matter?.polarity ?? .negative }

    /// Whether it waits for no morning.
    public var isDanger: Bool { if case .danger = self { true } else { false } }

    /// Whether it concerns those who run the program, not those who sell cars.
    public var isTechnical: Bool { if case .silence = self { true } else { false } }

    /// Whether every voice of another subject is one of this.
    func contains(_ other: WarningSubject) -> Bool {
        if let matter, let inner = other.matter { return matter.contains(inner) }
        return self == other
    }

    /// Whether some voices of another subject are of this one, because their places lap over each other.
    func laps(over other: WarningSubject) -> Bool {
        guard let matter, let beside = other.matter else { return false }
        return matter.laps(over: beside)
    }

    /// Whether it is another aspect of the same place, of which the same customers may speak.
    func isBeside(_ other: WarningSubject) -> Bool {
        guard let matter, let beside = other.matter, let aspect = matter.aspect, let another = beside.aspect
        else { return false }
        return matter.place == beside.place && matter.series == beside.series && matter.rival == beside.rival
            && !aspect.isWithin(another) && !another.isWithin(aspect)
    }

    /// Whether it is the same of a neighbourhood that has most of its cities in common with the other's.
    func isNearly(_ other: WarningSubject) -> Bool {
        guard let matter, let beside = other.matter, matter.aspect == beside.aspect,
            matter.series == beside.series, matter.rival == beside.rival
        else { return false }
        return matter.place.isNearlyAll(of: beside.place)
    }
}

extension WarningSubject {
    /// Whether it is an own series and the other an aspect in the same place, or the other way round: one voice complains of
    /// both.
    func isToldOf(with other: WarningSubject) -> Bool {
        guard case .complaints(let one) = self, case .complaints(let other) = other,
            one.place == other.place || one.place.contains(other.place) || other.place.contains(one.place)
        else { return false }
        return one.series != nil && other.series == nil && other.aspect != nil
            || other.series != nil && one.series == nil && one.aspect != nil
    }
}

extension WarningSubject: CustomStringConvertible {
    /// The form in which it is kept and by which thresholds are moved: `complaints|city:330100|fuel`, and
    /// `complaints|city:330100||星驰X5` for an own series.
    public var description: String {
        switch self {
        case .complaints(let matter):
            "complaints|\(matter.place)|\(matter.aspect?.name ?? "")"
                + (matter.series.map { "|\($0.asField)" } ?? "")
        case .praise(let matter):
            "praise|\(matter.place)|\(matter.aspect?.name ?? "")|\(matter.rival?.brand.asField ?? "")|"
                + (matter.rival?.series.asField ?? "")
        case .danger(let danger): "danger|\(danger.place)|\(danger.key.asField)|\(danger.title.asField)"
        case .silence(let source): "silence|\(source.asField)"
        }
    }

    /// Reads what `description` wrote.
    ///
    /// - Parameter regions: The brand's. A region that is none any more has no cities.
    public init?(_ text: String, regions: [Region]) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        func place() -> WatchedPlace? { WatchedPlace(parts[1], regions: regions) }
        switch (parts[0], parts.count) {
        case ("complaints", 3), ("complaints", 4), ("praise", 5):
            let aspect = Aspect(parts[2])
            guard let place = place(), aspect != nil || parts[2].isEmpty else { return nil }
            let rival =
                parts.count == 5 ? Rival(brand: parts[3].fromField, series: parts[4].fromField) : nil
            let series = parts.count == 4 ? parts[3].fromField : nil
            self.init(WatchedMatter(place, aspect, series: series, praiseOf: rival))
        case ("danger", 4):
            guard let place = place() else { return nil }
            self = .danger(
                LocalDanger(key: parts[2].fromField, title: parts[3].fromField, place: place))
        case ("silence", 2) where !parts[1].isEmpty: self = .silence(source: parts[1].fromField)
        default: return nil
        }
    }
}
