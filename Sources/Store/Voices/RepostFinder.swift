import Earshot
import SQLite

/// Finds the voice that a text repeats.
///
/// Equal texts are found over all voices. Nearly equal ones share an anchor; anchors are kept in generations of
/// voices, so that writing stays in a small part of the index, and the latest generations are searched, which
/// together hold a million voices.
struct RepostFinder {
    private let equal: Statement
    private let sharing: Statement
    private let text: Statement
    private let insert: Statement
    private var newest: Int64

    /// Voices a generation, as a power of two.
    private static let generationBits: Int64 = 18
    private static let searchedGenerations: Int64 = 4

    init(_ connection: Connection) throws {
        equal = try connection.prepare(
            "SELECT id FROM voice WHERE text_hash = ? AND repost_of IS NULL LIMIT 1")
        sharing = try connection.prepare(
            "SELECT voice, sketch FROM anchor WHERE generation = ? AND hash = ? ORDER BY voice LIMIT 16")
        text = try connection.prepare("SELECT text FROM voice WHERE id = ?")
        insert = try connection.prepare(
            "INSERT INTO anchor (generation, hash, voice, sketch) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        newest = try connection.queryOne("SELECT COALESCE(MAX(id), 0) FROM voice") { $0.int64(0) } ?? 0
    }

    /// The number of the earliest voice with this text or nearly this text, or nothing.
    func first(like fingerprint: Fingerprint, text: String) throws -> Int64? {
        if let same = try equal.queryOne(fingerprint.exact, row: { $0.int64(0) }) { return same }
        let current = newest >> RepostFinder.generationBits
        for generation in max(0, current - RepostFinder.searchedGenerations + 1)...current {
            for anchor in fingerprint.anchors {
                let candidates = try sharing.query(generation, anchor) { ($0.int64(0), $0.int64(1)) }
                for (voice, sketch) in candidates
                where Fingerprint.mayBeNear(fingerprint.sketch, UInt64(bitPattern: sketch)) {
                    let earlier = try self.text.queryOne(voice) { $0.text(0) }
                    if let earlier, Fingerprint.areNear(earlier, text) { return voice }
                }
            }
        }
        return nil
    }

    /// Makes a voice findable for later reposts.
    mutating func remember(_ fingerprint: Fingerprint, of voice: Int64) throws {
        newest = max(newest, voice)
        for anchor in fingerprint.anchors {
            try insert.execute(
                voice >> RepostFinder.generationBits, anchor, voice, Int64(bitPattern: fingerprint.sketch))
        }
    }
}
