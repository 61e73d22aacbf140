/// Two catalogues in one: what is known from the start, and what a site says.
extension ProductCatalogue {
    /// A name and what it means here.
    public struct Claim: Sendable, Hashable {
        /// In lower case.
        public var name: String
        public var brand: String
        public var series: String?
    }

    /// Every name that means something by itself here.
    public var claims: [Claim] {
        brands.flatMap { brand in
            ([brand.name] + brand.aliases).map { Claim(name: $0.lowercased(), brand: brand.name) }
                + brand.series.filter(\.bare).flatMap { series in
                    ([series.name] + series.aliases).map {
                        Claim(name: $0.lowercased(), brand: brand.name, series: series.name)
                    }
                }
        }
    }

    /// This catalogue with another's brands added. A brand of the same name takes the other's aliases and series
    /// in addition, and is own if either says so. A name that both give to different things is the other's; where it
    /// is a maker's here, so is all that belongs to the maker.
    public func merging(_ other: ProductCatalogue) -> ProductCatalogue {
        var merged = yieldingMakers(to: other)
        merged.yield(other.claims)
        for brand in other.brands { merged.add(brand) }
        return merged
    }

    /// This catalogue with every maker whose name another one gives to something else as a part of that: 小米汽车 with its
    /// series is then 小米 of the other, and 问界 a series of the other's 赛力斯, beside which 问界M7 stands.
    public func yieldingMakers(to other: ProductCatalogue) -> ProductCatalogue {
        var yielded = ProductCatalogue()
        for brand in brands {
            yielded.add(other.meaning(ofMaker: brand.name).map { other.part(brand, $0) } ?? brand)
        }
        return yielded
    }

    /// What the name of another catalogue's maker means here, the own brand's meaning first; nothing where it is no name
    /// or a maker's as well.
    public func meaning(ofMaker name: String) -> Claim? {
        guard !brands.contains(where: { $0.name == name }) else { return nil }
        let meanings = claims.filter { $0.name == name.lowercased() }
        return meanings.first { claim in brands.contains { $0.own && $0.name == claim.brand } }
            ?? meanings.first
    }

    /// Another catalogue's maker as a part of what its name means here.
    private func part(_ maker: Brand, _ meaning: Claim) -> Brand {
        var part = Brand(name: meaning.brand, own: maker.own, series: maker.series)
        part.bare = brands.first { $0.name == meaning.brand }?.bare ?? true
        if let series = meaning.series {
            part.series.insert(Series(name: series, aliases: maker.aliases), at: 0)
        } else {
            part.aliases = maker.aliases
        }
        return part
    }

    /// Leaves names to another catalogue that means something else by them: 哈弗's M6 then needs its maker before it.
    private mutating func yield(_ claims: [Claim]) {
        let claimed = Dictionary(grouping: claims, by: \.name)
        func isTaken(_ name: String, _ brand: String, _ series: String?) -> Bool {
            claimed[name.lowercased()]?.contains { $0.brand != brand || $0.series != series } ?? false
        }
        for index in brands.indices {
            let brand = brands[index].name
            brands[index].aliases.removeAll { isTaken($0, brand, nil) }
            for number in brands[index].series.indices {
                let series = brands[index].series[number]
                if isTaken(series.name, brand, series.name) {
                    brands[index].series[number].bare = false
                } else {
                    brands[index].series[number].aliases.removeAll { isTaken($0, brand, series.name) }
                }
            }
        }
    }

    /// Adds a brand, or what it has to the one of the same name.
    private mutating func add(_ brand: Brand) {
        guard let position = brands.firstIndex(where: { $0.name == brand.name }) else {
            brands.append(brand)
            return
        }
        brands[position].own = brands[position].own || brand.own
        brands[position].contexts = brand.contexts ?? brands[position].contexts
        brands[position].aliases += brand.aliases.filter { !brands[position].aliases.contains($0) }
        for series in brand.series {
            if let known = brands[position].series.firstIndex(where: { $0.name == series.name }) {
                brands[position].series[known].aliases += series.aliases
            } else {
                brands[position].series.append(series)
            }
        }
    }
}
