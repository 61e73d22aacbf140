import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What matters to a person today")
struct BriefingTests {
    @Test(
        "a dealer who opens the chat is told it once a day, also over a restart, and a greeting works all day"
    )
    func onceADay() async throws {
        let house = try await BriefingHouse()
        let first = try await house.open()
        #expect(first.hasPrefix("王芳，您好") && first.contains("近7天抱怨油耗 40 条"), "\(first)")
        #expect(first.contains("还没有记录客户的话"))
        #expect(try await house.open() == "")
        let again = try await BriefingHouse(reopening: house)
        #expect(try await again.open() == "")
        #expect(try await again.say("你好").contains("声量"))
        #expect(try await again.say("今天要做什么").contains("近7天抱怨油耗 40 条"))
        again.put(1, 8, 30)
        #expect(try await again.open().contains("王芳，您好"))
        #expect(try await again.open() == "")
    }

    @Test(
        "three at most, the most important first: the warning with its line to take, the decision, the aspect"
    )
    func dealer() async throws {
        let house = try await BriefingHouse()
        _ = try await house.say("建议：周末多排两个技师做保养")
        _ = try await house.say("采纳 #1 下月起", as: Fixtures.headquarters)
        try await house.warn(3)
        #expect(!(try await house.say("今天的三件事")).contains("A3"), "it is not released to dealers")
        try await house.warn(4, told: "请客户到店检测油耗")
        try await house.warn(5, of: Fixtures.guangzhou, told: "广州的口径")
        let answer = try await house.say("今天的三件事")
        let lines = answer.split(separator: "\n")
        #expect(lines[0] == "今天的事", "\(answer)")
        #expect(lines[1].contains("A4 杭州") && lines[1].contains("口径：请客户到店检测油耗"), "\(answer)")
        #expect(lines[2].contains("#1「周末多排两个技师") && lines[2].contains("已采纳"), "\(answer)")
        #expect(lines[3].contains("近7天抱怨油耗"), "\(answer)")
        #expect(!answer.contains("A5") && !answer.contains("还没有记录"))
    }

    @Test("what a manager silenced for colleagues is still a dealer's, with what to say")
    func silenced() async throws {
        let house = try await BriefingHouse()
        try await house.warn(4, told: "请客户到店检测油耗")
        _ = try await house.say("静默 A4 2天", as: Fixtures.eastManager)
        let answer = try await house.say("今天的三件事")
        #expect(answer.contains("A4 杭州") && answer.contains("口径：请客户到店检测油耗"), "\(answer)")
        #expect(try await !house.say("今天的三件事", as: Fixtures.eastManager).contains("A4"))
    }

    @Test("a manager reads of warnings that nobody has and the own, and of suggestions that wait")
    func manager() async throws {
        let house = try await BriefingHouse()
        _ = try await house.say("建议：周末多排两个技师做保养")
        try await house.warn(3)
        let before = try await house.open(as: Fixtures.eastManager)
        #expect(before.contains("A3 杭州") && before.contains("还没有人认领"), "\(before)")
        #expect(before.contains("有 1 条建议待评估"), "\(before)")
        _ = try await house.say("认领 A3", as: Fixtures.eastManager)
        #expect(try await house.say("今日待办", as: Fixtures.eastManager).contains("由您负责"))
        #expect(!(try await house.say("今天的三件事", as: Fixtures.headquarters)).contains("A3"))
        #expect(!(try await house.say("今天的三件事", as: WarningHouse.southManager)).contains("A3"))
        // What should be done by now comes before what waits.
        _ = try await house.say("采纳 #1", as: Fixtures.headquarters)
        _ = try await house.say("#1 明天前", as: Fixtures.headquarters)
        house.put(4, 9)
        let late = try await house.say("今天的三件事", as: Fixtures.headquarters)
        #expect(late.contains("建议 #1") && late.contains("已逾期"), "\(late)")
    }

    @Test("where there is nothing it is one line, and in a group nothing is told")
    func nothing() async throws {
        let house = try await BriefingHouse(filled: false)
        let answer = try await house.say("今天的三件事", as: Fixtures.headquarters)
        #expect(answer.contains("今天没有要您处理的事。"), "\(answer)")
        _ = try await house.say("记录 客户说空调有异味")
        #expect(try await house.say("今天的三件事").contains("今天没有要您处理的事。"))
        #expect(try await house.say("今天的三件事", inGroup: true).contains("单聊"))
        #expect(try await house.open() == "", "it was told when it was asked for")
    }
}
