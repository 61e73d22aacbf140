import SQLite

/// The tables of `bot.db`. Migrations are only appended.
enum BotSchema {
    /// `EshB` in ASCII.
    static let schema = Schema(
        applicationID: 0x4573_6842,
        migrations: [Migration(1, "bot", sql: first), Migration(2, "inbox", sql: second)])

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
}
