public import Earshot
import SQLite

extension VoiceStore: VoiceArchive {
    public func edition() throws -> FiguresEdition? {
        try database.readBlocking { try EditionRows($0).inForce().map { FiguresEdition($0) } }
    }

    public func progress() throws -> RereadingProgress? {
        try database.readBlocking { connection in
            try EditionRows(connection).next().map {
                RereadingProgress($0, newest: try VoiceStore.newest(on: connection))
            }
        }
    }

    public func beginReading(by edition: ReadingEdition) throws -> RereadingProgress? {
        try database.writeBlocking { connection in
            let rows = EditionRows(connection)
            let inForce = try rows.begin(with: edition)
            let isWanted = inForce.key != edition.key || inForce.strays > 0
            if let next = try rows.next() {
                if isWanted, next.key == edition.key {
                    return RereadingProgress(next, newest: try VoiceStore.newest(on: connection))
                }
                try ReadingTables.next.rename(to: .former(next.number), on: connection)
                try rows.remove(next.number)
            }
            guard isWanted else { return nil }
            let next = try rows.beginNext(edition)
            try ReadingTables.next.make(on: connection)
            return RereadingProgress(next, newest: try VoiceStore.newest(on: connection))
        }
    }

    public func voices(after number: Int64, limit: Int, bytes: Int) throws -> [StoredVoice] {
        try database.readBlocking {
            try StoredVoice.next(after: number, limit: limit, bytes: bytes, on: $0)
        }
    }

    public func newestVoices(before number: Int64, limit: Int, bytes: Int) throws -> [StoredVoice] {
        try database.readBlocking { connection in
            let end = min(number, try VoiceStore.newest(on: connection) + 1)
            return try StoredVoice.newest(before: end, limit: limit, bytes: bytes, on: connection)
        }
    }

    public func add(_ readings: [RereadVoice], to progress: RereadingProgress) throws -> RereadingProgress {
        try writing { connection, rereading in
            try VoiceStore.add(readings, to: progress, rereading, on: connection)
        }
    }

    public func changeOver(
        _ progress: RereadingProgress, at now: Timestamp, most: Int, bytes: Int,
        reading: @escaping @Sendable (StoredVoice) -> UnderstoodVoice
    ) throws -> Duration? {
        let begun = try writing { [recent] connection, rereading -> ContinuousClock.Instant? in
            let begun = ContinuousClock.now
            let rest = try StoredVoice.next(
                after: progress.reached, limit: most + 1, bytes: bytes, on: connection)
            guard rest.count <= most,
                try VoiceStore.newest(on: connection) <= rest.last?.number ?? progress.reached
            else { return nil }
            let readings = rest.map { RereadVoice(number: $0.number, understood: reading($0)) }
            _ = try VoiceStore.add(readings, to: progress, rereading, on: connection)
            let rows = EditionRows(connection)
            if let former = try rows.inForce()?.number {
                try ReadingTables.inForce.rename(to: .former(former), on: connection)
            }
            try ReadingTables.next.rename(to: .inForce, on: connection)
            try rows.putIntoForce(progress.edition.number, since: now)
            // Where this is not committed after all, the number is another one and it begins anew.
            recent.adopt(rereading)
            return begun
        }
        return begun.map { ContinuousClock.now - $0 }
    }

    public func removeRemains() throws -> Bool {
        try database.writeBlocking { try ReadingTables.removeSome(of: VoiceStore.rowsRemoved, on: $0) }
    }

    public func room() throws -> Int64 {
        guard let room = Volume.room(at: database.path) else { return .max }
        let within = try database.readBlocking { connection in
            let pages = try connection.queryOne("PRAGMA freelist_count") { $0.int64(0) } ?? 0
            return pages * (try connection.queryOne("PRAGMA page_size") { $0.int64(0) } ?? 0)
        }
        return room + within
    }

    /// Rows of one transaction, for some tens of milliseconds.
    private static let rowsRemoved = 10_000

    private static func newest(on connection: Connection) throws -> Int64 {
        try connection.queryOne("SELECT COALESCE(MAX(id), 0) FROM voice") { $0.int64(0) } ?? 0
    }

    /// Runs a transaction on the edition to come; one that is undone has left sketches that are none.
    private func writing<Value: Sendable>(
        _ body: @escaping @Sendable (Connection, RecentSketches) throws -> Value
    ) throws -> Value {
        do {
            return try database.writeBlocking { [rereading] in try body($0, rereading) }
        } catch {
            rereading.distrust()
            throw error
        }
    }

    private static func add(
        _ readings: [RereadVoice], to progress: RereadingProgress, _ rereading: RecentSketches,
        on connection: Connection
    ) throws -> RereadingProgress {
        let rows = EditionRows(connection)
        guard let next = try rows.next(), next.number == progress.edition.number,
            next.reached == progress.reached
        else {
            throw RereadingError(.overtaken, "another process reads the voices again")
        }
        guard let last = readings.last?.number else { return progress }
        var writer = try ReadingWriter(
            connection, into: .next, edition: next.number, countsSeries: next.countsSeries, recent: rereading)
        for reading in readings { _ = try writer.add(reading.understood, of: reading.number) }
        try writer.finish()
        try rows.advance(next.number, to: last)
        var advanced = progress
        advanced.reached = last
        advanced.newest = max(last, try newest(on: connection))
        return advanced
    }
}
