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

        /// What a series' name is without the maker's own in front of it.
        func unmade(_ series: String) -> String {
            series.count > name.count && series.hasPrefix(name)
                ? String(series.dropFirst(name.count)) : series
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
}
