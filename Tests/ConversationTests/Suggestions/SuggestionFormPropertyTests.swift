import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("A suggestion's form amid anything that is said")
struct SuggestionFormPropertyTests {
    private static let contents = ["周末多排两个技师", "高速油耗显示不准", "展厅加一台咖啡机", "充电口盖冬天打不开"]
    private static let others = [
        "我要提建议", "我要提建议", "跳过", "跳过", "跳过", "1", "1", "2", "3", "9", "修改", "取消", "提交", "确认", "油耗怎么样", "帮助",
        "大概吧", "不急", "完成", "仍要提交", "😀", "我的建议",
    ]

    @Test(
        "with restarts in between nothing said is lost, nothing is filed that was not shown to be confirmed, and 取消 ends it"
    )
    func anything() async throws {
        var (shown, filed) = (0, 0)
        for seed in 0..<10 {
            let count = try await talk(seed)
            shown += count.shown
            filed += count.filed
        }
        #expect(shown > 0 && filed > 0, "some forms go so far")
    }

    /// - Returns: how often a form was shown to be confirmed, and how many suggestions were filed.
    private func talk(_ seed: Int) async throws -> (shown: Int, filed: Int) {
        var shown = 0
        var random = SeededRandom(seed: UInt64(seed) + 70)
        var house = try SuggestionHouse()
        var (previous, words, filed) = ("", String?.none, 0)
        for _ in 0..<45 {
            if Int.random(in: 0..<3, using: &random) == 0 {
                await house.bot.close()
                house = try SuggestionHouse(reopening: house)
            }
            let isContent = previous.contains("您想提什么建议") || Int.random(in: 0..<6, using: &random) == 0
            let said = (isContent ? Self.contents : Self.others).randomElement(using: &random) ?? "1"
            let answer = try await house.say(said)
            let all = try await house.all()
            if isContent, previous.contains("您想提什么建议"), !answer.contains("您想提什么建议") { words = said }
            if answer.contains("请确认您的建议"), let words {
                shown += 1
                #expect(answer.contains(words), "\(said): \(answer)")
            }
            if all.count > filed {
                #expect(all.count == filed + 1 && answer.contains("已收到建议"), "\(said): \(answer)")
                #expect(
                    previous.contains("请确认") || previous.contains("类似"),
                    "\(said) files what nobody was shown: \(previous)")
                #expect(all.map(\.words).contains(words ?? ""), "\(said): \(answer)")
                (filed, words) = (all.count, nil)
            }
            if said == "取消" {
                #expect(!answer.contains("您的建议还没提交"), "\(answer)")
                let next = try await house.say("提交")
                #expect(!next.contains("已收到建议"), "\(next)")
                #expect(try await house.all().count == filed)
                (previous, words) = (next, nil)
            } else {
                previous = answer
            }
        }
        return (shown, filed)
    }
}
