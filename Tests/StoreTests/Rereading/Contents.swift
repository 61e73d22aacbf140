import SQLite

@testable import Store

extension VoiceStore {
    /// Everything that was understood and counted, a line a row, without the numbers that a file gives to names.
    func contents() throws -> [String] {
        try database.readBlocking { connection in
            let readings = try connection.query(
                """
                SELECT 'reading', voice.external_id, day, city, subject.brand, subject.series, dealer.key, polarity,
                    sentiment, intent_to_buy, reading.series, advertisement,
                    (SELECT external_id FROM voice AS first WHERE first.id = repost_of), reposts
                FROM reading
                JOIN voice ON voice.id = reading.voice
                JOIN subject ON subject.id = reading.subject
                LEFT JOIN dealer ON dealer.id = reading.dealer
                """, row: { line($0, columns: 14) })
            let mentions = try connection.query(
                """
                SELECT 'mention', voice.external_id, day, subject.brand, subject.series, aspect.name, polarity,
                    IFNULL(dealer.key, place), lean, evidence_start, evidence_end
                FROM mention
                JOIN voice ON voice.id = mention.voice
                JOIN subject ON subject.id = mention.subject
                JOIN aspect ON aspect.id = mention.aspect
                LEFT JOIN dealer ON dealer.id = mention.place
                """, row: { line($0, columns: 11) })
            let counts = try connection.query(
                """
                SELECT 'count', day, IFNULL(dealer.key, place), subject.brand, subject.series, aspect.name,
                    negative, neutral, positive
                FROM daily_count
                JOIN subject ON subject.id = daily_count.subject
                JOIN aspect ON aspect.id = daily_count.aspect
                LEFT JOIN dealer ON dealer.id = place
                """, row: { line($0, columns: 9) })
            let sketches = try connection.query(
                """
                SELECT 'sketch', voice.external_id, first_anchor, second_anchor, bits
                FROM sketch JOIN voice ON voice.id = sketch.voice
                """, row: { line($0, columns: 5) })
            return (readings + mentions + counts + sketches).sorted()
        }
    }

    /// The tables of editions that are not in force.
    func tablesBeside() throws -> [String] {
        try database.readBlocking { connection in
            try connection.query(
                "SELECT name FROM sqlite_schema WHERE name GLOB 'next_*' OR name GLOB 'old_*' ORDER BY name"
            ) { $0.text(0) }
        }
    }
}

private func line(_ row: borrowing Row, columns: Int) -> String {
    var words: [String] = []
    for column in 0..<columns { words.append(row.optionalText(column) ?? "-") }
    return words.joined(separator: "|")
}
