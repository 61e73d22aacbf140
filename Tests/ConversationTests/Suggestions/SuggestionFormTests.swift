import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Suggestions filled in step by step")
struct SuggestionFormTests {
    /// What is said, and what the answer must contain; `!` for what it must not.
    struct Fixture: Sendable, CustomTestStringConvertible {
        var name: String
        var turns: [(said: String, expected: [String])]
        /// The words of what is filed; nothing where nothing is.
        var filed: String?
        var testDescription: String { name }
    }

    static let fixtures: [Fixture] = [
        Fixture(
            name: "from the first question to the confirmation",
            turns: [
                ("我要提建议", ["您想提什么建议"]), ("周末多排两个技师", ["哪个产品或服务"]), ("售后预约", ["有多急"]), ("1", ["图片或文件"]),
                ("跳过", ["请确认您的建议", "周末多排两个技师", "售后预约", "紧急"]), ("1", ["已收到建议 #1"]),
            ], filed: "周末多排两个技师"),
        Fixture(
            name: "by words in the place of numbers",
            turns: [
                ("提建议", ["您想提什么建议"]), ("周末多排两个技师", ["哪个产品或服务"]), ("跳过", ["有多急"]), ("不急", ["图片或文件"]),
                ("没有", ["请确认", "不急"]), ("提交", ["已收到建议 #1"]),
            ], filed: "周末多排两个技师"),
        Fixture(
            name: "a question in between is answered and the form goes on",
            turns: [
                ("我要提建议", ["您想提什么建议"]), ("油耗怎么样", ["您的建议还没提交", "您想提什么建议"]), ("高速油耗显示不准", ["哪个产品或服务"]),
                ("杭州客户在说什么", ["您的建议还没提交", "哪个产品或服务"]), ("车机", ["有多急"]), ("我的建议", ["您还没有提过", "有多急"]),
                ("2", ["图片或文件"]), ("帮助", ["您的建议还没提交"]), ("完成", ["请确认"]), ("提交", ["已收到建议 #1"]),
            ], filed: "高速油耗显示不准"),
        Fixture(
            name: "what is said of an aspect is content while what is asked is not",
            turns: [
                ("我要提建议", ["您想提什么建议"]), ("油耗显示不准", ["哪个产品或服务"]), ("油耗", ["有多急"]), ("一般", ["图片或文件"]),
                ("跳过", ["请确认"]), ("确认", ["已收到建议"]),
            ], filed: "油耗显示不准"),
        Fixture(
            name: "how urgent it is can be skipped",
            turns: [
                ("我要提建议", []), ("周末多排两个技师", []), ("跳过", ["有多急"]), ("跳过", ["图片或文件"]), ("跳过", ["请确认", "一般"]),
                ("提交", ["已收到建议"]),
            ], filed: "周末多排两个技师"),
        Fixture(
            name: "the form is cancelled at any step",
            turns: [
                ("我要提建议", ["您想提什么建议"]), ("周末多排两个技师", ["哪个产品或服务"]), ("取消", ["已取消"]),
                ("油耗怎么样", ["!您的建议还没提交"]),
            ], filed: nil),
        Fixture(
            name: "the form is cancelled at its confirmation by the third choice",
            turns: [
                ("我要提建议", []), ("周末多排两个技师", []), ("跳过", []), ("2", []), ("跳过", ["请确认"]), ("3", ["已取消"]),
            ], filed: nil),
        Fixture(
            name: "what was said is changed before it is filed",
            turns: [
                ("我要提建议", []), ("周末多排两个技师", []), ("跳过", []), ("2", []), ("跳过", ["请确认"]), ("2", ["要修改哪一项"]),
                ("1", ["您想提什么建议"]), ("周末多排三个技师", ["请确认", "周末多排三个技师", "一般"]), ("修改", ["要修改哪一项"]),
                ("3", ["有多急"]), ("1", ["请确认", "紧急"]), ("提交", ["已收到建议"]),
            ], filed: "周末多排三个技师"),
        Fixture(
            name: "what is no choice is asked again, and nothing is lost",
            turns: [
                ("我要提建议", []), ("周末多排两个技师", []), ("跳过", ["有多急"]), ("大概吧", ["没看懂您的选择", "有多急"]),
                ("9", ["没看懂您的选择"]), ("1", ["图片或文件"]), ("紫色的那个", ["没看懂您的选择"]), ("跳过", ["请确认"]),
                ("1", ["已收到建议"]),
            ], filed: "周末多排两个技师"),
        Fixture(
            name: "the command once more, and the command with the words, within the form",
            turns: [
                ("我要提建议", ["您想提什么建议"]), ("我要提建议", ["您想提什么建议"]), ("建议:周末多排两个技师", ["哪个产品或服务"]),
                ("跳过", []), ("2", []), ("跳过", ["周末多排两个技师"]), ("1", ["已收到建议"]),
            ], filed: "周末多排两个技师"),
    ]

