import SQLite

/// Which voices somebody wrote, who wants to be forgotten.
public enum VoiceAuthorship: Sendable, Hashable {
    /// All of an author, by the name the source gives; of one source or of all of them.
    case author(String, source: String?)
    /// One, by the identifier its source gave it.
    case voice(String)
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

    /// Takes author and address from voices. What they say stays, with nobody's name, and so do all counts.
    ///
    /// - Returns: how many voices lost them.
    public func forget(_ authorship: VoiceAuthorship) async throws -> Int {
        try await database.write { connection in
            try connection.executeScript("PRAGMA secure_delete = ON")
            let terms = authorship.terms
            try connection.execute(
                """
                UPDATE voice SET author = NULL, url = NULL
                WHERE (author IS NOT NULL OR url IS NOT NULL) AND \(terms.condition)
                """, arguments: terms.arguments)
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
        case .voice(let id): ("external_id = ?", [id])
        }
    }
}
