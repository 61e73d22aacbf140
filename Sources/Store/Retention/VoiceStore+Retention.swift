public import Earshot
import SQLite

/// What became of voices whose time is over.
public struct ExpiredVoices: Sendable, Hashable {
    /// Voices that went.
    public var removed = 0
    /// Voices that were uncounted as reposts of one that went, and stand for themselves now, or are another's.
    public var takenUp = 0
    /// Whether nothing more could be done, for the voices are being read again.
    public var isPutOff = false

    public init(removed: Int = 0, takenUp: Int = 0, isPutOff: Bool = false) {
        (self.removed, self.takenUp, self.isPutOff) = (removed, takenUp, isPutOff)
    }
}

extension VoiceStore {
    /// Removes voices that were published before a moment, with everything that was made of them, in small parts; then the
    /// figures are those of the voices that are left. What they said first and others after them counts as the first of those
    /// that are left.
    ///
    /// Nothing is done while the voices are read again for another edition, which would count what goes meanwhile: the next
    /// time finds it. Where it is ended in between, every part is whole, and the next time goes on.
    ///
    /// - Parameters:
    ///   - done: what was done is added to it, also where the rest could not be.
    ///   - reading: reads a voice again, as `Comprehension.understand(again:)` does.
    ///   - pause: lets others write for as long as a part took, be they of another process.
    public func expire(
        before horizon: Timestamp, calendar: LocalCalendar = .shanghai, into done: inout ExpiredVoices,
        reading: @escaping @Sendable (StoredVoice) -> UnderstoodVoice,
        pause: (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws {
        // Reposts first: what only they repeat has nobody to take it up then.
        for isRepost in [true, false] {
            try await eachDue(before: horizon, isRepost: isRepost, pause: pause) { numbers in
                guard let removed = try await self.remove(numbers) else {
                    done.isPutOff = true
                    return nil
                }
                done.removed += removed
                return removed
            }
            if done.isPutOff { return }
        }
        try await takeUpReposts(reading, &done, pause: pause)
        try await forgetTimes(before: horizon, calendar, pause: pause)
    }

    /// How many voices there are, and how many of them `expire` would remove.
    public func retained(before horizon: Timestamp?) async throws -> RetainedAmount {
        try await database.read { connection in
            let count = try connection.queryOne("SELECT COUNT(*) FROM voice") { $0.int(0) } ?? 0
            guard let horizon else { return RetainedAmount(entries: count, due: 0) }
            let due = try connection.queryOne(
                "SELECT COUNT(*) FROM voice WHERE nobodys IN (0, 1) AND published_at < ?",
                horizon.milliseconds
            ) { $0.int(0) }
            return RetainedAmount(entries: count, due: due ?? 0)
        }
    }

    /// Voices that are looked up at once, and those of a transaction at most.
    private static let due = 2000
    private static let part = 200
    /// A transaction takes in no further voice after so long: others wait for it, and for its commit.
    private static let longest = Duration.milliseconds(10)

    /// Where the look-up of what is due has come to.
    private struct DuePosition {
        var nobodys = 0
        var publishedAt = Int64.min
        var number = Int64.min
    }

    /// Gives what is due, a part at a time.
    ///
    /// - Parameter remove: returns how many of the first it has done; nothing to end.
    private func eachDue(
        before horizon: Timestamp, isRepost: Bool, pause: (Duration) async throws -> Void,
        _ remove: (ArraySlice<Int64>) async throws -> Int?
    ) async throws {
        for nobodys in [0, 1] {
            var position = DuePosition(nobodys: nobodys)
            while true {
                let found = try await database.read { [position] connection in
                    try VoiceStore.due(after: position, before: horizon, on: connection)
                }
                guard let last = found.last else { break }
                position = last.position
                var numbers = found.filter { $0.isRepost == isRepost }.map(\.position.number)[...]
                while !numbers.isEmpty {
                    try Task.checkCancellation()
                    let begun = ContinuousClock.now
                    guard let done = try await remove(numbers.prefix(VoiceStore.part)) else { return }
                    numbers = numbers.dropFirst(done)
                    try await pause(ContinuousClock.now - begun)
                }
            }
        }
    }

    private static func due(
        after position: DuePosition, before horizon: Timestamp, on connection: Connection
    ) throws -> [(position: DuePosition, isRepost: Bool)] {
        try connection.query(
            """
            SELECT voice.published_at, voice.id, reading.repost_of IS NOT NULL
            FROM voice
            LEFT JOIN reading ON reading.voice = voice.id
            WHERE voice.nobodys = ? AND voice.published_at >= ? AND voice.published_at < ?
                AND (voice.published_at, voice.id) > (?, ?)
            ORDER BY voice.published_at, voice.id
            LIMIT ?
            """, position.nobodys, position.publishedAt, horizon.milliseconds, position.publishedAt,
            position.number, due
        ) { row in
            (
                DuePosition(nobodys: position.nobodys, publishedAt: row.int64(0), number: row.int64(1)),
                row.int(2) != 0
            )
        }
    }

    /// Removes the first of some voices, as many as there is time for.
    ///
    /// - Returns: how many; nothing while the voices are read again.
    private func remove(_ numbers: ArraySlice<Int64>) async throws -> Int? {
        try await database.write { connection in
            guard try EditionRows(connection).next() == nil else { return nil }
            // What was is overwritten, as where somebody is forgotten.
            try connection.executeScript("PRAGMA secure_delete = ON")
            let begun = ContinuousClock.now
            var removal = try VoiceRemoval(connection)
            var done = 0
            for number in numbers {
                try removal.remove(number)
                done += 1
                if ContinuousClock.now - begun > VoiceStore.longest { break }
            }
            try removal.finish()
            return done
        }
    }

    /// Counts reposts of voices that are gone as what they are without these, in the order in which they came in.
    private func takeUpReposts(
        _ reading: @escaping @Sendable (StoredVoice) -> UnderstoodVoice, _ done: inout ExpiredVoices,
        pause: (Duration) async throws -> Void
    ) async throws {
        // Known before the look: what another process leaves meanwhile is looked for again.
        let (left, takenUp) = try await database.read { connection in
            try connection.queryOne("SELECT left_reposts, taken_up FROM voice_removal") {
                ($0.int64(0), $0.int64(1))
            } ?? (0, 0)
        }
        guard left > takenUp else { return }
        var last: Int64 = 0
        while true {
            let numbers = try await database.read { [last] connection in
                try connection.query(VoiceStore.nextLeft, last, VoiceStore.due) { $0.int64(0) }
            }
            guard let newest = numbers.last else { break }
            last = newest
            var rest = numbers[...]
            while !rest.isEmpty {
                try Task.checkCancellation()
                let part = Array(rest.prefix(VoiceStore.part))
                let voices = try await database.read { connection in
                    try part.compactMap { number in
                        try StoredVoice.next(after: number - 1, limit: 1, bytes: .max, on: connection).first
                    }
                }
                // Read before anybody has to wait for it.
                let readings = voices.filter { part.contains($0.number) }.map {
                    RereadVoice(number: $0.number, understood: reading($0))
                }
                let begun = ContinuousClock.now
                guard let taken = try await takeUp(readings) else {
                    done.isPutOff = true
                    return
                }
                done.takenUp += taken
                rest =
                    taken < readings.count
                    ? rest.drop { $0 < readings[taken].number } : rest.dropFirst(part.count)
                try await pause(ContinuousClock.now - begun)
            }
        }
        try await database.write { connection in
            try connection.execute("UPDATE voice_removal SET taken_up = MAX(taken_up, ?)", left)
        }
    }

    /// - Returns: how many of the first were done; nothing while the voices are read again.
    private func takeUp(_ readings: [RereadVoice]) async throws -> Int? {
        guard !readings.isEmpty else { return 0 }
        do {
            return try await database.write { [recent] connection in
                let rows = EditionRows(connection)
                guard try rows.next() == nil, let inForce = try rows.inForce() else { return nil }
                var writer = try ReadingWriter(
                    connection, into: .inForce, edition: inForce.number, countsSeries: inForce.countsSeries,
                    recent: recent)
                let begun = ContinuousClock.now
                var (done, strays) = (0, 0)
                for voice in readings {
                    done += 1
                    try connection.execute(
                        """
                        DELETE FROM reading
                        WHERE voice = ? AND repost_of IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM voice WHERE voice.id = reading.repost_of)
                        """, voice.number)
                    guard connection.changes == 1 else { continue }
                    _ = try writer.add(voice.understood, of: voice.number)
                    if (voice.understood.edition?.key ?? "") != inForce.key { strays += 1 }
                    if ContinuousClock.now - begun > VoiceStore.longest { break }
                }
                try writer.finish()
                try rows.noteChange(of: inForce.number, strays: strays)
                try recent.notePromotions(on: connection)
                return done
            }
        } catch {
            recent.distrust()
            throw error
        }
    }

    /// Reposts of what is gone, a look through all readings.
    private static let nextLeft = """
        SELECT voice
        FROM reading
        WHERE voice > ? AND repost_of IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM voice WHERE voice.id = reading.repost_of)
        ORDER BY voice
        LIMIT ?
        """

    /// Removes what is known by times: what a second reader said, which nobody asks for again but of younger voices in the same
    /// words, and the days on which sources brought something.
    private func forgetTimes(
        before horizon: Timestamp, _ calendar: LocalCalendar, pause: (Duration) async throws -> Void
    ) async throws {
        let day = calendar.day(of: horizon).number
        var keys = try await database.read { connection in
            try connection.query(
                "SELECT question FROM second_reading WHERE answered_at < ?", horizon.milliseconds
            ) { $0.blob(0) }
        }[...]
        while true {
            try Task.checkCancellation()
            let part = keys.prefix(VoiceStore.part)
            keys = keys.dropFirst(part.count)
            let begun = ContinuousClock.now
            try await database.write { connection in
                for key in part {
                    try connection.execute(
                        "DELETE FROM second_reading WHERE question = ? AND answered_at < ?", key,
                        horizon.milliseconds)
                }
                guard part.isEmpty else { return }
                try connection.execute("DELETE FROM source_day WHERE day < ?", day)
                try connection.execute("DELETE FROM second_reading_day WHERE day < ?", day)
            }
            if part.isEmpty { return }
            try await pause(ContinuousClock.now - begun)
        }
    }
}
