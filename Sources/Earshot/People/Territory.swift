/// Where something holds that people have laid down: a line to take, or what they agreed on.
public enum Territory: Sendable, Hashable {
    case nation
    /// A region of the brand's own division by its name.
    case region(String)
    /// A city by its short name.
    case city(String)

    /// The name of a region or city; nothing for the nation.
    public var name: String? {
        switch self {
        case .nation: nil
        case .region(let name), .city(let name): name
        }
    }

    /// How narrow it is: what is said of the own city goes before what is said of the nation.
    var narrowness: Int {
        switch self {
        case .nation: 0
        case .region: 1
        case .city: 2
        }
    }
}

extension Territory: CustomStringConvertible, LosslessStringConvertible {
    /// The form in which it is kept: `nation`, `region:华东`, `city:杭州`.
    public var description: String {
        switch self {
        case .nation: "nation"
        case .region(let name): "region:\(name)"
        case .city(let name): "city:\(name)"
        }
    }

    public init?(_ description: String) {
        if description == "nation" {
            self = .nation
        } else if description.hasPrefix("region:") {
            self = .region(String(description.dropFirst("region:".count)))
        } else if description.hasPrefix("city:") {
            self = .city(String(description.dropFirst("city:".count)))
        } else {
            return nil
        }
    }
}
