/// What was understood of one text.
public struct Reading: Sendable, Equatable {
    /// From -1 (complaint) to 1 (praise), for the whole text.
    public var sentiment: Double
    public var opinions: [Opinion]
    /// Opinions that the model takes for a little too unlikely to be given; they stand in no figure, and only those who ask
    /// for them are told.
    public var edge: [Opinion] = []
    /// The city the text itself names, short name (杭州); nothing when it names none, or several of which not exactly one
    /// is said to be the writer's.
    public var city: String?
    /// How the text names that city.
    public var cityMention: CityMention?
    /// The maker the text is about, by its name in the catalogue.
    public var brand: String?
    /// Whether that maker is the site's own brand.
    public var isOwnBrand: Bool
    public var series: String?
    public var dealer: String?
    /// Whether the writer is about to buy a car, and has not ordered one.
    public var intentToBuy: Bool
    /// Whether the text offers something to whoever reads it: of a dealer, another shop or a private seller.
    public var isAdvertisement = false
    /// The courier and the supplier it names, by their names in the lexicon; the first where it names several.
    public var courier: String?
    public var supplier: String?

    public init(
        sentiment: Double = 0, opinions: [Opinion] = [], city: String? = nil, brand: String? = nil,
        isOwnBrand: Bool = false, series: String? = nil, dealer: String? = nil, intentToBuy: Bool = false
    ) {
        self.sentiment = sentiment
        self.opinions = opinions
        self.city = city
        self.brand = brand
        self.isOwnBrand = isOwnBrand
        self.series = series
        self.dealer = dealer
        self.intentToBuy = intentToBuy
    }

    /// The three-way polarity of the whole text.
    public var polarity: Polarity { Polarity(lean: sentiment) }
}

/// What a text says about one aspect.
public struct Opinion: Sendable, Equatable {
    public var aspect: Aspect
    public var polarity: Polarity
    /// From -1 (complaint) to 1 (praise).
    public var lean: Double
    /// The bytes of the text (UTF-8 offsets) that carry the opinion.
    public var evidence: Range<Int>
    /// The word the opinion is about (油耗, 4S店), as it stands in the text.
    public var target: String?
    /// The product it is said of when that is another than the text's own `brand` and `series`, as in comparisons.
    public var brand: String?
    public var series: String?
    /// How likely aspect and polarity are right; nothing where the rules decided, who know no probabilities.
    public var probability: Double?

    public init(
        aspect: Aspect, polarity: Polarity, lean: Double, evidence: Range<Int>, target: String? = nil,
        brand: String? = nil, series: String? = nil, probability: Double? = nil
    ) {
        self.aspect = aspect
        self.polarity = polarity
        self.lean = lean
        self.evidence = evidence
        self.target = target
        self.brand = brand
        self.series = series
        self.probability = probability
    }
}

extension Polarity {
    /// How far from zero a lean must be before it counts as praise or complaint.
    public static let leanThreshold = 0.15

    public init(lean: Double) {
        let threshold = Polarity.leanThreshold
        self = lean >= threshold ? .positive : lean <= -threshold ? .negative : .neutral
    }
}
