/// What a figure is compared with.
public enum Comparison: Hashable, Sendable {
    case nation
    /// The period of equal length before.
    case previous
    /// The city of the store that is talked about, or the asker's own place: 和本市比.
    case home
    /// A time that was named: 跟上个月比.
    case period(Period)
    case city(String)
    case region(String)
    case province(String)
    /// A city and those next to it.
    case surroundings(of: String)
    /// A store by one of its names.
    case store(String)
    /// Rival makers and series, beside the own brand.
    case rivals([Rival])

    /// How many rivals are compared with at once.
    static let mostRivals = 3

    /// `nation`, `previous`, a city's short name, or the kind and the value, `period:lastMonth`, `home:`.
    public var name: String {
        switch self {
        case .nation: "nation"
        case .previous: "previous"
        case .home: "home:"
        case .period(let period): "period:\(period.name)"
        case .city(let name): name
        case .region(let name): "region:\(name)"
        case .province(let name): "province:\(name)"
        case .surroundings(let name): "around:\(name)"
        case .store(let name): "store:\(name)"
        case .rivals(let rivals):
            "rivals:" + rivals.map { "\($0.brand)\t\($0.series)" }.joined(separator: "\n")
        }
    }

    /// The name of a city, region, province or store.
    var placeName: String? {
        switch self {
        case .city(let name), .region(let name), .province(let name), .surroundings(let name),
            .store(let name):
            name
        case .nation, .previous, .home, .period, .rivals: nil
        }
    }

    /// What the vocabulary calls it: `nation`, `previous` for any earlier time, or a city; nothing for the rest.
    var vocabularyName: String? {
        switch self {
        case .nation, .previous, .city: name
        case .period: Comparison.previous.name
        case .home, .region, .province, .surroundings, .store, .rivals: nil
        }
    }

    public init?(name: String) {
        guard let colon = name.firstIndex(of: ":") else {
            self = name == "nation" ? .nation : name == "previous" ? .previous : .city(name)
            return
        }
        let value = String(name[name.index(after: colon)...])
        switch name[..<colon] {
        case "period":
            guard let period = Period(name: value) else { return nil }
            self = .period(period)
        case "home": self = .home
        case "region": self = .region(value)
        case "province": self = .province(value)
        case "around": self = .surroundings(of: value)
        case "store": self = .store(value)
        case "rivals": self = .rivals(value.split(separator: "\n").map(Comparison.rival))
        default: return nil
        }
    }

    private static func rival(_ written: Substring) -> Rival {
        let parts = written.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return Rival(brand: String(parts[0]), series: parts.count > 1 ? String(parts[1]) : "")
    }
}

extension Comparison: NamedValue {}
