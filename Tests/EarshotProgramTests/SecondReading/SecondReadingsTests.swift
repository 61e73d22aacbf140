import Earshot
import EarshotTesting
import PlatformStandIns
import Store
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("Second readings")
struct SecondReadingsTests {
    /// Texts of which the shipped model is not sure, and that are no repeats of each other.
    static let texts = [
        "跑高速的时候油耗好像比市区还要多一些", "后排坐三个人的话空间勉强吧", "座椅坐久了说不上舒服也说不上难受",
        "方向盘手感见仁见智,过弯还可以", "内饰味道散了两个月才好一点", "起步有一点肉,中段又上来了",
        "优惠跟邻居拿到的差不多", "外观我媳妇喜欢,我无所谓",
    ]

    @Test("doubtful voices are asked about once, corrected and counted anew; sure ones stay")
    func corrected() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let before = try house.mentions()
        #expect(try await house.readings().run() == .done)
        let asked = house.asked
        try #require(asked.count >= 5, "\(asked)")
        #expect(Set(asked).count == asked.count)
        #expect(house.count(.asked) == asked.count)
        #expect(house.count(.changed) > 0)
        let after = try house.mentions()
        #expect(after != before)
        // What was in doubt is a complaint now, with the words that the model found.
        for text in asked {
            #expect(
                after.contains { $0.hasPrefix("\(text)|") && $0.hasSuffix("|-1|330100|\(text.prefix(2))") })
        }
        #expect(
            after.filter { line in !asked.contains { line.hasPrefix("\($0)|") } }
                == before.filter { line in !asked.contains { line.hasPrefix("\($0)|") } })
        #expect(try await house.store.recountDifferences() == 0)
        #expect(try await house.readings().run() == .done)
        #expect(house.standIn.requests.count == asked.count)
        await house.stop()
    }

    @Test("with the margin that is shipped, only what is near the threshold is asked about")
    func nearTheThreshold() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let analyzer = try SecondReadingHouse.comprehension.get().analyzer
        _ = try await house.readings(margin: 0.1).run()
        let near = Self.texts.filter { !analyzer.doubts(about: $0, within: 0.1).isEmpty }
        #expect(Set(house.asked) == Set(near))
        #expect(near.count < Self.texts.count)
        for text in Self.texts {
            for doubt in analyzer.doubts(about: text, within: 0.1) {
                #expect((0.1...0.3801).contains(doubt.probability), "\(text): \(doubt)")
            }
        }
        await house.stop()
    }

    @Test("nothing is asked beyond a day's texts, and the next day goes on with the rest")
    func budget() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        #expect(try await house.readings(textsPerDay: 2, atOnce: 1).run() == .outOfBudget)
        // Another process with the same file has the same budget.
        #expect(try await house.readings(textsPerDay: 2, atOnce: 3).run() == .outOfBudget)
        #expect(house.asked.count == 2)
        house.clock.advance(by: .seconds(86_400))
        #expect(try await house.readings(textsPerDay: 100).run() == .done)
        #expect(Set(house.asked).count == house.asked.count)
        #expect(house.asked.count >= 5)
        #expect(try await house.readings(textsPerDay: 0).run() == .done)
        await house.stop()
    }

    @Test(
        "what the rules and the model read stays while the server is away, and is looked at when it is back")
    func away() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let before = try house.mentions()
        let readings = try house.readings(atOnce: 1)
        for fault: StandInFault in [
            .page(status: 502), .cutShort,
            .answer(StandInAnswer(status: 429, headers: ["Retry-After": "7"], body: [])),
        ] {
            house.standIn.misbehave { _ in fault }
            guard case .unavailable = try await readings.run() else {
                Issue.record("\(fault)")
                continue
            }
            #expect(try house.mentions() == before)
        }
        #expect(house.standIn.requests.count == 3)
        house.standIn.recover()
        #expect(try await readings.run() == .done)
        #expect(try house.mentions() != before)
        // It was the server's fault, and no text's.
        let newest = try #require(house.asked.first)
        #expect(house.asked.count { $0 == newest } == 4)
        await house.stop()
    }

    /// Gives an answer of its own as long as it has one, and then calls everything absent.
    private final class FalteringReader: SecondReader {
        private let state: Mutex<(answer: SecondReaderAnswer?, asked: [String])>

        init(_ answer: SecondReaderAnswer) {
            state = Mutex((answer, []))
        }

        var asked: [String] { state.withLock { $0.asked } }

        func recover() { state.withLock { $0.answer = nil } }

        func key(of question: SecondReadingQuestion) -> [UInt8] { Array(question.text.text.utf8) }

        func read(_ question: SecondReadingQuestion) async -> SecondReaderAnswer {
            state.withLock { state in
                state.asked.append(question.text.text)
                return state.answer ?? .verdicts(question.aspects.map { Verdict($0, .absent) })
            }
        }
    }

    @Test(
        "a text on which the server fails three times itself, or needs too long, is left alone",
        arguments: ["http.timed-out", "status 500"])
    func toNothing(code: String) async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let trouble = SecondReaderTrouble(code: code)
        let reader = FalteringReader(.unavailable(trouble))
        let readings = try house.readings(atOnce: 1, reader: reader)
        for _ in 0..<3 { #expect(try await readings.run() == .unavailable(trouble)) }
        let newest = try #require(reader.asked.first)
        #expect(reader.asked == [newest, newest, newest])
        reader.recover()
        #expect(try await readings.run() == .done)
        #expect(reader.asked.count { $0 == newest } == 3)
        #expect(reader.asked.count > 5)
        await house.stop()
    }

    @Test("a text is not left alone for a server that is away, limits the rate or takes no key")
    func serverAway() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        for code in ["http.cannot-connect", "status 429", "status 503", "status 401", "no completion"] {
            let trouble = SecondReaderTrouble(code: code)
            let reader = FalteringReader(.unavailable(trouble))
            let readings = try house.readings(atOnce: 1, reader: reader)
            for _ in 0..<5 { #expect(try await readings.run() == .unavailable(trouble)) }
            #expect(reader.asked.count == 5, "\(code)")
        }
        await house.stop()
    }

    @Test(
        "a text that was not taken is forgotten with its batch, and asked about again when all is read again")
    func forgotten() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let reader = FalteringReader(.declined("status 400"))
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let other = Comprehension(
            analyzer: try installation.analyzer(), catalogue: installation.catalogue,
            dealers: installation.everybody.dealers + [
                Dealer(id: "ZZ9", name: "没有人提到的店", city: Fixtures.ningbo)
            ])
        let inForce = Mutex(try SecondReadingHouse.comprehension.get())
        let readings = SecondReadings(
            of: house.store, by: { inForce.withLock { $0 } }, reader: reader, clock: house.clock,
            limits: SecondReadings.Limits(textsPerDay: 1000, requestsAtOnce: 1, margin: 0.5, days: 30),
            onEvent: { if $0 == .refused { reader.recover() } })
        #expect(try await readings.run() == .done)
        let declined = try #require(reader.asked.first)
        #expect(reader.asked.count { $0 == declined } == 1)
        inForce.withLock { $0 = other }
        let rereading = Rereading(
            of: house.store, by: { other }, clock: house.clock, isStopped: { false }, onEvent: { _ in })
        #expect(try rereading.run() == .upToDate)
        #expect(try await readings.run() == .done)
        #expect(reader.asked.count { $0 == declined } == 2)
        await house.stop()
    }

    /// Two products, and something that is said of the second.
    static let comparisons = ["比亚迪汉", "特斯拉Model 3", "本田雅阁", "奥迪A4L"].flatMap { rival in
        [
            "油耗好像高一点", "座椅听说硬一些", "内饰估计简单了点", "后排也许挤一点", "方向盘大概沉一些", "底盘据说有点散", "外观我看一般", "空调好像慢了点",
        ].map { "我的星驰X5开着还行,\(rival)的\($0)" }
    }

    @Test("what is found of a rival in a comparison is not counted for the text's own product")
    func comparison() async throws {
        let analyzer = try SecondReadingHouse.comprehension.get().analyzer
        let rivals = Self.comparisons.flatMap { text in
            analyzer.doubts(about: text, within: 0.5).filter { !$0.isGiven && $0.opinion.brand != nil }
                .map { "\(text)|\($0.aspect.name)|" }
        }
        try #require(!rivals.isEmpty)
        let house = try await SecondReadingHouse(Self.comparisons)
        #expect(try await house.readings().run() == .done)
        #expect(house.count(.asked) > 0)
        let after = try house.mentions()
        for rival in rivals {
            #expect(!after.contains { $0.hasPrefix(rival) }, "\(rival)")
        }
        await house.stop()
    }

    @Test(
        "a text that the server does not take holds up no other, and a server that takes none is not asked on"
    )
    func declined() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let all = try house.readings(atOnce: 1)
        house.standIn.fail("/chat/completions", .code("data_inspection_failed"))
        #expect(try await all.run() == .done)
        #expect(house.count(.refused) == 1)
        #expect(house.count(.changed) > 0)
        let other = try await SecondReadingHouse(Self.texts)
        other.standIn.misbehave { _ in .code("model_not_exist") }
        #expect(
            try await other.readings(atOnce: 1).run()
                == .unavailable(SecondReaderTrouble(code: "status 400")))
        #expect(other.standIn.requests.count == 5)
        await house.stop()
        await other.stop()
    }

    @Test("an answer of no use is kept: nobody is asked again")
    func unusable() async throws {
        let house = try await SecondReadingHouse(Self.texts) { _ in "好的" }
        let before = try house.mentions()
        #expect(try await house.readings().run() == .done)
        let requests = house.standIn.requests.count
        #expect(requests == 2 * house.count(.refused))
        #expect(try await house.readings().run() == .done)
        #expect(house.standIn.requests.count == requests)
        #expect(try house.mentions() == before)
        await house.stop()
    }

    @Test("voices that are older than is asked about are left as they are")
    func old() async throws {
        let house = try await SecondReadingHouse()
        try await house.add(Self.texts, on: Fixtures.today - 40)
        #expect(try await house.readings(days: 30).run() == .done)
        #expect(house.standIn.requests.isEmpty)
        await house.stop()
    }

    @Test("no more requests are under way than are allowed")
    func atOnce() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let now = Mutex((count: 0, most: 0))
        let gate = Gate()
        house.standIn.misbehave { _ in
            .late(until: {
                now.withLock { now in
                    now.count += 1
                    now.most = max(now.most, now.count)
                }
                await gate.pass()
                now.withLock { $0.count -= 1 }
            })
        }
        let pass = Task { try await house.readings(atOnce: 3).run() }
        while now.withLock({ $0.count }) < 3 { await Task.yield() }
        gate.open()
        #expect(try await pass.value == .done)
        #expect(now.withLock { $0.most } == 3)
        #expect(house.asked.count > 3)
        await house.stop()
    }

    @Test("another edition gets the corrections from what is known, without a request, and counts stay right")
    func anotherEdition() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        #expect(try await house.readings().run() == .done)
        let (asked, corrected) = (house.standIn.requests.count, try house.mentions())
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        // Another store is known now, which no text names: the edition is another one, and reads the same.
        let other = Comprehension(
            analyzer: try installation.analyzer(), catalogue: installation.catalogue,
            dealers: installation.everybody.dealers + [
                Dealer(id: "ZZ9", name: "没有人提到的店", city: Fixtures.ningbo)
            ])
        #expect(try await house.readings(by: other).run() == .otherEdition)
        let rereading = Rereading(
            of: house.store, by: { other }, clock: house.clock, isStopped: { false }, onEvent: { _ in })
        #expect(try rereading.run() == .upToDate)
        #expect(try house.mentions() != corrected)
        #expect(try await house.readings(by: other).run() == .done)
        #expect(try house.mentions() == corrected)
        #expect(house.standIn.requests.count == asked)
        #expect(house.count(.cached) == asked)
        #expect(try await house.store.recountDifferences() == 0)
        await house.stop()
    }

    @Test("a pass that is cancelled ends, and the next goes on where it was")
    func cancelled() async throws {
        let house = try await SecondReadingHouse(Self.texts)
        let gate = Gate()
        house.standIn.misbehave { request in
            LanguageModelPlatform.conversation(in: request)?.text == Self.texts[5]
                ? .late(until: { await gate.pass() }) : nil
        }
        let pass = Task { try await house.readings(atOnce: 1).run() }
        while !house.asked.contains(Self.texts[5]) { await Task.yield() }
        pass.cancel()
        await #expect(throws: CancellationError.self) { try await pass.value }
        gate.open()
        house.standIn.recover()
        #expect(try await house.readings().run() == .done)
        // Only the one that was under way was asked again.
        #expect(house.asked.count == Set(house.asked).count + 1)
        #expect(try await house.store.recountDifferences() == 0)
        await house.stop()
    }
}
