/// The migrations of hand-overs.
extension BotSchema {
    /// A number is never given twice: it stands in chats. `state`, `level` and `alarm` are numbers of the program's
    /// enumerations, `before` is what was asked and answered before, as the program reads it again. Nobody has two open ones.
    static let ofHandOvers = """
        CREATE TABLE hand_over (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            version INTEGER NOT NULL,
            asker TEXT NOT NULL,
            store TEXT NOT NULL,
            city TEXT NOT NULL,
            state INTEGER NOT NULL,
            opened_at INTEGER NOT NULL,
            holder TEXT,
            attended_at INTEGER,
            unanswered_since INTEGER,
            last_at INTEGER NOT NULL,
            level INTEGER NOT NULL,
            alarm INTEGER NOT NULL,
            alarmed_at INTEGER,
            due INTEGER NOT NULL,
            answers INTEGER NOT NULL,
            ended_by TEXT,
            ended_at INTEGER,
            proposed_at INTEGER,
            before TEXT NOT NULL
        );
        CREATE UNIQUE INDEX hand_over_open ON hand_over (asker) WHERE state < 2;
        CREATE INDEX hand_over_held ON hand_over (holder, attended_at) WHERE state < 2;
        CREATE INDEX hand_over_due ON hand_over (due) WHERE state < 2;
        CREATE INDEX hand_over_by_end ON hand_over (ended_at) WHERE ended_at IS NOT NULL;
        CREATE TABLE hand_over_line (
            id INTEGER PRIMARY KEY,
            hand_over INTEGER NOT NULL REFERENCES hand_over (number),
            author TEXT NOT NULL,
            text TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX hand_over_line_by_number ON hand_over_line (hand_over);
        """
}
