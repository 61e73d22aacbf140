/// All terms of an analyzer, numbered, in the flat form the analysis reads: lexicon words, products, dealers and
/// places in one automaton. One object for all threads.
final class Glossary: Sendable {
    /// What one term can mean. Links lie in `links`.
    struct Entry: Sendable {
        var role = Term.Role.none
        var reach = Term.Reach.none
        var cue: Term.Cue = []
        var direction: Int8 = 0
        var factor: Float = 1
        var strength: Float = 0
        var amount: Float = 0
        var takesObject = false
        var isDenial = false
        var targetsStart: Int32 = 0
        var targetsEnd: Int32 = 0
        var ownStart: Int32 = 0
        var ownEnd: Int32 = 0
        /// Index into `products`, `dealers`, `cities`; -1 for none.
        var product: Int32 = -1
        var dealer: Int32 = -1
        var city: Int32 = -1
        /// Index into `firms`; -1 for none.
        var firm: Int32 = -1
        /// Index into `contexts` for a product's name that is also an everyday word; -1 for none.
        var context: Int32 = -1
        /// Whether it is a place's name with the ending 区, 县 or 旗, which may belong to the next word (小店区别).
        var hasUnit = false
        /// Whether it hides the places inside it.
        var guardsPlaces = false

        var isTarget: Bool { targetsEnd > targetsStart }
        var isOpinion: Bool { reach != .none }
        /// Whether it is more than a place or a guard against places.
        var isWord: Bool {
            role != .none || isTarget || isOpinion || product >= 0 || dealer >= 0 || city >= 0 || firm >= 0
        }
        var countsForPlaces: Bool { city >= 0 || guardsPlaces }
        /// Whether the analysis of clauses has no use for it.
        var isSilent: Bool {
            (role == .none || role == .inert) && !isTarget && !isOpinion && product < 0
                && dealer < 0
        }
    }

    struct Link: Sendable {
        var aspect: UInt8
        var weight: Float
    }

    struct Product: Sendable, Equatable {
        var brand: String
        var series: String?
        var own: Bool
    }

    /// What must stand beside an everyday word that is also a maker's name, normalised.
    struct Context: Sendable {
        var before: [[UInt16]]
        var after: [[UInt16]]
        /// The term it is elsewhere: the same without the product.
        var everyday: Int32 = -1
    }

    let entries: [Entry]
    /// By term: the layers it is searched in.
    let layers: [UInt8]
    static let wordLayer: UInt8 = 1
    static let placeLayer: UInt8 = 2
    /// A word that only hides others.
    static let silent: UInt8 = 4
    /// Cues count wherever they stand and hide nothing: 哪家店优惠 leaves 优惠 to be read.
    static let cueLayer: UInt8 = 8
    /// A product only in a context.
    static let contextual: UInt8 = 16
    /// A firm's name.
    static let firmLayer: UInt8 = 32
    let links: [Link]
    let products: [Product]
    let contexts: [Context]
    /// What tells of a city's name whether the writer is of the city, normalised.
    let placeNeighbours: PlaceNeighbours
    let dealers: [String]
    let firms: [Firm]
    let cities: [City]
    let classes: CharacterClasses
    /// How a model reads characters.
    let forms: CharacterForms
    let automaton: Automaton
    let bias: [Float]
    let judged: [Float]
    let firmness: [Float]
    /// Whether the aspect's figures were learned, by `Aspect.index`.
    let isLearned: [Bool]

    init(
        lexicon: Lexicon, catalogue: ProductCatalogue, dealers: [Dealer],
        places: [(name: String, city: City)],
        decoys: [String]
    ) throws(LexiconError) {
        self.dealers = dealers.map(\.name)
        firms = lexicon.firms
        bias = lexicon.bias.map { Float($0 ?? -1) }
        judged = lexicon.judged.map { Float($0) }
        firmness = lexicon.firmness.map { Float($0) }
        isLearned = lexicon.bias.map { $0 != nil }
        var collector = GlossaryCollector(variants: lexicon.variants)
        // Of two spellings of one word (動力, 动力) the same one counts in every process.
        for (word, term) in lexicon.terms.sorted(by: { $0.key < $1.key }) { try collector.add(word, term) }
        for word in decoys + lexicon.notPlaces.sorted() { try collector.add(word) { $0.guardsPlaces = true } }
        try collector.add(dealers: dealers)
        try collector.add(firms: lexicon.firms)
        try collector.add(catalogue)
        try collector.add(places: places)
        placeNeighbours = PlaceNeighbours(
            try lexicon.placeWords.mapped { word throws(LexiconError) in try collector.code(of: word) })
        (links, products, cities) = (collector.links, collector.products, collector.cities)
        let parts = collector.finished()
        (entries, contexts, classes, automaton) = parts
        forms = CharacterForms(parts.classes)
        layers = entries.map { entry in
            var layer: UInt8 = entry.isWord ? Glossary.wordLayer : 0
            if entry.countsForPlaces { layer |= Glossary.placeLayer }
            if entry.isSilent { layer |= Glossary.silent }
            if !entry.cue.isEmpty { layer |= Glossary.cueLayer }
            if entry.context >= 0 { layer |= Glossary.contextual }
            if entry.firm >= 0 { layer |= Glossary.firmLayer }
            return layer
        }
    }
}
