import Crypto
import SQLite

/// Which voices somebody wrote, who wants to be forgotten.
public enum VoiceAuthorship: Sendable, Hashable {
    /// All of an author, by the name the source gives; of one source or of all of them.
    case author(String, source: String?)
    /// One, by the identifier its source gave it; where several sources gave it, of one of them or of all.
    case voice(String, source: String?)
}

extension VoiceStore {
    /// How many voices name an author or an address, of those meant.
    public func voices(by authorship: VoiceAuthorship) async throws -> Int {
        try await database.read { connection in
            let terms = authorship.terms
            return try connection.query(
                """
                SELECT COUNT(*)
                FROM voice
                WHERE (author IS NOT NULL OR url IS NOT NULL) AND \(terms.condition)
                """, arguments: terms.arguments
            ) { $0.int(0) }.first ?? 0
        }
    }

    /// Takes author and address from voices. What they say stays, as nobody's, and so do all counts, also once they are read
    /// again: what one author wrote in the same words stays one author's.
    ///
    /// - Parameter word: what stands in the place of the author, with a random number behind it that tells one from others.
    /// - Returns: how many voices lost them.
    public func forget(_ authorship: VoiceAuthorship, as word: String) async throws -> Int {
        let token = "\(word)-\(Hexadecimal.encode(try randomBytes(8)))"
        return try await database.write { connection in
            try connection.executeScript("PRAGMA secure_delete = ON")
            let terms = authorship.terms
            try connection.execute(
                """
                UPDATE voice SET author = iif(author IS NULL, NULL, ?), url = NULL
                WHERE (author IS NOT NULL OR url IS NOT NULL) AND \(terms.condition)
                """, arguments: [token] + terms.arguments)
            return connection.changes
        }
    }
}

extension VoiceAuthorship {
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
