/// A maker, or one of its series, that a message names.
public struct Product: Hashable, Sendable, Codable {
    public var brand: String
    /// Nothing when only the maker was named.
    public var series: String?
    /// Whether it is of the brand this site works for.
    public var isOwn: Bool

    public init(brand: String, series: String? = nil, isOwn: Bool) {
        self.brand = brand
        self.series = series
        self.isOwn = isOwn
    }
}
