extension WatchedPlace: CustomStringConvertible {
    /// `nation`, `region:华东`, `province:浙江` or `city:330100`.
    public var description: String {
        switch self {
        case .nation: "nation"
        case .region(let region): "region:\(region.name)"
        case .province(let name): "province:\(name)"
        case .city(let city): "city:\(city.code)"
        }
    }

    /// Reads what `description` wrote; nothing for a city of which this edition of the program knows nothing.
    ///
    /// - Parameter regions: The brand's. A region that is none any more has no cities.
    public init?(_ text: String, regions: [Region]) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("nation", 1): self = .nation
        case ("region", 2):
            self = .region(regions.first { $0.name == parts[1] } ?? Region(name: parts[1], cities: []))
        case ("province", 2): self = .province(parts[1])
        case ("city", 2):
            guard let city = Int(parts[1]).flatMap({ Gazetteer.china.city(code: $0) }) else { return nil }
            self = .city(city)
        default: return nil
        }
    }
}
