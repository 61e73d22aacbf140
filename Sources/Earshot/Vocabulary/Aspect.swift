/// What an opinion is about: a part of the product or of its purchase and service.
///
/// Written with its dotted name (`after_sales.waiting`). The set is closed: a name outside it does not make
/// an aspect. A parent (`after_sales`) stands for all its children. One byte in memory, so that counting
/// tables can be arrays.
public struct Aspect: Hashable, Sendable, Comparable {
    /// The position in `Aspect.all`; stable within one build only, so store `name`, never this.
    public let index: UInt8

    private init(index: Int) {
        self.index = UInt8(index)
    }

    /// The aspect with this dotted name, or nothing when the vocabulary has none.
    public init?(_ name: some StringProtocol) {
        guard let found = Aspect.byName[String(name)] else { return nil }
        self = found
    }

    /// The dotted name, for example `after_sales.waiting`.
    public var name: String { Aspect.table[Int(index)] }

    /// The aspect above, or nothing for one that stands at the top.
    public var parent: Aspect? { Aspect.parents[Int(index)] }

    /// The aspects directly below, in the order of the table.
    public var children: [Aspect] { Aspect.childrenOfAll[Int(index)] }

    /// The parent, or the aspect itself when it has none.
    public var root: Aspect { parent ?? self }

    /// Whether this aspect is `other` or one of its children.
    public func isWithin(_ other: Aspect) -> Bool { self == other || parent == other }

    public static func < (left: Aspect, right: Aspect) -> Bool { left.index < right.index }

    /// Every aspect, parents before their children.
    public static let all: [Aspect] = table.indices.map(Aspect.init(index:))

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private static let childrenOfAll: [[Aspect]] = all.map { parent in all.filter { $0.parent == parent } }

    private static let parents: [Aspect?] = table.map { name in
        guard let dot = name.firstIndex(of: ".") else { return nil }
        return table.firstIndex { $0 == name[..<dot] }.map(Aspect.init(index:))
    }

    private static let table = [
        "power", "price", "interior", "features", "safety", "exterior", "handling", "fuel", "space",
        "comfort", "charging", "software", "driver_assist", "quality", "delivery", "sales_service",
        "sales_service.attitude", "sales_service.waiting", "sales_service.pressure",
        "sales_service.deception", "sales_service.skill", "after_sales", "after_sales.waiting",
        "after_sales.parts", "after_sales.repair", "after_sales.charges", "after_sales.attitude",
        "after_sales.appointment", "logistics", "logistics.late", "logistics.damaged", "logistics.rude",
        "logistics.window", "logistics.tracking", "parts", "parts.tire", "parts.screen", "parts.battery",
        "parts.brake", "parts.air_conditioning", "parts.paint", "parts.seat", "parts.light", "parts.engine",
        "parts.gearbox", "parts.chassis", "parts.glass", "parts.door", "parts.sunroof", "parts.wiper",
        "channel", "channel.price_war", "channel.cross_region",
    ]
}

extension Aspect {
    public static let afterSales = named("after_sales")
    public static let salesService = named("sales_service")
    public static let logistics = named("logistics")
    public static let parts = named("parts")

    /// Whether it is what stores and carriers do, and not the car itself.
    public var isOfService: Bool { Aspect.services.contains(root.name) }

    private static let services: Set = ["delivery", "sales_service", "after_sales", "logistics", "channel"]

    private static func named(_ name: String) -> Aspect {
        guard let aspect = Aspect(name) else { preconditionFailure("\(name) is not in the vocabulary") }
        return aspect
    }
}

extension Aspect: CustomStringConvertible, LosslessStringConvertible {
    public init?(_ description: String) {
        self.init(description[...])
    }

    public var description: String { name }
}

extension Aspect: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let aspect = Aspect(name[...]) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown aspect \(name)")
        }
        self = aspect
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
