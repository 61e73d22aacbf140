import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Suggestions in great numbers, as parts of others, by province and in groups")
struct SuggestionCornerTests {
    private static let hq = SuggestionHouse.headquarters

    @Test("the first of a hundred and more of a day is known when it comes again")
    func manyOfADay() async throws {
        let house = try SuggestionHouse()
        for number in 0..<102 {
            // Letters that no two share.
            let scalars = (0..<6).compactMap { Unicode.Scalar(UInt32(0x4E00 + number * 6 + $0)) }
            let words = String(String.UnicodeScalarView(scalars))
            #expect(try await house.say("建议:\(words)").contains("已收到建议"), "\(number)")
        }
        let first = try #require(try await house.stored(1)).words
        let again = try await house.say("建议:\(first)")
        #expect(again.contains("#1") && !again.contains("已收到建议 #103"), "\(again)")
    }

    @Test("a store that stands behind a part already does not count twice when one of it joins")
    func weight() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("合并 2 到 1", as: Self.hq)
        let joined = try await house.say("支持 2", as: SuggestionHouse.secondGuangzhouDealer)
        let shown = try await house.say("#1", as: Self.hq)
        #expect(shown.contains("经销商 2 家 · 城市 2 个"), "\(shown)")
        let other = try await house.say("支持 1", as: SuggestionHouse.colleague)
        #expect(other.contains("经销商 3 家 · 城市 3 个"), "\(joined) \(other)")
    }

    @Test("whoever supports one leaves it again, also as a part of another one, and is told no more")
    func unsupport() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        let colleague = SuggestionHouse.colleague
        let none = try await house.say("取消支持 1", as: colleague)
        #expect(none.contains("您没有支持 #1"), "\(none)")
        _ = try await house.say("支持 1", as: colleague)
        let left = try await house.say("取消支持 1", as: colleague)
        #expect(left.contains("已取消您对 #1"), "\(left)")
        #expect(try await house.stored(1)?.supporters.isEmpty == true)
        let shown = try await house.say("#1", as: Self.hq)
        #expect(shown.contains("经销商 1 家"), "\(shown)")
        _ = try await house.say("支持 1", as: colleague)
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("合并 1 到 2", as: Self.hq)
        let part = try await house.say("取消支持 1", as: colleague)
        #expect(part.contains("已取消您对 #1"), "\(part)")
        #expect(try await house.stored(1)?.supporters.isEmpty == true)
        #expect(try await house.stored(1)?.filer.person == SuggestionHouse.dealer.id)
    }

    @Test("several are decided together, each once, with the reason of all")
    func together() async throws {
        let house = try SuggestionHouse()
        for words in ["周末多排两个技师", "展厅加一台咖啡机", "试驾车换成新款", "交车仪式加个红毯"] {
            _ = try await house.say("建议:\(words)")
        }
        let accepted = try await house.say("1和2都采纳", as: Self.hq)
        #expect(accepted.contains("#1") && accepted.contains("#2"), "\(accepted)")
        #expect(!accepted.contains("已经是"), "\(accepted)")
        _ = try await house.say("3、4都不采纳，成本太高", as: Self.hq)
        for number in [3, 4] {
            let stored = try await house.stored(Int64(number))
            #expect(stored?.state == .declined && stored?.reason == "成本太高", "\(number)")
        }
    }

    @Test(
        "a number in a reason decides about no other one",
        arguments: ["不采纳 1 2台样车没通过", "不采纳1：2台样车不合格", "不采纳 1，2台样车不合格", "不采纳 #1 2台样车没通过"])
    func inReason(_ words: String) async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机")
        _ = try await house.say(words, as: Self.hq)
        #expect(try await house.stored(2)?.state == .open, "\(words)")
    }

    @Test("who asks to wait, or records what a customer said, in the form suggests nothing by it")
    func amidForm() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("我要提建议")
        for text in ["等一下", "记录 客户说空调不凉"] { _ = try await house.say(text) }
        var last = ""
        for text in ["周末多排两个技师", "跳过", "2", "跳过", "提交"] { last = try await house.say(text) }
        #expect(try await house.stored(1)?.words == "周末多排两个技师", "\(last)")
    }

    @Test("a part stands where its whole stands, in my suggestions and in their filter")
    func parts() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("合并 2 到 1", as: Self.hq)
        _ = try await house.say("采纳 1", as: Self.hq)
        let mine = try await house.say("我的建议", as: SuggestionHouse.guangzhouDealer)
        #expect(mine.contains("#2「展厅加一台咖啡机」 · 已采纳"), "\(mine)")
        let accepted = try await house.say("我的建议 已采纳", as: SuggestionHouse.guangzhouDealer)
        #expect(accepted.contains("#2「"), "\(accepted)")
    }

    @Test("a list is narrowed by a province, and one of another region is refused")
    func provinces() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        let zhejiang = try await house.say("浙江的建议列表", as: Self.hq)
        #expect(
            zhejiang.contains("#1「") && !zhejiang.contains("#2「") && zhejiang.contains("浙江"), "\(zhejiang)")
        let refused = try await house.say("广东的建议列表", as: SuggestionHouse.manager)
        #expect(!refused.contains("#1「") && !refused.contains("#2「") && refused.contains("华东"), "\(refused)")
    }

    @Test("however many support one, its history is short and has every decision")
    func longHistory() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        for number in 0..<30 {
            let person = Suggestion.Backer(
                person: "p\(number)", dealer: "D\(number)", city: "杭州", region: nil, at: house.clock.now)
            var suggestion = try #require(try await house.stored())
            let before = suggestion.version
            let step = try suggestion.apply(.support(person), by: person.person, at: house.clock.now)
            _ = try await house.bot.commit(
                Turn(
                    message: MessageKey(channel: "test", id: "\(number)"),
                    conversation: ConversationKey(account: "test", chat: "test"),
                    state: DialogueState(updatedAt: house.clock.now), reply: Reply(),
                    effects: [
                        .changeSuggestion(
                            SuggestionChange(suggestion, before: before, step), by: person.person)
                    ], at: house.clock.now))
        }
        _ = try await house.say("采纳 1 下个版本一起改", as: Self.hq)
        let shown = try await house.say("#1 进度", as: Self.hq)
        #expect(!shown.contains("加入支持") && shown.contains("采纳：下个版本一起改"), "\(shown)")
        #expect(shown.contains("经销商 31 家"))
    }

    @Test("in a group nobody reads who decided")
    func group() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("不采纳 1 因为成本太高", as: SuggestionHouse.second)
        let alone = try await house.say("不采纳 1 因为成本太高", as: Self.hq)
        #expect(alone.contains("孙波"), "\(alone)")
        let grouped = try await house.say("不采纳 1 因为成本太高", as: Self.hq, inGroup: true)
        #expect(!grouped.contains("孙波"), "\(grouped)")
    }

    @Test("a reason that says what something is keeps its words")
    func reason() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("不采纳 1 因为是供应商的问题", as: Self.hq)
        #expect(try await house.stored()?.reason == "是供应商的问题")
    }

    @Test("a picture that belongs to nothing, or could not be fetched, is not said to be with the suggestion")
    func pictures() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("我要提建议")
        let amid = try await house.say("全国油耗近30天", picture: "picture")
        #expect(amid.contains("收到了图片 1 张") && !amid.contains("已附在您的建议里"), "\(amid)")
        let lost = try await house.say("周末多排两个技师", picture: "none")
        #expect(!lost.contains("已附在您的建议里"), "\(lost)")
        let known = try await house.bot.recall(
            MessageKey(channel: "test", id: "other"),
            in: ConversationKey(account: "dingtalk:d1", chat: "dingtalk/test chat-wangfang"))
        #expect(try #require(known.state?.form?.suggestion).messages.isEmpty)
    }

    @Test("more than anybody may have is subscribed to by no two messages at once")
    func subscriptions() async throws {
        let house = try SuggestionHouse()
        func subscribe(_ aspect: String) async throws {
            _ = try await house.bot.commit(
                Turn(
                    message: MessageKey(channel: "test", id: aspect),
                    conversation: ConversationKey(account: "test", chat: "test"),
                    state: DialogueState(updatedAt: house.clock.now), reply: Reply(),
                    effects: [
                        .subscribe(
                            WarningSubscription(
                                person: "wangfang", place: .city(Fixtures.hangzhou),
                                aspect: Aspect(aspect[...]),
                                since: house.clock.now))
                    ], at: house.clock.now))
        }
        let aspects = Aspect.all.map(\.name)
        for aspect in aspects.prefix(WarningSubscription.most) { try await subscribe(aspect) }
        await #expect(throws: ConversationConflict.self) {
            try await subscribe(aspects[WarningSubscription.most])
        }
        try await subscribe(aspects[0] == "" ? aspects[1] : aspects[0])
        #expect(
            try await house.bot.subscriptions(of: "wangfang", regions: Fixtures.regions).count
                == WarningSubscription.most)
    }
}
