/// What an operator sees of what people think of answers.
public protocol FeedbackDesk: Sendable {
    /// The last word of each person on each answer, the newest first.
    ///
    /// - Parameters:
    ///   - moment: from when on.
    ///   - verdicts: which are wanted.
    func feedback(
        since moment: Timestamp, verdicts: Set<Feedback.Verdict>, limit: Int
    ) async throws -> [RatedAnswer]

    /// One entry by its number, or nothing.
    func feedback(_ number: Int64) async throws -> RatedAnswer?

    /// How many last words there are of each verdict.
    func feedbackCounts(since moment: Timestamp) async throws -> [Feedback.Verdict: Int]
}

/// What a person thinks of an answer, and the answer.
public struct RatedAnswer: Sendable, Hashable {
    public var number: Int64
    public var feedback: Feedback
    public var givenAt: Timestamp
    /// What was answered; nothing where that was not known any more.
    public var answer: Answered?

    public init(number: Int64, feedback: Feedback, givenAt: Timestamp, answer: Answered?) {
        self.number = number
        self.feedback = feedback
        self.givenAt = givenAt
        self.answer = answer
    }

    /// An answer as it was given.
    public struct Answered: Sendable, Hashable {
        /// What was understood, with everything carried over.
        public var request: Request
        public var reply: Reply
        /// When: a period like the last seven days counts from its day.
        public var at: Timestamp

        public init(request: Request, reply: Reply, at: Timestamp) {
            self.request = request
            self.reply = reply
            self.at = at
        }
    }
}
