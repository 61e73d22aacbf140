/// Reads all voices again where the figures come from another reading than the one in force: in batches, in the order of
/// their numbers, each batch on disk before the next.
///
/// It holds the calling thread, which should be one of its own.
public struct Rereading: Sendable {
    private let archive: any VoiceArchive
    private let comprehension: @Sendable () -> Comprehension
    private let clock: any Clock
    private let batch: Batch
    private let isStopped: @Sendable () -> Bool
    private let onEvent: @Sendable (Event) -> Void

    /// How much is read and written at once.
    public struct Batch: Sendable {
        public var voices: Int
        public var bytes: Int
        /// Voices that may be left for the transaction that changes over, as others wait for it; of no more bytes than a
        /// batch.
        public var last: Int

        /// A batch holds up other writers for some hundredths of a second.
        public init(voices: Int = 1000, bytes: Int = 1 << 20, last: Int = 100) {
            self.voices = voices
            self.bytes = bytes
            self.last = last
        }
    }

    /// What is told while it goes on.
    public enum Event: Sendable {
        /// It begins, or goes on where it was.
        case began(RereadingProgress)
        /// A batch is on disk.
        case advanced(RereadingProgress)
        /// The figures have changed over; nobody else could write for so long.
        case changedOver(FiguresEdition, held: Duration)
    }

    /// What came of it.
    public enum Outcome: Sendable, Hashable {
        /// The figures are of the reading in force.
        case upToDate
        /// It was stopped; what is done is on disk.
        case stopped
    }

    /// - Parameters:
    ///   - comprehension: the one in force, asked for before each batch: when it changes the pass begins anew.
    ///   - isStopped: asked before each voice.
    public init(
        of archive: any VoiceArchive, by comprehension: @escaping @Sendable () -> Comprehension,
        clock: any Clock, batch: Batch = Batch(), isStopped: @escaping @Sendable () -> Bool,
        onEvent: @escaping @Sendable (Event) -> Void
    ) {
        self.archive = archive
        self.comprehension = comprehension
        self.clock = clock
        self.batch = batch
        self.isStopped = isStopped
        self.onEvent = onEvent
    }

    /// What a voice of another edition takes on disk, at most: readings, mentions, counts and the log before them.
    static let bytesPerVoice: Int64 = 300
    /// What is left to others who write to the same volume.
    static let reserve: Int64 = 256 << 20

    /// Reads until the figures are of the reading in force.
    ///
    /// - Throws: `RereadingError`, or what the archive throws. The figures are the old ones then, and what is done stays.
    public func run() throws -> Outcome {
        while !isStopped() {
            let comprehension = comprehension()
            guard let progress = try archive.beginReading(by: comprehension.edition) else {
                return try removeRemains()
            }
            // What the edition before it has left takes the room that this one needs.
            guard try removeRemains() == .upToDate else { return .stopped }
            onEvent(.began(progress))
            // Not begun again for what somebody else takes in meanwhile who reads otherwise: that might never end.
            if try read(from: progress, by: comprehension) { return try removeRemains() }
        }
        return .stopped
    }

    /// Reads up to the change over.
    ///
    /// - Returns: false when it was stopped or the reading in force is another one now.
    private func read(from start: RereadingProgress, by comprehension: Comprehension) throws -> Bool {
        var progress = start
        while !isStopped(), self.comprehension().edition == comprehension.edition {
            try checkRoom(for: progress.left)
            let voices = try archive.voices(
                after: progress.reached, limit: batch.voices, bytes: batch.bytes)
            if mayBeLast(voices, of: progress), try changeOver(progress, by: comprehension) {
                return self.comprehension().edition == comprehension.edition
            }
            var readings: [RereadVoice] = []
            for voice in voices {
                // On a busy machine a batch may take long at a low priority; what is lost of it is soon read again.
                if isStopped() { return false }
                readings.append(
                    RereadVoice(number: voice.number, understood: comprehension.understand(again: voice)))
            }
            progress = try archive.add(readings, to: progress)
            onEvent(.advanced(progress))
        }
        return false
    }

    /// Whether voices are few, and the newest of them is the newest that is known: a batch of few is one of long texts, too.
    private func mayBeLast(_ voices: [StoredVoice], of progress: RereadingProgress) -> Bool {
        guard let newest = voices.last?.number else { return true }
        return voices.count <= batch.last && newest >= progress.newest
    }

    /// - Returns: false when others have come in meanwhile that are too many for it.
    private func changeOver(_ progress: RereadingProgress, by comprehension: Comprehension) throws -> Bool {
        let held = try archive.changeOver(
            progress, at: clock.now, most: batch.last, bytes: batch.bytes
        ) { comprehension.understand(again: $0) }
        guard let held else { return false }
        if let edition = try archive.edition() { onEvent(.changedOver(edition, held: held)) }
        return true
    }

    private func removeRemains() throws -> Outcome {
        while try archive.removeRemains() {
            if isStopped() { return .stopped }
        }
        return .upToDate
    }

    private func checkRoom(for voices: Int64) throws {
        let (needed, room) = (voices * Rereading.bytesPerVoice + Rereading.reserve, try archive.room())
        guard room >= needed else {
            throw RereadingError(
                .noRoom,
                "\(needed >> 20) MB must be free on the volume of the voices to read \(voices) of them again, and "
                    + "\(room >> 20) are")
        }
    }
}
