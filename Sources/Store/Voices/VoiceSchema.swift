import SQLite

/// The tables of `voices.db`. Migrations are only appended.
enum VoiceSchema {
    /// `EshV` in ASCII.
    static let schema = Schema(
        applicationID: 0x4573_6856,
        migrations: [
            Migration(1, "voices", sql: first),
            Migration(2, "mentions by day, sketches by voice", sql: second),
            Migration(3, "counts by day", sql: third),
            Migration(4, "advertisements", sql: fourth),
        ])

    /// A place in `daily_count` and `mention` is 0 for the nation (in `mention`: for voices without a city), a city's
    /// code of GB/T 2260, or a dealer's number from `dealer`, which is 1,000,000 or more.
    /// Subject 0 is the own brand, aspect 0 the voice as a whole.
    private static let first = """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE aspect (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        INSERT INTO aspect (id, name) VALUES (0, '');
        CREATE TABLE subject (
            id INTEGER PRIMARY KEY,
            brand TEXT NOT NULL,
            series TEXT NOT NULL,
            UNIQUE (brand, series)
        );
        INSERT INTO subject (id, brand, series) VALUES (0, '', '');
        CREATE TABLE dealer (
            id INTEGER PRIMARY KEY CHECK (id >= 1000000),
            key TEXT NOT NULL UNIQUE
        );
        CREATE TABLE voice (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source (id),
            external_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            published_at INTEGER NOT NULL,
            day INTEGER NOT NULL,
            city INTEGER NOT NULL,
            subject INTEGER NOT NULL REFERENCES subject (id),
            dealer INTEGER REFERENCES dealer (id),
            polarity INTEGER NOT NULL,
            sentiment REAL NOT NULL,
            intent_to_buy INTEGER NOT NULL,
            likes INTEGER NOT NULL,
            replies INTEGER NOT NULL,
            rating REAL,
            text_hash INTEGER NOT NULL,
            repost_of INTEGER REFERENCES voice (id),
            reposts INTEGER NOT NULL DEFAULT 0,
            series TEXT,
            author TEXT,
            url TEXT,
            title TEXT,
            text TEXT NOT NULL,
            UNIQUE (source, external_id)
        );
        CREATE INDEX voice_by_text ON voice (text_hash) WHERE repost_of IS NULL;
        CREATE TABLE anchor (
            generation INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            voice INTEGER NOT NULL,
            sketch INTEGER NOT NULL,
            PRIMARY KEY (generation, hash, voice)
        ) WITHOUT ROWID;
        CREATE TABLE mention (
            place INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            aspect INTEGER NOT NULL,
            polarity INTEGER NOT NULL,
            day INTEGER NOT NULL,
            voice INTEGER NOT NULL,
            lean REAL NOT NULL,
            evidence_start INTEGER,
            evidence_end INTEGER,
            PRIMARY KEY (place, subject, aspect, polarity, day, voice)
        ) WITHOUT ROWID;
        CREATE TABLE daily_count (
            place INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            aspect INTEGER NOT NULL,
            day INTEGER NOT NULL,
            negative INTEGER NOT NULL,
            neutral INTEGER NOT NULL,
            positive INTEGER NOT NULL,
            PRIMARY KEY (place, subject, aspect, day)
        ) WITHOUT ROWID;
        """

    /// Mentions by day first: a batch of new voices is of few days and is written into few pages, wherever its
    /// customers live. A voice's anchors in one row, in the order of intake, for the same reason: they are searched
    /// in memory.
    private static let second = """
        CREATE TABLE mention_by_day (
            day INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            aspect INTEGER NOT NULL,
            polarity INTEGER NOT NULL,
            place INTEGER NOT NULL,
            voice INTEGER NOT NULL,
            lean REAL NOT NULL,
            evidence_start INTEGER,
            evidence_end INTEGER,
            PRIMARY KEY (day, subject, aspect, polarity, place, voice)
        ) WITHOUT ROWID;
        INSERT INTO mention_by_day
        SELECT day, subject, aspect, polarity, place, voice, lean, evidence_start, evidence_end
        FROM mention
        ORDER BY day, subject, aspect, polarity, place, voice;
        DROP TABLE mention;
        ALTER TABLE mention_by_day RENAME TO mention;
        CREATE TABLE sketch (
            voice INTEGER PRIMARY KEY,
            first_anchor INTEGER NOT NULL,
            second_anchor INTEGER NOT NULL,
            bits INTEGER NOT NULL
        );
        INSERT INTO sketch
        SELECT voice, MIN(hash), MAX(hash), MIN(sketch)
        FROM anchor
        GROUP BY voice;
        DROP TABLE anchor;
        """

    /// Counts by day first, as the mentions are: a batch changes a few pages instead of most of the table.
    private static let third = """
        CREATE TABLE count_by_day (
            day INTEGER NOT NULL,
            place INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            aspect INTEGER NOT NULL,
            negative INTEGER NOT NULL,
            neutral INTEGER NOT NULL,
            positive INTEGER NOT NULL,
            PRIMARY KEY (day, place, subject, aspect)
        ) WITHOUT ROWID;
        INSERT INTO count_by_day
        SELECT day, place, subject, aspect, negative, neutral, positive
        FROM daily_count
        ORDER BY day, place, subject, aspect;
        DROP TABLE daily_count;
        ALTER TABLE count_by_day RENAME TO daily_count;
        """

    /// Voices that offer something instead of telling what a customer thinks: they have no mentions and no counts.
    private static let fourth = """
        ALTER TABLE voice ADD COLUMN advertisement INTEGER NOT NULL DEFAULT 0;
        """
}
