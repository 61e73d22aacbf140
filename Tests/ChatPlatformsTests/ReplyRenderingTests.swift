import Earshot
import Testing

@testable import ChatPlatforms

@Suite("Replies in each platform's form")
struct ReplyRenderingTests {
    private let overview = Reply([
        .title("杭州 · 近7天客户之声"),
        .text("11/14–11/20"),
        .figure(label: "声量", value: "1,284(较前7天 +18%)"),
        .figure(label: "抱怨最多", value: "油耗 76(▲120%) · 售后等待 41"),
        .quote(text: "[油耗](http://x.cn)太高", source: "11/18 论坛"),
        .choices(
            prompt: "可以接着问:",
            [
                Reply.Choice(number: 1, label: "油耗原话", text: "油耗的原话"),
                Reply.Choice(number: 2, label: "和全国比", text: "和全国比"),
            ]),
    ])

    private let texts = ReplyTexts(
        more: "内容较长，回复「更多」继续看", waiting: "正在整理，请稍候…", apology: "抱歉，这次没能答上来",
        unidentified: "抱歉，认不出您", further: "还可以说：", underWay: { "正在查\($0)" }, chosen: { "已选\($0)" })

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("DingTalk one to one: a card whose buttons send the choice")
    func dingTalkCard() throws {
        #expect(
            text(DingTalkReply.encode(overview, isGroup: false, texts: texts))
                == #"{"actionCard":{"btnOrientation":"0","btns":["#
                + #"{"actionURL":"dtmd://dingtalkclient/sendMessage?content=%E6%B2%B9%E8%80%97%E7%9A%84%E5%8E%9F%E8%AF%9D","#
                + #""title":"1 油耗原话"},"#
                + #"{"actionURL":"dtmd://dingtalkclient/sendMessage?content=%E5%92%8C%E5%85%A8%E5%9B%BD%E6%AF%94","#
                + #""title":"2 和全国比"}],"#
                + ####""text":"### 杭州 · 近7天客户之声\n\n11/14–11/20  \n**声量** 1,284(较前7天 +18%)  \n"####
                + #"**抱怨最多** 油耗 76(▲120%) · 售后等待 41\n\n> 「［油耗］(http：//x．cn)太高」 11/18 论坛\n\n可以接着问:","#
                + #""title":"杭州 · 近7天客户之声"},"msgtype":"actionCard"}"#)
    }

    @Test("DingTalk in a group: Markdown with the choices numbered, because a button would not be heard")
    func dingTalkGroup() throws {
        let reply = Reply([.text("您是想问"), overview.blocks[5], .item("一"), .item("# 二")])
        #expect(
            text(DingTalkReply.encode(reply, isGroup: true, texts: texts))
                == #"{"markdown":{"text":"您是想问\n\n可以接着问:  \n**1** 油耗原话  \n**2** 和全国比\n\n- 一\n- ＃ 二","#
                + #""title":"您是想问"},"msgtype":"markdown"}"#)
    }

    @Test("a reply that says nothing is the platform's empty answer")
    func empty() throws {
        #expect(
            text(DingTalkReply.encode(Reply(), isGroup: false, texts: texts)) == #"{"msgtype":"empty"}"#)
        #expect(text(DingTalkReply.encodePlain(Reply(), texts: texts)) == #"{"msgtype":"empty"}"#)
    }

    @Test("DingTalk without markup")
    func dingTalkPlain() throws {
        let reply = Reply([
            .title("杭州"), .figure(label: "声量", value: "12"), .quote(text: "@所有人", source: "论坛"),
        ])
        #expect(
            text(DingTalkReply.encodePlain(reply, texts: texts))
                == #"{"msgtype":"text","text":{"content":"杭州\n声量  12\n「＠所有人」 论坛"}}"#)
    }

    @Test("WeCom: a part of a stream")
    func weComStream() throws {
        let reply = Reply([.title("杭州"), .text("近7天"), .quote(text: "<@all>好", source: "论坛")])
        #expect(
            text(WeComBotReply.stream(id: "s1", reply, isFinished: true, texts: texts))
                == ####"{"msgtype":"stream","stream":{"content":"### 杭州\n\n近7天\n\n> 「＜＠all＞好」 论坛","####
                + #""finish":true,"id":"s1"}}"#)
        #expect(
            text(WeComBotReply.active(Reply([.text("好")]), texts: texts))
                == #"{"markdown":{"content":"好"},"msgtype":"markdown"}"#)
    }

