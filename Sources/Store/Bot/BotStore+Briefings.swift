public import Earshot
import SQLite

extension BotStore: BriefingDesk {
    public func lastBriefing(of person: String) async throws -> Day? {
        try database.readBlocking { connection in
            try connection.queryOne("SELECT day FROM briefing WHERE person = ?", person) {
                Day(number: $0.int(0))
            }
        }
    }

    static func keepBriefing(of person: String, on day: Day, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO briefing (person, day)
            VALUES (?, ?)
            ON CONFLICT (person) DO UPDATE SET day = MAX(day, excluded.day)
            """, person, day.number)
    }
}