    @Test("a dialogue goes as it should", arguments: fixtures)
    func dialogue(_ fixture: Fixture) async throws {
        let house = try SuggestionHouse()
        try await SuggestionFormTests.play(fixture) { try await house.say($0) }
        #expect(try await house.all().map(\.words) == [fixture.filed].compactMap(\.self))
    }

    @Test("the same dialogue goes on after a restart between any two messages", arguments: fixtures)
    func restarts(_ fixture: Fixture) async throws {
        var house = try SuggestionHouse()
        try await SuggestionFormTests.play(fixture) { text in
            await house.bot.close()
            house = try SuggestionHouse(reopening: house)
            return try await house.say(text)
        }
        #expect(try await house.all().map(\.words) == [fixture.filed].compactMap(\.self))
    }

    private static func play(_ fixture: Fixture, _ say: (String) async throws -> String) async throws {
        for (said, expected) in fixture.turns {
            let answer = try await say(said)
            for words in expected {
                if words.hasPrefix("!") {
                    #expect(!answer.contains(words.dropFirst()), "\(said): \(answer)")
                } else {
                    #expect(answer.contains(words), "\(said): \(answer)")
                }
            }
        }
    }

    @Test(
        "pictures that are sent while the form is open belong to the suggestion, those before and after do not"
    )
    func pictures() async throws {
        let house = try SuggestionHouse()
        _ = try await house.send(.picture, picture: "picture")
        _ = try await house.say("我要提建议")
        _ = try await house.say("周末多排两个技师")
        _ = try await house.say("跳过")
        _ = try await house.say("1")
        let answer = try await house.send(.picture, picture: "picture").lines
        #expect(answer.contains("已附在您的建议里") && answer.contains("图片或文件"), "\(answer)")
        let lost = try await house.send(.picture, picture: "gone").lines
        #expect(lost.contains("没有取到"), "\(lost)")
        #expect(try await house.say("完成").contains("已收到 1 次"))
        _ = try await house.say("提交")
        _ = try await house.send(.picture, picture: "picture")
        #expect(try await house.bot.attachments(of: 1) == 1)
    }

    @Test("whoever opens the chat again amid a form is greeted, and a number is still the form's")
    func opened() async throws {
        let house = try SuggestionHouse()
        for words in ["我要提建议", "周末多排两个技师", "跳过", "2", "跳过"] { _ = try await house.say(words) }
        let greeted = try await house.send(.opened)
        #expect(greeted.lines.contains("您的建议还没提交。接着请确认：1 提交、2 修改、3 取消。"), "\(greeted.lines)")
        #expect(
            !greeted.blocks.contains { if case .choices = $0 { true } else { false } },
            "no other numbers than the form's")
        #expect(try await house.say("2").contains("要修改哪一项"))
        #expect(try await house.all().isEmpty)
    }

    @Test("where the one that is alike cannot be joined any more, what was written is not lost")
    func joinRefused() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准", as: SuggestionHouse.colleague)
        #expect(try await house.say("建议：高速上油耗显示不准").contains("已有类似的建议"))
        // From another chat of the same person.
        _ = try await house.say("支持 1", inGroup: true)
        let refused = try await house.say("支持 1")
        #expect(refused.contains("您已经支持过 #1") && refused.contains("您的建议还没提交"), "\(refused)")
        #expect(try await house.say("仍要提交").contains("已收到建议 #2"))
        #expect(try await house.stored(2)?.words == "高速上油耗显示不准")
    }

    @Test("a form that nobody went on with for a day is over, and the person is told")
    func expiry() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("我要提建议")
        house.clock.advance(by: .seconds(24 * 3600 + 1))
        let answer = try await house.say("周末多排两个技师")
        #expect(answer.contains("已超过 24 小时"), "\(answer)")
        #expect(try await house.all().isEmpty)
    }

    @Test("two people fill in forms of their own in one group")
    func group() async throws {
        let house = try SuggestionHouse()
        for person in [SuggestionHouse.dealer, SuggestionHouse.colleague] {
            _ = try await house.say("我要提建议", as: person, inGroup: true)
        }
        _ = try await house.say("周末多排两个技师", as: SuggestionHouse.dealer, inGroup: true)
        let answer = try await house.say("展厅加一台咖啡机", as: SuggestionHouse.colleague, inGroup: true)
        #expect(answer.contains("哪个产品或服务"))
    }
}
