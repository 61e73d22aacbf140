/// The other side of a comparison that is neither the nation, nor a city, nor simply the time before.
public enum Counterpart: Hashable, Sendable {
    /// A time that was named: 跟上个月比.
    case period(Period)
    case region(String)
    case province(String)
    /// A store by one of its names.
    case store(String)

    /// The kind and the value, `period:lastMonth`.
    public var name: String {
        switch self {
        case .period(let period): "period:\(period.name)"
        case .region(let name): "region:\(name)"
        case .province(let name): "province:\(name)"
        case .store(let name): "store:\(name)"
        }
    }

    public init?(name: String) {
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let value = String(name[name.index(after: colon)...])
        switch name[..<colon] {
        case "period":
            guard let period = Period(name: value) else { return nil }
            self = .period(period)
        case "region": self = .region(value)
        case "province": self = .province(value)
        case "store": self = .store(value)
        default: return nil
        }
    }
}

extension Counterpart: NamedValue {}
