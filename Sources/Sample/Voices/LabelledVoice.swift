public import Earshot

/// A voice of the sample with what its text was made from: the truth that an analysis can be held against.
public struct LabelledVoice: Sendable {
    /// What one clause of the text says.
    public struct Label: Sendable, Hashable {
        public var aspect: Aspect
        public var polarity: Polarity

        public init(_ aspect: Aspect, _ polarity: Polarity) {
            self.aspect = aspect
            self.polarity = polarity
        }
    }

    public var voice: Voice
    /// In the order of the text; empty for a text without an opinion.
    public var opinions: [Label]
    /// The city that the fields or the text give; nothing when both are silent.
    public var city: City?
    public var brand: String?
    public var series: String?
    /// The identifier of the store that the text is about.
    public var dealer: String?
    public var wantsToBuy = false
    public var isAdvertisement = false
    /// The voice of which this one is a repost, word for word or nearly so.
    public var repostOf: String?

    public func says(_ aspect: Aspect, _ polarity: Polarity) -> Bool {
        opinions.contains { $0.aspect == aspect && $0.polarity == polarity }
    }
}
