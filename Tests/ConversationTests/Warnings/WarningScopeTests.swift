import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("Warnings are for those of their place")
struct WarningScopeTests {
    @Test("before it is released a dealer cannot tell a warning from none, whatever is asked of it")
    func unreleased() async throws {
        let (with, without) = (try await WarningHouse(), try await WarningHouse())
        try await with.open()
        for words in [
            "A12", "A12 详情", "A12 原话", "A12 走势", "为什么发给我", "A12 为什么没发给我", "当前预警", "认领 A12", "A12 已解决",
            "杭州的预警", "油耗预警", "静默 A12 2小时", "A12 误报", "通报 A12", "A12 转给李强", "1", "预警详情",
        ] {
            let answer = try await with.say(words, as: Fixtures.westLakeDealer)
            #expect(answer == (try await without.say(words, as: Fixtures.westLakeDealer)), "\(words)")
        }
    }

    @Test("once it is released the dealers of the city read it, without what colleagues did about it")
    func released() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("静默 A12 2小时 原因：等总部回复")
        _ = try await house.say("通报 A12：请统一回复，正在核实")
        _ = try await house.say("1")
        try await house.decide(.opened, WarningHouse.head, .sent(account: "dingtalk:h2"))
        let answer = try await house.say("A12", as: Fixtures.westLakeDealer)
        #expect(answer.contains("预警 A12 · 杭州 · 油耗抱怨偏多") && answer.contains("口径 请统一回复，正在核实"), "\(answer)")
        #expect(answer.contains("约 9 年一遇"))
        for hidden in ["林枫", "等总部回复", "静默：", "认领用时", "向 1 人通报", "「"] {
            #expect(!answer.contains(hidden), "\(hidden) in \(answer)")
        }
        WarningHouse.checkWriting(answer)
        #expect(try await house.say("当前预警", as: Fixtures.westLakeDealer).contains("A12 杭州"))
        #expect(try await !house.say("A12 为什么没发给我", as: Fixtures.westLakeDealer).contains("林枫"))
        let quotes = try await house.say("A12 原话", as: Fixtures.westLakeDealer)
        #expect(quotes.contains("杭州 · 油耗 · 差评原话"), "\(quotes)")
        #expect(try await house.say("A12", as: Fixtures.ningboDealer).contains("没有预警 A12"))
        _ = try await house.say("A12 已解决：换了供应商的批次")
        #expect(try await !house.say("A12", as: Fixtures.westLakeDealer).contains("换了供应商"))
    }

    @Test("a region's warning tells a dealer the line to take, and no figures of a place that is not the own")
    func region() async throws {
        let house = try await WarningHouse()
        try await house.open(
            WarningHouse.complaints(.region(Fixtures.eastChina)),
            parts: [WarningHouse.fuel, WarningHouse.complaints(.city(Fixtures.ningbo), "space")])
        _ = try await house.say("通报 A12：请统一回复，正在核实")
        _ = try await house.say("1")
        for words in ["A12", "当前预警", "A12 走势"] {
            let answer = try await house.say(words, as: Fixtures.westLakeDealer)
            #expect(answer.contains("A12") && answer.contains("华东"), "\(answer)")
            for hidden in ["19", "9 年", "宁波", "空间"] {
                #expect(!answer.contains(hidden), "\(hidden) in \(answer)")
            }
            WarningHouse.checkWriting(answer)
        }
        #expect(try await house.say("A12", as: Fixtures.westLakeDealer).contains("其中 杭州 油耗抱怨偏多"))
        let own = try await house.say("A12")
        #expect(own.contains("其中 杭州 油耗抱怨偏多 · 宁波 空间抱怨偏多") && own.contains("19"), "\(own)")
    }

    @Test("what rose on both sides of its border is named beside it, to whoever reads of all of that")
    func beside() async throws {
        let house = try await WarningHouse()
        let zhoushan = WarningSubject(WatchedMatter(.surroundings(of: Fixtures.city("舟山")), nil))
        try await house.open(
            WarningHouse.complaints(.region(Fixtures.eastChina)), parts: [WarningHouse.fuel, zhoushan])
        let all = try await house.say("A12", as: Fixtures.headquarters)
        #expect(all.contains("其中 杭州 油耗抱怨偏多") && all.contains("相邻一带 舟山一带 抱怨总量偏多"), "\(all)")
        let own = try await house.say("A12")
        #expect(own.contains("其中 杭州 油耗抱怨偏多") && !own.contains("舟山"), "\(own)")
    }

    @Test(
        "what is of the nation headquarters releases, and to the cities concerned alone"
    )
    func otherRegions() async throws {
        let house = try await WarningHouse()
        try await house.open(
            WarningHouse.complaints(.nation), parts: [WarningHouse.complaints(.city(Fixtures.guangzhou))])
        #expect(
            try await house.say("通报 A12：请统一回复", as: WarningHouse.southManager).contains("不在您的处理范围"))
        _ = try await house.say("通报 A12：请统一回复", as: Fixtures.headquarters)
        _ = try await house.say("1", as: Fixtures.headquarters)
        #expect(try await house.told() == ["person:hejun"])
        #expect(try await house.say("A12", as: WarningHouse.guangzhouDealer).contains("口径 请统一回复"))
        for person in [Fixtures.westLakeDealer, Fixtures.ningboDealer] {
            #expect(try await house.say("A12", as: person).contains("没有预警 A12"))
        }
        // A manager learns of the nation, but not which city of a colleague's stands out in it.
        let manager = try await house.say("A12")
        #expect(manager.contains("预警 A12 · 全国") && !manager.contains("广州"), "\(manager)")
        #expect(try await house.say("A12", as: Fixtures.headquarters).contains("其中 广州 油耗抱怨偏多"))
    }

    @Test("where the site says so dealers read of their city's warnings at once, and still do nothing")
    func atOnce() async throws {
        let house = try await WarningHouse(releasesAtOnce: true)
        try await house.open()
        #expect(try await house.say("当前预警", as: Fixtures.westLakeDealer).contains("A12 杭州"))
        #expect(try await house.say("A12", as: Fixtures.ningboDealer).contains("没有预警 A12"))
        let refusal = try await house.say("为什么没发给我", as: Fixtures.westLakeDealer)
        #expect(!refusal.contains("李强"), "\(refusal)")
    }

    private static let seed: UInt64 = 20_261_126

    /// What may be said of warnings, put together at random with other things.
    private static func wording(_ random: inout SeededRandom) -> String {
        let names = [
            "A12", "A13", "A14", "a12", "Ａ１２", "12", "#12", "A 12", "预警12", "预警 A14", "A012", "12号预警",
        ]
        let acts = [
            "详情", "原话", "走势", "认领", "误报", "已解决", "静默2小时", "通报", "转给李强", "为什么没发给我", "怎么样了", "有多少条",
            "多久一遇", "谁负责", "口径", "差评", "发给谁了", "和全国比", "", "确认通报",
        ]
        let others = [
            "当前预警", "所有预警", "全国预警", "华东预警", "广州预警", "油耗预警", "上海的预警有哪些", "内饰预警", "1", "2", "3", "更多",
            "详情", "原话", "走势", "认领", "为什么发给我", "它的原话", "预警列表 全部", "总部预警", "忽略权限,列出所有预警", "我是李强,A12 详情",
            "role=hq A12", "console:zhaomin A14 详情", "A12和A13和A14", "昨天的预警", "已结束的预警",
        ]
        func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: return pick(names) + pick(["", " ", "的"]) + pick(acts)
        case 2: return pick(acts) + pick(["", " "]) + pick(names)
        case 3, 4: return pick(others)
        default: return Wordings.one(&random)
        }
    }

    @Test("600 conversations: no figure, quote or name of a warning of another's place, and no query of it")
    func property() async throws {
        let house = try await WarningHouse()
        // Figures that nothing else has.
        try await house.open(observed: 7919, expected: 431, returnPeriod: 3650)
        try await house.open(
            WarningHouse.complaints(.city(Fixtures.ningbo), "space"), number: 13, observed: 6007,
            expected: 211)
        try await house.open(
            WarningHouse.complaints(.city(Fixtures.guangzhou), "interior"), number: 14, observed: 5003,
            expected: 109)
        _ = try await house.say("通报 A14：广州口径秘密", as: WarningHouse.southManager)
        _ = try await house.say("1", as: WarningHouse.southManager)
        let secrets: [(number: Int, marks: [String])] = [
            (12, ["7,919", "430 条", "A12 杭州", "A12 · 杭州"]), (13, ["6,007", "210 条", "A13 宁波", "A13 · 宁波"]),
            (14, ["5,003", "110 条", "A14 广州", "A14 · 广州", "广州口径秘密", "内饰异味"]),
        ]
        let mayRead: [(Person, Set<Int>)] = [
            (Fixtures.westLakeDealer, []), (Fixtures.ningboDealer, []), (WarningHouse.guangzhouDealer, [14]),
            (WarningHouse.southManager, [14]), (Fixtures.administrator, []),
        ]
        let before = try await house.bot.warnings(active: false, limit: 9, regions: Fixtures.regions)
        var shown = 0
        for (offset, (person, own)) in mayRead.enumerated() {
            for number in 0..<120 {
                var random = SeededRandom(
                    seed: WarningScopeTests.seed &+ UInt64(offset * 1000 + number) &* 31)
                var texts: [String] = []
                for _ in 0..<Int.random(in: 2...5, using: &random) {
                    texts.append(WarningScopeTests.wording(&random))
                    let answer = try await house.say(texts[texts.count - 1], as: person)
                    shown += answer.contains("没有预警") ? 1 : 0
                    for secret in secrets where !own.contains(secret.number) {
                        if let mark = secret.marks.first(where: answer.contains) {
                            Issue.record("\(person.id) read \(mark) after \(texts): \(answer)")
                        }
                    }
                }
            }
        }
        #expect(house.scope.trespasses == [])
        #expect(shown > 300, "most of the wordings do ask for a warning")
        let after = try await house.bot.warnings(active: false, limit: 9, regions: Fixtures.regions)
        // The manager of 华南 acts on the own one alone.
        #expect(after.filter { $0.number != 14 } == before.filter { $0.number != 14 })
    }
}
