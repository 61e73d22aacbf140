/// All terms of an analyzer, numbered, in the flat form the analysis reads: lexicon words, products, dealers and
/// places in one automaton.
struct Glossary: Sendable {
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

    private(set) var entries: [Entry] = []
    /// By term: the layers it is searched in.
    private(set) var layers: [UInt8] = []
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
    private(set) var links: [Link] = []
    private(set) var products: [Product] = []
    private(set) var contexts: [Context] = []
    let dealers: [String]
    let firms: [Firm]
    private(set) var cities: [City] = []
    private(set) var classes = CharacterClasses(variants: [])
    /// How a model reads characters.
    private(set) var forms = CharacterForms(CharacterClasses(variants: []))
    private(set) var automaton = Automaton(terms: [], classCount: 1)
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
        var links: [Link] = []
        for (word, term) in lexicon.terms {
            try collector.add(word) { entry in
                entry.role = term.role
                entry.reach = term.reach
                entry.cue = term.cue
                entry.direction = term.direction
                entry.factor = term.factor
                entry.strength = term.strength
                entry.amount = term.amount
                entry.takesObject = term.takesObject
                entry.isDenial = term.isDenial
                entry.targetsStart = Int32(links.count)
                for link in term.targets {
                    links.append(.init(aspect: link.aspect.index, weight: link.weight))
                }
                entry.targetsEnd = Int32(links.count)
                entry.ownStart = Int32(links.count)
                for link in term.own { links.append(.init(aspect: link.aspect.index, weight: link.weight)) }
                entry.ownEnd = Int32(links.count)
            }
        }
        self.links = links
        for word in decoys + lexicon.notPlaces.sorted() { try collector.add(word) { $0.guardsPlaces = true } }
        for (position, dealer) in dealers.enumerated() {
            for name in [dealer.name] + dealer.aliases {
                try collector.add(name) { $0.dealer = Int32(position) }
            }
        }
        for (position, firm) in firms.enumerated() {
            for name in firm.names {
                try collector.add(name) {
                    $0.firm = Int32(position)
                    // 宁德时代 is no 宁德.
                    $0.guardsPlaces = true
                }
            }
        }
        try addProducts(catalogue, to: &collector)
        var numbers: [Int: Int32] = [:]
        for (name, city) in places where name.unicodeScalars.count > 1 {
            let number = numbers[city.code] ?? Int32(cities.count)
            if numbers.updateValue(number, forKey: city.code) == nil { cities.append(city) }
            try collector.add(name) {
                guard $0.product < 0 else { return }
                $0.city = number
                $0.hasUnit = "区县旗".contains(name.last ?? " ")
            }
        }
        (entries, classes, automaton) = collector.finished()
        forms = CharacterForms(classes)
        addEverydayWords()
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

    private mutating func addProducts(
        _ catalogue: ProductCatalogue, to collector: inout GlossaryCollector
    ) throws(LexiconError) {
        for brand in catalogue.brands {
            let names = [brand.name] + brand.aliases
            let number = Int32(products.count)
            products.append(Product(brand: brand.name, series: nil, own: brand.own))
            for name in names { try register(number, name, in: &collector) }
            if let words = brand.contexts {
                contexts.append(
                    Context(
                        before: try words.before.map { word throws(LexiconError) in
                            try collector.code(of: word)
                        },
                        after: try words.after.map { word throws(LexiconError) in try collector.code(of: word)
                        }))
                let context = Int32(contexts.count - 1)
                try collector.add(brand.name) { $0.context = context }
            }
            for series in brand.series {
                let number = Int32(products.count)
                products.append(Product(brand: brand.name, series: series.name, own: brand.own))
                for alias in [series.name] + series.aliases {
                    if series.bare, isDistinctive(alias) { try register(number, alias, in: &collector) }
                    // 红旗H5 behind its maker's other names: 一汽红旗H5.
                    let model = brand.unmade(alias)
                    for name in names where !alias.hasPrefix(name) {
                        try register(number, name + alias, in: &collector)
                        if model != alias { try register(number, name + model, in: &collector) }
                    }
                }
            }
        }
    }

    /// Terms beyond those of the automaton: what a name is where its context does not make it the maker.
    private mutating func addEverydayWords() {
        for var entry in entries where entry.context >= 0 {
            let context = Int(entry.context)
            (entry.product, entry.context) = (-1, -1)
            contexts[context].everyday = Int32(entries.count)
            entries.append(entry)
        }
    }

    private func register(
        _ product: Int32, _ name: String, in collector: inout GlossaryCollector
    ) throws(LexiconError) {
        // "Model Y" is written with and without the blank.
        for spelling in Set([name, name.filter { $0 != " " }]) {
            try collector.add(spelling) {
                // The first to claim a name keeps it: two makers' series of one name are told apart by the maker.
                if $0.product < 0 { $0.product = product }
                $0.guardsPlaces = true
            }
        }
    }

    /// Whether a name alone can be meant as nothing else: not one character, not a number.
    private func isDistinctive(_ name: String) -> Bool {
        name.unicodeScalars.count > 1 && !name.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
    }
}

/// Gathers terms by their normalised spelling, so that 動力 and 动力 are one term.
struct GlossaryCollector {
    private var numbers: [[UInt16]: Int] = [:]
    private var codes: [[UInt16]] = []
    private var entries: [Glossary.Entry] = []
    private var classes: CharacterClasses

    init(variants: [(from: Unicode.Scalar, to: Unicode.Scalar)]) {
        classes = CharacterClasses(variants: variants)
    }

    /// The normalised spelling of a name or of a word beside one.
    mutating func code(of name: String) throws(LexiconError) -> [UInt16] {
        guard let code = classes.encode(name), !code.isEmpty else {
            throw LexiconError(
                code: .emptyTerm, file: "names", field: "", term: name,
                message: "is empty or not made of usual characters",
                hint: "correct the name of the product, dealer or place")
        }
        return code
    }

    mutating func add(_ name: String, _ change: (inout Glossary.Entry) -> Void) throws(LexiconError) {
        let code = try code(of: name)
        if let number = numbers[code] {
            change(&entries[number])
        } else {
            numbers[code] = entries.count
            var entry = Glossary.Entry()
            change(&entry)
            entries.append(entry)
            codes.append(code)
        }
    }

    consuming func finished() -> ([Glossary.Entry], CharacterClasses, Automaton) {
        classes.close()
        return (entries, classes, Automaton(terms: codes, classCount: classes.count))
    }
}
