/// What a message said beside its intent, or carries over in a follow-up. An absent slot was not said.
public struct Slots: Codable, Sendable, Hashable {
    /// A city's short name, 杭州.
    public var city: String?
    /// A region of the brand's own division, 华东.
    public var region: String?
    public var aspect: Aspect?
    public var polarity: Polarity?
    /// A part's name below `parts.`, for example `tire`.
    public var part: String?
    public var period: Period?
    public var against: Comparison?
    /// A warning's number without its letter: `12` for A12.
    public var alert: String?
    /// A suggestion's number without its `#`.
    public var suggestion: String?
    /// A delivery's number without its `#`, or `Slots.allDead`.
    public var delivery: String?
    /// The number of a line to take without its `#`.
    public var entry: String?
    /// The number of a hand-over without its letter: `12` for H12.
    public var handOver: String?
    /// The number of an agreed action without its letter: `3` for R3.
    public var action: String?
    /// `30m`, `2h` or `1d`; of an action by how many days it is put off, `7d`, or brought forward, `-3d`.
    public var duration: String?
    /// `open`, `accepted`, `declined`, `in_progress` or `shipped`; of actions `mine`, or `open` where one is said not to be finished.
    public var status: String?
    /// `alert`, `daily`, `weekly`, `monthly` or `all`.
    public var topic: String?
    /// `daily@08:30`, `weekly@Mon 09:00` or `monthly@1 09:00`.
    public var schedule: String?

    // Beyond the vocabulary: what follows is understood and carried over, but is no slot that `named` gives.

    /// The whole country or a province, where one of them is the place that was named.
    public var area: Area?
    /// The maker or series that was named and is asked about; what something is compared with stands in `against`.
    public var product: Product?
    /// Rivals that this message named and its answer leaves out.
    public var leftOut: [Rival] = []
    /// Cities, regions, provinces and stores that this message named and its answer leaves out.
    public var leftOutPlaces: [String]?
    /// Whether the rivals as a whole are asked about (竞品的原话).
    public var ofRivals: Bool?
    /// Whether rivals are looked at by what is praised in them or by what is complained about.
    public var rivalPolarity: Polarity?
    /// Own series that shall be compared with each other, of which no figures are kept.
    public var ownSeries: [String]?
    /// Who shall take a warning on, by the name or id as it was written: 张伟 in 转给张伟.
    public var person: String?
    /// What a person adds to an action on a warning, as it was written: the line to take, a reason or a note.
    public var words: String?
    /// Of warnings whether those alone are meant that nobody has taken on.
    public var isUnclaimed: Bool?
    /// Of warnings which of those that are over are meant; nothing where those that are not over are.
    public var ended: EndedWarnings?
    /// Whether something was to be done to more warnings than is done at once.
    public var isTooMany: Bool?
    /// By what a warning is meant beside the number of the one that was spoken of before.
    public var described: DescribedWarning?
    /// Where the cities of a place are put beside each other: which of them come first.
    public var cities: CityOrder?
    /// Whether all there are, or all of what is named, are meant (退订全部, 退订全部预警). No offer has it.
    public var everything: Bool?
    /// The number of the suggestion that another one becomes a part of: 31 in 合并 57 到 31. Of actions a second one that was
    /// named: 4 in 完成 R3、R4.
    public var other: String?
    /// Whether what was shown before it is done has been confirmed. Offers set it, and no message does
    /// but 转人工, which asks for nothing else. False where a message may mean something else, so that it is asked about first.
    public var isConfirmed: Bool?
    /// What was shown then, as a digest: where it is so no more, nothing has been confirmed.
    public var shown: String?

    public init() {}

    /// Of warnings those that the person has taken on, in the place of words.
    static let own = "own"

    /// All deliveries that could not be sent, in the place of one's number.
    static let allDead = "all"

    /// Whether a place is named.
    var namesPlace: Bool { city != nil || region != nil || area != nil }

    /// Makes the place of other slots the place of these.
    mutating func takePlace(of other: Slots) {
        (city, region, area) = (other.city, other.region, other.area)
    }

    /// The slots that are filled, by their names in the vocabulary: the form `understand` prints.
    public var named: [String: String] {
        let all: [(String, String?)] = [
            ("city", city), ("region", region), ("aspect", aspect?.name), ("polarity", polarity?.rawValue),
            ("part", part), ("period", period?.name), ("against", against?.vocabularyName), ("alert", alert),
            ("suggestion", suggestion), ("delivery", delivery), ("duration", duration), ("status", status),

            // The vocabulary knows a review as the report of a month.
            ("topic", topic == ReportTopic.Kind.review.rawValue ? "monthly" : topic), ("schedule", schedule),
        ]
        return Dictionary(uniqueKeysWithValues: all.compactMap { name, value in value.map { (name, $0) } })
    }
}
