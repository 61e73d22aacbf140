import EarshotTesting
import JSON
import Testing

@testable import ChatPlatforms
@testable import Earshot

/// Warnings offer more than most cards take: the last button leads to the rest.
@Suite("The buttons of warnings on each platform's card")
struct WarningCardTests {
    private let texts = SendingFixture.texts

    private static let unclaimed = [
        "认领 A12", "A12 详情", "A12 误报", "A12 转交", "静默 A12 2小时", "通报 A12", "A12 原话", "A12 走势", "A12 已解决",
    ]
    private static let claimed = [
        "A12 详情", "通报 A12", "A12 已解决", "A12 原话", "A12 转交", "A12 误报", "A12 走势", "静默 A12 2小时",
    ]
    private static let told = [
        "A12 详情", "A12 已解决", "通报 A12", "A12 原话", "A12 转交", "A12 误报", "A12 走势", "静默 A12 2小时",
    ]
    private static let ended = ["A12 详情", "A12 原话", "A12 走势"]
    private static let states = [unclaimed, claimed, told, ended]
    private static let more = "A12 更多操作"

    /// The buttons of a card that has room for so many.
    private func shown(_ choices: [String], atMost most: Int) -> [String] {
        choices.count <= most ? choices : choices.prefix(most - 1) + [WarningCardTests.more]
    }

    private func notice(_ choices: [String], title: String = "预警 A12 · 杭州 · 油耗抱怨偏多") -> Reply {
        var reply = Reply([
            .title(title), .figure(label: "程度", value: "警告"),
            .figure(label: "情况", value: "平时每天约 4 条，11/20 一天 19 条，约 9 年一遇"),
            .choices(
                prompt: "可以直接回复：",
                choices.map { Reply.Choice(number: Reply.Choice.unnumbered, label: $0, text: $0) }),
        ])
        reply.lead(further: WarningCardTests.more)
        return reply
    }

    /// The details: numbered, with a history and quotes.
    private func details(_ choices: [String]) -> Reply {
        var reply = notice(choices)
        reply.blocks.insert(.item("10:00 发现"), at: 3)
        reply.blocks.insert(.quote(text: "高速油耗太高", source: "11/20 论坛"), at: 4)
        reply.blocks[5] = .choices(
            prompt: "可以接着问",
            zip(1..., choices).map { Reply.Choice(number: $0, label: $1, text: $1) })
        reply.lead(further: WarningCardTests.more)
        reply.actions = Reply.Actions()
        return reply
    }

    private func card(_ reply: Reply) throws -> JSONValue {
        let message = try #require(WeComOutgoing(reply, task: "w12", texts: texts))
        return WeComCalls.send(message, to: .everybody, agent: 7).json["template_card"]
    }

