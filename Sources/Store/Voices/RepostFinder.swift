import Earshot
import SQLite

/// Finds the voice that a text repeats.
///
/// Equal texts are found over all voices, on disk. Nearly equal ones share an anchor and most of their sketch, which
/// `SketchIndex` holds for the latest voices; the table `sketch` fills it after a start and with what other processes
/// have added.
struct RepostFinder {
    private let equal: Statement
    private let text: Statement
    private let insert: Statement
    private let recent: RecentSketches

    /// - Parameter edition: its number; of `tables`.
    init(
        _ connection: Connection, in tables: ReadingTables, edition: Int, recent: RecentSketches
    ) throws {
        // Voices that the edition has not come to are in no row of its readings.
        equal = try connection.prepare(
            """
            SELECT voice.id
            FROM voice CROSS JOIN \(tables.reading) AS reading ON reading.voice = voice.id
            WHERE voice.text_hash = ? AND voice.id < ? AND reading.repost_of IS NULL AND reading.advertisement = 0
                AND reading.subject >= 0
            ORDER BY voice.id
            LIMIT 1
            """)
        text = try connection.prepare("SELECT text FROM voice WHERE id = ?")
        insert = try connection.prepare(
            "INSERT INTO \(tables.sketch) (voice, first_anchor, second_anchor, bits) VALUES (?, ?, ?, ?)")
        self.recent = recent
        try recent.catchUp(on: connection, with: tables.sketch, edition: edition)
    }

    /// The number of the earliest voice with this text or nearly this text that came in before `number`, or nothing.
    func first(like fingerprint: Fingerprint, text: String, before number: Int64) throws -> Int64? {
        if fingerprint.isTelling {
            for hash in [fingerprint.exact, fingerprint.former].compactMap(\.self) {
                if let same = try equal.queryOne(hash, number, row: { $0.int64(0) }) { return same }
            }
        }
        let candidates = recent.candidates(like: fingerprint).filter { $0 < number }
        guard !candidates.isEmpty else { return nil }
        let likeness = Likeness(of: text)
        for voice in candidates {
            let earlier = try self.text.queryOne(voice) { $0.text(0) }
            if let earlier, likeness.isNear(earlier) { return voice }
        }
        return nil
    }

    /// Makes a voice findable for later reposts.
    func remember(_ fingerprint: Fingerprint, of voice: Int64) throws {
        guard fingerprint.anchors.count == Fingerprint.anchorCount else { return }
        try insert.execute(
            voice, fingerprint.anchors[0], fingerprint.anchors[1], Int64(bitPattern: fingerprint.sketch))
        recent.add(fingerprint, of: voice)
    }
}
