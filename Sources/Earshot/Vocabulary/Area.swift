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

    /// The name of a province.
    var placeName: String? {
        if case .province(let name) = self { name } else { nil }
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
