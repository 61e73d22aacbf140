// What of each part decides a reading. A field that is left out here could change without anything being read again. What
// was gathered in dictionaries comes in another order in every process, and counts in any.

extension EditionDigest {
    mutating func add(_ lexicon: Lexicon) {
        add(unordered: lexicon.terms) { digest, entry in
            digest.add(entry.key)
            digest.add(entry.value)
        }
        add(unordered: lexicon.notPlaces) { $0.add($1) }
        for words in lexicon.placeWords.lists { add(unordered: words) { $0.add($1) } }
        add(lexicon.firms.count)
        for firm in lexicon.firms {
            add(firm.names)
            add(firm.kind == .courier)
        }
        add(lexicon.variants.count)
        for variant in lexicon.variants {
            add(Int(variant.from.value))
            add(Int(variant.to.value))
        }
        for bias in lexicon.bias { add(bias ?? .infinity) }
        for value in lexicon.judged + lexicon.firmness { add(value) }
    }

    mutating func add(_ term: Term) {
        add(Int(term.role.rawValue))
        add(term.factor)
        add(term.targets)
        add(Int(term.direction))
        add(Int(term.reach.rawValue))
        add(term.strength)
        add(term.amount)
        add(term.own)
        add(Int(term.cue.rawValue))
        add(term.takesObject)
        add(term.isDenial)
    }

    private mutating func add(_ links: [Term.Link]) {
        add(unordered: links) { digest, link in
            digest.add(link.aspect.name)
            digest.add(link.weight)
        }
    }

    mutating func add(_ catalogue: ProductCatalogue) {
        add(catalogue.brands.count)
        for brand in catalogue.brands {
            add([brand.name] + brand.aliases)
            add(brand.own)
            add(brand.bare)
            add(brand.contexts != nil)
            add(brand.contexts?.before ?? [])
            add(brand.contexts?.after ?? [])
            add(brand.series.count)
            for series in brand.series {
                add([series.name] + series.aliases)
                add(series.bare)
            }
        }
    }

    mutating func add(_ dealers: [Dealer]) {
        add(dealers.count)
        for dealer in dealers {
            add([dealer.id, dealer.name] + dealer.aliases)
            add(dealer.city.code)
        }
    }

    mutating func add(_ places: [(name: String, city: City)], decoys: [String]) {
        add(unordered: places) { digest, place in
            digest.add(place.name)
            digest.add(place.city.code)
        }
        add(unordered: decoys) { $0.add($1) }
    }
}
