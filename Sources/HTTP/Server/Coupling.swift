/// What joins a suspended connection and the task that handles its request.
///
/// Either side may come first: the answer before the connection is suspended, or the other way round. Every
/// change happens under one lock and says what is to be done.
struct Coupling: Sendable {
    /// A handler was started.
    var isHandled = false
    var isSuspended = false
    /// libmicrohttpd is done with the request; its handle must not be used any more.
    var isOver = false
    var answer: Answer?
    var task: Task<Void, Never>?
    /// The handler waits here for the next piece of a streamed body.
    var waiter: CheckedContinuation<[UInt8]?, any Error>?
    /// Set when no further piece will come: nothing for a good end.
    var end: Result<[UInt8]?, any Error>?

    enum Step {
        /// The answer is there.
        case answer(Answer)
        /// The handler wants more of the body.
        case read
        /// Neither; the connection has to wait.
        case suspend
    }

    /// What the connection does next.
    var step: Step {
        if let answer { .answer(answer) } else if waiter != nil { .read } else { .suspend }
    }

    /// Whether the connection waits for the handler and for nothing else.
    var waitsForHandler: Bool { isHandled && isSuspended && answer == nil }

    /// Takes the first answer given; says whether it was taken and the connection is to be resumed.
    mutating func settle(_ answer: Answer) -> Bool {
        guard !isOver, self.answer == nil else { return false }
        self.answer = answer
        return isSuspended
    }

    /// Ends the body; gives the one who waits for its next piece.
    mutating func endBody(_ end: Result<[UInt8]?, any Error>) -> CheckedContinuation<[UInt8]?, any Error>? {
        if self.end == nil { self.end = end }
        defer { waiter = nil }
        return waiter
    }
}
