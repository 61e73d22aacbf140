/// A voice with everything that is counted of it.
public struct UnderstoodVoice: Sendable {
    public var voice: Voice
    public var reading: Reading
    public var fingerprint: Fingerprint
    /// The day it was published on, in the market's time zone.
    public var day: Day
    /// Where the customer is; nothing when neither a field nor the text says, and then it counts for the nation only.
    public var city: City?
    public var subject: Subject
    /// The series of the own brand that it speaks of, by the catalogue's name; nothing where it speaks of the brand alone.
    public var ownSeries: String?
    /// The identifier of the store it speaks of.
    public var dealerID: String?
    /// The dealer that its source named and that nobody knows.
    public var unknownDealer: String?
    /// By what it was read; nothing where nobody says.
    public var edition: ReadingEdition?
    /// The day on which it came in, in the market's time zone; nothing where nobody says, and then it is no sign of life of
    /// its source.
    public var arrivedOn: Day?

    public init(
        voice: Voice, reading: Reading, fingerprint: Fingerprint, day: Day, city: City?, subject: Subject,
        dealerID: String?
    ) {
        self.voice = voice
        self.reading = reading
        self.fingerprint = fingerprint
        self.day = day
        self.city = city
        self.subject = subject
        self.dealerID = dealerID
    }

    /// The city that its source named and that nobody knows, which is why it is counted nowhere but for the nation.
    public var unknownCity: String? { city == nil ? voice.location.city : nil }

    /// Whose product it speaks of.
    public enum Subject: Sendable, Hashable {
        /// The own brand, also where no brand is named.
        case own
        case rival(Rival)
    }
}

/// A product of another maker: a series, or the brand where no series was named.
public struct Rival: Sendable, Hashable, Comparable, Codable {
    public var brand: String
    public var series: String

    public init(brand: String, series: String = "") {
        self.brand = brand
        self.series = series
    }

    /// What a dealer reads, and can ask about in the same words: 云途L7, but 比亚迪汉 and 马自达6, since 汉 or 6 alone is
    /// understood as nothing.
    public var name: String {
        guard !series.isEmpty else { return brand }
        let isTelling = series.count > 2 && ProductCatalogue.isDistinctive(series)
        return isTelling || series.hasPrefix(brand) ? series : brand + series
    }

    public static func < (left: Rival, right: Rival) -> Bool {
        (left.brand, left.series) < (right.brand, right.series)
    }
}
