/// A text with what people say that it says.
public struct LabelledText: Sendable, Equatable {
    public var id: String
    public var text: String
    /// All opinions that the text has; nothing when nobody looked for them.
    public var opinions: [Label]?
    /// How the text as a whole is meant; nothing when nobody said.
    public var sentiment: Polarity?
    /// Words of the text that carry an opinion, each as it stands there; nothing when nobody marked them.
    public var terms: [Term]?
    /// Where the writer is; nothing when nobody looked for it.
    public var place: Place?
    /// How much it counts beside others where the sentiment is learned.
    public var sentimentWeight: Float

    /// What the text says of one aspect.
    public struct Label: Sendable, Hashable {
        public var aspect: Aspect
        public var polarity: Polarity

        public init(aspect: Aspect, polarity: Polarity) {
            self.aspect = aspect
            self.polarity = polarity
        }
    }

    /// Words that are spoken of or say something, with how they are meant.
    public struct Term: Sendable, Hashable {
        public var words: String
        public var polarity: Polarity

        public init(words: String, polarity: Polarity) {
            self.words = words
            self.polarity = polarity
        }
    }

    /// Where the writer of a text is.
    public struct Place: Sendable, Hashable {
        /// A city's short name; nothing where the text does not tell.
        public var city: String?

        public init(city: String?) {
            self.city = city
        }
    }

    public init(
        id: String, text: String, opinions: [Label]? = nil, sentiment: Polarity? = nil,
        terms: [Term]? = nil, place: Place? = nil, sentimentWeight: Float = 1
    ) {
        self.id = id
        self.text = text
        self.opinions = opinions
        self.sentiment = sentiment
        self.terms = terms
        self.place = place
        self.sentimentWeight = sentimentWeight
    }

    /// How the text as a whole is meant: as it is labelled, or else as its opinions agree.
    public var overall: Polarity? {
        if let sentiment { return sentiment }
        guard let opinions, !opinions.isEmpty else { return nil }
        let isPraise = opinions.contains { $0.polarity == .positive }
        let isComplaint = opinions.contains { $0.polarity == .negative }
        if isPraise && isComplaint { return nil }
        return isPraise ? .positive : isComplaint ? .negative : .neutral
    }

    /// The polarity of an aspect; of several the first that is praise or complaint.
    func polarity(of aspect: Aspect) -> Polarity? {
        let found = (opinions ?? []).filter { $0.aspect == aspect }.map(\.polarity)
        return found.first { $0 != .neutral } ?? found.first
    }
}
