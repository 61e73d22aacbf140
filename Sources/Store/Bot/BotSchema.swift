import SQLite

/// The tables of `bot.db`. Migrations are only appended.
enum BotSchema {
    /// `EshB` in ASCII.
    static let schema = Schema(
        applicationID: 0x4573_6842,
        migrations: [
            Migration(1, "bot", sql: first), Migration(2, "inbox", sql: second),
            Migration(3, "outbox", sql: third),
            Migration(4, "accounts of WeCom in small letters", sql: accountsInSmallLetters),
            // Until then what an application heard was still kept in any case.
            Migration(5, "accounts of WeCom's applications in small letters", sql: accountsInSmallLetters),
            Migration(6, "indexes of the outbox", sql: sixth),
            Migration(7, "feedback on answers", sql: seventh),
            Migration(8, "addresses that took their one answer", sql: eighth),
            Migration(9, "pictures of deliveries", sql: ninth),
            Migration(10, "index of deliveries that may have arrived", sql: tenth),
            Migration(11, "attachments of messages", sql: eleventh),
            Migration(12, "warnings", sql: twelfth),
            Migration(13, "subscriptions to warnings, whom they have reached", sql: thirteenth),
            Migration(14, "suggestions", sql: fourteenth),
            Migration(
                15, "evidence that is renewed, and by which suggestion somebody is told", sql: fifteenth
            ),
            Migration(16, "lines to take", sql: sixteenth),
            Migration(17, "reports and subscriptions to them", sql: seventeenth),
            Migration(18, "what was of too few voices", sql: sparseRises),
            Migration(19, "audit trail in a chain", apply: chainAudit),
            Migration(20, "whose message was answered", sql: answeredAccounts),
            Migration(21, "what dealers record, what people are told and asked daily", sql: dealerNotes),
            Migration(
                22, "hand-overs to people, reminders of suggestions", sql: ofHandOvers + ofSuggestionReminders
            ),
            Migration(23, "agreed actions", sql: ofActions),
            Migration(24, "reports of a series or a rival", sql: reportSubjects),
            Migration(25, "the chats that messages were sent into", sql: receiptChats),
            Migration(26, "deliveries that show attachments", sql: shownAttachments),
            Migration(27, "warnings of a store, a series or rivals by wish", sql: warningWishes),
            Migration(28, "the words in which reports were given, links to them", sql: reportTexts),
            Migration(29, "until when silences last, what the end of warnings moved", sql: stepDetails),
            Migration(30, "to whom links to reports were sent", sql: linkedAccounts),
            Migration(31, "how much the loudest of what a warning is of was", sql: loudest),
            Migration(32, "how much what a warning is of was in each place", sql: loudness),
            Migration(33, "pauses of reports that begin later", sql: pausesAhead),
        ])

    private static let first = """
        CREATE TABLE handled (
            channel TEXT NOT NULL,
            message TEXT NOT NULL,
            reply TEXT NOT NULL,
            handled_at INTEGER NOT NULL,
            PRIMARY KEY (channel, message)
        ) WITHOUT ROWID;
        CREATE INDEX handled_by_time ON handled (handled_at);
        CREATE TABLE conversation (
            account TEXT NOT NULL,
            chat TEXT NOT NULL,
            state TEXT NOT NULL,
            updated_at INTEGER NOT NULL,
            PRIMARY KEY (account, chat)
        ) WITHOUT ROWID;
        CREATE INDEX conversation_by_time ON conversation (updated_at);
        CREATE TABLE invitation (
            code_hash TEXT PRIMARY KEY,
            person TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            redeemed_at INTEGER,
            redeemed_by TEXT,
            revoked_at INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE binding (
            account TEXT PRIMARY KEY,
            person TEXT NOT NULL,
            bound_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE wrong_code (
            id INTEGER PRIMARY KEY,
            account TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX wrong_code_by_account ON wrong_code (account, at);
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            object TEXT NOT NULL
        );
        """

    private static let second = """
        CREATE TABLE inbox (
            channel TEXT NOT NULL,
            message TEXT NOT NULL,
            content TEXT NOT NULL,
            kept_at INTEGER NOT NULL,
            tries INTEGER NOT NULL,
            PRIMARY KEY (channel, message)
        ) WITHOUT ROWID;
        """

