/// A place that is named, but is neither a city nor a region of the brand's own division.
public enum Area: Hashable, Sendable {
    case nation
    /// By its short name, 浙江.
    case province(String)
    /// A city and those next to it, by its short name.
    case surroundings(of: String)

    /// `nation`, `province:浙江` or `around:南京`.
    public var name: String {
        switch self {
        case .nation: "nation"
        case .province(let name): "province:\(name)"
        case .surroundings(let city): "around:\(city)"
        }
    }

    /// The name of a province, or of the city in the middle.
    var placeName: String? {
        switch self {
        case .nation: nil
        case .province(let name), .surroundings(let name): name
        }
    }

    /// The cities of a province, or a city and those next to it.
    var cities: [City]? {
        let china = Gazetteer.china
        return switch self {
        case .nation: nil
        case .province(let name): china.cities(ofProvince: name)
        case .surroundings(let name): china.city(named: name).map(china.surroundings) ?? []
        }
    }

    public init?(name: String) {
        if name == "nation" {
            self = .nation
        } else if name.hasPrefix("province:") {
            self = .province(String(name.dropFirst("province:".count)))
        } else if name.hasPrefix("around:") {
            self = .surroundings(of: String(name.dropFirst("around:".count)))
        } else {
            return nil
        }
    }
}

extension Area: NamedValue {}
