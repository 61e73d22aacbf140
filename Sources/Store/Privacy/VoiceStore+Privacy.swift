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

/// What became of the voices of somebody who was forgotten.
public struct ForgottenVoices: Sendable, Hashable {
    /// How many there were.
    public var voices = 0
    /// In how many of them the author's name was left in what they say, for it is a word that others say as well (车主).
    public var namesLeft = 0

    public init(voices: Int = 0, namesLeft: Int = 0) {
        (self.voices, self.namesLeft) = (voices, namesLeft)
    }
}

extension VoiceStore {
    /// How many voices are meant, without those that are nobody's already.
    ///
    /// - Parameter word: what stands in the place of an author who was forgotten.
    public func voices(by authorship: VoiceAuthorship, as word: String) async throws -> Int {
        try await database.read { connection in
            let terms = authorship.terms(notOf: word)
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
    /// What was is overwritten, within the pages; `VoiceStore.rewrite` has it out of the index of words and free pages as well.
    ///
    /// - Parameters:
    ///   - word: what stands in the place of the author, with a random number behind it that tells one from others.
    ///   - isWord: whether a name is a word of its own, which says of nobody who it was, and stays in what they say.
    public func forget(
        _ authorship: VoiceAuthorship, as word: String, leaving isWord: @escaping @Sendable (String) -> Bool
    ) async throws -> ForgottenVoices {
        let token = try VoiceAuthorship.token(of: word)
        return try await database.write { connection in
            try connection.executeScript("PRAGMA secure_delete = ON")
            let terms = authorship.terms(notOf: word)
            let reached = try VoiceStore.reached(on: connection)
            var (done, last) = (ForgottenVoices(), Int64.min)
            while true {
                let voices = try connection.query(
                    """
                    \(AuthoredVoice.selection)
                    WHERE id > ? AND \(terms.condition)
                    ORDER BY id
                    LIMIT \(AuthoredVoice.page)
                    """, arguments: [last] + terms.arguments
                ) { AuthoredVoice($0) }
                for voice in voices {
                    let name = voice.author.flatMap { isWord($0) ? nil : $0 }
                    try voice.forget(name, as: token, indexedTo: reached, on: connection)
                    done.voices += 1
                    if voice.author != nil, name == nil { done.namesLeft += 1 }
                }
                guard let newest = voices.last?.number else { return done }
                last = newest
            }
        }
    }

    /// Writes a file anew, as `BotStore.rewrite` does, with its index of words first: what was removed from that stands in
    /// older parts of it until all are made one. An index of words that were divided otherwise goes, and is made anew by
    /// whoever serves. Nobody else may have the file open.
    public static func rewrite(path: String) throws {
        let connection = try Connection(path: path)
        try connection.executeScript("PRAGMA temp_store = FILE; PRAGMA secure_delete = ON")
        let isIndexed = try connection.queryOne(
            "SELECT COUNT(*) FROM sqlite_master WHERE name = 'voice_words_state'"
        ) { $0.int(0) }
        if isIndexed == 1 {
            if try indexedEdition(on: connection) == SearchWords.edition {
                try connection.execute("INSERT INTO voice_words (voice_words) VALUES ('optimize')")
            } else {
                try connection.executeScript(
                    """
                    BEGIN IMMEDIATE;
                    INSERT INTO voice_words (voice_words) VALUES ('delete-all');
                    UPDATE voice_words_state SET reached = 0;
                    COMMIT
                    """)
            }
        }
        try BotStore.rewrite(path: path)
    }
}

/// A voice as it stands in the file.
struct AuthoredVoice {
    var number: Int64
    var kind: String
    var author: String?
    var title: String?
    var text: String

    /// Voices that are read at once.
    static let page = 200

    /// What a row is read from.
    static let selection = "SELECT id, kind, author, title, text FROM voice"

    init(_ row: borrowing Row) {
        (number, kind, author) = (row.int64(0), row.text(1), row.optionalText(2))
        (title, text) = (row.optionalText(3), row.text(4))
    }

    /// - Parameters:
    ///   - name: the author's, where it is hidden in what they say.
    ///   - reached: the last voice whose words are in the index.
    func forget(
        _ name: String?, as token: String, indexedTo reached: Int64, on connection: Connection
    ) throws {
        let newText = NobodysText.of(text, by: name)
        // A short text is told from others' by its author, whom its hash would give away to whoever guesses.
        try connection.execute(
            """
            UPDATE voice
            SET author = ?, url = NULL, title = ?, text = ?, text_hash = ?, nobodys = 1
            WHERE id = ?
            """,
            author.map { _ in token }, title.map { NobodysText.of($0, by: name) }, newText,
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
    /// What shows, to whoever has it, that somebody was asked for, and does not tell whom: SHA-256 of salt and words, both in
    /// hexadecimal digits; with another salt each time.
    public func sealed() throws -> (digest: String, salt: String) {
        let salt = try randomBytes(AuditChain.saltLength)
        return (
            Hexadecimal.encode(AuditChain.commitment(to: asked, salt: salt)), Hexadecimal.encode(salt)
        )
    }

    /// What stands in the place of an author: the word, and a random number that tells one from others.
    static func token(of word: String) throws -> String {
        "\(word)-\(Hexadecimal.encode(try randomBytes(tokenDigits / 2)))"
    }

    /// What somebody was asked for by.
    private var asked: String {
        switch self {
        case .author(let name, let source): ["author", name, source ?? ""].joined(separator: "\n")
        case .voice(let id, let source): ["voice", id, source ?? ""].joined(separator: "\n")
        }
    }

    /// Hexadecimal digits behind the word for an author who was forgotten.
    fileprivate static let tokenDigits = 16

    /// - Parameter word: for authors who were forgotten before, whose voices are not meant.
    fileprivate func terms(notOf word: String) -> (condition: String, arguments: [any Bindable]) {
        let ofSource = "source = (SELECT id FROM source WHERE name = ?)"
        let (condition, arguments): (String, [any Bindable]) =
            switch self {
            case .author(let name, nil): ("author = ?", [name])
            case .author(let name, let source?): ("author = ? AND \(ofSource)", [name, source])
            case .voice(let id, nil): ("external_id = ?", [id])
            case .voice(let id, let source?): ("external_id = ? AND \(ofSource)", [id, source])
            }
        let digits = String(repeating: "[0-9a-f]", count: VoiceAuthorship.tokenDigits)
        return (
            """
            \(condition) AND (author IS NULL OR substr(author, 1, length(?)) <> ?
                OR substr(author, length(?) + 1) NOT GLOB ?)
            """, arguments + ["\(word)-", "\(word)-", "\(word)-", digits]
        )
    }
}

extension String {
    /// Whether it stands in the place of an author who was forgotten.
    func isToken(of word: String) -> Bool {
        guard hasPrefix("\(word)-") else { return false }
        let digits = dropFirst(word.count + 1)
        return digits.count == VoiceAuthorship.tokenDigits
            && digits.allSatisfy { "0123456789abcdef".contains($0) }
    }
}
