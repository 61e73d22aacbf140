public import Earshot
import SQLite

extension VoiceStore {
    /// How many voices have not been made nobody's, and how many of them `minimise` would.
    public func authored(before horizon: Timestamp?) async throws -> RetainedAmount {
        try await database.read { connection in
            func count(before horizon: Timestamp) throws -> Int {
                try connection.queryOne(
                    "SELECT COUNT(*) FROM voice WHERE nobodys = 0 AND published_at < ?", horizon.milliseconds
                ) { $0.int(0) } ?? 0
            }
            return RetainedAmount(
                entries: try count(before: Timestamp(milliseconds: .max)),
                due: try horizon.map { try count(before: $0) } ?? 0)
        }
    }

    /// Makes voices nobody's that were published before a moment, in small parts: what `forget` does to those of a customer.
    /// What was counted stays, also once they are read again.
    ///
    /// Nothing is done while the voices are read again for another edition.
    ///
    /// The same few words of one author are told from others' by the author, and so become nobody's at the same time, however
    /// young they are.
    ///
    /// - Parameters:
    ///   - done: how many there were is added to it, also where the rest could not be.
    ///   - word: as `forget` has it.
    ///   - isWord: the same.
    ///   - pause: lets others write for as long as a part took, be they of another process.
    public func minimise(
        before horizon: Timestamp, as word: String, into done: inout ForgottenVoices,
        leaving isWord: @escaping @Sendable (String) -> Bool,
        pause: (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws {
        while true {
            try Task.checkCancellation()
            let begun = ContinuousClock.now
            let part = try await database.write { connection in
                try VoiceStore.minimiseSome(before: horizon, as: word, leaving: isWord, on: connection)
            }
            guard part.voices > 0 else { return }
            done.voices += part.voices
            done.namesLeft += part.namesLeft
            try await pause(ContinuousClock.now - begun)
        }
    }

    /// Voices of a transaction at most, and after how long it takes in no further one: others wait for it, and for its commit.
    private static let authorsAtOnce = 100
    private static let longestForAuthors = Duration.milliseconds(10)
    /// Voices of one author in the same few words that go along at most.
    private static let mostAlike = 100

    private static func minimiseSome(
        before horizon: Timestamp, as word: String, leaving isWord: (String) -> Bool,
        on connection: Connection
    ) throws -> ForgottenVoices {
        // What was read before would be compared with what is changed now; the next time finds it.
        guard try EditionRows(connection).next() == nil else { return ForgottenVoices() }
        try connection.executeScript("PRAGMA secure_delete = ON")
        let begun = ContinuousClock.now
        let due = try connection.query(
            """
            \(AuthoredVoice.selection)
            WHERE nobodys = 0 AND published_at < ?
            ORDER BY published_at
            LIMIT ?
            """, horizon.milliseconds, authorsAtOnce
        ) { AuthoredVoice($0) }
        let reached = try VoiceStore.reached(on: connection)
        var (done, tokens, seen) = (ForgottenVoices(), [String: String](), Set<Int64>())
        for voice in due where !seen.contains(voice.number) {
            var (name, token, isLeft): (String?, String, Bool) = (nil, "", false)
            if let author = voice.author {
                token = try VoiceStore.token(of: author, as: word, &tokens)
                if token != author {
                    isLeft = isWord(author)
                    name = isLeft ? nil : author
                }
            }
            // All of one author.
            let together = try [voice] + VoiceStore.alike(voice, on: connection)
            for voice in together where seen.insert(voice.number).inserted {
                try voice.forget(name, as: token, indexedTo: reached, on: connection)
                done.voices += 1
                if isLeft { done.namesLeft += 1 }
            }
            if ContinuousClock.now - begun > longestForAuthors { break }
        }
        return done
    }

    /// What stands in an author's place within a part.
    private static func token(
        of author: String, as word: String, _ tokens: inout [String: String]
    ) throws -> String {
        if author.isToken(of: word) { return author }
        if let known = tokens[author] { return known }
        let token = try VoiceAuthorship.token(of: word)
        tokens[author] = token
        return token
    }

    /// Others of the author in the same few words.
    private static func alike(_ voice: AuthoredVoice, on connection: Connection) throws -> [AuthoredVoice] {
        guard let author = voice.author else { return [] }
        let hash = Fingerprint(of: voice.text, by: author).exact
        guard hash != Fingerprint(of: voice.text).exact else { return [] }
        return try connection.query(
            """
            \(AuthoredVoice.selection)
            WHERE text_hash = ? AND author = ? AND nobodys = 0 AND id <> ?
            LIMIT ?
            """, hash, author, voice.number, mostAlike
        ) { AuthoredVoice($0) }
    }
}

extension VoiceStore {
    /// Whether a voice was published before a moment, or reposts of one that went wait to be taken up.
    ///
    /// - Parameter onlyWithAuthors: whether only those count that are not nobody's yet.
    public func isDue(before horizon: Timestamp, onlyWithAuthors: Bool) async throws -> Bool {
        try await database.read { connection in
            try connection.queryOne(
                """
                SELECT 1
                WHERE EXISTS (SELECT 1 FROM voice WHERE nobodys = 0 AND published_at < ?1)
                    OR NOT ?2 AND EXISTS (SELECT 1 FROM voice WHERE nobodys = 1 AND published_at < ?1)
                    OR NOT ?2 AND EXISTS (SELECT 1 FROM voice_removal WHERE left_reposts > taken_up)
                """, horizon.milliseconds, onlyWithAuthors
            ) { $0.int(0) } != nil
        }
    }
}
