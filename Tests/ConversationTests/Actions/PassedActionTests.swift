import EarshotTesting
import Store
import Testing

@testable import Earshot

/// On a Saturday, 11/21.
@Suite("Agreed actions that are passed on")
struct PassedActionTests {
    private func recorded() async throws -> ActionHouse {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.told()
        _ = try await house.outbox()
        return house
    }

    @Test(
        "whoever does it now, whoever did it and whoever recorded it are told once each, and it is in the audit trail"
    )
    func told() async throws {
        let house = try await recorded()
        let answer = try await house.say("行动 1 转给 陈洁", as: ActionHouse.headquarters)
        #expect(answer == "行动 R1「复查排队」转给陈洁，12/15 前完成。\n我会告诉陈洁、李强和王芳。", "\(answer)")
        let stored = try #require(try await house.stored())
        #expect(stored.owner == "chenjie" && stored.recorder == "liqiang" && stored.place == .city("宁波"))
        #expect(try await house.outbox() == ["wangfang": "行动 R1「复查排队」转给陈洁了，您不用再做。"])
        #expect(
            try await house.told() == [
                "chenjie": "行动 R1 转给您了：12/15 前复查排队。做完了请回复「完成 R1」，可以加上做法。",
                "liqiang": "行动 R1「复查排队」转给陈洁了，12/15 前完成。",
            ])
        #expect(try await house.told().isEmpty)
        #expect(try await house.trail().contains("\(ActionHouse.headquarters.id) action.passed R1"))
        #expect(try await house.say("完成 R1", as: ActionHouse.dealer).contains("没有行动 R1"))
        #expect(try await house.say("完成 R1", as: ActionHouse.ningboDealer).contains("已完成"))
    }

    @Test(
        "it is passed on in many words",
        arguments: [
            "R1 改成陈洁", "R1 转给陈洁", "把R1交给陈洁", "R1 负责人改成陈洁", "R1 改由陈洁负责", "R1 换成陈洁吧", "行动1转给陈洁", "把行动 1 转交给 陈洁",
        ])
    func wordings(_ text: String) async throws {
        let house = try await recorded()
        #expect(try await house.say(text, as: ActionHouse.dealer).contains("请找李强"))
        _ = try await house.say("杭州油耗怎么样")
        #expect(try await house.say(text).contains("转给陈洁，12/15 前完成"), "\(text)")
        #expect(try await house.stored()?.owner == "chenjie")
        #expect(try await house.say(text).contains("本来就由陈洁负责"), "\(text)")
    }

    @Test("another day may be said with it, and who is reminded is whoever does it then")
    func day() async throws {
        let house = try await recorded()
        #expect(try await house.say("R1 转给陈洁，11月23日前").contains("转给陈洁，11/23 前完成"))
        _ = try await house.told()
        house.put(3, 10)
        #expect(try await house.told().keys.sorted() == ["chenjie"])
    }

    @Test(
        "to nobody, to several and to somebody of another region it is not passed on, and that is said",
        arguments: [
            ("R1 转给张三丰", "通讯录里没有「张三丰」"), ("R1 转给陈洁和张三丰", "通讯录里没有「张三丰」；一项行动只由一个人做"),
            ("R1 转给\(ActionHouse.southDealer.name)", "不在您负责的区域"), ("R2 转给陈洁", "没有行动 R2"),
        ])
    func refused(_ text: String, _ words: String) async throws {
        let house = try await recorded()
        let answer = try await house.say(text)
        #expect(answer.contains(words), "\(answer)")
        #expect(try await house.stored()?.version == 0)
        #expect(try await house.told().isEmpty)
        #expect(try await house.outbox().isEmpty)
    }

    @Test(
        "passed on to who is in charge of another region, it is of that region and no more of the one before")
    func otherRegion() async throws {
        let house = try ActionHouse()
        _ = try await house.say(
            "行动 \(ActionHouse.southDealer.name) 12月15日前 复查排队", as: ActionHouse.headquarters)
        _ = try await house.say(
            "R1 转给\(ActionHouse.southManager.name)", as: ActionHouse.headquarters)
        #expect(try await house.stored()?.place == .city("广州"))
        _ = try await house.say("R1 转给\(ActionHouse.manager.name)", as: ActionHouse.headquarters)
        #expect(try await house.stored()?.place == .region("华东"))
        #expect(try await house.say("完成 R1", as: ActionHouse.southManager).contains("没有行动 R1"))
    }

    @Test("of two people of a name the one that is chosen is meant")
    func namesakes() async throws {
        let house = try ActionHouse(others: [ActionHouse.namesake])
        _ = try await house.say("行动 陈洁 12月15日前 复查排队")
        #expect(try await house.say("R1 转给王芳").contains("通讯录里有 2 位王芳"))
        #expect(try await house.say("1").contains("转给王芳"))
        #expect(try await house.stored()?.owner == "wangfang")
    }

    @Test(
        "who never heard of it is not told that it is another's, and what headquarters recorded only they pass on"
    )
    func untold() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队", as: ActionHouse.headquarters)
        #expect(try await house.say("R1 转给陈洁").contains("请找\(ActionHouse.headquarters.name)"))
        let answer = try await house.say("R1 转给陈洁", as: ActionHouse.headquarters)
        #expect(answer.hasSuffix("我会告诉陈洁。"), "\(answer)")
        #expect(try await house.outbox().isEmpty)
        #expect(try await house.told().keys.sorted() == ["chenjie"])
    }

    @Test("a restart, the same message again and another change keep what is to be told")
    func restart() async throws {
        let house = try await recorded()
        let answer = try await house.say("R1 转给陈洁", id: "m1")
        await house.bot.close()
        let again = try ActionHouse(reopening: house)
        #expect(try await again.say("R1 转给陈洁", id: "m1") == answer)
        _ = try await again.say("R1 延期一周")
        #expect(try await again.outbox().keys.sorted() == ["wangfang"])
        #expect(try await again.told()["chenjie"]?.contains("转给您了：12/22 前") == true)
    }

    @Test("a car and a customer are no action's", arguments: ["R7换成杭州", "R7 交给客户了"])
    func otherR(_ text: String) async throws {
        let house = try ActionHouse()
        for person in [ActionHouse.manager, ActionHouse.dealer] {
            let answer = try await house.say(text, as: person)
            #expect(!answer.contains("没有行动") && !answer.contains("行动 R7"), "\(answer)")
        }
    }

    @Test("one that is over is passed on to nobody, and that is said first")
    func ended() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("完成 R1")
        for text in ["R1 转给陈洁", "R1 转给张三丰", "R1 改到12月20日"] {
            let answer = try await house.say(text)
            #expect(answer.contains("行动 R1 已经完成"), "\(answer)")
        }
    }
}
