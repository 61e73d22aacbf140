public import Earshot
import Synchronization

/// The figures of a store, kept in memory for as long as they do not change.
///
/// Many dealers of one city ask the same within a morning, and intake comes in batches: the second question costs
/// a look at their version. Every answer is what the file says at that moment, also when another process
/// writes it.
public final class RecentFigures: VoiceFigures {
    private let store: VoiceStore
    private let slices: RecentValues<[Cut], [Slice]>
    private let standings: RecentValues<StandingKey, [RivalStanding]>
    private let quotes: RecentValues<QuoteKey, [QuotableVoice]>
    private let earliest: RecentValues<Bool, Day?>
    private let editions: RecentValues<Bool, FiguresEdition?>

    private struct StandingKey: Hashable {
        var place: VisiblePlace
        var days: ClosedRange<Day>
        var before: ClosedRange<Day>
        var aspect: Aspect?
    }

    private struct QuoteKey: Hashable {
        var wanted: VoiceSelection
        var limit: Int
    }

    public init(of store: VoiceStore) {
        self.store = store
        // A slice takes some 3 KB, a rival's standing 100 bytes, a voice half a KB: at most 20 MB in all.
        slices = RecentValues(budget: 3000) { $0.count }
        standings = RecentValues(budget: 30_000) { $0.count }
        quotes = RecentValues(budget: 10_000) { $0.count }
        earliest = RecentValues(budget: 10) { _ in 1 }
        editions = RecentValues(budget: 10) { _ in 1 }
    }

    public func slices(_ wanted: [Cut]) async throws -> [Slice] {
        try await slices.value(for: wanted, at: store.figuresVersion()) { try await store.slices(wanted) }
    }

    public func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>, of aspect: Aspect?
    ) async throws -> [RivalStanding] {
        try await standings.value(
            for: StandingKey(place: place, days: days, before: before, aspect: aspect),
            at: store.figuresVersion()
        ) {
            try await store.rivals(in: place, during: days, before: before, of: aspect)
        }
    }

    public func earliestDay() async throws -> Day? {
        try await earliest.value(for: true, at: store.figuresVersion()) { try await store.earliestDay() }
    }

    public func edition() async throws -> FiguresEdition? {
        try await editions.value(for: true, at: store.figuresVersion()) { try store.edition() }
    }

    public func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] {
        try await quotes.value(for: QuoteKey(wanted: wanted, limit: limit), at: store.figuresVersion()) {
            try await store.voices(wanted, limit: limit)
        }
    }
}

/// Values read at one version of a file; another version, or too many of them, empties it.
private final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State: Sendable {
        var version: FiguresVersion?
        var values: [Key: Value] = [:]
        var size = 0
    }

    private let budget: Int
    private let size: @Sendable (Value) -> Int
    private let state = Mutex(State())

    /// - Parameter size: what a value takes of the budget.
    init(budget: Int, size: @escaping @Sendable (Value) -> Int) {
        self.budget = budget
        self.size = size
    }

    func value(for key: Key, at version: FiguresVersion?, read: () async throws -> Value) async throws
        -> Value
    {
        let known = state.withLock { state -> Value? in
            if state.version != version { state = State(version: version) }
            return state.values[key]
        }
        if let known { return known }
        // Read after the version was: what is kept is never older than the version it is kept under.
        let value = try await read()
        let size = size(value) + 1
        state.withLock { state in
            guard state.version == version else { return }
            if state.size + size > budget { state = State(version: version) }
            if state.values.updateValue(value, forKey: key) == nil { state.size += size }
        }
        return value
    }
}
