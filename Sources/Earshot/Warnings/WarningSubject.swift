/// What a warning is about.
public enum WarningSubject: Sendable, Hashable {
    /// Complaints that are more than there should be.
    case complaints(WatchedMatter)
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
        case .complaints(let matter): matter.place
        case .danger(let danger): danger.place
        case .silence: .nation
        }
    }

    public var aspect: Aspect? {
        if case .complaints(let matter) = self { matter.aspect } else { nil }
    }

    /// Whether it waits for no morning.
    public var isDanger: Bool { if case .danger = self { true } else { false } }

    /// Whether it concerns those who run the program, not those who sell cars.
    public var isTechnical: Bool { if case .silence = self { true } else { false } }

    /// Whether every voice of another subject is one of this.
    func contains(_ other: WarningSubject) -> Bool {
        if case .complaints(let matter) = self, case .complaints(let inner) = other {
            return matter.contains(inner)
        }
        return self == other
    }
}

extension WarningSubject: CustomStringConvertible {
    /// The form in which it is kept and by which thresholds are moved: `complaints|city:330100|fuel`.
    public var description: String {
        switch self {
        case .complaints(let matter): "complaints|\(matter.place)|\(matter.aspect?.name ?? "")"
        case .danger(let danger): "danger|\(danger.place)|\(danger.key)|\(danger.title)"
        case .silence(let source): "silence|\(source)"
        }
    }

    /// Reads what `description` wrote.
    ///
    /// - Parameter regions: The brand's. A region that is none any more has no cities.
    public init?(_ text: String, regions: [Region]) {
        let kind = text.prefix { $0 != "|" }
        let rest = String(text.dropFirst(kind.count + 1))
        let parts = rest.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        switch kind {
        case "complaints":
            guard parts.count == 2, let place = WatchedPlace(parts[0], regions: regions) else { return nil }
            let aspect = Aspect(parts[1])
            guard aspect != nil || parts[1].isEmpty else { return nil }
            self = .complaints(WatchedMatter(place, aspect))
        case "danger":
            guard parts.count == 3, let place = WatchedPlace(parts[0], regions: regions) else { return nil }
            self = .danger(LocalDanger(key: parts[1], title: parts[2], place: place))
        case "silence" where !rest.isEmpty: self = .silence(source: rest)
        default: return nil
        }
    }
}
