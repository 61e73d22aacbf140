/// The migrations of what the watch looked at besides warnings.
extension BotSchema {
    /// What stood out of too few voices: its last day, counted from 1970, and how many days before it belong to it with that
    /// one.
    static let sparseRises = """
        CREATE TABLE sparse_rise (
            day INTEGER NOT NULL,
            subject TEXT NOT NULL,
            days INTEGER NOT NULL,
            observed INTEGER NOT NULL,
            expected REAL NOT NULL,
            PRIMARY KEY (day, subject)
        ) WITHOUT ROWID;
        """
}
