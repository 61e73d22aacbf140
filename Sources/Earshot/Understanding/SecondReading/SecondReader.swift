/// Reads texts of which the model is not sure: a language model, or whoever else can.
public protocol SecondReader: Sendable {
    /// Names a question with all that decides its answer, so that the same one is not asked twice.
    func key(of question: SecondReadingQuestion) -> [UInt8]

    /// Asks. Whatever it answers speaks of this text and these aspects alone.
    func read(_ question: SecondReadingQuestion) async -> SecondReaderAnswer
}

/// One text, and the aspects of it that are in doubt.
public struct SecondReadingQuestion: Sendable, Hashable {
    public var text: MaskedText
    public var aspects: [Aspect]

    public init(text: MaskedText, aspects: [Aspect]) {
        self.text = text
        self.aspects = aspects
    }
}

/// What a second reader answers.
public enum SecondReaderAnswer: Sendable, Hashable {
    /// On each aspect at most one; of those without one nothing is known.
    case verdicts([Verdict])
    /// It was asked, and what came is of no use: asking again would not help.
    case unusable
    /// It does not take this text, for a reason of a closed set: `status 400`.
    case declined(String)
    /// It cannot be asked now.
    case unavailable(SecondReaderTrouble)
}

/// Why a second reader cannot be asked.
public struct SecondReaderTrouble: Error, Sendable, Hashable {
    /// Words of a closed set, for logs: `http.timed-out`, `status 503`.
    public var code: String
    /// How long it wants to be left alone; nothing where it does not say.
    public var retryAfter: Duration?

    public init(code: String, retryAfter: Duration? = nil) {
        self.code = code
        self.retryAfter = retryAfter
    }
}
