import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What is kept of an answer")
struct HandOverKeepingTests {
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

    @Test("what only says that the bot's answer was none is not kept as the question")
    func complaint() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("首保送的机油是什么牌子的")
        _ = try await house.say("转人工 不对")
        _ = try await house.say("回复 H1 原厂的", as: HandOverHouse.manager)
        _ = try await house.say("结束 H1", as: HandOverHouse.manager)
        let draft = try await house.say("存为口径 H1", as: HandOverHouse.manager)
        #expect(draft.contains("问题 首保送的机油是什么牌子的"), "\(draft)")
    }

    @Test("headquarters file the answer as it was changed and proposed, after a restart as well")
    func changedProposal() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say("回复 H1 送脚垫、后备箱垫和一次保养", as: HandOverHouse.manager)
        _ = try await house.say("结束 H1", as: HandOverHouse.manager)
        _ = try await house.say("存为口径 H1", as: HandOverHouse.manager)
        _ = try await house.say("改成 只送脚垫和后备箱垫", as: HandOverHouse.manager)
        _ = try await house.say("提交给总部", as: HandOverHouse.manager)
        let again = try await HandOverHouse(reopening: house)
        let draft = try await again.say("存为口径 H1", as: HandOverHouse.headquarters)
        #expect(draft.contains("只送脚垫和后备箱垫") && !draft.contains("一次保养"), "\(draft)")
        #expect(draft.contains(HandOverHouse.question), "\(draft)")
        #expect(try await again.say("1", as: HandOverHouse.headquarters).contains("已保存"))
        let answered = try await again.say(HandOverHouse.question)
        #expect(answered.contains("只送脚垫和后备箱垫") && !answered.contains("一次保养"), "\(answered)")
    }

    @Test("of many that were filed, the newest that was not is still told")
    func manyFiled() async throws {
        let house = try await HandOverHouse()
        let (now, dealer, manager) = (house.clock.now, HandOverHouse.dealer.id, HandOverHouse.manager.id)
        for number in Int64(1)...201 {
            let moment = now + .milliseconds(number)
            var handOver = HandOver(
                number: number, asker: dealer, store: Fixtures.westLakeStore.id, city: "杭州",
                level: .managers, openedAt: now, before: [])
            (handOver.state, handOver.answers, handOver.proposedAt) = (.closed, 1, moment)
            handOver.holder = HandOver.Holder(manager, attendedAt: now)
            let question = number == 201 ? "保修怎么算" : HandOverHouse.question
            try await house.bot.keep(
                HandOverChange(
                    handOver, before: nil, event: "opened", by: dealer,
                    line: HandOverLine(dealer, question, at: now)), at: now)
            handOver.version += 1
            try await house.bot.keep(
                HandOverChange(
                    handOver, before: handOver.version - 1, event: "proposed", by: manager,
                    line: HandOverLine(manager, "未上牌的可以退", at: moment)), at: moment)
        }
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("存为口径 H1", as: HandOverHouse.headquarters)
        #expect(try await house.say("1", as: HandOverHouse.headquarters).contains("已保存"))
        let list = try await house.say("待审核的口径", as: HandOverHouse.headquarters)
        #expect(list.contains("共 1 条") && list.contains("保修怎么算"), "\(list)")
    }

    @Test("an answer that was filed for one of several regions of whoever gave it is proposed no second time")
    func filedForOneOfSeveral() async throws {
        let both = Person(
            id: "qin", name: "秦川", role: .manager, regions: [Fixtures.southChina, Fixtures.eastChina],
            accounts: ["dingtalk:m7"])
        let house = try await HandOverHouse(
            people: [HandOverHouse.dealer, both, HandOverHouse.headquarters])
        for name in ["H1", "H2"] {
            _ = try await house.say("转人工 \(HandOverHouse.question)")
            _ = try await house.say("回复 \(name) 未上牌的可以退", as: both)
            _ = try await house.say("结束 \(name)", as: both)
            guard name == "H1" else { break }
            _ = try await house.say("存为口径 H1", as: HandOverHouse.headquarters)
            #expect(try await house.say("1", as: HandOverHouse.headquarters).contains("已保存"))
        }
        let again = try await house.say("存为口径 H2", as: both)
        #expect(again.contains("这个回答已经存为口径"), "\(again)")
    }

    @Test("a greeting behind a question is no answer to it, nor 好的 to one that asks when")
    func courtesies() throws {
        let words = try BotFixture.router.get().handOverWords
        #expect(words.isCourtesy("您好", after: "七天内可以退车吗") && words.isCourtesy("早上好", after: "可以吗"))
        #expect(!words.isCourtesy("好的", after: "是不是要先登记") && !words.isCourtesy("可以", after: "周五来？"))
        #expect(words.isCourtesy("好的", after: "什么时候到货"))
    }
}
