import Earshot
import SQLite
import Synchronization

/// The sketches of a file's latest voices, kept from one transaction to the next.
///
/// Only the transaction at work changes it. It may name voices of a transaction that was undone; whoever asks compares
/// the texts, so that such a name finds nothing.
final class RecentSketches: Sendable {
    private struct State {
        /// The number of the edition whose voices it holds.
        var edition = 0
        var index = SketchIndex()
        /// Whether the next transaction shall read everything again.
        var isStale = false
        /// How often older voices were made findable in the file when it was read.
        var promotions: Int64 = 0
        /// Everything before this voice is gone from the disk.
        var pruned: Int64 = 0
    }

    /// Rows removed from the disk in one transaction, so that none takes long.
    private static let mostPruned = 20_000

    private let state = Mutex(State())

    /// Reads the voices that are on disk and not in memory: all recent ones at first, then what others have added.
    ///
    /// - Parameters:
    ///   - table: where the edition has its sketches.
    ///   - edition: its number; another one than before begins anew.
    func catchUp(on connection: Connection, with table: String, edition: Int) throws {
        try state.withLock { state in
            let promotions = try RecentSketches.promotions(on: connection)
            // Another process may have made some findable, which are not among the latest.
            if state.isStale || state.edition != edition || state.promotions != promotions {
                state = State(edition: edition)
                state.promotions = promotions
            }
            try RecentSketches.read(into: &state.index, from: table, on: connection)
            guard state.index.oldest > state.pruned else { return }
            try connection.execute(
                "DELETE FROM \(table) WHERE voice IN (SELECT voice FROM \(table) WHERE voice < ? LIMIT ?)",
                state.index.oldest, RecentSketches.mostPruned)
            if connection.changes < RecentSketches.mostPruned { state.pruned = state.index.oldest }
        }
    }

    private static func read(
        into index: inout SketchIndex, from table: String, on connection: Connection
    ) throws {
        let newest =
            try connection.queryOne("SELECT COALESCE(MAX(voice), 0) FROM \(table)") { $0.int64(0) } ?? 0
        // Numbers above the newest are of a transaction that was undone; they are given again.
        if newest < index.newest { index = SketchIndex() }
        let start = max(index.newest, newest - Int64(2 * SketchIndex.usualCapacity))
        guard newest > start else { return }
        try connection.forEach(
            "SELECT voice, first_anchor, second_anchor, bits FROM \(table) WHERE voice > ? ORDER BY voice",
            start
        ) { row in
            index.add(
                row.int64(0), anchors: [row.int64(1), row.int64(2)], sketch: UInt64(bitPattern: row.int64(3)))
        }
    }

    private static func promotions(on connection: Connection) throws -> Int64 {
        try connection.queryOne("SELECT promotions FROM voice_removal") { $0.int64(0) } ?? 0
    }

    /// Says to others that older voices were added, which this one has.
    func notePromotions(on connection: Connection) throws {
        try connection.execute("UPDATE voice_removal SET promotions = promotions + 1")
        let promotions = try RecentSketches.promotions(on: connection)
        state.withLock { $0.promotions = promotions }
    }

    func candidates(like fingerprint: Fingerprint) -> [Int64] {
        guard !fingerprint.anchors.isEmpty else { return [] }
        return state.withLock {
            $0.index.candidates(anchors: fingerprint.anchors, sketch: fingerprint.sketch)
        }
    }

    func add(_ fingerprint: Fingerprint, of voice: Int64) {
        state.withLock { $0.index.add(voice, anchors: fingerprint.anchors, sketch: fingerprint.sketch) }
    }

    /// Takes over what another one holds, which is empty afterwards: of an edition that comes into force.
    func adopt(_ other: RecentSketches) {
        let adopted = other.state.withLock { state in
            defer { state = State() }
            return state
        }
        state.withLock { $0 = adopted }
    }

    /// Says that a transaction was undone. Another may be at work already, so the next one begins anew.
    func distrust() {
        state.withLock { $0.isStale = true }
    }
}
