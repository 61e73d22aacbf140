/// The migrations of suggestions.
extension BotSchema {
    /// `state` and `urgency` are numbers of the program's enumerations, `due` is a day counted from 1970, `evidence` what the
    /// program found and reads again. `filer_city` is a city's short name. A number is never given twice: it stands in chats.
    /// `suggestion_notice` holds who is to be told of a step, from the moment it is made.
    static let fourteenth = """
        CREATE TABLE suggestion (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            version INTEGER NOT NULL,
            words TEXT NOT NULL,
            aspect TEXT,
            series TEXT,
            urgency INTEGER NOT NULL,
            filer TEXT NOT NULL,
            filer_dealer TEXT,
            filer_city TEXT,
            filer_region TEXT,
            filed_at INTEGER NOT NULL,
            state INTEGER NOT NULL,
            decided_by TEXT,
            decided_at INTEGER,
            reason TEXT,
            department TEXT,
            due INTEGER,
            merged_into INTEGER REFERENCES suggestion (number),
            shipped_at INTEGER,
            evidence TEXT
        );
        CREATE INDEX suggestion_by_filer ON suggestion (filer, filed_at);
        CREATE INDEX suggestion_by_city ON suggestion (filer_city);
        CREATE INDEX suggestion_by_time ON suggestion (filed_at);
        CREATE INDEX suggestion_merged ON suggestion (merged_into) WHERE merged_into IS NOT NULL;
        CREATE TABLE suggestion_support (
            suggestion INTEGER NOT NULL REFERENCES suggestion (number),
            person TEXT NOT NULL,
            dealer TEXT,
            city TEXT,
            region TEXT,
            at INTEGER NOT NULL,
            PRIMARY KEY (suggestion, person)
        ) WITHOUT ROWID;
        CREATE INDEX suggestion_support_by_person ON suggestion_support (person);
        CREATE TABLE suggestion_step (
            id INTEGER PRIMARY KEY,
            suggestion INTEGER NOT NULL REFERENCES suggestion (number),
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            note TEXT
        );
        CREATE INDEX suggestion_step_by_suggestion ON suggestion_step (suggestion);
        CREATE TABLE suggestion_attachment (
            suggestion INTEGER NOT NULL REFERENCES suggestion (number),
            channel TEXT NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (suggestion, channel, message)
        ) WITHOUT ROWID;
        CREATE INDEX attachment_by_message ON attachment (channel, message);
        CREATE TABLE suggestion_notice (
            step INTEGER NOT NULL REFERENCES suggestion_step (id),
            person TEXT NOT NULL,
            told_at INTEGER,
            PRIMARY KEY (step, person)
        ) WITHOUT ROWID;
        CREATE INDEX suggestion_notice_waiting ON suggestion_notice (person) WHERE told_at IS NULL;
        CREATE INDEX suggestion_notice_told ON suggestion_notice (person, told_at) WHERE told_at IS NOT NULL;
        """

    /// Who was reminded of a suggestion whose day `due` has passed, when last, and how often.
    static let ofSuggestionReminders = """

        CREATE TABLE suggestion_reminder (
            suggestion INTEGER NOT NULL REFERENCES suggestion (number),
            due INTEGER NOT NULL,
            person TEXT NOT NULL,
            at INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (suggestion, due, person)
        ) WITHOUT ROWID;
        CREATE INDEX suggestion_by_due ON suggestion (due)
            WHERE due IS NOT NULL AND state IN (0, 1, 3) AND merged_into IS NULL;
        CREATE INDEX suggestion_by_shipping ON suggestion (shipped_at) WHERE shipped_at IS NOT NULL;
        """

    /// `evidence_due` is when the evidence of a suggestion is looked for again. `wanted` is the suggestion by which a person
    /// wants what a notice is of: itself, or a part of it. Of notices from before it is sought among those that the person filed
    /// or supports; where it is not found nobody is told.
    static let fifteenth = """
        ALTER TABLE suggestion ADD COLUMN evidence_due INTEGER;
        UPDATE suggestion SET evidence_due = filed_at;
        CREATE INDEX suggestion_by_evidence_due ON suggestion (evidence_due) WHERE state IN (0, 1, 3) AND merged_into IS NULL;
        ALTER TABLE suggestion_notice ADD COLUMN wanted INTEGER REFERENCES suggestion (number);
        UPDATE suggestion_notice
        SET wanted = (
            SELECT suggestion.number
            FROM suggestion_step AS step
            JOIN suggestion ON suggestion.number = step.suggestion OR suggestion.merged_into = step.suggestion
            LEFT JOIN suggestion_support AS support
                ON support.suggestion = suggestion.number AND support.person = suggestion_notice.person
            WHERE step.id = suggestion_notice.step
                AND (suggestion.filer = suggestion_notice.person OR support.person IS NOT NULL)
            ORDER BY suggestion.number <> step.suggestion, suggestion.number
            LIMIT 1
        );
        """
}
