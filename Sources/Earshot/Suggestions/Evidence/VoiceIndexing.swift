/// The index of the voices' words, which grows behind the intake. Its methods hold the calling thread.
public protocol VoiceIndex: Sendable {
    /// How far it has come.
    func indexProgress() throws -> IndexProgress

    /// The texts of the next voices after a number, with theirs, at most so many; the one that fills so many bytes is the
    /// last.
    func texts(after number: Int64, limit: Int, bytes: Int) throws -> [(number: Int64, text: String)]

    /// Adds voices, and says that it has come to the last of them, in one transaction.
    ///
    /// - Parameter reached: where it was when they were read; where it is elsewhere by now nothing is changed.
    /// - Returns: how long it took to add them, without the wait for others who write; nothing where they were not added.
    func index(_ voices: [(number: Int64, words: String)], after reached: Int64) throws -> Duration?

    /// Another value after every commit, whoever made it.
    func fileVersion() throws -> Int64
}

/// How far an index has come.
public struct IndexProgress: Sendable, Hashable {
    /// The last voice in it.
    public var reached: Int64
    /// The newest voice there is.
    public var newest: Int64

    public init(reached: Int64, newest: Int64) {
        self.reached = reached
        self.newest = newest
    }

    /// Voices to come.
    public var left: Int64 { max(0, newest - reached) }
}

/// Indexes what is new, in small transactions of their own.
///
/// While somebody else writes, it takes a tenth of the time, so that an intake goes on as if it were not there.
public struct VoiceIndexing: Sendable {
    private let index: any VoiceIndex
    private let batch: Int
    private let isStopped: @Sendable () -> Bool
    private let rest: @Sendable (Duration) -> Void
    private let onEvent: @Sendable (IndexProgress) -> Void

    /// Texts of a batch.
    private static let bytes = 1 << 20
    /// How many times as long as a batch it works it rests while others write, and at most: a slow disk does not stop it.
    private static let patience = 9
    private static let longestRest = Duration.seconds(3)

    /// - Parameters:
    ///   - batch: voices of a transaction.
    ///   - rest: waits so long, or until it is stopped.
    ///   - onEvent: told of each batch that is on disk.
    public init(
        _ index: any VoiceIndex, batch: Int = 500, isStopped: @escaping @Sendable () -> Bool,
        rest: @escaping @Sendable (Duration) -> Void, onEvent: @escaping @Sendable (IndexProgress) -> Void
    ) {
        self.index = index
        self.batch = batch
        self.isStopped = isStopped
        self.rest = rest
        self.onEvent = onEvent
    }

    /// Indexes until nothing is left.
    public func run() throws {
        var version = try index.fileVersion()
        var othersWrote: ContinuousClock.Instant?
        while !isStopped() {
            let begun = ContinuousClock.now
            let progress = try index.indexProgress()
            guard progress.left > 0 else { return }
            let texts = try index.texts(after: progress.reached, limit: batch, bytes: VoiceIndexing.bytes)
            guard let last = texts.last?.number else { return }
            let words = texts.map { (number: $0.number, words: SearchWords.indexed($0.text)) }
            var worked = ContinuousClock.now - begun
            // Since the own commit before.
            if try index.fileVersion() != version { othersWrote = .now }
            if let written = try index.index(words, after: progress.reached) {
                worked += written
                onEvent(IndexProgress(reached: last, newest: progress.newest))
            }
            version = try index.fileVersion()
            if let othersWrote, ContinuousClock.now - othersWrote < VoiceIndexing.quiet {
                rest(min(worked * VoiceIndexing.patience, VoiceIndexing.longestRest))
            }
        }
    }

    /// After so long without a commit nobody else is at work.
    private static let quiet = Duration.seconds(1)
}
