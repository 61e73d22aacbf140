/// Gathers terms by their normalised spelling, so that 動力 and 动力 are one term.
struct GlossaryCollector {
    private var numbers: [[UInt16]: Int] = [:]
    private var codes: [[UInt16]] = []
    private var entries: [Glossary.Entry] = []
    private var classes: CharacterClasses
    private(set) var links: [Glossary.Link] = []
    private(set) var products: [Glossary.Product] = []
    private var contexts: [Glossary.Context] = []
    private(set) var cities: [City] = []

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

    private mutating func append(_ links: [Term.Link]) -> (Int32, Int32) {
        let start = Int32(self.links.count)
        // What was gathered in dictionaries comes in another order in every process.
        for link in links.sorted(by: { $0.aspect < $1.aspect }) {
            self.links.append(.init(aspect: link.aspect.index, weight: link.weight))
        }
        return (start, Int32(self.links.count))
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

    /// A word of the lexicon.
    mutating func add(_ word: String, _ term: Term) throws(LexiconError) {
        let targets = append(term.targets)
        let own = append(term.own)
        try add(word) { entry in
            entry.role = term.role
            entry.reach = term.reach
            entry.cue = term.cue
            entry.direction = term.direction
            entry.factor = term.factor
            entry.strength = term.strength
            entry.amount = term.amount
            entry.takesObject = term.takesObject
            entry.isDenial = term.isDenial
            (entry.targetsStart, entry.targetsEnd) = targets
            (entry.ownStart, entry.ownEnd) = own
        }
    }

    mutating func add(dealers: [Dealer]) throws(LexiconError) {
        for (position, dealer) in dealers.enumerated() {
            for name in [dealer.name] + dealer.aliases {
                try add(name) { $0.dealer = Int32(position) }
            }
        }
    }

    mutating func add(firms: [Firm]) throws(LexiconError) {
        for (position, firm) in firms.enumerated() {
            for name in firm.names {
                try add(name) {
                    $0.firm = Int32(position)
                    // 宁德时代 is no 宁德.
                    $0.guardsPlaces = true
                }
            }
        }
    }

    mutating func add(places: [(name: String, city: City)]) throws(LexiconError) {
        var numbers: [Int: Int32] = [:]
        for (name, city) in places where name.unicodeScalars.count > 1 {
            let number = numbers[city.code] ?? Int32(cities.count)
            if numbers.updateValue(number, forKey: city.code) == nil { cities.append(city) }
            try add(name) {
                guard $0.product < 0 else { return }
                $0.city = number
                $0.hasUnit = "区县旗".contains(name.last ?? " ")
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

    /// The terms and all that finds them.
    consuming func finished() -> (
        entries: [Glossary.Entry], contexts: [Glossary.Context], classes: CharacterClasses,
        automaton: Automaton
    ) {
        classes.close()
        addEverydayWords()
        return (entries, contexts, classes, Automaton(terms: codes, classCount: classes.count))
    }
}

/// The names of makers and their products.
extension GlossaryCollector {
    mutating func add(_ catalogue: ProductCatalogue) throws(LexiconError) {
        for brand in catalogue.brands {
            let names = [brand.name] + brand.aliases
            let number = Int32(products.count)
            products.append(Glossary.Product(brand: brand.name, series: nil, own: brand.own))
            for name in names { try register(number, name) }
            if let words = brand.contexts {
                contexts.append(
                    Glossary.Context(
                        before: try words.before.map { word throws(LexiconError) in
                            try code(of: word)
                        },
                        after: try words.after.map { word throws(LexiconError) in try code(of: word)
                        }))
                let context = Int32(contexts.count - 1)
                try add(brand.name) { $0.context = context }
            }
            for series in brand.series {
                let number = Int32(products.count)
                products.append(Glossary.Product(brand: brand.name, series: series.name, own: brand.own))
                for alias in [series.name] + series.aliases {
                    if series.bare, isDistinctive(alias) { try register(number, alias) }
                    // 红旗H5 behind its maker's other names: 一汽红旗H5.
                    let model = brand.unmade(alias)
                    for name in names where !alias.hasPrefix(name) {
                        try register(number, name + alias)
                        if model != alias { try register(number, name + model) }
                    }
                }
            }
        }
    }

    private mutating func register(_ product: Int32, _ name: String) throws(LexiconError) {
        // "Model Y" is written with and without the blank.
        for spelling in Set([name, name.filter { $0 != " " }]) {
            try add(spelling) {
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
