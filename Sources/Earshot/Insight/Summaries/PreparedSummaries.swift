import Synchronization

/// Summaries of answers that were given before: written in the background, held against their data, and there for whoever is
/// given the very same data next. Nobody waits for one.
public final class PreparedSummaries: Sendable {
    private let writer: any SummaryWriter
    private let clock: any Clock
    private let spend: @Sendable () async throws -> Bool
    private let onEvent: @Sendable (Event) -> Void
    private let state = Mutex(State())
    private let orders: AsyncStream<[String]>
    private let order: AsyncStream<[String]>.Continuation

    private struct State: Sendable {
        /// By the lines of the data; empty where nothing of a summary was left.
        var known: [[String]: String] = [:]
        var waiting: Set<[String]> = []
        /// No summary is ordered before, as the writer could not be asked.
        var pausedUntil: Timestamp?
        var pauses = SecondReadingPauses()
    }

    /// What is told while it goes on.
    public enum Event: Sendable, Hashable {
        case asked
        /// At least one sentence is left.
        case written
        /// So many sentences said what the data does not.
        case dropped(Int)
        /// Nothing is left.
        case refused
        case failed(SecondReaderTrouble)
    }

    /// Kept in memory, some hundred bytes each.
    static let mostKept = 1000
    /// Orders that wait; with more of them nobody would see the summary in time.
    static let mostWaiting = 50
    /// Sentences of a summary, and characters of one.
    static let mostSentences = 3
    static let longestSentence = 120

    /// - Parameters:
    ///   - spend: takes one text of the day's budget; false when nothing is left of it.
    ///   - onEvent: told of every summary, for counting; of none what it says.
    public init(
        by writer: any SummaryWriter, clock: any Clock, spend: @escaping @Sendable () async throws -> Bool,
        onEvent: @escaping @Sendable (Event) -> Void
    ) {
        self.writer = writer
        self.clock = clock
        self.spend = spend
        self.onEvent = onEvent
        (orders, order) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingOldest(PreparedSummaries.mostWaiting))
    }

    /// The summary of data, where it is there; otherwise it is ordered.
    public func summary(of lines: [String]) -> String? {
        let now = clock.now
        let (known, isNew) = state.withLock { state -> (String?, Bool) in
            if let known = state.known[lines] { return (known, false) }
            if let end = state.pausedUntil, now < end { return (nil, false) }
            return (nil, state.waiting.insert(lines).inserted)
        }
        if isNew, case .dropped(let lines) = order.yield(lines) {
            state.withLock { _ = $0.waiting.remove(lines) }
        }
        return known.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Writes what is ordered, one after the other, until the task is cancelled.
    public func run() async {
        for await lines in orders {
            guard !Task.isCancelled else { return }
            guard state.withLock({ $0.waiting.contains(lines) }) else { continue }
            let written = await write(lines)
            state.withLock { state in
                guard let summary = written.summary else {
                    // What waits was ordered for whoever asks soon; it is ordered again by those who ask later.
                    state.waiting = []
                    state.pausedUntil = clock.now + state.pauses.pause(after: written.outcome)
                    return
                }
                state.waiting.remove(lines)
                _ = state.pauses.pause(after: .done)
                if state.known.count >= PreparedSummaries.mostKept { state.known = [:] }
                state.known[lines] = summary
            }
            for event in written.events { onEvent(event) }
        }
    }

    private struct Written {
        /// What is left of a summary; nothing where none could be written now.
        var summary: String?
        /// Why none could be.
        var outcome = SecondReadings.Outcome.done
        /// What is to be told of it.
        var events: [Event]
    }

    private func write(_ lines: [String]) async -> Written {
        guard (try? await spend()) == true else { return Written(outcome: .outOfBudget, events: []) }
        switch await writer.summary(of: lines) {
        case .unavailable(let trouble):
            return Written(outcome: .unavailable(trouble), events: [.asked, .failed(trouble)])
        case .unusable: return Written(summary: "", events: [.asked, .refused])
        case .words(let words):
            let grounding = Grounding(in: lines)
            let sentences = Grounding.sentences(of: words).prefix(PreparedSummaries.mostSentences)
            let left = sentences.filter {
                $0.count <= PreparedSummaries.longestSentence && grounding.verdict(on: $0) == .grounded
            }
            let dropped = sentences.count - left.count
            return Written(
                summary: left.joined(),
                events: [.asked] + (dropped > 0 ? [.dropped(dropped)] : [])
                    + [left.isEmpty ? .refused : .written])
        }
    }
}
