import Earshot
import SQLite

/// Adds voices within one transaction, and their counts at its end.
struct VoiceIntakeTransaction {
    private let connection: Connection
    private var dimensions: Dimensions
    private var readings: ReadingWriter
    private let insertVoice: Statement
    private let edition: EditionRows.InForce
    private var added = 0
    /// The number of the next voice: above all that there are and all that are gone.
    private var nextNumber: Int64
    /// Voices added, by source and day of arrival, of those whose day is known.
    private var arrivals: [Arrival: Int] = [:]
    /// Voices that were read otherwise than those they are counted with.
    private var strays = 0

    private struct Arrival: Hashable {
        var source: Int
        var day: Int
    }

    /// - Parameter reading: by what the voices were read.
    init(_ connection: Connection, recent: RecentSketches, reading: ReadingEdition?) throws {
        self.connection = connection
        edition = try EditionRows(connection).begin(with: reading)
        dimensions = Dimensions(connection)
        readings = try ReadingWriter(
            connection, into: .inForce, edition: edition.number, countsSeries: edition.countsSeries,
            recent: recent)
        nextNumber =
            try connection.queryOne(
                "SELECT MAX(newest, (SELECT IFNULL(MAX(id), 0) FROM voice)) + 1 FROM voice_removal"
            ) { $0.int64(0) } ?? 1
        insertVoice = try connection.prepare(
            """
            INSERT INTO voice (
                id, source, external_id, kind, published_at, given, likes, replies, rating, text_hash, author, url,
                title, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, external_id) DO NOTHING
            """)
    }

    mutating func add(_ understood: UnderstoodVoice) throws -> Admission {
        let voice = understood.voice
        let source = try dimensions.source(voice.source)
        try insertVoice.execute(
            nextNumber, source, voice.id, voice.kind.rawValue,
            voice.publishedAt.milliseconds, try dimensions.given(GivenFields(of: voice)), voice.likes,
            voice.replies, voice.rating, understood.fingerprint.exact, voice.author, voice.url, voice.title,
            voice.text)
        guard connection.changes == 1 else { return .repeated }
        let number = nextNumber
        nextNumber += 1
        added += 1
        if let day = understood.arrivedOn {
            arrivals[Arrival(source: source, day: day.number), default: 0] += 1
        }
        if (understood.edition?.key ?? "") != edition.key { strays += 1 }
        return try readings.add(understood, of: number)
    }

    /// Writes the mentions and the counts of all voices added.
    mutating func finish() throws {
        try readings.finish()
        try countArrivals()
        guard added > 0 else { return }
        try EditionRows(connection).noteChange(of: edition.number, strays: strays)
    }

    /// A row for each source and day of the batch.
    private func countArrivals() throws {
        guard !arrivals.isEmpty else { return }
        let statement = try connection.prepare(
            """
            INSERT INTO source_day (source, day, voices)
            VALUES (?, ?, ?)
            ON CONFLICT (source, day) DO UPDATE SET voices = voices + excluded.voices
            """)
        for (arrival, voices) in arrivals {
            try statement.execute(arrival.source, arrival.day, voices)
        }
    }
}
