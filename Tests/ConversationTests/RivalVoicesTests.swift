import EarshotTesting
import Testing

@testable import Earshot

@Suite("What is said of rivals as a whole")
struct RivalVoicesTests {
    @Test(
        "the rivals' words are never the own brand's",
        arguments: [["竞品原话"], ["友商客户怎么夸的"], ["竞品动向", "它的原话"], ["我们店口碑怎么样", "竞争对手的原话"], ["油耗怎么样", "竞品的原声"]])
    func quotes(questions: [String]) async throws {
        let bot = try await BotFixture()
        var answer = ""
        for question in questions { answer = try await bot.say(question) }
        let words = answer.split(separator: "\n").filter { $0.hasPrefix("「") }
        #expect(answer.contains("杭州 · 竞品") && words.count == 5, "\(answer)")
        #expect(words.allSatisfy { $0.contains("云途") }, "\(answer)")
        let more = try await bot.say("更多")
        #expect(more.contains("杭州 · 竞品") && more.contains("第 6–10 条"), "\(more)")
    }

    @Test("the rivals' words of another city are refused like that city")
    func elsewhere() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("广州竞品原话").contains("您绑定的是杭州"))
        #expect(try await bot.say("全国竞品原话").contains("全国只能看平均数据"))
        let manager = try await bot.say("杭州竞品原话", as: Fixtures.eastManager)
        #expect(manager.contains("杭州 · 竞品 · 客户原话") && manager.contains("云途"), "\(manager)")
    }

    @Test("complaints about rivals and one aspect of them are counted as they are asked for")
    func counts() async throws {
        let bot = try await BotFixture()
        let complaints = try await bot.say("竞品的差评")
        #expect(complaints.contains("云途L7：声量 36，抱怨 0") && !complaints.contains("，好评"), "\(complaints)")
        let charging = try await bot.say("竞品里谁的续航最好")
        #expect(charging.contains("竞品 · 续航充电"), "\(charging)")
        #expect(charging.contains("云途L7：提到 36，好评 36（较前7天 +80%）"), "\(charging)")
        let unspoken = try await bot.say("竞品的内饰怎么样")
        #expect(unspoken.contains("没有客户提到竞品的内饰，下面是整体情况"), "\(unspoken)")
        #expect(unspoken.contains("云途L7：声量 36，好评 36"), "\(unspoken)")
    }

    @Test("the rival that is praised in an aspect is found, however many are talked about more")
    func seldom() async throws {
        func voice(_ number: Int, _ rival: Rival, _ aspect: String, _ sentiment: Double) -> UnderstoodVoice {
            let day = Fixtures.today - 2
            return UnderstoodVoice(
                voice: Voice(
                    id: "\(number)", source: "论坛", text: "第\(number)位车主说的话",
                    publishedAt: LocalCalendar.shanghai.start(of: day)),
                reading: Reading(
                    sentiment: sentiment,
                    opinions: Aspect(aspect[...]).map {
                        [
                            Opinion(
                                aspect: $0, polarity: Polarity(lean: sentiment), lean: sentiment,
                                evidence: 0..<6)
                        ]
                    } ?? []),
                fingerprint: Fingerprint(of: "\(number)"), day: day, city: Fixtures.hangzhou,
                subject: .rival(rival), dealerID: nil)
        }
        let spoken = (0..<120).map { voice($0, Rival(brand: "品牌\($0 % 60)"), "space", -0.8) }
        let bot = try await BotFixture(spoken + [voice(200, Rival(brand: "远岚"), "driver_assist", 0.9)])
        let answer = try await bot.say("竞品的智驾怎么样")
        #expect(answer.contains("远岚：提到 1，好评 1") && !answer.contains("没有客户提到"), "\(answer)")
    }

    @Test(
        "a name that is not known is told",
        arguments: [
            ("凌越K9的原话", "没有认出「凌越K9」"), ("和云途、凌越比", "没有认出「凌越」"), ("和凌越、云途比", "没有认出「凌越」"),
            ("和云途、理想比", "没有认出「理想」"),
        ])
    func unknown(question: String, note: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains(note), "\(answer)")
        #expect(try await !bot.say("那售后呢").contains("没有认出"))
    }

    @Test("words nobody knows beside an aspect that is known are told, and the aspect is answered")
    func strangeBeside() async throws {
        let bot = try await BotFixture()
        for question in ["凌越K9的油耗原话", "油耗方面凌越K9的原话"] {
            let answer = try await bot.say(question)
            #expect(answer.contains("杭州 · 油耗 · 客户原话") && answer.contains("高速油耗太高"), "\(answer)")
            #expect(answer.contains("没有认出「凌越K9」，没有按它来看"), "\(answer)")
        }
        // What was talked about before does not say what is meant now.
        #expect(try await !bot.say("凌越K9的原话").contains("高速油耗太高"))
    }
}
