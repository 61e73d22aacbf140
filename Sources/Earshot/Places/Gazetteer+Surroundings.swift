extension Gazetteer {
    /// Cities that are told of together with one, itself among them, and how far off the last may be, in kilometres.
    private static let (most, reach) = (6, 150.0)

    /// A city and those next to it, at most five within 150 km, nearest first and whatever province they are of; itself alone
    /// where no other is near.
    public func surroundings(of city: City) -> [City] {
        Gazetteer.neighbours[city.code] ?? [city]
    }

    /// The cities whose surroundings reach into another province, each with them, in the order of their codes; of cities with
    /// the same surroundings the first.
    ///
    /// All others' are a part of their province.
    public static let borderlands: [(middle: City, cities: [City])] = {
        var known: Set<Set<City>> = []
        return china.cities.compactMap { city in
            let cities = china.surroundings(of: city)
            let isBorderland = cities.contains { $0.province != city.province }
            return isBorderland && known.insert(Set(cities)).inserted ? (city, cities) : nil
        }
    }()

    /// Each city and those next to it, by its code.
    private static let neighbours: [Int: [City]] = {
        var places: [(city: City, point: Neighbourhoods.Point)] = []
        for line in coordinates {
            let words = line.split(separator: " ")
            for start in stride(from: 0, to: words.count - 2, by: 3) {
                guard let city = china.city(named: words[start]), let latitude = Double(words[start + 1]),
                    let longitude = Double(words[start + 2])
                else { continue }
                places.append((city, Neighbourhoods.Point(latitude: latitude, longitude: longitude)))
            }
        }
        let members = Neighbourhoods(places.map(\.point), size: most, reach: reach).members
        return Dictionary(
            uniqueKeysWithValues: zip(places, members).map { place, members in
                (place.city.code, members.map { places[$0].city })
            })
    }()
}
