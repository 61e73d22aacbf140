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
            Migration(5, "readings apart from voices", sql: fifth),
            Migration(6, "second readings", sql: sixth),
            Migration(7, "arrivals by source and day", sql: seventh),
            Migration(8, "words of voices", sql: eighth),
            Migration(9, "whether the own series are counted", sql: ninth),
            Migration(10, "voices by time", sql: tenth),
        ])

    /// The last migration that writes all voices anew.
    static let lastRewriting = 5

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

    /// What a voice was read as leaves its row for a table of its own, of which the next edition makes another one
    /// beside it. What sources said is kept once for all voices of which they said the same; voices without it are from
    /// before, and nobody knows any more. An edition's number is never given twice: what one leaves is named by it. Indices are made at the end, sorted.
    private static let fifth = """
        CREATE TABLE edition (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL,
            in_force_since INTEGER,
            reached INTEGER NOT NULL DEFAULT 0,
            strays INTEGER NOT NULL DEFAULT 0,
            changes INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO edition (number, key, in_force_since)
        SELECT 1, '', 0
        WHERE EXISTS (SELECT 1 FROM voice);
        CREATE TABLE given (
            id INTEGER PRIMARY KEY,
            city TEXT NOT NULL,
            province TEXT NOT NULL,
            ip TEXT NOT NULL,
            brand TEXT NOT NULL,
            series TEXT NOT NULL,
            dealer TEXT NOT NULL,
            UNIQUE (city, province, ip, brand, series, dealer)
        );
        \(readingTable("reading"));
        INSERT INTO reading
        SELECT id, day, city, subject, dealer, polarity, sentiment, intent_to_buy, series, advertisement,
            repost_of, reposts
        FROM voice
        ORDER BY id;
        CREATE TABLE voice_as_given (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source (id),
            external_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            published_at INTEGER NOT NULL,
            given INTEGER REFERENCES given (id),
            likes INTEGER NOT NULL,
            replies INTEGER NOT NULL,
            rating REAL,
            text_hash INTEGER NOT NULL,
            author TEXT,
            url TEXT,
            title TEXT,
            text TEXT NOT NULL
        );
        INSERT INTO voice_as_given
        SELECT id, source, external_id, kind, published_at, NULL, likes, replies, rating, text_hash, author, url,
            title, text
        FROM voice
        ORDER BY id;
        DROP TABLE voice;
        ALTER TABLE voice_as_given RENAME TO voice;
        CREATE UNIQUE INDEX voice_by_source ON voice (source, external_id);
        CREATE INDEX voice_by_text ON voice (text_hash);
        """

    /// What a second reader said, by the digest of its question: a line a verdict, NULL where it was of no use, and nothing of
    /// a voice's text. Its ranges cover the numbers of voices; those from `first` to `unread` are still to be looked at, all
    /// of one edition's figures. An edition's row counts what was corrected in them.
    private static let sixth = """
        CREATE TABLE second_reading (
            question BLOB PRIMARY KEY,
            answered_at INTEGER NOT NULL,
            verdicts TEXT
        ) WITHOUT ROWID;
        CREATE TABLE second_reading_range (
            first INTEGER PRIMARY KEY,
            unread INTEGER NOT NULL,
            last INTEGER NOT NULL,
            edition INTEGER NOT NULL
        );
        CREATE TABLE second_reading_edition (
            edition INTEGER PRIMARY KEY,
            corrections INTEGER NOT NULL
        );
        CREATE TABLE second_reading_day (
            day INTEGER PRIMARY KEY,
            texts INTEGER NOT NULL
        );
        """

    /// New voices by the day on which they came in. Of voices from before nobody knows the day.
    private static let seventh = """
        CREATE TABLE source_day (
            source INTEGER NOT NULL REFERENCES source (id),
            day INTEGER NOT NULL,
            voices INTEGER NOT NULL,
            PRIMARY KEY (source, day)
        ) WITHOUT ROWID;
        """

    /// The words of voices, by their numbers, and how far the index has come. It holds no text and no places of words, which
    /// are all in `voice`. Whoever ever removes a voice removes its words first, by the 'delete' command of FTS5 with the words
    /// of its text (https://www.sqlite.org/fts5.html).
    private static let eighth = """
        CREATE VIRTUAL TABLE voice_words USING fts5 (
            words,
            content = '',
            detail = none,
            columnsize = 0,
            tokenize = 'ascii'
        );
        CREATE TABLE voice_words_state (
            id INTEGER PRIMARY KEY CHECK (id = 0),
            edition INTEGER NOT NULL,
            reached INTEGER NOT NULL
        );
        INSERT INTO voice_words_state (id, edition, reached) VALUES (0, 0, 0);
        """

    /// Whether an edition counts the own series: those begun before do not, also not what they have taken in since.
    ///
    /// An own series is a subject below 0 with no brand, under which voices are mentioned and counted as a whole, beside the
    /// own brand's subject 0.
    private static let ninth = """
        ALTER TABLE edition ADD COLUMN counts_series INTEGER NOT NULL DEFAULT 0;
        """

    /// Whether author, address and personal numbers were taken from a voice, and the voices by time: both kinds that are due
    /// are found without a look at the others. Numbers of voices up to `newest` that went are not given again: what counts
    /// arrivals, indexes and quotes knows a voice by its number. `left_reposts` counts the transactions in which voices went
    /// that others repeat, `taken_up` up to which of them these were looked for, `promotions` those that made some of them
    /// findable.
    private static let tenth = """
        ALTER TABLE voice ADD COLUMN nobodys INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX voice_by_time ON voice (nobodys, published_at);
        CREATE TABLE voice_removal (
            id INTEGER PRIMARY KEY CHECK (id = 0),
            newest INTEGER NOT NULL,
            left_reposts INTEGER NOT NULL,
            taken_up INTEGER NOT NULL,
            promotions INTEGER NOT NULL
        );
        INSERT INTO voice_removal (id, newest, left_reposts, taken_up, promotions) VALUES (0, 0, 0, 0, 0);
        """

    /// The statement that makes a table of readings, in force or to come: what was understood of each voice.
    static func readingTable(_ name: String) -> String {
        """
        CREATE TABLE \(name) (
            voice INTEGER PRIMARY KEY,
            day INTEGER NOT NULL,
            city INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            dealer INTEGER,
            polarity INTEGER NOT NULL,
            sentiment REAL NOT NULL,
            intent_to_buy INTEGER NOT NULL,
            series TEXT,
            advertisement INTEGER NOT NULL,
            repost_of INTEGER,
            reposts INTEGER NOT NULL DEFAULT 0
        )
        """
    }
}
