import EarshotTesting
import Testing

@testable import Earshot
@testable import Store

@Suite("Customers who complain of two aspects")
struct ComplaintPairTests {
    @Test("are counted by place and days, each once, and not who complains of one or praises the other")
    func pairs() async throws {
        let voices = try OwnVoices()
        let (day, before) = (Fixtures.today - 1, Fixtures.today - 30)
        let (fuel, tire) = (Aspect("fuel")!, Aspect("parts.tire")!)
        let both = [("fuel", Polarity.negative), ("parts.tire", .negative)]
        func voice(
            _ id: Int, city: City? = Fixtures.hangzhou, _ day: Day, dealer: String? = nil,
            _ opinions: [(String, Polarity)]
        ) -> UnderstoodVoice {
            understood(
                "\(id)", OwnVoices.text(id), city: city, day: day, dealer: dealer, sentiment: -0.8,
                opinions: opinions)
        }
        _ = try await voices.store.add([
            voice(1, day, both), voice(2, day - 1, dealer: "hz-1", both), voice(3, city: nil, day, both),
            voice(4, city: Fixtures.ningbo, day, both), voice(5, day, [("fuel", .negative)]),
            voice(6, day, [("fuel", .negative), ("parts.tire", .positive)]), voice(7, before, both),
            voice(8, day - 5, both),
        ])
        let store = WatchedStore(id: "hz-1", name: "", city: Fixtures.hangzhou)
        func pair(_ place: WatchedPlace) -> ComplaintPair {
            ComplaintPair(place, .aspect(tire), .aspect(fuel), during: (day - 1)...day)
        }
        #expect(
            pair(.nation).one == .aspect(fuel)
                && pair(.nation)
                    == ComplaintPair(.nation, .aspect(fuel), .aspect(tire), during: (day - 1)...day)
        )
        let found = try await voices.store.together(
            [
                .nation, .city(Fixtures.hangzhou), .region(Fixtures.eastChina), .store(store),
                .city(Fixtures.guangzhou),
            ]
            .map(pair))
        #expect(found[pair(.city(Fixtures.hangzhou))] == .init(during: 2, before: 1))
        #expect(found[pair(.nation)] == .init(during: 4, before: 1))
        #expect(found[pair(.region(Fixtures.eastChina))] == .init(during: 3, before: 1))
        #expect(found[pair(.store(store))] == .init(during: 1, before: 0))
        #expect(found[pair(.city(Fixtures.guangzhou))] == .init(during: 0, before: 0))
        // The part above it is the whole's as well.
        let parts = ComplaintPair(
            .city(Fixtures.hangzhou), .aspect(fuel), .aspect(Aspect("parts")!), during: (day - 1)...day)
        #expect(try await voices.store.together([parts])[parts]?.during == 2)
        await voices.store.close()
    }

    @Test(
        "those who complain of a series and of an aspect are counted as well, in whatever order the pairs are asked for"
    )
    func series() async throws {
        let voices = try OwnVoices()
        let day = Fixtures.today - 1
        func voice(_ id: Int, _ series: String?, _ opinions: [(String, Polarity)], on day: Day)
            -> UnderstoodVoice
        {
            understood(
                "\(id)", OwnVoices.text(id), day: day, sentiment: -0.8, opinions: opinions, series: series)
        }
        _ = try await voices.store.add([
            voice(1, "星驰X5", [("fuel", .negative)], on: day),
            voice(2, "星驰X5", [("safety", .negative)], on: day),
            voice(3, "星驰S3", [("fuel", .negative)], on: day), voice(4, nil, [("fuel", .negative)], on: day),
            voice(5, "星驰X5", [("fuel", .negative)], on: day - 40),
        ])
        let city = WatchedPlace.city(Fixtures.hangzhou)
        let pairs = ["星驰X5", "星驰E7"].flatMap { series in
            (0..<60).map {
                ComplaintPair(city, .series(series), .aspect(Aspect("fuel")!), during: (day - $0)...day)
            }
        }
        let found = try await voices.store.together(pairs)
        #expect(pairs[0].other == .series("星驰X5") && found[pairs[0]] == .init(during: 1, before: 1))
        #expect(found[pairs[59]]?.during == 2 && found.count == 60)
        await voices.store.close()
    }
}
