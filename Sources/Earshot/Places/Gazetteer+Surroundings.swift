extension Gazetteer {
    /// Cities that are told of together with one, itself among them, and how far off the last may be, in kilometres.
    private static let (most, reach) = (6, 150.0)

    /// A city and those next to it, at most five within 150 km, nearest first and whatever province they are of; itself alone
    /// where no other is near.
    public func surroundings(of city: City) -> [City] {
        Gazetteer.neighbours[city.code].map { codes in codes.compactMap { byCode[$0] } } ?? [city]
    }

    /// The cities whose surroundings reach into another province, each with them, in the order of their codes.
    ///
    /// All others' are a part of their province.
    public static let borderlands: [(middle: City, cities: [City])] = china.cities.compactMap { city in
        let cities = china.surroundings(of: city)
        return cities.contains { $0.province != city.province } ? (city, cities) : nil
    }

    /// The codes of each city and those next to it, by its code.
    private static let neighbours: [Int: [Int]] = {
        var places: [(code: Int, point: Neighbourhoods.Point)] = []
        for line in coordinates {
            let words = line.split(separator: " ")
            for start in stride(from: 0, to: words.count - 2, by: 3) {
                guard let city = china.city(named: words[start]), let latitude = Double(words[start + 1]),
                    let longitude = Double(words[start + 2])
                else { continue }
                places.append((city.code, Neighbourhoods.Point(latitude: latitude, longitude: longitude)))
            }
        }
        let members = Neighbourhoods(places.map(\.point), size: most, reach: reach).members
        return Dictionary(
            uniqueKeysWithValues: zip(places, members).map { place, members in
                (place.code, members.map { places[$0].code })
            })
    }()
}
