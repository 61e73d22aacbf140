/// Districts, counties and county-level cities to the city they lie in.
struct DistrictIndex: Sendable {
    /// A name as written, with and without its ending, to every city that has such a place.
    private let places: [String: [City]]
    /// Names of cities and provinces: 河北 alone is no district of 天津, but 天津河北 is.
    private let taken: Set<String>
    private let prefixes: NamePrefixes<[City]>

    init(_ table: [String], cities: [Int: City], taken isTaken: (String) -> Bool) {
        var places: [String: [City]] = [:]
        func add(_ name: String, _ city: City) {
            guard places[name, default: []].contains(city) == false else { return }
            places[name, default: []].append(city)
        }
        for line in table {
            let words = line.split(separator: " ")
            guard let code = words.first.flatMap({ Int($0) }), let city = cities[code] else { continue }
            for word in words.dropFirst() {
                let name = String(word)
                add(name, city)
                if name.count > 2 { add(String(name.dropLast()), city) }
            }
        }
        self.places = places
        taken = Set(places.keys.filter(isTaken))
        prefixes = NamePrefixes(places.map { ($0.key, $0.value) })
    }

    /// The one city that has a place of this name.
    func city(of name: String) -> City? {
        guard let found = places[name], found.count == 1, taken.contains(name) == false else { return nil }
        return found[0]
    }

    /// The one city of the province that has a place by whose name the text begins.
    func city(atStartOf text: ArraySlice<Unicode.Scalar>, inProvince province: String) -> City? {
        prefixes.longest(in: text) { cities in
            let found = cities.filter { $0.province == province }
            return found.count == 1 ? found[0] : nil
        }?.chosen
    }

    /// The names with their ending (余杭区, 昆山市) that one city alone has, in a fixed order.
    var unambiguousFullNames: [(name: String, city: City)] {
        places.filter {
            $0.value.count == 1 && taken.contains($0.key) == false
                && DistrictIndex.endings.contains($0.key.last ?? " ")
        }
        .map { (name: $0.key, city: $0.value[0]) }
        .filter { $0.name.count > 2 }
        .sorted { $0.name < $1.name }
    }

    private static let endings: Set<Character> = ["区", "县", "市", "旗"]
}
