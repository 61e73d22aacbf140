import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("What has come in")
struct ArrivalsTests {
    private let voices: OwnVoices
    private var store: VoiceStore { voices.store }

    init() throws {
        voices = try OwnVoices()
    }

    private func arrived(_ id: String, _ source: String, on day: Day?) -> UnderstoodVoice {
        var voice = understood(id, "\(source)的\(id)", source: source)
        voice.arrivedOn = day
        return voice
    }

    @Test("is read page by page in the order in which it came, with what it was read as")
    func pages() async throws {
        #expect(try await store.lastArrival() == 0)
        #expect(try await store.arrivals(after: 0, limit: 10) == [])
        var advertisement = understood("ad", "厂家直销,加微信", city: nil)
        advertisement.reading.isAdvertisement = true
        _ = try await store.add([
            understood("1", OwnVoices.text(1), dealer: "HZ001", sentiment: -0.8), advertisement,
            understood("2", OwnVoices.text(1)),
            understood("3", "远岚的刹车失灵了,听别的车主讲的", subject: .rival(Rival(brand: "远岚", series: "L7"))),
        ])
        let all = try await store.arrivals(after: 0, limit: 10)
        #expect(all.map(\.number) == [1, 2, 3, 4])
        #expect(try await store.lastArrival() == 4)
        let day = Fixtures.today - 1
        #expect(
            all[0]
                == ArrivedVoice(
                    number: 1, text: OwnVoices.text(1), kind: .post, source: "论坛",
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(36_000), day: day,
                    city: Fixtures.hangzhou, subject: .own, dealerID: "HZ001", polarity: .negative,
                    isAdvertisement: false, repostOf: nil))
        #expect(all[1].isAdvertisement && all[1].city == nil && all[1].polarity == .neutral)
        #expect(all[2].repostOf == 1)
        #expect(all[3].subject == .rival(Rival(brand: "远岚", series: "L7")))
        let first = try await store.arrivals(after: 0, limit: 3)
        #expect(first == Array(all.prefix(3)))
        #expect(try await store.arrivals(after: 3, limit: 3) == [all[3]])
        #expect(try await store.arrivals(after: 4, limit: 3) == [])
        await store.close()
    }

    @Test("a page of long texts ends early, and the pages together are all")
    func longTexts() async throws {
        let texts = (0..<250).map { OwnVoices.text($0) + String(repeating: "很长的一段话\($0)", count: 4000) }
        _ = try await store.add(texts.enumerated().map { understood("\($0.offset)", $0.element) })
        var (numbers, pages): ([Int64], Int) = ([], 0)
        while true {
            let page = try await store.arrivals(after: numbers.last ?? 0, limit: 1000)
            guard !page.isEmpty else { break }
            (numbers, pages) = (numbers + page.map(\.number), pages + 1)
        }
        #expect(numbers == Array(1...250) && pages > 1)
        await store.close()
    }

    @Test("a page walks from its first voice, whatever came before")
    func plan() async throws {
        try await voices.add(0..<50)
        let plan = try await store.database.read { connection in
            try connection.prepare("EXPLAIN QUERY PLAN " + VoiceStore.nextArrivals).query(7, 10) {
                $0.text(3)
            }
        }
        #expect(plan.first?.contains("voice USING INTEGER PRIMARY KEY (rowid>?)") == true, "\(plan)")
        #expect(plan.allSatisfy { !$0.contains("SCAN") && !$0.contains("TEMP B-TREE") }, "\(plan)")
        let days = try await store.database.read { connection in
            try connection.prepare("EXPLAIN QUERY PLAN " + VoiceStore.arrivalsBySource).query(7, 10) {
                $0.text(3)
            }
        }
        #expect(
            days.contains { $0.contains("source_day USING PRIMARY KEY (source=? AND day>? AND day<?)") },
            "\(days)")
        await store.close()
    }

    @Test("new voices are counted by source and day of arrival, repeated ones and those put there are not")
    func bySource() async throws {
        let today = Fixtures.today
        _ = try await store.add([
            arrived("1", "论坛", on: today - 1), arrived("2", "论坛", on: today - 1),
            arrived("1", "微博", on: today - 1),
            arrived("3", "论坛", on: nil), arrived("1", "", on: today - 1),
        ])
        _ = try await store.add([
            arrived("2", "论坛", on: today), arrived("4", "论坛", on: today), arrived("5", "论坛", on: today - 1),
        ])
        let all = try await store.sourceArrivals(during: today - 9...today)
        #expect(
            all == [
                "论坛": [.init(day: today - 1, voices: 3), .init(day: today, voices: 1)],
                "微博": [.init(day: today - 1, voices: 1)], "": [.init(day: today - 1, voices: 1)],
            ])
        #expect(
            try await store.sourceArrivals(during: today...today) == ["论坛": [.init(day: today, voices: 1)]])
        await store.close()
    }

    @Test("of a place it is known which share of its voices some sources bring, a store's among them")
    func sharesOfSources() async throws {
        let chengdu = Gazetteer.china.city(named: "成都")
        _ = try await store.add([
            understood("1", "油耗高", dealer: "HZ001", source: "论坛"), understood("2", "胎噪大", source: "论坛"),
            understood("3", "座椅软", source: "论坛"), understood("1", "车机卡", source: "微博"),
            understood("2", "油耗低", city: chengdu, source: "微博"),
        ])
        let (hangzhou, other) = (WatchedPlace.city(Fixtures.hangzhou), WatchedPlace.city(chengdu!))
        let ningbo = WatchedPlace.city(Gazetteer.china.city(named: "宁波")!)
        let days = Fixtures.today - 14...Fixtures.today
        #expect(
            try await store.shares(of: ["论坛", "贴吧"], in: [hangzhou, other, ningbo], during: days)
                == [hangzhou: 0.75, other: 0])
        #expect(try await store.shares(of: [], in: [hangzhou], during: days) == [:])
        #expect(
            try await store.shares(
                of: ["论坛"], in: [hangzhou], during: Fixtures.today - 30...Fixtures.today - 14) == [:])
        await store.close()
    }

    @Test("a file from before the counts is taken over without them")
    func migration() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("voices.db")
        let older = Schema(
            applicationID: VoiceSchema.schema.applicationID,
            migrations: VoiceSchema.schema.migrations.filter { $0.number < 7 })
        let database = try Database(path: path, schema: older, options: VoiceStore.usualOptions)
        await database.close()
        let store = try VoiceStore(path: path)
        #expect(try await store.sourceArrivals(during: Fixtures.today - 30...Fixtures.today) == [:])
        _ = try await store.add([arrived("1", "论坛", on: Fixtures.today)])
        #expect(try await store.sourceArrivals(during: Fixtures.today - 30...Fixtures.today).count == 1)
        await store.close()
    }
}
