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
    public var name: String { Aspect.table[Int(index)].name }

    /// What a dealer reads, for example 售后等待.
    public var label: String { Aspect.table[Int(index)].label }

    /// The aspect above, or nothing for one that stands at the top.
    public var parent: Aspect? { Aspect.parents[Int(index)] }

    /// The aspects directly below, in the order of the table.
    public var children: [Aspect] { Aspect.all.filter { $0.parent == self } }

    /// The parent, or the aspect itself when it has none.
    public var root: Aspect { parent ?? self }

    /// Whether this aspect is `other` or one of its children.
    public func isWithin(_ other: Aspect) -> Bool { self == other || parent == other }

    public static func < (left: Aspect, right: Aspect) -> Bool { left.index < right.index }

    /// Every aspect, parents before their children.
    public static let all: [Aspect] = table.indices.map(Aspect.init(index:))

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private static let parents: [Aspect?] = table.map { row in
        guard let dot = row.name.firstIndex(of: ".") else { return nil }
        return table.firstIndex { $0.name == row.name[..<dot] }.map(Aspect.init(index:))
    }

    private static let table: [(name: String, label: String)] = [
        ("power", "动力"), ("price", "价格"), ("interior", "内饰"), ("features", "配置"),
        ("safety", "安全性"), ("exterior", "外观"), ("handling", "操控"), ("fuel", "油耗"),
        ("space", "空间"), ("comfort", "舒适性"), ("charging", "续航充电"), ("software", "车机"),
        ("driver_assist", "智驾"), ("quality", "质量故障"), ("delivery", "交付"),
        ("sales_service", "销售服务"), ("sales_service.attitude", "销售态度"),
        ("sales_service.waiting", "销售等待"), ("sales_service.pressure", "强推强卖"),
        ("sales_service.deception", "销售欺瞒"), ("sales_service.skill", "销售专业度"),
        ("after_sales", "售后"), ("after_sales.waiting", "售后等待"), ("after_sales.parts", "配件缺货"),
        ("after_sales.repair", "维修质量"), ("after_sales.charges", "收费争议"),
        ("after_sales.attitude", "售后态度"), ("after_sales.appointment", "预约等待"),
        ("logistics", "物流"), ("logistics.late", "物流晚到"), ("logistics.damaged", "物流损坏"),
        ("logistics.rude", "物流态度"), ("logistics.window", "送达时段"), ("logistics.tracking", "物流跟踪"),
        ("parts", "零部件"), ("parts.tire", "轮胎"), ("parts.screen", "屏幕"), ("parts.battery", "电池"),
        ("parts.brake", "刹车"), ("parts.air_conditioning", "空调"), ("parts.paint", "车漆"),
        ("parts.seat", "座椅"), ("parts.light", "车灯"), ("parts.engine", "发动机"),
        ("parts.gearbox", "变速箱"), ("parts.chassis", "底盘"), ("parts.glass", "玻璃"),
        ("parts.door", "车门"), ("parts.sunroof", "天窗"), ("parts.wiper", "雨刮"),
        ("channel", "渠道冲突"), ("channel.price_war", "价格战"), ("channel.cross_region", "跨区销售"),
    ]
}

extension Aspect {
    public static let afterSales = named("after_sales")
    public static let salesService = named("sales_service")
    public static let logistics = named("logistics")
    public static let parts = named("parts")

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
