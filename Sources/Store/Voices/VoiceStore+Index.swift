public import Earshot
import SQLite

extension VoiceStore: VoiceIndex {
    public func indexProgress() throws -> IndexProgress {
        try database.readBlocking(VoiceStore.indexProgress)
    }

    public func texts(
        after number: Int64, limit: Int, bytes: Int
    ) throws -> [(number: Int64, text: String)] {
        try database.readBlocking { connection in
            let statement = try connection.prepare(
                """
                SELECT id, CASE WHEN kind = ? THEN '' ELSE text END
                FROM voice
                WHERE id > ?
                ORDER BY id
                LIMIT ?
                """)
            return try VoicePage.inParts(from: number, limit: limit, bytes: bytes) { last, count in
                // What stores noted is no evidence.
                try statement.query(Voice.Kind.dealerNote.rawValue, last, count) {
                    PlainText(number: $0.int64(0), text: $0.text(1))
                }
            }.map { ($0.number, $0.text) }
        }
    }

    public func index(_ voices: [(number: Int64, words: String)], after reached: Int64) throws -> Duration? {
        try database.writeBlocking { connection in
            let begun = ContinuousClock.now
            guard let last = voices.last?.number, try VoiceStore.reached(on: connection) == reached else {
                return nil
            }
            if try VoiceStore.indexedEdition(on: connection) != SearchWords.edition {
                // What was divided otherwise is not found by today's words.
                try connection.execute("INSERT INTO voice_words (voice_words) VALUES ('delete-all')")
                try connection.execute(
                    "UPDATE voice_words_state SET edition = ?, reached = 0", SearchWords.edition)
            }
            let statement = try connection.prepare("INSERT INTO voice_words (rowid, words) VALUES (?, ?)")
            for voice in voices {
                guard let words = try VoiceStore.words(of: voice, on: connection) else { continue }
                try statement.execute(voice.number, words)
            }
            try connection.execute("UPDATE voice_words_state SET reached = ?", last)
            return ContinuousClock.now - begun
        }
    }

    /// The words as they are now, for a voice may be gone or nobody's since it was read; nothing for one that is gone.
    private static func words(
        of voice: (number: Int64, words: String), on connection: Connection
    ) throws -> String? {
        let changed = try connection.queryOne(
            "SELECT CASE WHEN nobodys = 1 AND kind <> ? THEN text END FROM voice WHERE id = ?",
            Voice.Kind.dealerNote.rawValue, voice.number
        ) { $0.optionalText(0) }
        guard let changed else { return nil }
        return changed.map(SearchWords.indexed) ?? voice.words
    }

    public func fileVersion() throws -> Int64 { try database.version() }

    static func indexProgress(on connection: Connection) throws -> IndexProgress {
        let newest =
            try connection.queryOne("SELECT COALESCE(MAX(id), 0) FROM voice") { $0.int64(0) } ?? 0
        return IndexProgress(reached: try reached(on: connection), newest: newest)
    }

    /// 0 where nothing is indexed, or nothing by today's words.
    static func reached(on connection: Connection) throws -> Int64 {
        try connection.queryOne(
            "SELECT reached FROM voice_words_state WHERE edition = ?", SearchWords.edition
        ) {
            $0.int64(0)
        } ?? 0
    }

    static func indexedEdition(on connection: Connection) throws -> Int {
        try connection.queryOne("SELECT edition FROM voice_words_state") { $0.int(0) } ?? 0
    }
}

private struct PlainText: NumberedText {
    var number: Int64
    var text: String
    var textSize: Int { text.utf8.count }
}

extension VoiceStore {
    /// The bytes of all pages of the file that hold something.
    public func bytesInUse() throws -> Int64 {
        try database.readBlocking { connection in
            func pragma(_ name: String) throws -> Int64 {
                try connection.queryOne("PRAGMA \(name)") { $0.int64(0) } ?? 0
            }
            return try (pragma("page_count") - pragma("freelist_count")) * pragma("page_size")
        }
    }
}
