public import Earshot
import SQLite
import Synchronization

/// The complaints of a store, kept in memory between the looks of the watch: only days whose counts have changed are read
/// again.
///
/// Ten million voices make millions of counts in the days that are looked back at. A day has changed where the nation's counts
/// of it have; another edition of the reading is read as a whole.
public final class RecentComplaints: ComplaintSource {
    private let store: VoiceStore
    private let state = Mutex<State?>(nil)

    private struct State {
        var edition: Int?
        var counts: ComplaintCounts
        /// The nation's counts of each day, as one number.
        var marks: [Day: Int]
    }

    public init(of store: VoiceStore) {
        self.store = store
    }

    /// As `VoiceStore.complaints(during:)`; calls at the same time may read the same days twice.
    public func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts {
        let before = state.withLock { state in
            defer { state = nil }
            return state
        }
        let next = try await store.database.read { [store] connection in
            let edition = try EditionRows(connection).inForce()?.number
            let marks = try RecentComplaints.marks(of: days, on: connection)
            guard var known = before, known.edition == edition else {
                var counts = ComplaintCounts(days: days)
                try store.readComplaints(of: days, into: &counts, on: connection)
                return State(edition: edition, counts: counts, marks: marks)
            }
            let changed = Set(
                days.filter { !known.counts.days.contains($0) || known.marks[$0] != marks[$0] })
            // Taken out, so that it is changed in its place.
            var counts = known.counts
            known.counts = ComplaintCounts(days: days)
            counts.move(to: days, forgetting: changed)
            for span in RecentComplaints.spans(of: changed) {
                try store.readComplaints(of: span, into: &counts, on: connection)
            }
            return State(edition: edition, counts: counts, marks: marks)
        }
        state.withLock { $0 = next }
        return next.counts
    }

    public func together(_ pairs: [ComplaintPair]) async throws -> [ComplaintPair: ComplaintPair.Count] {
        try await store.together(pairs)
    }

    private static func marks(of days: ClosedRange<Day>, on connection: Connection) throws -> [Day: Int] {
        var marks: [Day: Int] = [:]
        try connection.forEach(
            """
            WITH RECURSIVE \(VoiceStore.countedDays)
            SELECT count.day, subject, aspect, negative, neutral, positive
            FROM counted
            JOIN daily_count AS count ON count.day = counted.day AND count.place = 0
            """, days.lowerBound.number, days.upperBound.number
        ) { row in
            // Mixed before it is added, so that no two changes cancel each other out but by chance.
            var mark: UInt64 = 0
            for column in 1...5 {
                var mixer = SplitMix64(seed: mark ^ UInt64(bitPattern: row.int64(column)))
                mark = mixer.next()
            }
            marks[Day(number: row.int(0)), default: 0] &+= Int(truncatingIfNeeded: mark)
        }
        return marks
    }

    /// The days as spans without gaps.
    private static func spans(of days: Set<Day>) -> [ClosedRange<Day>] {
        var spans: [ClosedRange<Day>] = []
        for day in days.sorted() {
            if let last = spans.last, last.upperBound + 1 == day {
                spans[spans.count - 1] = last.lowerBound...day
            } else {
                spans.append(day...day)
            }
        }
        return spans
    }
}
