/// Districts, counties and county-level cities to the city they lie in.
struct DistrictIndex: Sendable {
    /// A name as written, with and without its ending, to every city that has such a place.
    private let places: [String: [City]]
    /// The names with their ending: 余杭区, 昆山市, 本溪满族自治县, 本溪县.
    private let fullNames: Set<String>
    /// Names of cities and provinces: 河北 alone is no district of 天津, but 天津河北 is.
    private let taken: Set<String>
    private let prefixes: NamePrefixes<[City]>
    private let fullPrefixes: NamePrefixes<[City]>

    init(_ tables: [String], cities: [Int: City], taken isTaken: (String) -> Bool) {
        var collector = DistrictCollector()
        for table in tables {
            for line in table.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let code = words.first.flatMap({ Int($0) }), let city = cities[code] else { continue }
                for word in words.dropFirst() { collector.add(word, city) }
            }
        }
        places = collector.places
        fullNames = collector.fullNames
        taken = Set(places.keys.filter(isTaken))
        prefixes = NamePrefixes(places.map { ($0.key, $0.value) })
        fullPrefixes = NamePrefixes(fullNames.map { ($0, collector.places[$0] ?? []) })
    }

    /// The one city that has a place of this name.
    func city(of name: String) -> City? {
        guard let found = places[name], found.count == 1, taken.contains(name) == false else { return nil }
        return found[0]
    }

    /// The one city of the province that has a place by whose name the text begins.
    func city(
        atStartOf text: ArraySlice<Unicode.Scalar>, inProvince province: String
    ) -> (length: Int, chosen: City)? {
        prefixes.longest(in: text) { cities in
            let found = cities.filter { $0.province == province }
            return found.count == 1 ? found[0] : nil
        }
    }

    /// The cities that have a place by whose full name the text begins.
    func cities(atStartOf text: ArraySlice<Unicode.Scalar>) -> (length: Int, chosen: [City])? {
        fullPrefixes.longest(in: text) { $0 }
    }

    /// The names with their ending (余杭区, 昆山市) that one city alone has, in a fixed order.
    var unambiguousFullNames: [(name: String, city: City)] {
        fullNames.sorted().compactMap { name in
            guard name.count > 2, let city = city(of: name) else { return nil }
            return (name: name, city: city)
        }
    }

    /// The names with their ending that several cities have (西安区, 朝阳区), in a fixed order.
    var ambiguousFullNames: [String] {
        fullNames.filter { places[$0, default: []].count > 1 }.sorted()
    }

    /// The names without ending that one city of a province alone has, in a fixed order.
    var bareNames: [(name: String, city: City)] {
        places.keys.filter { fullNames.contains($0) == false }.sorted().flatMap { name in
            Dictionary(grouping: places[name] ?? [], by: \.province).values
                .compactMap { $0.count == 1 ? $0.first : nil }
                .sorted { $0.code < $1.code }
                .map { (name: name, city: $0) }
        }
    }
}

/// Gathers the forms of each name.
private struct DistrictCollector {
    private(set) var places: [String: [City]] = [:]
    private(set) var fullNames: Set<String> = []

    mutating func add(_ word: Substring, _ city: City) {
        guard let colon = word.firstIndex(of: ":") else {
            add(full: String(word), city)
            if word.count > 2 { add(String(word.dropLast()), city) }
            return
        }
        let bare = String(word[..<colon])
        add(full: bare + word[word.index(after: colon)...], city)
        if let ending = word.last { add(full: bare + String(ending), city) }
        add(bare, city)
    }

    private mutating func add(full name: String, _ city: City) {
        fullNames.insert(name)
        add(name, city)
    }

    private mutating func add(_ name: String, _ city: City) {
        guard places[name, default: []].contains(city) == false else { return }
        places[name, default: []].append(city)
    }
}
