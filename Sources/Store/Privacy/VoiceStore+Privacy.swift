import Crypto
import Earshot
import SQLite

/// Which voices somebody wrote, who wants to be forgotten.
public enum VoiceAuthorship: Sendable, Hashable {
    /// All of an author, by the name the source gives; of one source or of all of them.
    case author(String, source: String?)
    /// One, by the identifier its source gave it; where several sources gave it, of one of them or of all.
    case voice(String, source: String?)
}

extension VoiceStore {
    /// How many voices are meant.
    public func voices(by authorship: VoiceAuthorship) async throws -> Int {
        try await database.read { connection in
            let terms = authorship.terms
            return try connection.query(
                """
                SELECT COUNT(*)
                FROM voice
                WHERE \(terms.condition)
                """, arguments: terms.arguments
            ) { $0.int(0) }.first ?? 0
        }
    }

    /// Takes author and address from voices, and the author's name and every number by which a person is found from what they
    /// say: `NobodysText`. What they say else stays, as nobody's, and so do all counts, also once they are read again: what one
    /// author wrote in the same words stays one author's. The identifier of the source stays as well: without it the same
    /// voice would come in again.
    ///
    /// - Parameter word: what stands in the place of the author, with a random number behind it that tells one from others.
    /// - Returns: how many voices it was, with a receipt that names nobody.
    public func forget(
        _ authorship: VoiceAuthorship, as word: String
    ) async throws -> (voices: Int, digest: String, salt: String) {
        let salt = try randomBytes(AuditChain.saltLength)
        let digest = Hexadecimal.encode(AuditChain.commitment(to: authorship.asked, salt: salt))
        let token = "\(word)-\(Hexadecimal.encode(try randomBytes(8)))"
        let voices = try await database.write { connection in
            try connection.executeScript("PRAGMA secure_delete = ON")
            let terms = authorship.terms
            let rows = try connection.query(
                "SELECT id, kind, author, title, text FROM voice WHERE \(terms.condition)",
                arguments: terms.arguments
            ) { row in
                AuthoredVoice(
                    number: row.int64(0), kind: row.text(1), author: row.optionalText(2),
                    title: row.optionalText(3), text: row.text(4))
            }
            let reached = try VoiceStore.reached(on: connection)
            for voice in rows { try voice.forget(as: token, indexedTo: reached, on: connection) }
            return rows.count
        }
        return (voices, digest, Hexadecimal.encode(salt))
    }
}

/// A voice as it stands in the file.
private struct AuthoredVoice {
    var number: Int64
    var kind: String
    var author: String?
    var title: String?
    var text: String

    /// - Parameter reached: the last voice whose words are in the index.
    func forget(as token: String, indexedTo reached: Int64, on connection: Connection) throws {
        let newText = NobodysText.of(text, by: author)
        // A short text is told from others' by its author, whom its hash would give away to whoever guesses.
        try connection.execute(
            "UPDATE voice SET author = ?, url = NULL, title = ?, text = ?, text_hash = ? WHERE id = ?",
            author.map { _ in token }, title.map { NobodysText.of($0, by: author) }, newText,
            Fingerprint(of: newText, by: author.map { _ in token }).exact, number)
        guard newText != text, number <= reached, kind != Voice.Kind.dealerNote.rawValue else { return }
        try connection.execute(
            "INSERT INTO voice_words (voice_words, rowid, words) VALUES ('delete', ?, ?)", number,
            SearchWords.indexed(text))
        try connection.execute(
            "INSERT INTO voice_words (rowid, words) VALUES (?, ?)", number, SearchWords.indexed(newText))
    }
}

extension VoiceAuthorship {
    /// What somebody was asked for by.
    fileprivate var asked: String {
        switch self {
        case .author(let name, let source): ["author", name, source ?? ""].joined(separator: "\n")
        case .voice(let id, let source): ["voice", id, source ?? ""].joined(separator: "\n")
        }
    }

    fileprivate var terms: (condition: String, arguments: [any Bindable]) {
        switch self {
        case .author(let name, nil): ("author = ?", [name])
        case .author(let name, let source?):
            ("author = ? AND source = (SELECT id FROM source WHERE name = ?)", [name, source])
        case .voice(let id, nil): ("external_id = ?", [id])
        case .voice(let id, let source?):
            ("external_id = ? AND source = (SELECT id FROM source WHERE name = ?)", [id, source])
        }
    }
}
