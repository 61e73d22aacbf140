/// The migrations of reports and subscriptions to them.
extension BotSchema {
    /// `place`, `aspect` and `schedule` are written as in the vocabulary, `aspect` empty for all; `day` is counted from 1970.
    /// A report is what everybody reads in the same way, an issue what one person was given of it: of a subscription one for
    /// each day of its schedule.
    static let seventeenth = """
        CREATE TABLE report_subscription (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            kind TEXT NOT NULL,
            place TEXT NOT NULL,
            aspect TEXT NOT NULL,
            schedule TEXT NOT NULL,
            since INTEGER NOT NULL,
            paused_until INTEGER,
            UNIQUE (person, kind, place, aspect)
        );
        CREATE TABLE report (
            number INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            composed_at INTEGER NOT NULL,
            content TEXT NOT NULL
        );
        CREATE TABLE report_issue (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            subscription INTEGER,
            person TEXT NOT NULL,
            kind TEXT NOT NULL,
            day INTEGER NOT NULL,
            late INTEGER NOT NULL,
            report INTEGER NOT NULL REFERENCES report (number),
            news TEXT NOT NULL,
            issued_at INTEGER NOT NULL,
            UNIQUE (subscription, day)
        );
        CREATE INDEX report_issue_by_day ON report_issue (day);
        CREATE INDEX report_issue_by_time ON report_issue (issued_at);
        CREATE INDEX report_issue_by_report ON report_issue (report);
        CREATE TABLE quiet_hours (
            person TEXT PRIMARY KEY,
            hours TEXT NOT NULL
        ) WITHOUT ROWID;
        """

    /// `subject` is what `ReportSubject` writes, empty for the own brand. A number is never given twice: what was sent is known
    /// by it.
    static let reportSubjects = """
        CREATE TABLE report_subscription_by_subject (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            kind TEXT NOT NULL,
            place TEXT NOT NULL,
            aspect TEXT NOT NULL,
            subject TEXT NOT NULL DEFAULT '',
            schedule TEXT NOT NULL,
            since INTEGER NOT NULL,
            paused_until INTEGER,
            UNIQUE (person, kind, place, aspect, subject)
        );
        INSERT INTO report_subscription_by_subject
            (number, person, kind, place, aspect, subject, schedule, since, paused_until)
        SELECT number, person, kind, place, aspect, '', schedule, since, paused_until
        FROM report_subscription
        ORDER BY number;
        DELETE FROM sqlite_sequence WHERE name = 'report_subscription_by_subject';
        INSERT INTO sqlite_sequence (name, seq)
        SELECT 'report_subscription_by_subject', seq
        FROM sqlite_sequence
        WHERE name = 'report_subscription';
        DROP TABLE report_subscription;
        ALTER TABLE report_subscription_by_subject RENAME TO report_subscription;
        """

    /// `digest` is the SHA-256 of the content, within its frame; a frame is what pages are put into, and has none of its own.
    /// `words` is the number of those in which a report was given; nothing where they were not kept. Of the token of a link
    /// only the SHA-256 is kept.
    static let reportTexts = """
        CREATE TABLE report_text (
            number INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE,
            content TEXT NOT NULL,
            frame INTEGER
        );
        ALTER TABLE report_issue ADD COLUMN words INTEGER;
        CREATE INDEX report_issue_by_words ON report_issue (words);
        CREATE TABLE report_link (
            token_hash BLOB PRIMARY KEY,
            issue INTEGER NOT NULL REFERENCES report_issue (number) ON DELETE CASCADE,
            expires_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX report_link_by_issue ON report_link (issue);
        CREATE INDEX report_link_by_time ON report_link (expires_at);
        """

    /// `account` is the one that a link was sent to, as bindings have it: the link ends with its being that person's.
    static let linkedAccounts = """
        ALTER TABLE report_link ADD COLUMN account TEXT NOT NULL DEFAULT '';
        """

    /// When the pause of a subscription begins; nothing where it has begun.
    static let pausesAhead = """
        ALTER TABLE report_subscription ADD COLUMN paused_from INTEGER;
        """
}
