/// One file of the lexicon as people write it. Every section may be absent; words in a section are separated by
/// blanks.
struct LexiconPart: Decodable, Sendable {
    /// Words that name an aspect, by the aspect's dotted name. A word may name several.
    var targets: [String: String] = [:]
    /// Target words of which a high or large amount pleases (性价比), and of which it displeases (油耗).
    var moreIsBetter = ""
    var moreIsWorse = ""
    /// Words for much and little, by strength: their sign comes from the target.
    var much: [String: String] = [:]
    var little: [String: String] = [:]
    /// Words of praise or complaint about anything, by strength from -2 to 2.
    var opinions: [String: String] = [:]
    /// Words that praise or blame whatever target stands by them, and this aspect when none does.
    var descriptions: [String: [String: String]] = [:]
    /// Words that say aspect and opinion at once (省油).
    var phrases: [String: [String: String]] = [:]
    /// Like `phrases`, and the target that stands by them is blamed or praised as well (异响).
    var faults: [String: [String: String]] = [:]
    /// Words whose sign depends on the aspect: word, aspect, strength (硬: 舒适性 -1).
    var byAspect: [String: [String: Double]] = [:]
    /// Opinion words whose object may follow some words later (喜欢).
    var feelings = ""
    var negations = ""
    /// Negations that may also follow what they deny, at the end of a clause (没有).
    var denials = ""
    /// Words that carry a negation before them on to the opinion behind them (觉得).
    var carriers = ""
    /// Words of degree by the factor they apply.
    var degrees: [String: String] = [:]
    /// Words that gather the targets of the clause before as well (都).
    var collectives = ""
    var contrasts = ""
    /// Words that make a question of the clause, and of the clause only if it ends with them.
    var questions = ""
    var wishes = ""
    /// Words that make a clause a supposition or advice (如果).
    var suppositions = ""
    /// Words after which the thing compared with stands (比).
    var comparisons = ""
    /// Words that prefer what follows to what stands before (不如).
    var inferiors = ""
    /// Words by which the writer is about to buy, and words by which the car is already there.
    var buying = ""
    var bought = ""
    /// Words that tell of a stay in the workshop: they decide between sales and after-sales service.
    var workshop = ""
    /// Compounds in which a shorter term has none of its meanings (高速, 大众).
    var inert = ""
    /// Phrases in which the name of a place is no place (大同小异).
    var notPlaces = ""
    /// Pairs of a variant character and the lexicon's form (動动).
    var variants = ""
    /// How much a target word says for its aspect, by aspect and word: log-odds, learned from labelled texts.
    var salience: [String: [String: Double]] = [:]
    /// The log-odds of an aspect before any word is seen, and what an opinion word adds; learned likewise.
    var bias: [String: Double] = [:]
    var judged: [String: Double] = [:]
    /// The sum of stated strengths at which an aspect counts as praised or blamed.
    var firmness: [String: Double] = [:]

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    static let sections = [
        "targets", "more_is_better", "more_is_worse", "much", "little", "opinions", "descriptions", "phrases",
        "faults", "by_aspect", "feelings", "negations", "denials", "carriers", "degrees", "collectives",
        "contrasts", "questions", "wishes",
        "suppositions",
        "comparisons", "inferiors", "buying", "bought", "workshop", "inert", "not_places", "variants",
        "salience", "bias", "judged", "firmness",
    ]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let stray = container.allKeys.first(where: { !LexiconPart.sections.contains($0.stringValue) }) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [stray], debugDescription: "unknown section \(stray.stringValue)"))
        }
        func section<Value: Decodable>(_ name: String, _ value: inout Value) throws {
            value = try container.decodeIfPresent(Value.self, forKey: Key(name)) ?? value
        }
        try section("targets", &targets)
        try section("more_is_better", &moreIsBetter)
        try section("more_is_worse", &moreIsWorse)
        try section("much", &much)
        try section("little", &little)
        try section("opinions", &opinions)
        try section("descriptions", &descriptions)
        try section("phrases", &phrases)
        try section("faults", &faults)
        try section("by_aspect", &byAspect)
        try section("feelings", &feelings)
        try section("negations", &negations)
        try section("denials", &denials)
        try section("carriers", &carriers)
        try section("degrees", &degrees)
        try section("collectives", &collectives)
        try section("contrasts", &contrasts)
        try section("questions", &questions)
        try section("wishes", &wishes)
        try section("suppositions", &suppositions)
        try section("comparisons", &comparisons)
        try section("inferiors", &inferiors)
        try section("buying", &buying)
        try section("bought", &bought)
        try section("workshop", &workshop)
        try section("inert", &inert)
        try section("not_places", &notPlaces)
        try section("variants", &variants)
        try section("salience", &salience)
        try section("bias", &bias)
        try section("judged", &judged)
        try section("firmness", &firmness)
    }
}
