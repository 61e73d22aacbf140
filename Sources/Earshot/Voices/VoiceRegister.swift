/// Where voices are kept.
public protocol VoiceRegister: Sendable {
    /// Adds voices with their opinions and counts in one transaction.
    ///
    /// - Returns: what became of each, in order, after all of them are on disk.
    func add(_ voices: [UnderstoodVoice]) async throws -> [Admission]
}

/// What became of a voice that was handed in.
public enum Admission: Sendable, Hashable {
    /// It is new and counted.
    case accepted
    /// It is new, but its text is that of an earlier voice: linked to that one and not counted again.
    case repost
    /// It is new and kept, but offers something instead of telling what a customer thinks: not counted.
    case advertisement
    /// `(source, id)` was there already; nothing changed.
    case repeated
}
