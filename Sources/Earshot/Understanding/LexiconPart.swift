/// One file of the lexicon as people write it. Every section may be absent; words in a section are separated by
/// blanks. Decoding takes the known sections; whoever decodes sees to unknown ones.
public struct LexiconPart: Decodable, Sendable {
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
    /// Words of which a price is made, and words that ask others about it: together they tell of a buyer.
    var pricing = ""
    var asking = ""
    /// Words that only an advertisement has.
    var adverts = ""
    /// What an advertisement is made of: what is offered, how to reach the seller, who speaks.
    var offers = ""
    var contacts = ""
    var sellers = ""
    /// Words by which a customer speaks of a shop: no advertisement has them.
    var customers = ""
    /// Firms that bring things, and firms that make parts, by the name figures show: their other names.
    var couriers: [String: String] = [:]
    var suppliers: [String: String] = [:]
    /// Words that tell of a stay in the workshop: they decide between sales and after-sales service.
    var workshop = ""
    /// Compounds in which a shorter term has none of its meanings (高速, 大众).
    var inert = ""
    /// Phrases in which the name of a place is no place (大同小异).
    var notPlaces = ""
    /// Words before a city's name by which the writer is of it, and words behind it of what is bought or driven there.
    var homeBefore = ""
    var localBehind = ""
    /// Words beside a city's name by which the writer is not of it.
    var passingBefore = ""
    var passingBehind = ""
    /// Pairs of a variant character and the lexicon's form (動动).
    var variants = ""
    /// How much a target word says for its aspect, by aspect and word: log-odds, learned from labelled texts.
    var salience: [String: [String: Double]] = [:]
    /// The log-odds of an aspect before any word is seen, and what an opinion word adds; learned likewise.
    var bias: [String: Double] = [:]
    var judged: [String: Double] = [:]
    /// The sum of stated strengths at which an aspect counts as praised or blamed.
    var firmness: [String: Double] = [:]

    fileprivate enum CodingKeys: String, CodingKey {
        case targets, much, little, opinions, descriptions, phrases, faults, feelings, negations, denials,
            carriers, degrees
        case collectives, contrasts, questions, wishes, suppositions, comparisons, inferiors, buying
        case pricing, asking, adverts, offers, contacts, sellers, customers, couriers, suppliers
        case bought, workshop, inert, variants, salience, bias, judged, firmness
        case moreIsBetter = "more_is_better"
        case moreIsWorse = "more_is_worse"
        case byAspect = "by_aspect"
        case notPlaces = "not_places"
        case homeBefore = "home_before"
        case localBehind = "local_behind"
        case passingBefore = "passing_before"
        case passingBehind = "passing_behind"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        targets = try keys.section(.targets, targets)
        moreIsBetter = try keys.section(.moreIsBetter, moreIsBetter)
        moreIsWorse = try keys.section(.moreIsWorse, moreIsWorse)
        much = try keys.section(.much, much)
        little = try keys.section(.little, little)
        opinions = try keys.section(.opinions, opinions)
        descriptions = try keys.section(.descriptions, descriptions)
        phrases = try keys.section(.phrases, phrases)
        faults = try keys.section(.faults, faults)
        byAspect = try keys.section(.byAspect, byAspect)
        feelings = try keys.section(.feelings, feelings)
        negations = try keys.section(.negations, negations)
        denials = try keys.section(.denials, denials)
        carriers = try keys.section(.carriers, carriers)
        degrees = try keys.section(.degrees, degrees)
        collectives = try keys.section(.collectives, collectives)
        contrasts = try keys.section(.contrasts, contrasts)
        questions = try keys.section(.questions, questions)
        wishes = try keys.section(.wishes, wishes)
        suppositions = try keys.section(.suppositions, suppositions)
        comparisons = try keys.section(.comparisons, comparisons)
        inferiors = try keys.section(.inferiors, inferiors)
        buying = try keys.section(.buying, buying)
        bought = try keys.section(.bought, bought)
        pricing = try keys.section(.pricing, pricing)
        asking = try keys.section(.asking, asking)
        adverts = try keys.section(.adverts, adverts)
        offers = try keys.section(.offers, offers)
        contacts = try keys.section(.contacts, contacts)
        sellers = try keys.section(.sellers, sellers)
        customers = try keys.section(.customers, customers)
        couriers = try keys.section(.couriers, couriers)
        suppliers = try keys.section(.suppliers, suppliers)
        workshop = try keys.section(.workshop, workshop)
        inert = try keys.section(.inert, inert)
        notPlaces = try keys.section(.notPlaces, notPlaces)
        homeBefore = try keys.section(.homeBefore, homeBefore)
        localBehind = try keys.section(.localBehind, localBehind)
        passingBefore = try keys.section(.passingBefore, passingBefore)
        passingBehind = try keys.section(.passingBehind, passingBehind)
        variants = try keys.section(.variants, variants)
        salience = try keys.section(.salience, salience)
        bias = try keys.section(.bias, bias)
        judged = try keys.section(.judged, judged)
        firmness = try keys.section(.firmness, firmness)
    }
}

extension KeyedDecodingContainer<LexiconPart.CodingKeys> {
    /// What stands in a section, or the usual where there is no such section.
    fileprivate func section<Value: Decodable>(_ key: Key, _ usual: Value) throws -> Value {
        contains(key) ? try decode(Value.self, forKey: key) : usual
    }
}
