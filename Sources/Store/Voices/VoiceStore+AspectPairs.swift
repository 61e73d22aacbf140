public import Earshot
import SQLite

extension VoiceStore {
    /// How many customers complain of both aspects of each pair, in its days and in those before that tell what is usual; nothing
    /// for a place or an aspect of which nothing was ever said.
    public func together(_ pairs: [AspectPair]) async throws -> [AspectPair: AspectPair.Count] {
        guard !pairs.isEmpty else { return [:] }
        return try await database.read { [self] connection in
            let aspects = try aspects(on: connection)
            let numbers = Dictionary(aspects.map { ($1, $0) }) { first, _ in first }
            let stores = try VoiceStore.storeNumbers(on: connection)
            var counts: [AspectPair: AspectPair.Count] = [:]
            for pair in pairs {
                guard let one = numbers[pair.one], let other = numbers[pair.other],
                    let places = VoiceStore.places(of: pair.place, stores)
                else { continue }
                func count(_ days: ClosedRange<Day>) throws -> Int {
                    // Day by day, as the table has them: a mention is found by its whole key.
                    try connection.queryOne(
                        """
                        WITH RECURSIVE \(VoiceStore.countedDays)
                        SELECT COUNT(*)
                        FROM counted
                        CROSS JOIN mention AS one ON one.day = counted.day AND one.subject = 0
                            AND one.aspect = ? AND one.polarity = -1 AND one.place \(places)
                        CROSS JOIN mention AS other ON other.day = one.day AND other.subject = 0
                            AND other.aspect = ? AND other.polarity = -1 AND other.place = one.place
                            AND other.voice = one.voice
                        """, days.lowerBound.number, days.upperBound.number, one, other
                    ) { $0.int(0) } ?? 0
                }
                counts[pair] = AspectPair.Count(
                    during: try count(pair.days), before: try count(pair.before))
            }
            return counts
        }
    }

    /// The numbers of the stores by their identifiers.
    static func storeNumbers(on connection: Connection) throws -> [String: Int] {
        let rows = try connection.query("SELECT key, id FROM dealer") { ($0.text(0), $0.int(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The condition for the places of mentions: cities by their codes and 0, and stores from 1,000,000 on.
    static func places(of place: WatchedPlace, _ stores: [String: Int]) -> String? {
        if case .store(let store) = place { return stores[store.id].map { "= \($0)" } }
        guard let cities = place.cities else { return "< 1000000" }
        return "IN (\(cities.map(\.code).sorted().map(String.init).joined(separator: ", ")))"
    }
}
