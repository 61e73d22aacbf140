import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Suggestions filed in the chat")
struct SuggestionFilingTests {
    @Test(
        "one message files a suggestion with its evidence, and its filer is promised to be told",
        arguments: [
            "我要提建议 高速油耗显示和实际差太多,能不能改算法", "建议:高速油耗显示和实际差太多,能不能改算法", "建议：高速油耗显示和实际差太多,能不能改算法",
        ])
    func oneMessage(_ text: String) async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        let answer = try await house.say(text)
        #expect(answer.hasPrefix("已收到建议 #1「高速油耗显示"), "\(answer)")
        #expect(answer.contains("近30天杭州有 76 条、全国有 1,930 条客户声音与它相关，已附上。状态变化我会告诉您。"), "\(answer)")
        let stored = try #require(try await house.stored())
        #expect(stored.words == "高速油耗显示和实际差太多,能不能改算法")
        #expect(stored.aspect == Aspect("fuel"))
        #expect(stored.filer.person == "wangfang" && stored.filer.city == "杭州")
        #expect(stored.evidence?.voices == [7, 9])
        #expect(try await house.bot.history(of: 1).map(\.kind) == [.filed])
    }

    @Test("wishes for headquarters are suggestions", arguments: ["希望总部多安排技师培训", "能不能给我们店多配两台充电桩"])
    func wishes(_ text: String) async throws {
        let house = try SuggestionHouse()
        let answer = try await house.say(text)
        #expect(answer.hasPrefix("已收到建议 #1「"), "\(answer)")
        #expect(!answer.contains("客户声音"))
        #expect(try await house.all().count == 1)
    }

    @Test("where no customer speaks of it, that is said")
    func noEvidence() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence(month: 0))
        let answer = try await house.say("建议:周末多排两个技师")
        #expect(answer.contains("近90天没有找到与它相关的客户声音。"), "\(answer)")
    }

    @Test("several lines are one suggestion, and personal data is kept masked")
    func lines() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:\n第一,周末多排两个技师\n第二,联系 13812345678 确认")
        let words = try #require(try await house.stored()?.words)
        #expect(words.contains("第一") && words.contains("第二"))
        #expect(!words.contains("13812345678"), "\(words)")
    }

    @Test("a text without words is asked for again, and nothing is filed", arguments: ["😀😀", "。。。！！", "👍"])
    func noWords(_ text: String) async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("我要提建议")
        let answer = try await house.say(text)
        #expect(answer.contains("没有看到文字内容"), "\(answer)")
        #expect(try await house.all().isEmpty)
    }

    @Test("a text that is too long is refused, and the form goes on")
    func tooLong() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("我要提建议")
        _ = try await house.say(String(repeating: "长", count: 3000))
        #expect(try await house.say("周末多排两个技师").contains("哪个产品或服务"))
    }

    @Test("the same words within a day are told as filed already, and are another suggestion later")
    func twice() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        let answer = try await house.say("建议: 周末多排两个技师！")
        #expect(answer.hasPrefix("这条建议您已经提过了：#1「周末多排两个技师"), "\(answer)")
        #expect(try await house.all().count == 1)
        house.clock.advance(by: .seconds(90_000))
        _ = try await house.say("建议:周末多排两个技师")
        #expect(try await house.all().count == 2)
    }

    @Test("one who was answered before is answered the same, and nothing is filed twice")
    func repeated() async throws {
        let house = try SuggestionHouse()
        let first = try await house.say("建议:周末多排两个技师", id: "m1")
        #expect(try await house.say("建议:周末多排两个技师", id: "m1") == first)
        #expect(try await house.all().count == 1)
    }

    @Test("of twenty who file at once everybody gets a number of its own")
    func crowd() async throws {
        let house = try SuggestionHouse()
        let texts = (0..<20).map { "建议:给\($0)号工位加\(["灯", "扇", "表", "门"][$0 % 4])和第\($0 * 7)种零件" }
        let people = SuggestionHouse.everybody.filter { $0.role != .admin }
        let answers = try await withThrowingTaskGroup { group in
            for (index, text) in texts.enumerated() {
                group.addTask { try await house.say(text, as: people[index % people.count]) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let filed = answers.filter { $0.contains("已收到建议") }
        #expect(try await house.all().count == filed.count)
        #expect(Set(filed).count == filed.count)
        #expect(try await Set(house.all().map(\.number)) == Set(1...Int64(filed.count)))
    }

    @Test("a like one of the region is shown first and can be joined by its number or filed all the same")
    func similar() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:高速油耗显示不准,希望改算法", as: SuggestionHouse.colleague)
        let answer = try await house.say("建议:高速油耗显示不准,能不能改一下算法")
        #expect(answer.contains("还没有提交"), "\(answer)")
        #expect(answer.contains("已有 1 位经销商提过类似的 #1「"), "\(answer)")
        #expect(!answer.contains("陈洁") && !answer.contains("宁波鄞州店"), "\(answer)")
        #expect(try await house.all().count == 1)
        let joined = try await house.say("支持 1")
        #expect(joined.contains("已为您支持 #1") && joined.contains("经销商 2 家 · 城市 2 个"), "\(joined)")
        #expect(!joined.contains("还没提交"))
        #expect(try await house.stored()?.supporters.map(\.person) == ["wangfang"])
    }

    @Test("whoever means another thing files it all the same", arguments: ["仍要提交", "2"])
    func insist(_ text: String) async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:高速油耗显示不准,希望改算法", as: SuggestionHouse.colleague)
        _ = try await house.say("建议:高速油耗显示不准,能不能改一下算法")
        let answer = try await house.say(text)
        #expect(answer.contains("已收到建议 #2"), "\(answer)")
        #expect(try await house.all().count == 2)
    }

    @Test("one of another region is neither shown nor told of")
    func otherRegion() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:高速油耗显示不准,希望改算法", as: SuggestionHouse.guangzhouDealer)
        let answer = try await house.say("建议:高速油耗显示不准,能不能改一下算法")
        #expect(answer.contains("已收到建议 #2"), "\(answer)")
    }

    @Test("a picture that comes with the message belongs to the suggestion")
    func picture() async throws {
        let house = try SuggestionHouse()
        let answer = try await house.say("建议:周末多排两个技师", picture: "picture")
        #expect(answer.contains("已附在您的建议里"), "\(answer)")
        let shown = try await house.say("#1 进度")
        #expect(shown.contains("附件 1 份"), "\(shown)")
        #expect(try await house.say("#1 进度", as: SuggestionHouse.guangzhouDealer).contains("没有建议 #1"))
    }
}
