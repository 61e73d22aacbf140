/// Tells what has come in, in the order in which it did.
public protocol VoiceArrivals: Sendable {
    /// The next voices after a number, in the order in which they came in, as they are read now; advertisements and reposts
    /// are among them. A page of long texts may have fewer than `limit`; only an empty one is the end.
    func arrivals(after number: Int64, limit: Int) async throws -> [ArrivedVoice]

    /// The number of the newest voice; 0 before the first.
    func lastArrival() async throws -> Int64

    /// How many new voices came in on each day of these, by the name of their source, the days in order. Days without any
    /// are left out; a source without a name is the empty one.
    func sourceArrivals(during days: ClosedRange<Day>) async throws -> [String: [DailyArrivals]]

    /// Of the voices of some days about the own brand in each of some places the share, 0 to 1, that is of some sources, by their
    /// names; without the places of which nothing was said or nothing is known.
    func shares(
        of sources: Set<String>, in places: Set<WatchedPlace>, during days: ClosedRange<Day>
    ) async throws -> [WatchedPlace: Double]
}

/// A voice that came in, with what the watch needs of its reading.
public struct ArrivedVoice: Sendable, Equatable {
    /// Counts the voices in the order in which they came in.
    public var number: Int64
    public var text: String
    public var kind: Voice.Kind
    public var source: String
    public var publishedAt: Timestamp
    /// The day it was published on, in the market's time zone.
    public var day: Day
    public var city: City?
    public var subject: UnderstoodVoice.Subject
    /// The identifier of the store it speaks of.
    public var dealerID: String?
    public var polarity: Polarity
    public var isAdvertisement: Bool
    /// The number of the voice that it repeats.
    public var repostOf: Int64?

    public init(
        number: Int64, text: String, kind: Voice.Kind, source: String, publishedAt: Timestamp, day: Day,
        city: City?, subject: UnderstoodVoice.Subject, dealerID: String?, polarity: Polarity,
        isAdvertisement: Bool, repostOf: Int64?
    ) {
        self.number = number
        self.text = text
        self.kind = kind
        self.source = source
        self.publishedAt = publishedAt
        self.day = day
        self.city = city
        self.subject = subject
        self.dealerID = dealerID
        self.polarity = polarity
        self.isAdvertisement = isAdvertisement
        self.repostOf = repostOf
    }
}

/// New voices of a source that came in on a day.
public struct DailyArrivals: Sendable, Hashable {
    public var day: Day
    public var voices: Int

    public init(day: Day, voices: Int) {
        (self.day, self.voices) = (day, voices)
    }
}
