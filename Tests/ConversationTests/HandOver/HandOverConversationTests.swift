import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("What the bot cannot answer is handed over to a person")
struct HandOverConversationTests {
    private static let question = "客户要求七天内退车该怎么办"

    @Test("a whole conversation: asked, taken, answered in both directions, ended, kept as a line to take")
    func whole() async throws {
        let house = try await HandOverHouse()
        let first = try await house.say("我想知道火星上的店怎么样啊啊 13812345678")
        #expect(first.contains("转人工"), "\(first)")
        let opened = try await house.say("转人工 \(Self.question)")
        #expect(opened.contains("已转给李强（H1）"), "\(opened)")
        #expect(!opened.contains("不在工作时间"))
        let asked = try #require(try await house.told()["liqiang"])
        #expect(asked.contains("转人工 H1 · 杭州西湖店 王芳") && asked.contains(Self.question))
        #expect(asked.contains("火星") && !asked.contains("13812345678") && asked.contains("接手 H1"))

        let taken = try await house.say("接手 H1", as: HandOverHouse.manager)
        #expect(taken.contains("已接手 H1") && taken.contains(Self.question))
        #expect(try await house.told()["wangfang"]?.contains("李强已接手您的问题") == true)
        #expect(try await house.say("回复 未上牌的可以退", as: HandOverHouse.manager).contains("已转给王芳"))
        #expect(try await house.told()["wangfang"]?.contains("李强回复您（H1）：\n未上牌的可以退") == true)
        #expect(try await house.say("那已经上牌的呢").contains("已转给李强"))
        #expect(try await house.told()["liqiang"]?.contains("杭州西湖店 王芳（H1）：\n那已经上牌的呢") == true)
        #expect(try await house.say("回复 H1：上牌的按三包走", as: HandOverHouse.manager).contains("已转给王芳"))

        let ended = try await house.say("结束", as: HandOverHouse.manager)
        #expect(ended.contains("H1 已结束") && ended.contains("存为口径 H1"), "\(ended)")
        #expect(try await house.told()["wangfang"]?.contains("已结束") == true)
        let shown = try await house.say("存为口径 H1", as: HandOverHouse.manager)
        #expect(shown.contains("请确认：存为口径（H1）") && shown.contains("未上牌的可以退"), "\(shown)")
        #expect(try await house.told()["zhaomin"] == nil)
        let kept = try await house.say("1", as: HandOverHouse.manager)
        #expect(kept.contains("已请总部") && kept.contains("确认之前不会生效"), "\(kept)")
        #expect(try await house.told()["zhaomin"]?.contains("李强建议存为口径") == true)
        #expect(try await house.say("存为口径 H1", as: HandOverHouse.manager).contains("已经提交过"))

        let draft = try await house.say("存为口径 H1", as: HandOverHouse.headquarters)
        #expect(draft.contains("请确认：新增口径") && draft.contains("范围 华东"), "\(draft)")
        #expect(try await house.say("1", as: HandOverHouse.headquarters).contains("已保存"))
        let answered = try await house.say(Self.question)
        #expect(answered.contains("未上牌的可以退") && answered.contains("上牌的按三包走"), "\(answered)")
    }

