import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Why somebody was told of a warning")
struct WarningReasonTests {
    private func lines(_ house: WarningHouse, _ words: String, as person: Person) async throws -> [String] {
        let answer = try await house.say(words, as: person)
        WarningHouse.checkWriting(answer)
        return answer.split(separator: "\n").map(String.init)
    }

    @Test("why nothing is warned of reads from what was of too few voices then, in the own scope")
    func absence() async throws {
        let house = try await WarningHouse()
        let day = Fixtures.today - 1
        func ask(_ words: String, as person: Person = WarningHouse.manager) async throws -> [String] {
            try await lines(house, words, as: person)
        }
        let brake = Aspect("parts.brake")
        let quiet = try await ask("杭州刹车为什么没预警")
        #expect(
            quiet == ["杭州 · 刹车 · 为什么没有预警", "11/07 以来没有反常增多。刹车失灵、起火这类危险例外，新收到一条就会预警；服务启用前就有的声音不再回头看。"],
            "\(quiet)")
        var changes = WarningBook.Changes()
        changes.sparse = [Fixtures.hangzhou, Fixtures.guangzhou].map { city in
            SparseRise(
                WatchedMatter(.city(city), brake), days: day...day, observed: 2, expected: 0.1)
        }
        try await house.bot.keep(changes, at: house.clock.now)
        let told = ["杭州 · 刹车 · 为什么没有预警", "11/20 杭州 · 刹车抱怨只有 2 条，少于 3 条不预警"]
        #expect(try await ask("杭州刹车为什么没预警") == told)
        #expect(try await ask("刹车为什么没有预警", as: Fixtures.westLakeDealer) == told)
        #expect(try await ask("杭州油耗为什么没预警").count == 2)
        #expect(try await ask("为什么没有预警").filter { $0.contains("只有") } == [told[1]])
        #expect(try await ask("广州刹车为什么没预警").allSatisfy { !$0.contains("2 条") })
        try await house.open()
        let open = try await ask("杭州油耗为什么没预警")
        #expect(open.contains { $0.hasPrefix("有预警 A12：杭州") }, "\(open)")
        let dealers = try await ask("油耗为什么没预警", as: Fixtures.westLakeDealer)
        #expect(dealers.allSatisfy { !$0.contains("A12") }, "not yet released to dealers: \(dealers)")
        #expect(dealers.contains { $0.hasPrefix("目前没有可以告诉您的预警。") }, "\(dealers)")
        // What is not known, or not yet, is said.
        #expect(try await ask("火星市为什么没预警").first?.hasPrefix("没认出「火星市」") == true)
        // A word that nobody knows may be no name: the own place is answered for beside it.
        for word in ["失控", "火灾", "高速", "爆了"] {
            let answer = try await ask("\(word)为什么没预警")
            #expect(answer.contains { $0.hasPrefix("华东 · 为什么没有预警") }, "\(answer)")
        }
        #expect(try await ask("火星为什么没预警").contains { $0.hasPrefix("没认出「火星」，下面是华东的情况") })
        #expect(try await ask("杭州飞船为什么没预警").contains { $0.hasPrefix("没认出「飞船」，下面是杭州的情况") })
        #expect(try await ask("明天为什么没预警").first?.contains("还没到") == true)
        #expect(try await ask("上周杭州油耗为什么没预警").first?.hasPrefix("杭州 · 油耗 · 上周") == true)
    }

    @Test("who was told reads when, as what, for whom, and who else was")
    func told() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.decide(.opened, WarningHouse.manager, .sent(account: "dingtalk:m1"))
        house.clock.advance(by: .seconds(3600))
        try await house.decide(
            .escalated(.heads), WarningHouse.head, .sent(account: "dingtalk:h2"), insteadOf: ["liqiang"])
        for words in ["为什么发给我", "A12 为什么发给我"] {
            let answer = try await lines(house, words, as: WarningHouse.manager)
            #expect(answer[0] == "预警 A12 · 给您的通知")
            #expect(answer.contains("10:00 发给了您：您负责杭州"), "\(answer)")
            #expect(answer.contains("通知过 林枫、李强"), "\(answer)")
        }
        let head = try await lines(house, "为什么发给我", as: WarningHouse.head)
        #expect(head.contains("11:00 发给了您：没有人认领，升级到您，替 李强"), "\(head)")
    }

    @Test(
        "who was not told reads why",
        arguments: [
            (.quietHours(until: Fixtures.now + .seconds(22 * 3600)), "夜间不打扰，到 11/22 08:00"),
            (.silenced(until: Fixtures.now + .seconds(7200), by: "liqiang"), "李强 设了静默，到 12:00"),
            (.claimed(by: "liqiang"), "李强 已经认领"), (.ordinary, "情况已经恢复正常"), (.stale, "已经过去好几天"),
            (.away, "您当天休假，也没有代理人"), (.unreachable, "没有能送达您的渠道"), (.ended, "还没发就结束了"),
            (.own, "是您自己处理的"),
        ] as [(NoticeDecision.Reason, String)])
    func withheld(_ reason: NoticeDecision.Reason, _ words: String) async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.decide(.escalated(.heads), WarningHouse.head, .withheld(reason))
        let answer = try await lines(house, "A12 为什么没发给我", as: WarningHouse.head)
        #expect(answer.contains("10:00 没有发给您：\(words)"), "\(answer)")
        #expect(answer[0] == "预警 A12 · 给您的通知", "\(answer)")
    }

    @Test("who was not told because it became a part of a wider one reads of which, where that may be seen")
    func merged() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(WarningHouse.complaints(.nation), number: 13)
        try await house.change { [$0.merge(into: 13, at: house.clock.now)] }
        try await house.decide(.opened, WarningHouse.manager, .withheld(.merged(into: 13)))
        let answer = try await lines(house, "A12 为什么没发给我", as: WarningHouse.manager)
        #expect(answer.contains("10:00 没有发给您：已并入全国预警 A13"), "\(answer)")
        try await house.decide(.escalated(.heads), WarningHouse.head, .withheld(.merged(into: 99)))
        let other = try await lines(house, "A12 为什么没发给我", as: WarningHouse.head)
        #expect(other.contains("10:00 没有发给您：已并入另一条预警"), "\(other)")
    }

    @Test("who was never in question is told so, and a stranger to the place not even that there is one")
    func never() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.decide(.opened, WarningHouse.manager, .sent(account: "dingtalk:m1"))
        let answer = try await lines(house, "A12 为什么没发给我", as: Fixtures.headquarters)
        #expect(answer[0] == "预警 A12 · 给您的通知")
        #expect(answer[1] == "杭州 · 油耗抱怨偏多 没有轮到通知您，可能因为您不负责这个范围，或者还没升级到您就有人认领了，或者刚刚发现。")
        #expect(answer.contains("通知过 李强"))
        for person in [WarningHouse.southManager, Fixtures.westLakeDealer, Fixtures.administrator] {
            let refused = try await house.say("A12 为什么没发给我", as: person)
            #expect(!refused.contains("李强") && !refused.contains("油耗"), "\(person.name): \(refused)")
        }
    }

    @Test(
        "of a store elsewhere it is said that the warning is none of it, of one there that nothing was sent yet"
    )
    func stores() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let here = try await lines(house, "A12 王芳为什么没收到", as: WarningHouse.manager)
        #expect(here.contains { $0.hasSuffix("这条还没有通报到那里。") }, "\(here)")
        let elsewhere = try await lines(house, "A12 陈洁为什么没收到", as: WarningHouse.manager)
        #expect(elsewhere.contains { $0.hasSuffix("没有轮到通知陈洁：它是别处的预警，和陈洁的门店无关。") }, "\(elsewhere)")
    }

    @Test("of several of one name the one of the store or the city that is named is meant")
    func namesakes() async throws {
        let namesake = Person(
            id: "wangfang2", name: "王芳", role: .dealer, dealer: Fixtures.ningboStore,
            accounts: ["dingtalk:d9"])
        let house = try await WarningHouse(people: WarningHouse.everybody + [namesake])
        try await house.open()
        let asked = try await house.say("A12 王芳为什么没收到")
        #expect(asked == "有几位都叫「王芳」，请带上门店或区域再问。")
        for words in ["A12 宁波鄞州店的王芳为什么没收到", "宁波的王芳为什么没收到A12预警"] {
            let answer = try await house.say(words)
            #expect(answer.contains("别处的预警，和王芳的门店无关"), "\(words): \(answer)")
        }
        let here = try await house.say("A12 杭州西湖店的王芳为什么没收到")
        #expect(here.contains("这条还没有通报到那里"), "\(here)")
    }

    @Test("every kind of notice has its words")
    func kinds() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for (notice, words) in [
            (.reminded(Fixtures.today), "仍然没有人认领"), (.worse(.severe, reopenings: 0), "情况加重"),
            (.worse(.severe, reopenings: 1), "结束后又加重或被重新打开"), (.assigned(Fixtures.now), "有人转交给您"),
            (.ended(reopenings: 0), "您收到过这条预警，它结束了"),
        ] as [(Notice, String)] {
            try await house.decide(notice, WarningHouse.manager, .sent(account: "dingtalk:m1"))
            let answer = try await lines(house, "A12 为什么发给我", as: WarningHouse.manager)
            #expect(answer.contains("10:00 发给了您：\(words)"), "\(answer)")
        }
    }
}