    @Test("WeCom: the first part of a long title is never empty, and a card without a title is none")
    func oddTitles() throws {
        let long = String(repeating: "油", count: 27)
        for (title, first) in [
            (" · 杭州 · \(long)", "杭州"), (" ·  · \(long)", "油"),
            ("杭州 · \(long) · ", "杭州"), ("\(long) · 杭州", "油"),
        ] {
            let card = try card(notice(["认领 A12"], title: title))
            #expect(card["main_title"]["title"].text.contains(first), "\(title)")
            #expect(card["main_title"]["title"].text.count <= 26)
        }
        for title in ["", "  "] {
            let message = try #require(
                WeComOutgoing(notice(["认领 A12"], title: title), task: "w", texts: texts))
            #expect(message.type == "markdown")
        }
    }

    @Test("WeCom: six buttons of a notice, the last of which leads to the rest", arguments: states)
    func weCom(choices: [String]) throws {
        let card = try card(notice(choices))
        let buttons = card["button_list"].elements
        #expect(buttons.map { $0["key"].text } == shown(choices, atMost: 6).map { "say:\($0)" })
        #expect(buttons.map { $0["text"].text } == shown(choices, atMost: 6))
        let words = card["sub_title_text"].text
        #expect(words.contains("约 9 年一遇") && words.count <= 112, "\(words)")
        #expect(!words.contains("还可以说"), "the room is for what it is about")
    }

    @Test(
        "WeCom: the details are a message with everything, and a card with their buttons", arguments: states)
    func weComDetails(choices: [String]) throws {
        let reply = details(choices)
        #expect(WeComOutgoing.hasButtons(reply, texts: texts))
        let parts = WeComOutgoing.parts(of: reply, texts: texts)
        #expect(parts.count == 2)
        let markdown = try #require(WeComOutgoing(parts[0], task: "w", texts: texts))
        let text = WeComCalls.send(markdown, to: .everybody, agent: 7).json["markdown"]["content"].text
        for words in ["10:00 发现", "高速油耗太高", "约 9 年一遇"] { #expect(text.contains(words), "\(text)") }
        #expect(!text.contains("误报") || !choices.contains("A12 误报"))
        let card = try card(parts[1])
        #expect(card["main_title"]["title"].text == "预警 A12 · 杭州 · 油耗抱怨偏多")
        #expect(
            card["button_list"].elements.map { $0["key"].text }
                == shown(choices, atMost: 6).map { "say:\($0)" })
        // What asks nothing of anybody goes as it did.
        var question = reply
        question.actions = nil
        #expect(WeComOutgoing.parts(of: question, texts: texts) == [question])
        #expect(!WeComOutgoing.hasButtons(question, texts: texts))
    }

    @Test("WeCom: the gravest warnings keep their buttons: a long title is broken, long texts are shortened")
    func gravest() throws {
        var reply = notice(WarningCardTests.unclaimed, title: "预警 A123 · 呼和浩特 · 星驰X5 抱怨总量偏多")
        let parts = ["杭州 油耗", "南京 刹车异响", "苏州 车机卡顿", "合肥 售后等待", "宁波 续航衰减"].map { "\($0)抱怨偏多" }
        reply.blocks.insert(.text("还没有人认领这条预警，请您安排。"), at: 1)
        reply.blocks.insert(.figure(label: "其中", value: parts.joined(separator: " · ")), at: 4)
        reply.blocks.insert(.quote(text: String(repeating: "油", count: 60), source: "论坛"), at: 5)
        let card = try card(reply)
        #expect(card["main_title"]["title"].text == "预警 A123 · 呼和浩特")
        #expect(card["button_list"].elements.count == 6)
        let words = card["sub_title_text"].text
        #expect(words.count <= 112 && words.hasPrefix("星驰X5 抱怨总量偏多\n还没有人认领这条预警，请您安排。\n情况 "), "\(words)")
        #expect(words.contains("其中 杭州 油耗抱怨偏多") && words.contains("…"), "\(words)")
        #expect(card["button_list"].elements.last?["key"].text == "say:A12 更多操作")
    }

    @Test("WeCom: a button whose words are too long is written without blanks, then cut, and says all of it")
    func longLabels() throws {
        let card = try card(notice(["静默 A1234 2小时", "A1234 转给欧阳锋锋先生"]))
        let buttons = card["button_list"].elements
        #expect(buttons.map { $0["text"].text } == ["静默A12342小时", "A1234转给欧阳…"])
        #expect(buttons.map { $0["key"].text } == ["say:静默 A1234 2小时", "say:A1234 转给欧阳锋锋先生"])
    }

    @Test(
        "DingTalk: five buttons, the last of which leads to the rest, that stands in the text with its numbers",
        arguments: states)
    func dingTalk(choices: [String]) throws {
        for reply in [notice(choices), details(choices)] {
            let message = try #require(DingTalkRobotOutgoing(reply, isGroup: false, texts: texts))
            #expect(message.key == "sampleActionCard\(min(5, choices.count))")
            let card = try JSONValue(text: message.parameters)
            for (number, words) in zip(1..., shown(choices, atMost: 5)) {
                #expect(card["actionTitle\(number)"].text.hasSuffix(words))
            }
            for words in choices.dropFirst(choices.count > 5 ? 4 : 5) {
                #expect(card["text"].text.contains(words))
            }
            #expect(!card["text"].text.contains(WarningCardTests.more))
            let answer = String(
                decoding: DingTalkReply.encode(reply, isGroup: false, texts: texts), as: UTF8.self)
            #expect(answer.contains("actionCard") && choices.allSatisfy { answer.contains($0) })
        }
    }

    @Test("texts, where all stands, name nothing that leads to the rest")
    func allInText() throws {
        let reply = details(WarningCardTests.unclaimed)
        let markdown = MarkdownDialect.weCom.write(reply.blocks, limit: 4000, more: "")
        let plain = PlainDialect().write(reply.blocks, limit: 4000, more: "")
        let console = String(decoding: ConsoleReply.encode(reply), as: UTF8.self)
        for text in [markdown, plain, console] {
            #expect(text.contains("A12 已解决") && !text.contains(WarningCardTests.more), "\(text)")
        }
    }

    @Test("without anything that leads to the rest, it is named by its words")
    func inWords() throws {
        let choices = WarningCardTests.unclaimed
        var reply = notice(choices)
        reply.blocks[reply.blocks.count - 1] = .choices(
            prompt: "可以直接回复：", choices.map { Reply.Choice(number: 0, label: $0, text: $0) })
        let card = try card(reply)
        #expect(card["button_list"].elements.count == 6)
        #expect(card["sub_title_text"].text.hasSuffix("还可以说：A12 原话、A12 走势、A12 已解决"))
    }

    @Test("Feishu: a button for each", arguments: states)
    func feishu(choices: [String]) throws {
        for reply in [notice(choices), details(choices)] {
            let form = try #require(FeishuOutgoing.forms(of: reply, texts: texts).first)
            let elements = try JSONValue(text: form.contentText)["body"]["elements"].elements
            #expect(elements.dropFirst().map { $0["text"]["content"].text } == choices)
        }
    }

    @Test("WeCom's robot: a streamed answer with everything, and a card with its buttons", arguments: states)
    func weComBot(choices: [String]) throws {
        let reply = details(choices)
        let bytes = try #require(
            WeComBotReply.stream(id: "s1", reply, buttonsNamed: "hello-t", feedback: "f", texts: texts))
        let answer = try JSONValue(bytes)
        #expect(answer["msgtype"].text == "stream_with_template_card")
        #expect(answer["stream"]["content"].text.contains("高速油耗太高"))
        #expect(answer["stream"]["finish"] == .bool(true))
        let card = answer["template_card"]
        #expect(card["task_id"].text == "do-hello-t")
        #expect(
            card["button_list"].elements.map { $0["key"].text }
                == shown(choices, atMost: 6).map { "say:\($0)" })
        // Pressing what only asks leaves the rest, pressing what is done says how it stands.
        let asked = try JSONValue(
            #require(
                try WeComBotReply.pressed(
                    reply, choosing: choices[0], task: "do-hello-t", texts: texts)))
        #expect(asked["response_type"].text == "update_template_card")
        #expect(
            asked["template_card"]["button_list"].elements.map { $0["key"].text }
                == shown(choices, atMost: 6).dropFirst().map { "say:\($0)" })
        let done = try JSONValue(
            #require(
                try WeComBotReply.pressed(
                    reply, choosing: choices[0], standing: "已由李强认领", task: "do-hello-t", texts: texts)))
        #expect(done["template_card"]["button_list"].elements.map { $0["text"].text } == ["已由李强认领"])
    }

    @Test("WeCom's robot: a standing too long for a button is whole in the card's text")
    func longStanding() throws {
        let reply = details(WarningCardTests.unclaimed)
        func settled(_ standing: String) throws -> JSONValue {
            let pressed = try WeComBotReply.pressed(
                reply, choosing: "静默 A12 2小时", standing: standing, task: "do-hello-t", texts: texts)
            return try JSONValue(#require(pressed))["template_card"]
        }
        let long = try settled("已静默到 11/24 08:00")
        #expect(long["button_list"].elements.map { $0["text"].text } == ["已静默到 11/24"])
        #expect(long["sub_title_text"].text.hasSuffix("已静默到 11/24 08:00"))
        let short = try settled("已静默到 18:30")
        #expect(short["button_list"].elements.map { $0["text"].text } == ["已静默到 18:30"])
        #expect(!short["sub_title_text"].text.contains("静默到"))
    }

    @Test("WeCom's robot: an answer to a press is a card where all of it fits on one, in a chat of two")
    func active() throws {
        var reply = notice(["A12 转给林枫", "A12 转给刘洋"])
        reply.actions = Reply.Actions()
        let card = try JSONValue(WeComBotReply.active(reply, task: "hello-t", texts: texts))
        #expect(card["template_card"]["button_list"].elements.count == 2)
        let inGroup = try JSONValue(WeComBotReply.active(reply, texts: texts))
        #expect(inGroup["markdown"]["content"].text.contains("A12 转给林枫"))
        let long = try JSONValue(
            WeComBotReply.active(details(WarningCardTests.unclaimed), task: "hello-t", texts: texts))
        #expect(long["markdown"]["content"].text.contains("A12 已解决"))
    }
}
