/// What somebody of a store recorded by message: what a customer said there. It becomes a voice of kind `dealer_note`.
public struct DealerNote: Sendable, Hashable {
    public var number: Int64
    /// From 1, one more for every change of its words.
    public var revision: Int
    /// Who recorded it. No voice has that.
    public var person: String
    /// The identifier of the store.
    public var dealer: String
    /// The store's city by its short name.
    public var city: String
    /// Without personal data; empty once it was taken back.
    public var words: String
    public var recordedAt: Timestamp
    public var isWithdrawn: Bool

    /// So long after it was recorded it may be changed or taken back.
    static let correctable = Duration.seconds(7 * 86_400)
    /// So many characters at most.
    static let longest = 500

    public init(
        number: Int64, revision: Int = 1, person: String, dealer: String, city: String, _ words: String,
        recordedAt: Timestamp, isWithdrawn: Bool = false
    ) {
        (self.number, self.revision, self.person) = (number, revision, person)
        (self.dealer, self.city, self.words) = (dealer, city, words)
        (self.recordedAt, self.isWithdrawn) = (recordedAt, isWithdrawn)
    }
}

extension DealerNote {
    /// The source of the voices that notes become.
    public static let source = "earshot.note"

    /// The voice's identifier: the same however often it is brought in, and another one for every change of the words.
    public func voiceID(of revision: Int) -> String { "\(number).\(revision).\(recordedAt.milliseconds)" }

    /// Those of its voices that stand no more.
    public var formerVoices: [String] {
        (1..<(isWithdrawn ? revision + 1 : revision)).map { voiceID(of: $0) }
    }

    /// What is counted of it.
    public var voice: Voice {
        Voice(
            id: voiceID(of: revision), source: DealerNote.source, text: words, publishedAt: recordedAt,
            kind: .dealerNote, location: Voice.Location(city: city), dealerID: dealer)
    }
}
