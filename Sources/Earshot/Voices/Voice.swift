/// One text in which a customer says something, as it was taken in (客户之声, VoC).
public struct Voice: Sendable, Equatable {
    /// The source's own identifier; `(source, id)` names a voice for ever.
    public var id: String
    /// Where it was published, for example `论坛`. Empty when the intake did not say.
    public var source: String
    public var text: String
    public var publishedAt: Timestamp
    public var kind: Kind
    public var author: String?
    public var url: String?
    public var title: String?
    public var location: Location
    public var brand: String?
    public var series: String?
    public var dealerID: String?
    /// Stars, 0…5.
    public var rating: Double?
    public var likes: Int
    public var replies: Int

    public init(
        id: String, source: String = "", text: String, publishedAt: Timestamp, kind: Kind = .post,
        author: String? = nil, url: String? = nil, title: String? = nil, location: Location = Location(),
        brand: String? = nil, series: String? = nil, dealerID: String? = nil, rating: Double? = nil,
        likes: Int = 0, replies: Int = 0
    ) {
        self.id = id
        self.source = source
        self.text = text
        self.publishedAt = publishedAt
        self.kind = kind
        self.author = author
        self.url = url
        self.title = title
        self.location = location
        self.brand = brand
        self.series = series
        self.dealerID = dealerID
        self.rating = rating
        self.likes = likes
        self.replies = replies
    }

    /// What sort of text it is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case post
        case review
        case complaint
        case survey
        case call
        case dealerNote = "dealer_note"
    }

    /// Where the customer is, as the source says it; each field may be absent.
    public struct Location: Sendable, Equatable {
        public var city: String?
        public var province: String?
        /// What the platform shows as IP location: 浙江 or 浙江杭州.
        public var ip: String?

        public init(city: String? = nil, province: String? = nil, ip: String? = nil) {
            self.city = city
            self.province = province
            self.ip = ip
        }
    }
}
