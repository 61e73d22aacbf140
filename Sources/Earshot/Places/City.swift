/// A prefecture-level city (地级市, 州, 盟, 地区) or a municipality.
public struct City: Sendable, Codable {
    /// The six-digit code of GB/T 2260, 330100 for 杭州.
    public let code: Int
    /// The short name that answers and slots use: 杭州.
    public let name: String
    /// The province's short name: 浙江.
    public let province: String

    public init(code: Int, name: String, province: String) {
        self.code = code
        self.name = name
        self.province = province
    }
}

extension City {
    /// Whether the city is a province of its own: 北京, 上海, 天津, 重庆, 香港, 澳门.
    public var isMunicipality: Bool { code % 10_000 == 0 }
}

extension City: Hashable {
    public static func == (left: City, right: City) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
