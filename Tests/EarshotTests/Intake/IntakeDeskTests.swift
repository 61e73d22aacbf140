import Earshot
import EarshotTesting
import FoundationEssentials
import Synchronization
import Testing

@Suite("A delivery of voices")
struct IntakeDeskTests {
    /// Knows every voice whose identifier begins with "again".
    private struct Register: VoiceRegister {
        func add(_ voices: [UnderstoodVoice]) async throws -> [Admission] {
            voices.map { $0.voice.id.hasPrefix("again") ? .repeated : .accepted }
        }
    }

    private func deliver(
        _ body: String, retention: RetentionRules = RetentionRules()
    ) async throws -> IntakeReport {
        let comprehension = Comprehension(
            analyzer: try UnderstandingFixture.analyzer.get(), catalogue: ProductCatalogue(brands: []),
            dealers: [Fixtures.westLakeStore])
        let desk = IntakeDesk(
            comprehension: { comprehension }, register: Register(), clock: ManualClock(),
            retention: retention)
        let delivery = try await desk.open(for: "crawler")
        try await delivery.feed(Array(body.utf8))
        return try await delivery.finish()
    }

    private func voice(_ id: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","text":"油耗太高","published_at":"2026-11-01T10:00:00+08:00"\#(more)}"#
    }

    @Test("a voice whose time is over is refused and says so, one of the oldest day that is kept is not")
    func tooOld() async throws {
        func voice(_ day: Day) -> String {
            #"{"id":"\#(day)","text":"油耗太高","published_at":"\#(day)T00:00:00+08:00"}"#
        }
        let oldest = Fixtures.today - 500
        let report = try await deliver(
            "\(voice(oldest - 1))\n\(voice(oldest))\n", retention: RetentionRules(days: [.voices: 500]))
        #expect(
            report
                == IntakeReport(
                    accepted: 1, rejected: 1,
                    rejections: [
                        .init(
                            line: 1, field: "published_at",
                            reason: "is older than voices are kept: 500 days (retention.voices)")
                    ]))
        #expect(try await deliver("\(voice(oldest - 1))\n").accepted == 1)
    }

    @Test("rejected elements of an array on one line are told apart by their number, which lines do not have")
    func elements() async throws {
        let list = "[\(voice("1")),\(voice("2", #","rating":9"#)),7,\(voice("4")),]"
        #expect(
            try await deliver(list)
                == IntakeReport(
                    accepted: 2, rejected: 3,
                    rejections: [
                        .init(line: 1, element: 2, field: "rating", reason: "must be from 0 to 5"),
                        .init(line: 1, element: 3, reason: "must be a JSON object, not a number"),
                        .init(line: 1, element: 5, reason: "is empty: a comma before the closing bracket"),
                    ]))
        let report = try await deliver("\(voice("1"))\n7\n")
        #expect(report.rejections == [.init(line: 2, reason: "must be a JSON object, not a number")])
        let json = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
        #expect(!json.contains("element"))
    }

    @Test("a voice has the day on which it came in, by the clock of the intake and in the market's time zone")
    func arrival() async throws {
        final class Days: VoiceRegister {
            let seen = Mutex<[Day?]>([])

            func add(_ voices: [UnderstoodVoice]) async throws -> [Admission] {
                seen.withLock { $0 += voices.map(\.arrivedOn) }
                return voices.map { _ in .accepted }
            }
        }
        let comprehension = Comprehension(
            analyzer: try UnderstandingFixture.analyzer.get(), catalogue: ProductCatalogue(brands: []),
            dealers: [])
        let (days, clock) = (Days(), ManualClock())
        let desk = IntakeDesk(comprehension: { comprehension }, register: days, clock: clock)
        for id in ["1", "2"] {
            let delivery = try await desk.open(for: "crawler")
            try await delivery.feed(Array(voice(id).utf8))
            _ = try await delivery.finish()
            // From ten in the morning to one at night, which is still the day before in UTC.
            clock.advance(by: .seconds(15 * 3600))
        }
        #expect(days.seen.withLock { $0 } == [Fixtures.today, Fixtures.today + 1])
        let stream = VoiceStream(comprehension, into: days, clock: nil)
        try await stream.add(Voice(id: "3", text: "很好", publishedAt: Fixtures.now))
        _ = try await stream.finish()
        #expect(days.seen.withLock { $0.last } == .some(nil))
    }

    @Test("a store's id is known whatever its case")
    func dealerCase() throws {
        let store = Fixtures.westLakeStore
        let twins = ["ab1", "AB1"].map { Dealer(id: $0, name: "店\($0)", city: Fixtures.ningbo) }
        let comprehension = Comprehension(
            analyzer: try UnderstandingFixture.analyzer.get(), catalogue: ProductCatalogue(brands: []),
            dealers: [store] + twins)
        func dealer(_ id: String) -> (known: String?, unknown: String?) {
            var voice = Voice(id: "1", text: "保养等太久", publishedAt: Fixtures.now)
            voice.dealerID = id
            let understood = comprehension.understand(voice)
            return (understood.dealerID, understood.unknownDealer)
        }
        #expect(dealer(store.id.lowercased()) == (store.id, nil))
        #expect(dealer("AB1") == ("AB1", nil))
        #expect(dealer("ab1") == ("ab1", nil))
        #expect(dealer("Ab1") == ("Ab1", "Ab1"))
    }

    @Test("new voices with a city that nobody knows are counted, and the first names told, each once")
    func unknownCities() async throws {
        func at(_ id: String, _ location: String) -> String {
            voice(id, ",\"location\":{\(location)}") + "\n"
        }
        let report = try await deliver(
            at("1", #""city":"杭州""#) + at("2", #""city":"杭洲""#) + at("3", #""city":"火星","ip":"浙江杭州""#)
                + at("4", #""province":"浙江""#) + at("again 5", #""city":"火星""#) + voice("6") + "\n"
                + at("7", #""city":"杭洲""#) + (0..<20).map { at("c\($0)", #""city":"第\#($0)城""#) }.joined())
        #expect(report.accepted == 26)
        #expect(report.repeated == 1)
        #expect(report.unplaced == 22)
        #expect(report.unknownCities == ["杭洲"] + (0..<9).map { "第\($0)城" })
    }

    @Test("new voices with a dealer that nobody knows are counted, and the first ids told, each once")
    func unknownDealers() async throws {
        func of(_ id: String, _ dealer: String) -> String { voice(id, #","dealer_id":"\#(dealer)""#) + "\n" }
        let report = try await deliver(
            of("1", Fixtures.westLakeStore.id) + of("2", "X1") + of("3", "X1") + of("again 4", "X2")
                + voice("5") + "\n" + (0..<20).map { of("d\($0)", "Y\($0)") }.joined())
        #expect(report.accepted == 24)
        #expect(report.unassigned == 22)
        #expect(report.unknownDealers == ["X1"] + (0..<9).map { "Y\($0)" })
    }
}