    /// `state` and `priority` are the numbers of `DeliveryState` and `Delivery.Priority`; `consignment` is 0 until a
    /// delivery was begun, then the number of the first delivery of its message. `may_have_arrived` is 0, or the moment of
    /// the first try that may have arrived; an edition that kept no moment wrote 1.
    private static let third = """
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            recipient TEXT NOT NULL,
            reply TEXT NOT NULL,
            priority INTEGER NOT NULL,
            state INTEGER NOT NULL,
            tries INTEGER NOT NULL,
            due INTEGER NOT NULL,
            deadline INTEGER NOT NULL,
            may_have_arrived INTEGER NOT NULL,
            consignment INTEGER NOT NULL,
            enqueued_at INTEGER NOT NULL,
            changed_at INTEGER NOT NULL,
            note TEXT,
            receipt TEXT
        );
        CREATE INDEX delivery_open ON delivery (channel, priority, due, id) WHERE state IN (0, 2);
        CREATE INDEX delivery_by_deadline ON delivery (channel, deadline) WHERE state IN (0, 2);
        CREATE INDEX delivery_by_consignment ON delivery (consignment) WHERE state IN (1, 2);
        CREATE INDEX delivery_by_state ON delivery (state, changed_at);
        CREATE TABLE rate (
            bucket TEXT PRIMARY KEY,
            level REAL NOT NULL,
            moment INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    /// WeCom takes a userid for the same in any case. Of an account that was bound twice so, the later binding counts.
    private static let accountsInSmallLetters = """
        DELETE FROM binding
        WHERE account GLOB 'wecom:*' AND EXISTS (
            SELECT 1
            FROM binding AS other
            WHERE lower(other.account) = lower(binding.account)
                AND (other.bound_at, other.account) > (binding.bound_at, binding.account)
        );
        UPDATE binding SET account = lower(account) WHERE account GLOB 'wecom:*';
        UPDATE wrong_code SET account = lower(account) WHERE account GLOB 'wecom:*';
        """

    /// An edition wrote these within the third migration, so a file may have them already: what travelled together is
    /// looked up when all of it has ended too, and what is due next among what is open.
    private static let sixth = """
        DROP INDEX IF EXISTS delivery_by_consignment;
        CREATE INDEX delivery_by_consignment ON delivery (consignment);
        CREATE INDEX IF NOT EXISTS delivery_by_due ON delivery (channel, due) WHERE state IN (0, 2);
        """

    /// `handled.request` is there only beside replies that people may rate: these are kept longer. `verdict` is the
    /// number of `Feedback.Verdict`; what was answered is nothing where it was forgotten by then.
    private static let seventh = """
        ALTER TABLE handled ADD COLUMN request TEXT;
        DROP INDEX handled_by_time;
        CREATE INDEX handled_by_time ON handled (handled_at) WHERE request IS NULL;
        CREATE INDEX handled_rated_by_time ON handled (handled_at) WHERE request IS NOT NULL;
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL,
            event TEXT NOT NULL,
            message TEXT NOT NULL,
            account TEXT NOT NULL,
            verdict INTEGER NOT NULL,
            reasons TEXT NOT NULL,
            comment TEXT,
            given_at INTEGER NOT NULL,
            request TEXT,
            reply TEXT,
            answered_at INTEGER,
            UNIQUE (channel, event)
        );
        CREATE INDEX feedback_by_answer ON feedback (channel, message, account);
        CREATE INDEX feedback_by_time ON feedback (given_at);
        """

    private static let eighth = """
        CREATE TABLE spent_address (
            address_hash TEXT PRIMARY KEY,
            spent_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX spent_address_by_time ON spent_address (spent_at);
        """

    /// A picture's bytes stand apart: who looks for what is due reads many rows of `delivery`. `upload` is what the platform
    /// calls it.
    private static let ninth = """
        ALTER TABLE delivery ADD COLUMN has_picture INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE delivery_picture (
            delivery INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL,
            upload TEXT,
            uploaded_at INTEGER
        );
        """

    /// What may have arrived and is to be sent again.
    private static let tenth = """
        CREATE INDEX delivery_perhaps_arrived ON delivery (channel, may_have_arrived)
            WHERE state = 2 AND may_have_arrived > 0;
        """

    /// `kind` is the number of `MessageAttachment.Kind`, `format` the name of `AttachmentFormat`. Numbers are never given
    /// out again: an operator may have one from an old list. The bytes come last: who reads
    /// the columns before them leaves them on the disk.
    private static let eleventh = """
        CREATE TABLE attachment (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL,
            message TEXT NOT NULL,
            account TEXT NOT NULL,
            kind INTEGER NOT NULL,
            format TEXT NOT NULL,
            size INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            forget_at INTEGER NOT NULL,
            bytes BLOB NOT NULL
        );
        CREATE INDEX attachment_by_account ON attachment (account, size);
        CREATE INDEX attachment_by_end ON attachment (forget_at);
        """

    /// `subject` and `parts` are what `WarningSubject` writes, the parts one a line; `state` and `severity` are numbers of
    /// the program's enumerations; days are counted from 1970. `is_ongoing` is 1 while what is abnormal still belongs to
    /// the warning. A number is never given twice: it stands in chats.
    private static let twelfth = """
        CREATE TABLE warning (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            version INTEGER NOT NULL,
            subject TEXT NOT NULL,
            parts TEXT NOT NULL,
            evidence TEXT,
            state INTEGER NOT NULL,
            severity INTEGER NOT NULL,
            is_ongoing INTEGER NOT NULL,
            since INTEGER NOT NULL,
            last_abnormal INTEGER NOT NULL,
            ordinary_days INTEGER NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            observed INTEGER NOT NULL,
            expected REAL NOT NULL,
            return_period REAL NOT NULL,
            peak_first_day INTEGER NOT NULL,
            peak_last_day INTEGER NOT NULL,
            peak_observed INTEGER NOT NULL,
            peak_expected REAL NOT NULL,
            peak_return_period REAL NOT NULL,
            opened_at INTEGER NOT NULL,
            worse_at INTEGER,
            reopenings INTEGER NOT NULL,
            owner TEXT,
            claimed_at INTEGER,
            assigned_by TEXT,
            silent_until INTEGER,
            silenced_by TEXT,
            silence_reason TEXT,
            guidance TEXT,
            told_by TEXT,
            told_at INTEGER,
            told_recipients INTEGER,
            ended_at INTEGER,
            ended_by TEXT,
            end_remark TEXT,
            merged_into INTEGER
        );
        CREATE INDEX warning_ongoing ON warning (number) WHERE is_ongoing = 1 OR state < 4;
        CREATE INDEX warning_by_end ON warning (ended_at) WHERE ended_at IS NOT NULL;
        CREATE TABLE warning_step (
            id INTEGER PRIMARY KEY,
            warning INTEGER NOT NULL REFERENCES warning (number),
            at INTEGER NOT NULL,
            actor TEXT,
            kind TEXT NOT NULL,
            note TEXT
        );
        CREATE INDEX warning_step_by_warning ON warning_step (warning);
        CREATE TABLE notice_decision (
            id INTEGER PRIMARY KEY,
            warning INTEGER NOT NULL REFERENCES warning (number),
            notice TEXT NOT NULL,
            person TEXT NOT NULL,
            instead_of TEXT NOT NULL,
            account TEXT,
            reason TEXT,
            reason_until INTEGER,
            reason_by TEXT,
            at INTEGER NOT NULL
        );
        CREATE INDEX notice_decision_by_warning ON notice_decision (warning);
        CREATE UNIQUE INDEX notice_sent_once ON notice_decision (warning, notice, person)
            WHERE account IS NOT NULL;
        CREATE TABLE alarm_share (
            subject TEXT PRIMARY KEY,
            factor REAL NOT NULL,
            false_alarms INTEGER NOT NULL,
            confirmed INTEGER NOT NULL,
            changed_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE watch_position (
            name TEXT PRIMARY KEY,
            position INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    /// `aspect` is empty for all that is warned of in a place; `told_cities` holds the codes of those whose dealers were told
    /// what to say, or `*`.
    private static let thirteenth = """
        ALTER TABLE warning ADD COLUMN told_cities TEXT;
        ALTER TABLE warning ADD COLUMN spreads INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE warning ADD COLUMN spread_at INTEGER;
        CREATE TABLE warning_subscription (
            person TEXT NOT NULL,
            place TEXT NOT NULL,
            aspect TEXT NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (person, place, aspect)
        ) WITHOUT ROWID;
        """
}