    @Test("WeCom greeting: a card with buttons when all of it fits")
    func weComCard() throws {
        var reply = overview
        reply.blocks.remove(at: 4)
        #expect(
            text(WeComBotReply.greeting(reply, task: "t1", texts: texts))
                == #"{"msgtype":"template_card","template_card":{"button_list":["#
                + #"{"key":"say:油耗的原话","style":1,"text":"油耗原话"},{"key":"say:和全国比","style":1,"text":"和全国比"}],"#
                + #""card_type":"button_interaction","horizontal_content_list":["#
                + #"{"keyname":"声量","value":"1,284(较前7天 +18%)"},"#
                + #"{"keyname":"抱怨最多","value":"油耗 76(▲120%) · 售后等待 41"}],"#
                + #""main_title":{"desc":"可以接着问:","title":"杭州 · 近7天客户之声"},"sub_title_text":"11/14–11/20","task_id":"t1"}}"#
        )
    }

    @Test("WeCom greeting: text when something would be cut or does not belong on a card")
    func weComGreetingText() throws {
        let choice = Reply.Choice(number: 1, label: "看", text: "看")
        let choices = Reply.Block.choices(prompt: "", [choice])
        let card = Reply([.title("您好"), choices])
        #expect(text(WeComBotReply.greeting(card, task: "t", texts: texts)).contains("template_card"))
        let tooMuch: [[Reply.Block]] = [
            [.title("您好")],
            [.text("您好"), choices],
            [.title("您好"), .quote(text: "好", source: "论坛"), choices],
            [.title(String(repeating: "长", count: 27)), choices],
            [.title("您好"), .text(String(repeating: "长", count: 113)), choices],
            [.title("您好"), .choices(prompt: "", Array(repeating: choice, count: 7))],
            [
                .title("您好"),
                .choices(
                    prompt: "",
                    [Reply.Choice(number: 1, label: "看", text: String(repeating: "长", count: 341))]),
            ],
            [
                .title("您好"),
                .choices(
                    prompt: "", [Reply.Choice(number: 1, label: String(repeating: "长", count: 11), text: "看")]
                ),
            ],
            [.title("您好"), choices, choices],
            [.title("您好"), .title("您好"), choices],
            [.title("您好"), choices] + Array(repeating: .figure(label: "声量", value: "1"), count: 7),
        ]
        for blocks in tooMuch {
            let encoded = text(WeComBotReply.greeting(Reply(blocks), task: "t", texts: texts))
            #expect(encoded.hasPrefix(#"{"msgtype":"text""#), "\(blocks)")
        }
    }

    @Test("console: the blocks themselves")
    func console() throws {
        #expect(
            text(
                ConsoleReply.encode(
                    Reply([overview.blocks[0], overview.blocks[2], overview.blocks[4], overview.blocks[5]])))
                == #"{"blocks":[{"text":"杭州 · 近7天客户之声","type":"title"},"#
                + #"{"label":"声量","type":"figure","value":"1,284(较前7天 +18%)"},"#
                + #"{"source":"11/18 论坛","text":"[油耗](http://x.cn)太高","type":"quote"},"#
                + #"{"choices":[{"label":"油耗原话","number":1,"text":"油耗的原话"},"#
                + #"{"label":"和全国比","number":2,"text":"和全国比"}],"prompt":"可以接着问:","type":"choices"}]}"#)
    }

    @Test("a long reply ends at a block's end with the words that bring the rest")
    func cut() {
        let blocks = (1...400).map { Reply.Block.item("第\($0)条 油耗有点高🚗") }
        let more = texts.more
        for limit in [200, 201, 202, 203, 1000, 4096] {
            let written = MarkdownDialect.weCom.write(blocks, limit: limit, more: more)
            #expect(written.utf8.count <= limit)
            #expect(written.contains("回复「更多」"))
            let lines = written.split(separator: "\n").dropLast()
            #expect(lines.allSatisfy { $0.hasPrefix("- 第") && $0.hasSuffix("🚗") })
            // One more block would not have fitted.
            #expect(written.utf8.count > limit - 80)
        }
        let whole = MarkdownDialect.weCom.write(Array(blocks.prefix(3)), limit: 4096, more: more)
        #expect(!whole.contains("更多"))
    }

    @Test("a block that alone is too long is shortened at a character's end")
    func cutWithinBlock() {
        let family = "👨‍👩‍👧"
        for block in [
            Reply.Block.text(String(repeating: family, count: 500)),
            .item(String(repeating: "长*", count: 5000)),
            .quote(text: String(repeating: family, count: 500), source: "论坛"),
            .figure(label: "声量", value: String(repeating: family, count: 500)),
        ] {
            for limit in 300...340 {
                let written = MarkdownDialect.dingTalk.write(
                    [block, .text("尾")], limit: limit, more: "回复「更多」")
                #expect(written.utf8.count <= limit)
                #expect(written.hasSuffix("回复「更多」"))
                let parts = written.filter { $0 == "👨" || $0 == "👩" || $0 == "👧" }
                #expect(parts.isEmpty)
            }
        }
    }

    @Test("no reply is longer than its platform takes")
    func limits() throws {
        let long = Reply((1...5000).map { .quote(text: "「油耗」太高了\($0)", source: "11/18 论坛") })
        #expect(WeComBotReply.stream(id: "s", long, isFinished: true, texts: texts).count < 20_480 + 2000)
        #expect(MarkdownDialect.weCom.write(long.blocks, limit: 20_480, more: "回复「更多」").utf8.count <= 20_480)
        #expect(text(DingTalkReply.encode(long, isGroup: false, texts: texts)).contains("回复「更多」"))
    }
}
