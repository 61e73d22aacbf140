/// Which warnings somebody wishes to be told of: those of a place or of one store, of all that is warned of there, of one aspect,
/// of one own series, or of the praise for rivals.
public struct WarningWish: Sendable, Hashable {
    public var place: WatchedPlace
    /// Nothing for all that is warned of there.
    public var aspect: Aspect?
    /// The own brand stands for all that is warned of, praise for rivals with it.
    public var subject: ReportSubject

    public init(_ place: WatchedPlace, aspect: Aspect? = nil, about subject: ReportSubject = .own) {
        (self.place, self.aspect, self.subject) = (place, aspect, subject)
    }

    /// Whether it leaves out some of what is warned of in the place or, of a store, around it.
    var isNarrow: Bool { aspect != nil || subject != .own || store != nil }

    /// The store that it is of alone.
    var store: WatchedStore? { if case .store(let store) = place { store } else { nil } }

    /// Whether a warning is one of those wished for. Of a store its own alone are, and of rivals nothing that costs a life is.
    func covers(_ warned: WarningSubject) -> Bool {
        guard touches(warned) else { return false }
        guard !warned.isDanger else { return subject.isOfOwnBrand }
        return (store == nil || warned.place == place) && subject.concerns(warned)
    }

    /// Which of some that cover a warning says why somebody is told of it: of what may cost a life one that leaves nothing out, else
    /// one that is of the matter, and of several the one of the narrowest place.
    static func reason(for warned: WarningSubject, among wishes: [WarningWish]) -> WarningWish? {
        let fitting = wishes.filter { $0.isNarrow != warned.isDanger }
        let among = fitting.isEmpty ? wishes : fitting
        let narrowest = among.first { one in
            !among.contains { $0.place != one.place && one.place.contains($0.place) }
        }
        return narrowest ?? among.first
    }

    /// Whether a warning has to do with the place and the aspect: it is of the place, of a part of it, or of more than it. What
    /// may cost a life has, whatever the aspect; what is technical never has.
    func touches(_ warned: WarningSubject) -> Bool {
        guard !warned.isTechnical,
            place.contains(warned.place) || warned.place.contains(place) || place.laps(over: warned.place)
        else { return false }
        guard let aspect, !warned.isDanger else { return true }
        return warned.aspect?.isWithin(aspect) ?? false
    }
}

extension WarningWish {
    /// How its name is said: 杭州油耗预警, 杭州竞品好评预警.
    var name: [String: TextValue] {
        [
            "place": place.words, "matter": subject.words ?? false, "aspect": .optional(aspect?.words),
            "praise": .flag(!subject.isOfOwnBrand),
            "topic": .flags(Subscribed.topics.map { ($0, $0 == "alert") }),
        ]
    }

    static let exampleName: [String: TextValue] =
        WarningWish(.province("浙江"), aspect: .salesService, about: .rivals).name
}

extension WarningWish: CustomStringConvertible {
    /// The form in which it is kept: `city:330100|fuel`, and `city:330100||series:星驰X5` where it is not of the own brand.
    public var description: String {
        "\(place)|\(aspect?.name ?? "")" + (subject == .own ? "" : "|\(subject.name)")
    }

    /// Reads what `description` wrote; nothing where the place, the aspect or the subject is none any more.
    ///
    /// - Parameter regions: The brand's. A region that is none of them has its name and no cities.
    public init?(_ text: String, regions: [Region]) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count) else { return nil }
        self.init(
            place: parts[0], aspect: parts[1], subject: parts.count == 3 ? parts[2] : "", regions: regions)
    }

    /// Reads the three as they are written, the aspect empty for all.
    package init?(place: String, aspect: String, subject: String, regions: [Region]) {
        let known = Aspect(aspect)
        guard let place = WatchedPlace(place, regions: regions), aspect.isEmpty || known != nil,
            let subject = ReportSubject(name: subject)
        else { return nil }
        self.init(place, aspect: known, about: subject)
    }
}
