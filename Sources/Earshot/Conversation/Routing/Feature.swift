/// What a pattern can ask of a message: a slot that was said, or a class of words.
///
/// Features are small numbers, slots first, so that a message's features fit into a bit set.
enum Feature {
    /// The slots that patterns may name, with the points each is worth.
    static let slots: [(name: String, weight: Int)] = [
        ("city", 20), ("region", 20), ("aspect", 30), ("polarity", 20), ("period", 5), ("against", 20),
        ("part", 30), ("alert", 30), ("suggestion", 30), ("number", 10), ("duration", 10), ("status", 15),
        ("topic", 15), ("schedule", 20), ("dealer", 25), ("cities", 10), ("nation", 20), ("text", 10),
        ("product", 20),
    ]

    /// The features there is room for.
    static let limit = 512

    static let city = 0
    static let region = 1
    static let aspect = 2
    static let polarity = 3
    static let period = 4
    static let against = 5
    static let part = 6
    static let alert = 7
    static let suggestion = 8
    static let number = 9
    static let duration = 10
    static let status = 11
    static let topic = 12
    static let schedule = 13
    static let dealer = 14
    static let cities = 15
    static let nation = 16
    static let text = 17
    static let product = 18

    /// Features a slot name of the vocabulary can have as a taken slot (`slots` of a command).
    static func slot(named name: String) -> Int? { slots.firstIndex { $0.name == name } }
}

/// A set of features.
struct FeatureSet: Hashable, Sendable {
    private var bits = SIMD8<UInt64>()

    init() {}

    /// The slots that a follow-up may change by their value alone (宁波呢, 那售后呢, A13呢).
    static let followUpSlots: FeatureSet = {
        var set = FeatureSet()
        for feature in [
            Feature.city, Feature.region, Feature.aspect, Feature.polarity, Feature.period, Feature.against,
            Feature.part, Feature.alert, Feature.suggestion, Feature.number, Feature.nation, Feature.product,
        ] { set.insert(feature) }
        return set
    }()

    /// All slots.
    static let slots: FeatureSet = Feature.slots.indices.reduce(into: FeatureSet()) { $0.insert($1) }

    /// A number alone.
    static let number: FeatureSet = {
        var set = FeatureSet()
        set.insert(Feature.number)
        return set
    }()

    mutating func insert(_ feature: Int) { bits[feature >> 6] |= 1 << UInt64(feature & 63) }
    func contains(_ feature: Int) -> Bool { bits[feature >> 6] >> UInt64(feature & 63) & 1 == 1 }
    mutating func formUnion(_ other: FeatureSet) { bits |= other.bits }
    func isDisjoint(with other: FeatureSet) -> Bool { bits & other.bits == SIMD8<UInt64>() }
    func isSuperset(of other: FeatureSet) -> Bool { bits & other.bits == other.bits }
    func isSubset(of other: FeatureSet) -> Bool { other.isSuperset(of: self) }
    var isEmpty: Bool { bits == SIMD8<UInt64>() }
    func union(_ other: FeatureSet) -> FeatureSet {
        var result = self
        result.formUnion(other)
        return result
    }
}
