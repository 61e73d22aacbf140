/// What stores noted, as it lies among the voices: also what came in by a file or over HTTP.
public protocol NotedVoices: Sendable {
    /// The newest that match, at most `limit`, the newest first.
    func notes(_ wanted: NoteSelection, limit: Int) async throws -> [NotedVoice]

    /// Empties voices of a source and takes them out of all counts. What is not there, or was taken back before, changes
    /// nothing.
    func takeBack(_ ids: [String], of source: String) async throws
}

/// Which notes are wanted.
public struct NoteSelection: Sendable, Hashable {
    /// `notes` or `notesOf`; of any other there are none.
    public var subject: Cut.Subject
    public var days: ClosedRange<Day>
    /// Only those that come after this one, the newest first; nothing for all.
    public var olderThan: VoicePosition?

    public init(_ subject: Cut.Subject, during days: ClosedRange<Day>, olderThan: VoicePosition? = nil) {
        (self.subject, self.days, self.olderThan) = (subject, days, olderThan)
    }
}

/// A note with what was understood of it. Its text is as it came: mask before showing.
public struct NotedVoice: Sendable, Hashable {
    public var position: VoicePosition
    public var text: String
    /// The identifier of the store.
    public var dealerID: String?
    public var mentions: [Mention]

    public struct Mention: Sendable, Hashable {
        public var aspect: Aspect
        public var polarity: Polarity

        public init(aspect: Aspect, polarity: Polarity) {
            (self.aspect, self.polarity) = (aspect, polarity)
        }
    }

    public init(position: VoicePosition, text: String, dealerID: String?, mentions: [Mention]) {
        (self.position, self.text) = (position, text)
        (self.dealerID, self.mentions) = (dealerID, mentions)
    }
}
