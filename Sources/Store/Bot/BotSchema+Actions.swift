/// The migrations of agreed actions.
extension BotSchema {
    /// A number is never given twice: it stands in chats. `city` and `region` are names, of which at most one is there; `due` is a
    /// day counted from 1970; `state` is a number of the program's enumeration, `news` and `recorder_news` what whoever does it and whoever
    /// recorded it are still to be told.
    static let ofActions = """
        CREATE TABLE agreed_action (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            version INTEGER NOT NULL,
            owner TEXT NOT NULL,
            recorder TEXT NOT NULL,
            is_of_headquarters INTEGER NOT NULL DEFAULT 0,
            city TEXT,
            region TEXT,
            words TEXT NOT NULL,
            due INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            state INTEGER NOT NULL,
            ended_by TEXT,
            ended_at INTEGER,
            remark TEXT,
            news TEXT,
            recorder_news TEXT,
            news_at INTEGER,
            reminded_at INTEGER
        );
        CREATE INDEX agreed_action_open ON agreed_action (due, number) WHERE state = 0;
        CREATE INDEX agreed_action_by_end ON agreed_action (ended_at) WHERE ended_at IS NOT NULL;
        CREATE INDEX agreed_action_news ON agreed_action (owner) WHERE news IS NOT NULL;
        CREATE INDEX agreed_action_recorder_news ON agreed_action (recorder) WHERE recorder_news IS NOT NULL;
        """
}
