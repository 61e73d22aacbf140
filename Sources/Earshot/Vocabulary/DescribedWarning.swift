/// By what a warning is meant that a message does not name by its number: 苏州那条, 杭州刹车预警.
public struct DescribedWarning: Codable, Sendable, Hashable {
    /// By its short name.
    public var city: String?
    /// Of the brand's own division, by its name.
    public var region: String?
    public var aspect: Aspect?
    public var product: Product?
    /// The command as it was written, of which dangers are known.
    public var words: String

    public init(
        city: String? = nil, region: String? = nil, aspect: Aspect? = nil, product: Product? = nil,
        words: String
    ) {
        (self.city, self.region, self.aspect, self.product) = (city, region, aspect, product)
        self.words = words
    }

    /// Whether it says nothing of which warning is meant.
    var isEmpty: Bool { city == nil && region == nil && aspect == nil && product == nil }
}
