/// The migrations of what dealers record, and of what people are told and asked once a day.
extension BotSchema {
    /// A note waits until `voices.db` knows it as it is. `dealer` is the store's identifier, `city` a city's short name; `words`
    /// is empty once it was taken back. A number is never given twice: it stands in chats. `day` is counted from 1970; an
    /// asking is one for each day of a subscription's schedule.
    static let dealerNotes = """
        CREATE TABLE voice_note (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            revision INTEGER NOT NULL,
            person TEXT NOT NULL,
            dealer TEXT NOT NULL,
            city TEXT NOT NULL,
            words TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            withdrawn INTEGER NOT NULL,
            waiting INTEGER NOT NULL
        );
        CREATE INDEX voice_note_by_person ON voice_note (person, number) WHERE withdrawn = 0;
        CREATE INDEX voice_note_waiting ON voice_note (number) WHERE waiting = 1;
        CREATE TABLE briefing (
            person TEXT PRIMARY KEY,
            day INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE note_asking (
            subscription INTEGER NOT NULL,
            day INTEGER NOT NULL,
            person TEXT NOT NULL,
            asked_at INTEGER NOT NULL,
            answered_at INTEGER,
            PRIMARY KEY (subscription, day)
        ) WITHOUT ROWID;
        CREATE INDEX note_asking_open ON note_asking (person, asked_at) WHERE answered_at IS NULL;
        CREATE INDEX note_asking_by_day ON note_asking (day);
        """
}
