/// Where what people think of answers is kept.
public protocol FeedbackRegister: Sendable {
    /// Makes durable what somebody thinks of an answer, together with the answer as long as that is known: what was
    /// understood, and the reply.
    ///
    /// - Returns: whether the event is new; a repeat changes nothing.
    func keep(_ feedback: Feedback, at now: Timestamp) async throws -> Bool
}
