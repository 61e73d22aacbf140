/// Where voices are kept, and what second readers said of them.
public protocol SecondReadingArchive: Sendable {
    /// The next voices to look at, the newest first. Where the figures are of another edition than those looked at before, it
    /// begins again: what was said stays known, and is asked of nobody twice.
    ///
    /// - Parameters:
    ///   - edition: by which the caller reads.
    ///   - limit: at most so many.
    ///   - bytes: of their texts; the one that fills them is the last.
    func nextForSecondReading(
        by edition: ReadingEdition, limit: Int, bytes: Int
    ) async throws -> SecondReadingWork

    /// Says that a batch is done with.
    func finish(_ batch: SecondReadingBatch) async throws

    /// What was answered to a question before; nothing where it was not asked.
    func secondReading(of key: [UInt8]) async throws -> KnownSecondReading?

    /// Takes one text of a day's budget.
    ///
    /// - Returns: false when nothing is left of it.
    func spend(on day: Day, of texts: Int) async throws -> Bool

    /// Texts that a day's budget was spent on.
    func spent(on day: Day) async throws -> Int

    /// Keeps an answer and, where it says something of a voice, the voice's opinions and counts, in one transaction.
    ///
    /// - Parameters:
    ///   - answer: with its question's key; nothing where it is kept already.
    ///   - revision: nothing where the voice stays as it was read.
    /// - Returns: whether an opinion or a count has changed.
    func keep(
        _ answer: (key: [UInt8], known: KnownSecondReading)?, at now: Timestamp, _ revision: VoiceRevision?
    )
        async throws -> Bool

    /// Has all voices read again where the figures hold anything that a second reader said, so that they come to be without
    /// it. Answers stay known.
    ///
    /// - Returns: whether they do.
    func undoSecondReadings() async throws -> Bool
}

/// What is to be done next.
public enum SecondReadingWork: Sendable {
    case voices(SecondReadingBatch)
    /// All voices were looked at.
    case nothing
    /// The figures are not of the caller's edition, or not wholly: their voices are being read again.
    case otherEdition
}

/// Voices of one edition that are looked at together.
public struct SecondReadingBatch: Sendable {
    /// The number of the figures' edition.
    public var edition: Int
    public var voices: [StoredVoice]
    /// The numbers that the batch stands for; those between the voices are advertisements and reposts.
    public var numbers: ClosedRange<Int64>

    public init(edition: Int, voices: [StoredVoice], numbers: ClosedRange<Int64>) {
        self.edition = edition
        self.voices = voices
        self.numbers = numbers
    }
}

/// An answer that is on disk.
public enum KnownSecondReading: Sendable, Hashable {
    case verdicts([Verdict])
    /// What came was of no use.
    case unusable
}

/// A voice with other opinions than it was read with.
public struct VoiceRevision: Sendable {
    public var number: Int64
    /// The number of the figures' edition for which it was made; for another it counts for nothing.
    public var edition: Int
    public var reading: Reading

    public init(number: Int64, edition: Int, reading: Reading) {
        self.number = number
        self.edition = edition
        self.reading = reading
    }
}
