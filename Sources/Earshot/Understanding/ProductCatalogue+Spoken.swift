extension ProductCatalogue {
    /// The names of makers and series that mean a product in a question, the own brand's first.
    var spokenNames: [(name: String, product: Product)] {
        brands.filter(\.own).flatMap(spokenNames) + brands.filter { !$0.own }.flatMap(spokenNames)
    }

    private func spokenNames(of brand: Brand) -> [(name: String, product: Product)] {
        let makers = [brand.name] + brand.aliases
        let alone = brand.bare ? makers : brand.aliases
        var names = alone.map { ($0, Product(brand: brand.name, isOwn: brand.own)) }
        for series in brand.series {
            let product = Product(brand: brand.name, series: series.name, isOwn: brand.own)
            for alias in [series.name] + series.aliases {
                if series.bare, Self.isDistinctive(alias) { names.append((alias, product)) }
                for maker in makers where !alias.hasPrefix(maker) { names.append((maker + alias, product)) }
            }
        }
        return names
    }

    /// Whether a series' name can be nothing else in a question: no single character, no number, and none of the
    /// letters and digits that warnings are numbered with (A3).
    static func isDistinctive(_ name: String) -> Bool {
        guard name.unicodeScalars.count > 1, let first = name.first else { return false }
        let rest = "aA".contains(first) ? name.dropFirst() : name[...]
        return !rest.allSatisfy { $0.isNumber }
    }
}