    @Test(
        "what is clearly for the bot is answered by it while a person is talked to, and only the rest is passed on"
    )
    func commands() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.told()
        for command in [
            "帮助", "我的建议", "杭州上周口碑怎么样", "建议：希望周末多排两个技师", "记录 客户说空调有异味", "撤回记录 12", "修改记录 12 客户说车机卡",
        ] {
            let answer = try await house.say(command)
            #expect(!answer.contains("已转给"), "\(command): \(answer)")
        }
        #expect(try await house.told().isEmpty)
        for text in ["客户说油耗高得离谱要退", "3", "谢谢", "人呢", "好的"] {
            _ = try await house.say("帮助")
            let answer = try await house.say(text)
            #expect(answer.contains("已转给李强"), "\(text): \(answer)")
        }
        #expect(try await house.say("结束").contains("H1 已结束"))
        #expect(try await house.told()["liqiang"]?.contains("H1（杭州西湖店 王芳）已结束") == true)
        #expect(try await !house.say("客户说油耗高得离谱要退").contains("已转给"))
    }

    @Test("an answer with a number goes to that one or to nobody, whatever is at hand")
    func numbered() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        for words in ["回复 H99 你好", "回复 H99：你好", "回复H99 你好"] {
            let said = try await house.say(words, as: HandOverHouse.manager)
            #expect(!said.contains("已转给"), "\(words): \(said)")
        }
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("回复 H1 明天", as: HandOverHouse.manager).contains("已转给王芳"))
        let told = try await house.told()["wangfang"]
        #expect(told?.contains("明天") == true && told?.contains("H1 明天") == false, "\(told ?? "")")
    }

    @Test(
        "what a manager asks the bot goes to nobody, and words that mean nothing to it only when that is wished"
    )
    func nothingLeaks() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        _ = try await house.say("杭州油耗怎么样", as: HandOverHouse.manager)
        let asked = try await house.say("那边是不是又在乱来啊啊", as: HandOverHouse.manager)
        #expect(asked.contains("还没有转出"), "\(asked)")
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("发给对方（H1）", as: HandOverHouse.manager).contains("已转给王芳"))
        #expect(try await house.told()["wangfang"]?.contains("乱来") == true)
    }

    @Test("of several hand-overs one is at hand, and taking another up changes that")
    func several() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("转人工 保修怎么算", as: Fixtures.ningboDealer)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("接手 H2", as: HandOverHouse.manager)
        _ = try await house.told()
        _ = try await house.say("回复 三年十万公里", as: HandOverHouse.manager)
        #expect(try await house.told().keys.sorted() == ["chenjie"])
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("H1 接手", as: HandOverHouse.manager)
        _ = try await house.say("回复 未上牌的可以退", as: HandOverHouse.manager)
        #expect(try await house.told().keys.sorted() == ["wangfang"])
        let list = try await house.say("转接列表", as: HandOverHouse.manager)
        #expect(list.contains("H1 杭州西湖店") && list.contains("H2 宁波鄞州店"))
    }

    @Test(
        "after a line in another hand-over it is asked which is answered, and taking one up again settles it")
    func which() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("转人工 保修怎么算", as: Fixtures.ningboDealer)
        _ = try await house.say("回复 H1 可以退", as: HandOverHouse.manager)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("回复 H2 三年", as: HandOverHouse.manager)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("那已经上牌的呢")
        _ = try await house.told()
        let asked = try await house.say("回复 上牌的按三包走", as: HandOverHouse.manager)
        #expect(asked.contains("要回复哪一个") && asked.contains("H2（宁波鄞州店"), "\(asked)")
        #expect(try await house.say("结束", as: HandOverHouse.manager).contains("要结束哪一个"))
        #expect(try await house.told().isEmpty)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.say("回复 上牌的按三包走", as: HandOverHouse.manager)
        #expect(try await house.told().keys.sorted() == ["wangfang"])
    }

    @Test("what goes along is shown, and neither suggestions nor what was said of those in charge does")
    func along() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("火星上的店怎么样啊啊")
        _ = try await house.say("我们区域经理老是压库啊啊")
        let opened = try await house.say("转人工 \(Self.question)")
        #expect(opened.contains("一并转去") && opened.contains("火星") && !opened.contains("压库"), "\(opened)")
        #expect(try await house.told()["liqiang"]?.contains("压库") == false)
    }

    @Test(
        "a statement or a question about handing over opens none",
        arguments: ["人工服务，收费太贵客户不满意", "找人、找配件都很难", "转人工 需要等多久", "转人工 谁来接", "转人工 是什么意思呀"])
    func statements(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say(text)
        #expect(try await house.bot.openHandOver(of: "wangfang") == nil)
    }

    @Test(
        "a question about a hand-over, a denial or a report takes, answers and ends none",
        arguments: ["接手 H1 了吗", "不接手 H1", "谁接手 H1", "回复 H1 了吗", "H1 结束了吗?", "不要回复 H1", "回复H1没"])
    func questions(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.told()
        _ = try await house.say(text, as: HandOverHouse.manager)
        let kept = try #require(try await house.bot.handOver(1, within: .all))
        #expect(kept.state == .waiting && kept.version == 1)
        #expect(try await house.told().isEmpty)
    }

    @Test(
        "who asks whom to turn to is told so and offered to be handed over, and nothing is handed over by that",
        arguments: ["谁负责", "区域经理电话多少", "怎么转人工", "转人工吗?", "转人工 不用了", "不要转人工"])
    func offered(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say(text)
        #expect(try await house.bot.openHandOver(of: "wangfang") == nil)
        #expect(try await house.told().isEmpty)
    }

    @Test("the offer after an answer that did not help hands over what was asked")
    func choice() async throws {
        let house = try await HandOverHouse()
        let answer = try await house.say("怎么跟客户解释座椅加热的颜色")
        #expect(answer.contains("转人工"), "\(answer)")
        #expect(try await house.say("转人工").contains("已转给李强"))
        #expect(try await house.told()["liqiang"]?.contains("怎么跟客户解释座椅加热的颜色") == true)
    }

    @Test("in a group nothing is handed over, passed on or taken")
    func group() async throws {
        let house = try await HandOverHouse()
        #expect(try await house.say("转人工 \(Self.question)", inGroup: true).contains("只能在单聊里用"))
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.told()
        _ = try await house.say("客户说油耗高得离谱要退", inGroup: true)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager, inGroup: true)
        #expect(try await house.told().isEmpty)
        #expect(try await house.bot.handOver(1, within: .all)?.version == 1)
    }

    @Test("outside of office hours it is told when somebody will look at it, and nobody is told before")
    func night() async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        let opened = try await house.say("转人工 \(Self.question)")
        #expect(opened.contains("现在不在工作时间（工作日 09:00–18:00），2026-11-24 09:00 起处理"), "\(opened)")
        let morning = LocalCalendar.shanghai.moment(
            TimeOfDay(hour: 9), on: LocalCalendar.shanghai.day(of: house.clock.now) + 1)
        let rules = ChannelRules()
        let before = try await house.bot.begin(
            on: "dingtalk/dealers", rules: rules, most: 9, at: morning - .seconds(1))
        #expect(before.consignments.isEmpty)
        let after = try await house.bot.begin(on: "dingtalk/dealers", rules: rules, most: 9, at: morning)
        #expect(after.consignments.map(\.recipient) == ["person:liqiang"])
    }

    @Test("where nobody in charge can be told, or the asker cannot, it is said whom to turn to")
    func unreachable() async throws {
        let all = Set(HandOverHouse.everybody.map(\.id))
        for unreachable in [all.subtracting(["wangfang"]), ["wangfang"]] {
            let house = try await HandOverHouse(unreachable: unreachable, contact: "客服热线 400-800-1234")
            let answer = try await house.say("转人工 \(Self.question)")
            #expect(answer.contains("李强") && answer.contains("400-800-1234"), "\(answer)")
            #expect(try await house.bot.openHandOver(of: "wangfang") == nil)
        }
        let house = try await HandOverHouse(unreachable: ["liqiang"])
        #expect(try await house.say("转人工 \(Self.question)").contains("已转给高飞"))
    }

    @Test("personal data is passed on masked, and who wrote it is told so")
    func masked() async throws {
        let house = try await HandOverHouse()
        let opened = try await house.say("转人工 客户电话 13812345678 要退车")
        #expect(opened.contains("已转给"))
        #expect(try await house.told()["liqiang"]?.contains("13812345678") == false)
        #expect(try await house.say("车牌浙A12345的那位").contains("个人信息已隐去"))
        #expect(try await house.told()["liqiang"]?.contains("浙A12345") == false)
    }

    @Test("a form that is open is filled in, and the hand-over goes on behind it; a restart keeps both")
    func restart() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        let again = try await HandOverHouse(reopening: house)
        #expect(try await again.say("那已经上牌的呢").contains("已转给李强"))
        #expect(try await again.say("回复 可以", as: HandOverHouse.manager).contains("已转给王芳"))
        _ = try await again.told()
        #expect(try await again.say("我要提建议").contains("建议"))
        #expect(try await !again.say("车机导航太慢希望优化").contains("已转给"))
        #expect(try await again.told().isEmpty)
    }

    @Test("the same message again answers the same and passes nothing on twice")
    func repeated() async throws {
        let house = try await HandOverHouse()
        let first = try await house.say("转人工 \(Self.question)", id: "1")
        #expect(try await house.say("转人工 \(Self.question)", id: "1") == first)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        let answer = try await house.say("回复 可以退", as: HandOverHouse.manager, id: "2")
        #expect(try await house.say("回复 可以退", as: HandOverHouse.manager, id: "2") == answer)
        #expect(try await house.bot.lines(ofHandOver: 1, limit: 9).map(\.text) == [Self.question, "可以退"])
    }

    @Test(
        "nobody is wanted any more before somebody answers: it ends, and what waits for the office is not sent"
    )
    func cancelled() async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(Self.question)")
        #expect(try await house.say("不用了").contains("H1 已结束"))
        #expect(try await house.told().isEmpty)
    }

    @Test(
        "once a manager has taken it up, answered or ended it at night, nobody is asked in the morning to take it up",
        arguments: ["接手 H1", "回复 H1 未上牌的可以退", "结束 H1"])
    func overBeforeMorning(_ act: String) async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say(act, as: HandOverHouse.manager)
        let told = try await house.told()
        #expect(told["liqiang"] == nil, "\(told)")
        #expect(told["wangfang"] != nil)
    }

    @Test("the answer of a hand-over that a manager ended at night reaches who asked")
    func answeredBeforeMorning() async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(Self.question)")
        for act in ["接手 H1", "回复 H1 未上牌的可以退", "结束 H1"] {
            _ = try await house.say(act, as: HandOverHouse.manager)
        }
        let told = try await house.told()
        #expect(told.keys.sorted() == ["wangfang"] && told["wangfang"]?.contains("未上牌的可以退") == true)
    }

    @Test("words that may be an answer are asked for once somebody has answered")
    func cancelledLate() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("回复 H1 要给客户打电话吗", as: HandOverHouse.manager)
        _ = try await house.told()
        let asked = try await house.say("不用了")
        #expect(asked.contains("要结束 H1 吗") && asked.contains("2 发给对方（H1）"), "\(asked)")
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("2").contains("已转给李强"))
        _ = try await house.say("算了")
        #expect(try await house.say("1").contains("H1 已结束"))
    }

    @Test("whoever has several is asked which one is answered, but for the one just taken up")
    func severalOwn() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("转人工 保修怎么算", as: Fixtures.ningboDealer)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("接手 H2", as: HandOverHouse.manager)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("回复 H1 可以退", as: HandOverHouse.manager)
        _ = try await house.told()
        #expect(try await house.say("回复 三年十万公里", as: HandOverHouse.manager).contains("要回复哪一个"))
        #expect(try await house.told().isEmpty)
    }

    @Test("where the one just taken up is over, it is asked which one is answered, even if one is left")
    func takenAndOver() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("转人工 保修怎么算", as: Fixtures.ningboDealer)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("接手 H2", as: HandOverHouse.manager)
        _ = try await house.say("结束", as: Fixtures.ningboDealer)
        _ = try await house.told()
        let asked = try await house.say("回复 可以退", as: HandOverHouse.manager)
        #expect(asked.contains("要回复哪一个") && asked.contains("H1") && !asked.contains("H2"), "\(asked)")
        #expect(try await house.told()["wangfang"] == nil)
        #expect(try await house.say("1", as: HandOverHouse.manager).contains("已转给王芳"))
    }

    @Test("取消 behind something else does not end what waits, but is asked about")
    func cancelledElsewhere() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("我的建议")
        #expect(try await house.say("取消").contains("要结束 H1 吗"))
        #expect(try await house.bot.openHandOver(of: "wangfang") != nil)
    }

    @Test("a line that was passed on reaches whoever answers, though the asker ends it")
    func endedWithLines() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.told()
        house.clock.advance(by: .seconds(9 * 3600))
        #expect(try await house.say("客户要求今天给个说法").contains("已转给李强"))
        #expect(try await house.say("结束").contains("H1 已结束"))
        house.clock.advance(by: .seconds(15 * 3600))
        #expect(try await house.told()["liqiang"]?.contains("客户要求今天给个说法") == true)
    }

    @Test("behind 转人工 alone what is no question is for the bot", arguments: ["我的建议", "我是谁", "帮助"])
    func listsBehind(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工")
        _ = try await house.told()
        #expect(try await !house.say(text).contains("已转给"))
        #expect(try await house.told().isEmpty)
    }

    @Test("a number in any form is that one's, and what is glued to it is asked for again")
    func numberForms() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.told()
        for text in ["回复H1给一的", "回复H6给六的", "回复 H6给六的"] {
            let answer = try await house.say(text, as: HandOverHouse.manager)
            #expect(answer.contains("请在「回复 H1」后面写上") || answer.contains("没有找到 H6"), "\(text): \(answer)")
        }
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("回复 H一 可以退", as: HandOverHouse.manager).contains("已转给王芳"))
    }

    @Test("a question right behind 转人工 alone is for whom it calls, though the bot could answer it")
    func questionBehind() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工")
        _ = try await house.told()
        #expect(try await house.say("杭州上周口碑怎么样").contains("已转给李强"))
        #expect(try await house.told()["liqiang"]?.contains("杭州上周口碑怎么样") == true)
        #expect(try await !house.say("杭州上周口碑怎么样").contains("已转给"))
    }

    @Test("可以 behind a question is an answer: it waits for one itself, and stands in what is kept")
    func assent() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 七天内可以退车吗")
        _ = try await house.say("回复 H1 可以", as: HandOverHouse.manager)
        _ = try await house.say("结束 H1", as: HandOverHouse.manager)
        let draft = try await house.say("存为口径 H1", as: HandOverHouse.manager)
        #expect(draft.contains("回答 可以"), "\(draft)")
        let edited = try await house.say("改成 可以，七天内未上牌的全额退", as: HandOverHouse.manager)
        #expect(edited.contains("回答 可以，七天内未上牌的全额退"), "\(edited)")
        _ = try await house.told()
        #expect(try await house.say("提交给总部", as: HandOverHouse.manager).contains("已请总部"))
        #expect(try await house.told()["zhaomin"]?.contains("七天内未上牌的全额退") == true)
    }

    @Test("headquarters file the answer as it was changed and proposed, after a restart as well")
    func changedProposal() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("回复 H1 送脚垫、后备箱垫和一次保养", as: HandOverHouse.manager)
        _ = try await house.say("结束 H1", as: HandOverHouse.manager)
        _ = try await house.say("存为口径 H1", as: HandOverHouse.manager)
        _ = try await house.say("改成 只送脚垫和后备箱垫", as: HandOverHouse.manager)
        _ = try await house.say("提交给总部", as: HandOverHouse.manager)
        let again = try await HandOverHouse(reopening: house)
        let draft = try await again.say("存为口径 H1", as: HandOverHouse.headquarters)
        #expect(draft.contains("只送脚垫和后备箱垫") && !draft.contains("一次保养"), "\(draft)")
        #expect(draft.contains(Self.question), "\(draft)")
        #expect(try await again.say("1", as: HandOverHouse.headquarters).contains("已保存"))
        let answered = try await again.say(Self.question)
        #expect(answered.contains("只送脚垫和后备箱垫") && !answered.contains("一次保养"), "\(answered)")
    }

    @Test("a greeting behind a question is no answer to it, nor 好的 to one that asks when")
    func courtesies() throws {
        let words = try BotFixture.router.get().handOverWords
        #expect(words.isCourtesy("您好", after: "七天内可以退车吗") && words.isCourtesy("早上好", after: "可以吗"))
        #expect(!words.isCourtesy("好的", after: "是不是要先登记") && !words.isCourtesy("可以", after: "周五来？"))
        #expect(words.isCourtesy("好的", after: "什么时候到货"))
    }

    @Test("whether it has ended ends nothing", arguments: ["结束？", "结束了没有？", "活动结束了没有"])
    func ending(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say(text)
        #expect(try await house.bot.openHandOver(of: "wangfang") != nil)
    }

    @Test("it is said that a picture is not passed on, to either side")
    func pictures() async throws {
        let house = try await HandOverHouse()
        func show(by person: Person) async throws -> String {
            try await house.conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: UUID().uuidString, account: person.accounts.first,
                    chat: "chat-\(person.id)", content: .picture)
            ).lines
        }
        #expect(try await !show(by: HandOverHouse.dealer).contains("没有转给对方"))
        _ = try await house.say("转人工 \(Self.question)")
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        for person in [HandOverHouse.dealer, HandOverHouse.manager] {
            let answer = try await show(by: person)
            #expect(answer.contains("没有转给对方（H1）"), "\(answer)")
        }
        #expect(try await house.told().isEmpty)
    }
}
