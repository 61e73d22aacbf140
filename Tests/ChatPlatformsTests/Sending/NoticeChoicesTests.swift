import Earshot
import EarshotTesting
import JSON
import Testing

@testable import ChatPlatforms

/// A notice of a warning comes unasked: its buttons carry no numbers, because those are the last answer's.
@Suite("What a notice of a warning lets people do, on each platform")
struct NoticeChoicesTests {
    private let texts = SendingFixture.texts

    private static func choice(_ label: String) -> Reply.Choice {
        Reply.Choice(number: Reply.Choice.unnumbered, label: label, text: label)
    }

    private let notice = Reply([
        .title("预警 A12 · 杭州 · 油耗抱怨偏多"),
        .figure(label: "程度", value: "警告"),
        .figure(label: "情况", value: "平时每天约 4 条，11/20 一天 19 条，约 9 年一遇"),
        .choices(prompt: "可以直接回复：", ["认领 A12", "A12 详情", "A12 误报"].map(choice)),
    ])

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("WeCom: a card whose buttons say the words")
    func weCom() throws {
        let message = try #require(WeComOutgoing(notice, task: "w12", texts: texts))
        let card = WeComCalls.send(message, to: WeComAddressees(members: ["li"]), agent: 7).json[
            "template_card"]
        #expect(card["card_type"].text == "button_interaction")
        #expect(card["main_title"]["title"].text == "预警 A12 · 杭州 · 油耗抱怨偏多")
        #expect(card["main_title"]["desc"].text == "可以直接回复：")
        #expect(card["sub_title_text"].text == "情况 平时每天约 4 条，11/20 一天 19 条，约 9 年一遇")
        let buttons = card["button_list"].elements
        #expect(buttons.map { $0["text"].text } == ["认领 A12", "A12 详情", "A12 误报"])
        #expect(buttons.map { $0["key"].text } == ["say:认领 A12", "say:A12 详情", "say:A12 误报"])
        #expect(buttons.compactMap { WeComCard.choice(ofKey: $0["key"].text) }.first == "认领 A12")
    }

    @Test("DingTalk: a card whose buttons say the words, of the robot's messages and of an answer")
    func dingTalk() throws {
        let message = try #require(DingTalkRobotOutgoing(notice, isGroup: false, texts: texts))
        #expect(message.key == "sampleActionCard3")
        let card = try JSONValue(text: message.parameters)
        #expect((1...3).map { card["actionTitle\($0)"].text } == ["认领 A12", "A12 详情", "A12 误报"])
        #expect(
            card["actionURL1"].text
                == "dtmd://dingtalkclient/sendMessage?content=%E8%AE%A4%E9%A2%86%20A12")
        #expect(
            card["text"].text
                == "### 预警 A12 · 杭州 · 油耗抱怨偏多\n\n**程度** 警告  \n"
                + "**情况** 平时每天约 4 条，11/20 一天 19 条，约 9 年一遇  \n可以直接回复：")
        let answer = text(DingTalkReply.encode(notice, isGroup: false, texts: texts))
        #expect(answer.contains(#""title":"认领 A12""#) && !answer.contains("0 认领"))
    }

    @Test("Feishu: a card whose buttons bring back the words")
    func feishu() throws {
        let forms = FeishuOutgoing.forms(of: notice, texts: texts)
        #expect(forms.map(\.type) == ["interactive", "post"])
        let buttons = try JSONValue(text: forms[0].contentText)["body"]["elements"].elements.dropFirst()
        #expect(buttons.map { $0["text"]["content"].text } == ["认领 A12", "A12 详情", "A12 误报"])
        #expect(
            buttons.first?["behaviors"][0]["value"]
                == .object(["notice": .bool(true), "say": .string("认领 A12")]))
        let post = try JSONValue(text: forms[1].contentText)["zh_cn"]["content"]
        #expect(post.elements.suffix(3).map { $0[0]["text"].text } == ["· 认领 A12", "· A12 详情", "· A12 误报"])
    }

    @Test("where there are no buttons the words stand in a list that can be sent as they are")
    func lists() {
        let block = notice.blocks[3]
        #expect(PlainDialect().write(block) == "可以直接回复：\n· 认领 A12\n· A12 详情\n· A12 误报")
        #expect(MarkdownDialect.weCom.write(block) == "可以直接回复：\n- 认领 A12\n- A12 详情\n- A12 误报")
        #expect(MarkdownDialect.dingTalk.write(block) == "可以直接回复：  \n- 认领 A12  \n- A12 详情  \n- A12 误报")
    }

    @Test("console: choices without a number, which the page then does not write")
    func console() {
        #expect(
            text(ConsoleReply.encode(Reply([notice.blocks[3]])))
                == #"{"blocks":[{"choices":[{"label":"认领 A12","text":"认领 A12"},"#
                + #"{"label":"A12 详情","text":"A12 详情"},{"label":"A12 误报","text":"A12 误报"}],"#
                + #""prompt":"可以直接回复：","type":"choices"}]}"#)
    }

    @Test(
        "every platform's form of a notice with customers' words lets people claim it by a button or by words"
    )
    func quoted() throws {
        var reply = notice
        reply.blocks.insert(.quote(text: "高速油耗太高", source: "11/20 论坛"), at: 3)
        let weCom = try #require(WeComOutgoing(reply, task: "w12", texts: texts))
        let card = WeComCalls.send(weCom, to: .everybody, agent: 7).json["template_card"]
        #expect(card["button_list"].elements.map { $0["text"].text } == ["认领 A12", "A12 详情", "A12 误报"])
        #expect(card["sub_title_text"].text.hasSuffix("约 9 年一遇\n「高速油耗太高」"))
        let dingTalk = try #require(DingTalkRobotOutgoing(reply, isGroup: false, texts: texts))
        #expect(dingTalk.key == "sampleActionCard3")
        let feishu = try JSONValue(text: FeishuOutgoing.forms(of: reply, texts: texts)[0].contentText)
        #expect(feishu["body"]["elements"].elements.count == 4)
    }

    @Test("what does not fit on WeCom's card of the customers' words is cut or left out, and nothing else is")
    func longQuotes() throws {
        var reply = notice
        let quotes = ["油", "箱"].map {
            Reply.Block.quote(text: String(repeating: $0, count: 70), source: "论坛")
        }
        reply.blocks.insert(contentsOf: quotes, at: 3)
        let message = try #require(WeComOutgoing(reply, task: "w12", texts: texts))
        let card = WeComCalls.send(message, to: .everybody, agent: 7).json["template_card"]
        let words = card["sub_title_text"].text
        #expect(words.count <= 112 && words.contains(String(repeating: "油", count: 70)), "\(words)")
        #expect(!words.contains("箱"))
        // An answer with numbers keeps all of what was quoted.
        reply.blocks[reply.blocks.count - 1] = .choices(
            prompt: "接着问", [Reply.Choice(number: 1, label: "详情", text: "A12 详情")])
        let answer = try #require(WeComOutgoing(reply, task: "w12", texts: texts))
        let body = WeComCalls.send(answer, to: .everybody, agent: 7).json
        #expect(body["markdown"]["content"].text.contains(String(repeating: "箱", count: 70)))
    }
}
