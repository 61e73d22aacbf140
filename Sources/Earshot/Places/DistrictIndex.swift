/// Districts, counties and county-level cities to the city they lie in.
struct DistrictIndex: Sendable {
    /// A name as written, with and without its ending, to every city that has such a place.
    private let places: [String: [City]]
    /// The names with their ending, in the order of the table: 余杭区, 昆山市, 本溪满族自治县, 本溪县.
    private let fullNames: [String]
    /// The names without, likewise: 余杭, 昆山, 本溪.
    private let shortNames: [String]
    /// Names of cities and provinces: 河北 alone is no district of 天津, but 天津河北 is.
    private let taken: Set<String>
    private let prefixes: NamePrefixes<Entry>

    private struct Entry: Sendable {
        let cities: [City]
        let isFull: Bool
    }

    init(_ tables: [String], cities: [Int: City], taken isTaken: (String) -> Bool) {
        var collector = DistrictCollector()
        for table in tables {
            for line in table.utf8.split(separator: 0x0A) {
                let words = line.split(separator: 0x20).map(Substring.init)
                guard let code = words.first.flatMap({ Int($0) }), let city = cities[code] else { continue }
                for word in words.dropFirst() { collector.add(word.unicodeScalars, city) }
            }
        }
        places = collector.places
        fullNames = collector.fullNames
        shortNames = collector.shortNames
        taken = Set(places.keys.filter(isTaken))
        prefixes = NamePrefixes(
            fullNames.map { ($0, Entry(cities: collector.places[$0] ?? [], isFull: true)) }
                + shortNames.map { ($0, Entry(cities: collector.places[$0] ?? [], isFull: false)) })
    }

    /// Whether any city has a place of this name.
    func has(_ name: String) -> Bool { places[name] != nil }

    /// The one city that has a place of this name.
    func city(of name: String) -> City? {
        guard let found = places[name], found.count == 1, taken.contains(name) == false else { return nil }
        return found[0]
    }

    /// The one city of the province that has a place by whose name the text begins.
    func city(
        atStartOf text: ArraySlice<Unicode.Scalar>, inProvince province: String
    ) -> (length: Int, chosen: City)? {
        prefixes.longest(in: text) { entry in
            let found = entry.cities.filter { $0.province == province }
            return found.count == 1 ? found[0] : nil
        }
    }

    /// The cities that have a place by whose full name the text begins.
    func cities(atStartOf text: ArraySlice<Unicode.Scalar>) -> (length: Int, chosen: [City])? {
        prefixes.longest(in: text) { $0.isFull ? $0.cities : nil }
    }

    /// The names with their ending (余杭区, 昆山市) that one city alone has.
    var unambiguousFullNames: [(name: String, city: City)] {
        fullNames.compactMap { name in
            // 郊区 and 城区 are words.
            guard name.unicodeScalars.count > 2, let city = city(of: name) else { return nil }
            return (name: name, city: city)
        }
    }

    /// The names with their ending that several cities have (西安区, 朝阳区).
    var ambiguousFullNames: [String] {
        fullNames.filter { places[$0, default: []].count > 1 }
    }

    /// The names without ending, each with every city that is the only one of its province to have it.
    var bareNames: [(name: String, city: City)] {
        shortNames.flatMap { name in
            let cities = places[name, default: []]
            return cities.filter { city in cities.count { $0.province == city.province } == 1 }
                .map { (name: name, city: $0) }
        }
    }
}

/// Gathers the forms of each name.
private struct DistrictCollector {
    private(set) var places: [String: [City]] = [:]
    private(set) var fullNames: [String] = []
    private(set) var shortNames: [String] = []

    mutating func add(_ word: Substring.UnicodeScalarView, _ city: City) {
        guard let ending = word.last else { return }
        guard let colon = word.firstIndex(of: ":") else {
            add(full: String(word), city)
            if word.count > 2 { add(short: String(word.dropLast()), city) }
            return
        }
        let bare = String(word[..<colon])
        add(full: bare + String(word[word.index(after: colon)...]), city)
        add(full: bare + String(ending), city)
        add(short: bare, city)
    }

    private mutating func add(full name: String, _ city: City) {
        if add(name, city) { fullNames.append(name) }
    }

    private mutating func add(short name: String, _ city: City) {
        if add(name, city) { shortNames.append(name) }
    }

    /// Adds a city to a name; true if the name is new.
    private mutating func add(_ name: String, _ city: City) -> Bool {
        guard let known = places[name] else {
            places[name] = [city]
            return true
        }
        if known.contains(city) == false { places[name] = known + [city] }
        return false
    }
}
