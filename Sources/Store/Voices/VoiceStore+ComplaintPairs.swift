public import Earshot
import SQLite

extension VoiceStore {
    /// How many customers complain of both of each pair, in its days and in those before that tell what is usual; nothing for a
    /// place, an aspect or a series of which nothing was ever said.
    public func together(_ pairs: [ComplaintPair]) async throws -> [ComplaintPair: ComplaintPair.Count] {
        var counts: [ComplaintPair: ComplaintPair.Count] = [:]
        // Pairs of days that begin together have the days before in common.
        var before: [CountedPair: Int] = [:]
        for start in stride(from: 0, to: pairs.count, by: VoiceStore.pairsAtOnce) {
            let part = pairs[start..<min(start + VoiceStore.pairsAtOnce, pairs.count)]
            // Not all in one transaction: while one goes on nothing of what is written can be put in its place.
            (counts, before) = try await database.read { [self, counts, before] connection in
                let keys = try pairKeys(on: connection)
                var (counts, before) = (counts, before)
                for pair in part {
                    guard let key = keys.key(of: pair) else { continue }
                    let earlier = CountedPair(key: key, days: pair.before)
                    let usual = try before[earlier] ?? VoiceStore.count(earlier, on: connection)
                    before[earlier] = usual
                    counts[pair] = ComplaintPair.Count(
                        during: try VoiceStore.count(CountedPair(key: key, days: pair.days), on: connection),
                        before: usual)
                }
                return (counts, before)
            }
        }
        return counts
    }

    private static let pairsAtOnce = 50

    private struct CountedPair: Hashable {
        var key: PairKeys.Key
        var days: ClosedRange<Day>
    }

    /// Day by day, as the table has them: a mention is found by its whole key.
    private static func count(_ pair: CountedPair, on connection: Connection) throws -> Int {
        try connection.queryOne(
            """
            WITH RECURSIVE \(VoiceStore.countedDays)
            SELECT COUNT(*)
            FROM counted
            CROSS JOIN mention AS one ON one.day = counted.day AND one.subject = ?
                AND one.aspect = ? AND one.polarity = -1 AND one.place \(pair.key.places)
            CROSS JOIN mention AS other ON other.day = one.day AND other.subject = ?
                AND other.aspect = ? AND other.polarity = -1 AND other.place = one.place
                AND other.voice = one.voice
            """, pair.days.lowerBound.number, pair.days.upperBound.number, pair.key.one.subject,
            pair.key.one.aspect, pair.key.other.subject, pair.key.other.aspect
        ) { $0.int(0) } ?? 0
    }

    /// The numbers under which mentions have what is complained of.
    private struct PairKeys {
        let aspects: [Aspect: Int]
        let series: [String: Int]
        let stores: [String: Int]

        struct Key: Hashable {
            var one: Mentioned
            var other: Mentioned
            /// The condition for the place.
            var places: String
        }

        struct Mentioned: Hashable {
            var subject: Int
            var aspect: Int
        }

        func key(of pair: ComplaintPair) -> Key? {
            guard let one = mentioned(pair.one), let other = mentioned(pair.other),
                let places = VoiceStore.places(of: pair.place, stores)
            else { return nil }
            // A series has fewer mentions than an aspect: it is walked, and the aspect looked up.
            return Key(one: other, other: one, places: places)
        }

        private func mentioned(_ topic: ComplaintPair.Topic) -> Mentioned? {
            switch topic {
            case .aspect(let aspect): aspects[aspect].map { Mentioned(subject: 0, aspect: $0) }
            case .series(let name): series[name].map { Mentioned(subject: $0, aspect: 0) }
            }
        }
    }

    private func pairKeys(on connection: Connection) throws -> PairKeys {
        let aspects = try aspects(on: connection)
        let series = try connection.query(
            "SELECT series, id FROM subject WHERE id < ? AND brand = ''", Dimensions.dealerNotes
        ) { ($0.text(0), $0.int(1)) }
        return PairKeys(
            aspects: Dictionary(aspects.map { ($1, $0) }) { first, _ in first },
            series: Dictionary(series) { first, _ in first },
            stores: try VoiceStore.storeNumbers(on: connection))
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
