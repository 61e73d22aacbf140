/// Somebody the directory knows.
public struct Person: Sendable, Equatable {
    /// The directory's own identifier, stable over platforms.
    public var id: String
    public var name: String
    public var role: Role
    /// The store of a dealer's member of staff.
    public var dealer: Dealer?
    /// The regions of a manager, in the order of the file.
    public var regions: [Region]
    /// The person's identifiers on the chat platforms: `dingtalk:manager4220`, `wecom:ZhangSan`.
    public var accounts: [String]
    /// Whether a manager is the head of the region, who is told after the others.
    public var isHead: Bool
    /// The identifier of the person who is told instead while this one is away.
    public var deputy: String?
    /// The days on which the person is away, in the order of the file.
    public var away: [ClosedRange<Day>]
    /// The first and the last day on which the person is of the directory; nothing for ever.
    public var validFrom: Day?
    public var validUntil: Day?

    public init(
        id: String, name: String, role: Role, dealer: Dealer? = nil, regions: [Region] = [],
        accounts: [String] = [], isHead: Bool = false, deputy: String? = nil, away: [ClosedRange<Day>] = [],
        validFrom: Day? = nil, validUntil: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.dealer = dealer
        self.regions = regions
        self.accounts = accounts
        self.isHead = isHead
        self.deputy = deputy
        self.away = away
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// All that a manager is in charge of: the region, or several together as one; nothing for others.
    public var region: Region? { Region(together: regions) }

    public func isAway(on day: Day) -> Bool { away.contains { $0.contains(day) } }

    /// The days for which somebody is away who is so on a day: spans that overlap or follow one another are one time.
    public func time(awayOn day: Day) -> ClosedRange<Day>? {
        var time: ClosedRange<Day>?
        for span in away.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let before = time, span.lowerBound <= before.upperBound + 1 {
                time = before.lowerBound...max(before.upperBound, span.upperBound)
                continue
            }
            if let time, time.contains(day) { return time }
            time = span
        }
        return time.flatMap { $0.contains(day) ? $0 : nil }
    }
}

/// A store of the brand's network.
public struct Dealer: Sendable, Hashable {
    public var id: String
    /// 杭州西湖店.
    public var name: String
    public var city: City
    /// Other names customers use for it.
    public var aliases: [String]

    public init(id: String, name: String, city: City, aliases: [String] = []) {
        self.id = id
        self.name = name
        self.city = city
        self.aliases = aliases
    }
}
