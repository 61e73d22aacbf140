/// The migrations of what the watch looked at besides warnings, and of what people wish of them.
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

    /// `subject` is what `ReportSubject` writes, empty for all that is warned of; `wish`, of somebody who subscribed, what
    /// `WarningWish` writes.
    static let warningWishes = """
        CREATE TABLE warning_subscription_by_subject (
            person TEXT NOT NULL,
            place TEXT NOT NULL,
            aspect TEXT NOT NULL,
            subject TEXT NOT NULL DEFAULT '',
            since INTEGER NOT NULL,
            PRIMARY KEY (person, place, aspect, subject)
        ) WITHOUT ROWID;
        INSERT INTO warning_subscription_by_subject (person, place, aspect, since)
        SELECT person, place, aspect, since
        FROM warning_subscription;
        DROP TABLE warning_subscription;
        ALTER TABLE warning_subscription_by_subject RENAME TO warning_subscription;
        ALTER TABLE notice_decision ADD COLUMN wish TEXT;
        """

    /// `until` of a silence, `gain` of the word that it is over.
    static let stepDetails = """
        ALTER TABLE warning_step ADD COLUMN until INTEGER;
        ALTER TABLE warning_step ADD COLUMN gain REAL;
        """

    /// The largest excess of a warning or of what stood out with it; 0 where only its peak is known.
    static let loudest = """
        ALTER TABLE warning ADD COLUMN loudest REAL NOT NULL DEFAULT 0;
        """

    /// The same by places, as `WarningRow` writes it. Of what stood out in another place than the warning's nobody knows how much
    /// it was: it is told of for itself.
    static let loudness = """
        ALTER TABLE warning ADD COLUMN loudness TEXT NOT NULL DEFAULT '';
        UPDATE warning
        SET loudness = rest.place || ' ' || max(loudest, peak_observed - peak_expected)
        FROM (
            SELECT
                number,
                substr(subject, instr(subject, '|') + 1,
                    instr(substr(subject, instr(subject, '|') + 1), '|') - 1) AS place
            FROM warning
            WHERE subject LIKE 'complaints|%' OR subject LIKE 'praise|%'
        ) AS rest
        WHERE rest.number = warning.number;
        ALTER TABLE warning DROP COLUMN loudest;
        """
}
