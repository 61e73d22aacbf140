/// What people look up about what they recorded.
public protocol DealerNoteDesk: Sendable {
    /// A number for the next one, which nobody else is given.
    func nextNote() async throws -> Int64

    /// What a person recorded under a number; nothing where that is somebody else's, or there is none.
    func note(_ number: Int64, of person: String) async throws -> DealerNote?

    /// What a person recorded and has not taken back, the newest first.
    func notes(of person: String, offset: Int, limit: Int) async throws -> [DealerNote]

    func countNotes(of person: String) async throws -> Int

    /// Whether a person was asked by schedule what customers complained of, not long ago, and has not answered.
    func isAsked(_ person: String, at now: Timestamp) async throws -> Bool
}

/// Notes on their way to the voices.
public protocol DealerNoteQueue: Sendable {
    /// Those of which the voices do not know yet what they say, or that they were taken back, the oldest first.
    func waitingNotes(limit: Int) async throws -> [DealerNote]

    /// Says that the voices know them as they are here; those that have changed meanwhile go on waiting.
    func settle(_ notes: [DealerNote]) async throws
}

/// A note that is recorded, changed or taken back, to be made durable together with the answer.
public struct DealerNoteChange: Sendable {
    /// As it is afterwards.
    public var note: DealerNote
    public var kind: Kind

    public enum Kind: String, Sendable {
        /// Its number must be free; else somebody was first.
        case recorded
        /// It must be of the revision before.
        case corrected
        case withdrawn
    }

    public init(_ note: DealerNote, _ kind: Kind) {
        (self.note, self.kind) = (note, kind)
    }
}
