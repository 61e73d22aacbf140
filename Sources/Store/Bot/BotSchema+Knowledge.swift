/// The migrations of lines to take.
extension BotSchema {
    /// A number is never given twice: it stands in chats. `place` is `nation`, `region:…` or `city:…`, `variants` has one a line,
    /// `valid_until` is a day counted from 1970. `knowledge_revision` holds every revision as it was; nothing is removed from it.
    /// `day` of a question without an answer is counted from 1970, too.
    static let sixteenth = """
        CREATE TABLE knowledge (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            version INTEGER NOT NULL,
            key TEXT NOT NULL,
            question TEXT NOT NULL,
            variants TEXT NOT NULL,
            answer TEXT NOT NULL,
            place TEXT NOT NULL,
            valid_until INTEGER,
            approver TEXT NOT NULL,
            filed_by TEXT NOT NULL,
            filed_at INTEGER NOT NULL,
            retired_by TEXT,
            retired_at INTEGER,
            reason TEXT
        );
        CREATE UNIQUE INDEX knowledge_in_use ON knowledge (key, place) WHERE retired_at IS NULL;
        CREATE TABLE knowledge_revision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            entry INTEGER NOT NULL REFERENCES knowledge (number),
            version INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            question TEXT NOT NULL,
            variants TEXT NOT NULL,
            answer TEXT NOT NULL,
            place TEXT NOT NULL,
            valid_until INTEGER,
            approver TEXT NOT NULL,
            reason TEXT,
            UNIQUE (entry, version)
        );
        CREATE TABLE unanswered (
            day INTEGER NOT NULL,
            key TEXT NOT NULL,
            text TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, key)
        ) WITHOUT ROWID;
        """
}
