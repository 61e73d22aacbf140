/// Puts figures into a few sentences: a language model, or whoever else can.
public protocol SummaryWriter: Sendable {
    /// - Parameter lines: what may be said; nothing in them is of a customer.
    func summary(of lines: [String]) async -> SummaryDraft
}

/// What a writer of summaries gives; nobody has looked at it yet.
public enum SummaryDraft: Sendable, Hashable {
    case words(String)
    /// What came is of no use.
    case unusable
    /// It cannot be asked now.
    case unavailable(SecondReaderTrouble)
}
