import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Which of several hand-overs is answered")
struct HandOverAtHandTests {
    @Test("of several hand-overs one is at hand, and taking another up changes that")
    func several() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
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

    @Test("接手 and 回复 without a number are of the one that waits, and of several it is asked which")
    func unnamed() async throws {
        let house = try await HandOverHouse()
        #expect(try await !house.say("接手", as: HandOverHouse.manager).contains("H1"))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        let asked = try await house.say("回复 未上牌的可以退", as: HandOverHouse.manager)
        #expect(asked.contains("要回复哪一个？还没有转出") && asked.contains("1 H1"), "\(asked)")
        let taken = try await house.say("我来接手", as: HandOverHouse.manager)
        #expect(taken.contains("H1"), "\(taken)")
        _ = try await house.say("结束", as: HandOverHouse.manager)
        _ = try await house.say("转人工 首保在哪里做")
        _ = try await house.say("转人工 保修怎么算", as: Fixtures.ningboDealer)
        let which = try await house.say("接手", as: HandOverHouse.manager)
        #expect(which.contains("要接手哪一个") && which.contains("H2") && which.contains("H3"), "\(which)")
        _ = try await house.say("2", as: HandOverHouse.manager)
        #expect(try await house.say("转接列表", as: HandOverHouse.manager).contains("H3 宁波鄞州店"))
    }

    @Test(
        "after a line in another hand-over it is asked which is answered, and taking one up again settles it")
    func which() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
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

    @Test("whoever has several is asked which one is answered, but for the one just taken up")
    func severalOwn() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
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

    @Test(
        "a number without its letter is asked about where another one is held: it may count something",
        arguments: [
            "回复 1 种方案客户都能接受", "回复 1 名技师已安排", "回复 1 座版本有货", "回复 1 批货下周到", "回复 1 你好",
        ])
    func plainNumber(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say("转人工 保修怎么算", as: Fixtures.ningboDealer)
        _ = try await house.say("接手 H2", as: HandOverHouse.manager)
        _ = try await house.told()
        let asked = try await house.say(text, as: HandOverHouse.manager)
        #expect(asked.contains("要回复哪一个") && asked.contains("1 H1") && asked.contains("2 H2"), "\(asked)")
        #expect(try await house.told().isEmpty)
        _ = try await house.say("2", as: HandOverHouse.manager)
        let told = try await house.told()
        #expect(told.keys.sorted() == ["chenjie"] && told["chenjie"]?.contains(text.dropFirst(3)) == true)
    }

    @Test("a number without its letter is of that one where nothing else is held")
    func plainNumberAlone() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say("回复 1 可以退", as: HandOverHouse.manager)
        _ = try await house.told()
        _ = try await house.say("回复 1 你好", as: HandOverHouse.manager)
        #expect(try await house.told()["wangfang"]?.contains("你好") == true)
    }

    @Test("who takes one reads what waits, and nobody is sent it once more in the morning")
    func waitingLines() async throws {
        let house = try await HandOverHouse.asked()
        house.clock.advance(by: .seconds(10 * 3600))
        _ = try await house.say("那已经上牌的呢")
        house.clock.advance(by: .seconds(3600))
        let taken = try await house.say("接手 H1", as: HandOverHouse.manager)
        #expect(taken.contains("那已经上牌的呢"), "\(taken)")
        let told = try await house.told()
        #expect(!told.values.contains { $0.contains("那已经上牌的呢") }, "\(told)")
    }

    @Test("where the one just taken up is over, it is asked which one is answered, even if one is left")
    func takenAndOver() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
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
}
