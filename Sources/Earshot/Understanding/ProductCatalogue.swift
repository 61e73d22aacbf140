/// The makers and series that can be recognised: the own brand and its rivals.
public struct ProductCatalogue: Codable, Sendable, Equatable {
    public var brands: [Brand]

    public init(brands: [Brand] = []) {
        self.brands = brands
    }

    /// Whether texts can be searched for the name: it says something, in characters of everyday writing.
    public static func canBeFound(_ name: String) -> Bool {
        name.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            && name.unicodeScalars.allSatisfy { $0.value < 0x10000 }
    }

    /// A maker and its series.
    public struct Brand: Codable, Sendable, Equatable {
        public var name: String
        /// Other names people use; the name itself need not be repeated.
        public var aliases: [String]
        /// Whether it is the brand this site works for.
        public var own: Bool
        public var series: [Series]
        /// Whether its name alone is the maker in a question. Words of everyday speech (大众, 理想) need their series
        /// or another of the names beside them.
        public var bare: Bool
        /// What must stand beside the name, blanks apart, where a text shall mean the maker; nothing when it always does.
        /// The other names and the series need nothing.
        public var contexts: Contexts?

        public init(
            name: String, aliases: [String] = [], own: Bool = false, series: [Series] = [], bare: Bool = true,
            contexts: Contexts? = nil
        ) {
            self.bare = bare
            self.contexts = contexts
            self.name = name
            self.aliases = aliases
            self.own = own
            self.series = series
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            name = try container.decode(String.self, forKey: .name)
            aliases = try container.decodeIfPresent([String].self, forKey: .aliases) ?? []
            own = try container.decodeIfPresent(Bool.self, forKey: .own) ?? false
            series = try container.decodeIfPresent([Series].self, forKey: .series) ?? []
            bare = try container.decodeIfPresent(Bool.self, forKey: .bare) ?? true
            contexts = try container.decodeIfPresent(Contexts.self, forKey: .contexts)
        }
    }

    /// The words beside a name that is also a word of everyday speech (理想): one of either list is enough.
    public struct Contexts: Codable, Sendable, Equatable {
        /// Right before it: 买, 小鹏.
        public var before: [String]
        /// Right behind it: 汽车, 的车.
        public var after: [String]

        public init(before: [String] = [], after: [String] = []) {
            self.before = before
            self.after = after
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            before = try container.decodeIfPresent([String].self, forKey: .before) ?? []
            after = try container.decodeIfPresent([String].self, forKey: .after) ?? []
        }
    }

    /// A series of a maker. In the file a bare string is a series without further names.
    public struct Series: Codable, Sendable, Equatable {
        public var name: String
        public var aliases: [String]
        /// Whether the name alone names the series. Words of everyday speech (元, 海豚), single characters and
        /// bare numbers need the maker's name before them.
        public var bare: Bool

        public init(name: String, aliases: [String] = [], bare: Bool = true) {
            self.name = name
            self.aliases = aliases
            self.bare = bare
        }

        public init(from decoder: any Decoder) throws {
            if let name = try? decoder.singleValueContainer().decode(String.self) {
                self.init(name: name)
                return
            }
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                name: try container.decode(String.self, forKey: .name),
                aliases: try container.decodeIfPresent([String].self, forKey: .aliases) ?? [],
                bare: try container.decodeIfPresent(Bool.self, forKey: .bare) ?? true)
        }
    }

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

    /// This catalogue with another's brands added. A brand of the same name takes the other's aliases and series
    /// in addition, and is own if either says so. A name that both give to different things is the other's.
    public func merging(_ other: ProductCatalogue) -> ProductCatalogue {
        var merged = self
        merged.yield(other.claims)
        for brand in other.brands {
            guard let position = merged.brands.firstIndex(where: { $0.name == brand.name }) else {
                merged.brands.append(brand)
                continue
            }
            merged.brands[position].own = merged.brands[position].own || brand.own
            merged.brands[position].contexts = brand.contexts ?? merged.brands[position].contexts
            merged.brands[position].aliases += brand.aliases.filter {
                !merged.brands[position].aliases.contains($0)
            }
            for series in brand.series {
                let known = merged.brands[position].series.firstIndex { $0.name == series.name }
                if let known {
                    merged.brands[position].series[known].aliases += series.aliases
                } else {
                    merged.brands[position].series.append(series)
                }
            }
        }
        return merged
    }
}
