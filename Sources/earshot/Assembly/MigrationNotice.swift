import Store

/// Tells an operator that a file of an earlier edition is being rewritten, and when it is done: with many voices it
/// takes minutes, in which nothing else happens.
enum MigrationNotice {
    /// In the words of a service's log.
    case log
    /// In words for the person who called a command.
    case terminal

    func begin(_ migration: PendingMigration, of file: String) {
        switch self {
        case .log: Log.write(.info, "migrating the database", fields(migration, file))
        case .terminal:
            Terminal.say(
                "bringing \(file) from schema \(migration.from) to \(migration.to); this may take a while")
        }
    }

    func end(_ migration: PendingMigration, of file: String, after time: Duration) {
        let (seconds, attoseconds) = time.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        switch self {
        case .log:
            Log.write(
                .info, "the database is migrated",
                fields(migration, file) + [("migration.milliseconds", "\(milliseconds)")])
        case .terminal: Terminal.say("\(file) is up to date")
        }
    }

    private func fields(_ migration: PendingMigration, _ file: String) -> [(StaticString, String)] {
        [
            ("migration.file", file), ("migration.from", "\(migration.from)"),
            ("migration.to", "\(migration.to)"),
        ]
    }
}
