/// Districts, counties and county-level cities to the city they lie in.
struct DistrictIndex: Sendable {
    /// A name as written, with and without its ending, to every city that has such a place.
    private var places: [String: [City]] = [:]

    init(_ table: [String], cities: [Int: City]) {
        for line in table {
            let words = line.split(separator: " ")
            guard let code = words.first.flatMap({ Int($0) }), let city = cities[code] else { continue }
            for word in words.dropFirst() {
                let name = String(word)
                add(name, city)
                if name.count > 2 { add(String(name.dropLast()), city) }
            }
        }
    }

    /// The one city that has a place of this name.
    func city(of name: String) -> City? {
        guard let found = places[name], found.count == 1 else { return nil }
        return found[0]
    }

    /// The one city of the province that has a place of this name.
    func city(of name: String, inProvince province: String) -> City? {
        let found = places[name, default: []].filter { $0.province == province }
        return found.count == 1 ? found[0] : nil
    }

    private mutating func add(_ name: String, _ city: City) {
        guard places[name, default: []].contains(city) == false else { return }
        places[name, default: []].append(city)
    }
}
