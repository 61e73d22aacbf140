public import Earshot
public import SQLite
import Synchronization

/// Conversations, bindings and the audit trail, in one file.
public final class BotStore: Sendable {
    let database: Database
    let digest: @Sendable (String) -> String
    /// The last number of a suggestion that was given to somebody who is about to file one.
    let lastSuggestion = Mutex<Int64>(0)
    /// The last number of a line to take that was given to somebody who is about to file one.
    let lastEntry = Mutex<Int64>(0)
    /// The last number of a hand-over that was given to somebody who is about to ask for one.
    let lastHandOver = Mutex<Int64>(0)

    /// Opens the file, and makes it where there is none.
    ///
    /// - Parameter digest: under which a code is kept, so that who reads the file cannot use it: SHA-256.
    /// - Throws: `SQLiteError`, also when a newer edition of the program wrote the file.
    public init(
        path: String, digest: @escaping @Sendable (String) -> String, options: Options = Options()
    ) throws {
        self.digest = digest
        database = try Database(path: path, schema: BotSchema.schema, options: options)
    }

    /// Looks whether a file could be opened; changes nothing.
    ///
    /// - Throws: `SQLiteError`, as opening would.
    public static func examine(path: String) throws {
        try Database.examine(path: path, schema: BotSchema.schema)
    }

    /// The queues and commit groups of the file, for metrics.
    public var statistics: Statistics { database.statistics }

    public func close() async {
        await database.close()
    }

    /// How long the reply to a message is kept: three times what is promised for repeats.
    public static let repliesKept = Duration.seconds(24 * 3600)
    /// How long the reply to a message is kept that people may rate, with what was understood: a rating that comes later
    /// is kept without its answer.
    public static let ratedRepliesKept = Duration.seconds(7 * 24 * 3600)
    /// How long is kept what people think of answers.
    public static let feedbackKept = Duration.seconds(365 * 24 * 3600)
    /// How long a conversation is kept: whoever left a form open is told for a week that it expired.
    public static let conversationsKept = Duration.seconds(7 * 24 * 3600)

    /// How long a delivery is known after it was sent, expired or taken back: within it the same matter is not sent
    /// again. Dead letters stay as long.
    public static let deliveriesKept = Duration.seconds(180 * 24 * 3600)

    /// How long a warning is known after its end, with its history and who was told of it: long enough to compare a season
    /// with the same one a year before.
    public static let warningsKept = Duration.seconds(2 * 365 * 24 * 3600)

    /// How long reports can be made again: long enough for the same season of the year before.
    public static let reportsKept = Duration.seconds(400 * 24 * 3600)

    /// How long is known what was said in a hand-over after its end: as long as an answer may be worth keeping.
    public static let handOversKept = Duration.seconds(90 * 24 * 3600)

    /// How long is kept what was asked and not answered.
    public static let unansweredKept = Duration.seconds(60 * 24 * 3600)

    /// Forgets the replies to messages that no platform repeats any more, conversations nobody goes on with, and whatever
    /// else has been kept for its time.
    ///
    /// - Parameter calendar: tells the days that are kept.
    /// - Returns: how many rows went.
    public func forget(at now: Timestamp, calendar: LocalCalendar = .shanghai) async throws -> Int {
        let (moment, silent) = (now - BotStore.repliesKept, now - BotStore.conversationsKept)
        return try await database.write { connection in
            try connection.execute(
                "DELETE FROM handled WHERE request IS NULL AND handled_at < ?", moment.milliseconds)
            var replies = connection.changes
            try connection.execute(
                "DELETE FROM handled WHERE request IS NOT NULL AND handled_at < ?",
                (now - BotStore.ratedRepliesKept).milliseconds)
            replies += connection.changes
            try connection.execute(
                "DELETE FROM feedback WHERE given_at < ?", (now - BotStore.feedbackKept).milliseconds)
            let ratings = connection.changes
            try connection.execute("DELETE FROM conversation WHERE updated_at < ?", silent.milliseconds)
            let conversations = connection.changes
            try connection.execute("DELETE FROM wrong_code WHERE at < ?", moment.milliseconds)
            let codes = connection.changes
            try connection.execute("DELETE FROM inbox WHERE kept_at < ?", moment.milliseconds)
            let kept = connection.changes
            // By then no address works any more, and no callback that brings one is fresh.
            try connection.execute(
                "DELETE FROM spent_address WHERE spent_at < ?", moment.milliseconds)
            // By then every bucket is full again.
            try connection.execute("DELETE FROM rate WHERE moment < ?", moment.milliseconds)
            try connection.execute(
                "DELETE FROM delivery WHERE state IN (3, 4, 5, 6) AND changed_at < ?",
                (now - BotStore.deliveriesKept).milliseconds)
            let deliveries = connection.changes
            try BotStore.forgetPictures(on: connection)
            let pictures = connection.changes
            let warnings = try BotStore.forgetWarnings(
                endedBefore: now - BotStore.warningsKept, on: connection)
            let questions = try BotStore.forgetUnanswered(
                before: calendar.day(of: now - BotStore.unansweredKept), on: connection)
            let reports = try BotStore.forgetReports(
                issuedBefore: now - BotStore.reportsKept, on: connection)
            let handOvers = try BotStore.forgetHandOvers(
                endedBefore: now - BotStore.handOversKept, on: connection)
            try connection.execute("DELETE FROM attachment WHERE forget_at <= ?", now.milliseconds)
            return replies + ratings + conversations + codes + kept + deliveries + pictures + warnings
                + questions + reports + handOvers + connection.changes
        }
    }
}
