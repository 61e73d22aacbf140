/// What a channel's platform allows, and how its messages may be repeated.
public struct ChannelRules: Sendable, Hashable {
    /// Rates of the whole channel: all must allow a message.
    public var rates: [TokenBucket.Rate]
    /// Rates of each recipient.
    public var ratesPerRecipient: [TokenBucket.Rate]
    /// Whether several messages for one recipient may leave as one when the rate would hold them back.
    public var mergesTexts: Bool
    /// The most bytes of text in a merged message, as a bound on how many are merged.
    public var mergedBytes: Int
    /// Messages that are under way at one time.
    public var mostUnderWay: Int
    /// For how long the platform recognises a message that is sent again; nothing when it never does.
    public var recognisesRepetitions: Duration?

    public init(
        rates: [TokenBucket.Rate] = [], ratesPerRecipient: [TokenBucket.Rate] = [], mergesTexts: Bool = false,
        mergedBytes: Int = 1800, mostUnderWay: Int = 8, recognisesRepetitions: Duration? = nil
    ) {
        self.rates = rates
        self.ratesPerRecipient = ratesPerRecipient
        self.mergesTexts = mergesTexts
        self.mergedBytes = mergedBytes
        self.mostUnderWay = mostUnderWay
        self.recognisesRepetitions = recognisesRepetitions
    }
}
