import Earshot
import Store
import Web

/// Counts what the word lists do in the newest voices, with the analyzer in force, and keeps the result for some minutes:
/// who reloads the page costs nothing. The counting has a thread of its own, at most one at a time.
actor RecentLexiconUse: LexiconDesk {
    /// For how long a result is shown, as long as words and model stay the same.
    static let life = Duration.seconds(300)

    private let archive: any VoiceArchive
    private let comprehension: @Sendable () -> Comprehension
    private let words: @Sendable (Aspect) throws -> String
    private let clock: any Earshot.Clock
    private var kept: Counted?
    private var counting: Task<Counted, any Error>?

    private struct Counted: Sendable {
        let report: LexiconReport
        let edition: ReadingEdition
    }

    /// - Parameters:
    ///   - comprehension: the one in force.
    ///   - words: what readers see for an aspect.
    init(
        of archive: any VoiceArchive, by comprehension: @escaping @Sendable () -> Comprehension,
        clock: any Earshot.Clock, words: @escaping @Sendable (Aspect) throws -> String
    ) {
        self.archive = archive
        self.comprehension = comprehension
        self.clock = clock
        self.words = words
    }

    nonisolated func name(of aspect: Aspect) throws -> String { try words(aspect) }

    func report() async throws -> LexiconReport {
        let comprehension = comprehension()
        if let kept, kept.edition == comprehension.edition,
            clock.now < kept.report.countedAt + RecentLexiconUse.life
        {
            return kept.report
        }
        if let counting { return try await counting.value.report }
        let task = Task { [archive, now = clock.now] in
            let use = try await RecentLexiconUse.count(archive, by: comprehension.analyzer)
            return Counted(
                report: LexiconReport(use: use, countedAt: now), edition: comprehension.edition)
        }
        counting = task
        defer { counting = nil }
        let counted = try await task.value
        kept = counted
        return counted.report
    }

    private static func count(_ archive: any VoiceArchive, by analyzer: Analyzer) async throws -> LexiconUse {
        try await onOwnThread {
            try LexiconUse.counting(LexiconUse.Limits(), newestOf: archive, by: analyzer)
        }
    }
}
