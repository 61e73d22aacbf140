import ChatPlatforms
import Earshot
import EarshotTesting
import JSON
import Testing
import Web

@Suite(
    "Examples of what WeCom sends to a bot, over HTTP",
    .enabled(if: ProtocolSamples.areHere, "skipped: the protocol samples are not beside the project"))
struct WeComBotSampleTests {
    /// What each message says; every other example is acknowledged, or is a poll.
    private static let contents: [String: InboundMessage.Content] = [
        "01-text-single": .text("我们城市的客户最近在说什么"),
        "02-text-group": .text("东莞这周客户抱怨最多的是哪三件事？"),
        "03-text-quote": .text("这条能展开说说吗"), "04-text-quote-mixed": .text("图里是哪家店"),
        "05-text-emoji": .text("🚗 新车交付这块客户满意吗？👍还是👎"),
        "06-text-multiline": .text("武汉光谷店的售后，最近有没有人提到“配件缺货”？\n要原话"),
        "07-image": .picture, "08-mixed": .text("这个客户反馈属于哪一类？"),
        "09-voice": .speech(recognised: "我们城市的客户最近在说什么"), "10-file": .file,
        "11-video": .other(kind: "video"), "14-event-enter-chat": .opened,
    ]

    @Test("every example gets the answer of its kind, and its words reach the heart")
    func examples() async throws {
        let samples = try ProtocolSamples.load("wecom-aibot")
        #expect(samples.count > 20)
        for sample in samples {
            let name = String(sample.name.dropLast(".json".count))
            let handler = RecordingHandler()
            try await CallbackHouse.serve(handler) { house async throws in
                let text = String(decoding: sample.bytes, as: UTF8.self)
                let answer = try #require(try await house.weCom(text), "\(name)")
                #expect(answer.status == 200, "\(name)")
                let message = handler.handled.first
                if name == "15-event-enter-chat-corpid" {
                    // Of a company that this bot's settings do not name.
                    #expect(message == nil)
                    #expect(answer.body.contains(CallbackHouse.texts.unidentified))
                    return
                }
                #expect(message?.content == WeComBotSampleTests.contents[name], "\(name)")
                #expect(message?.hasPictures ?? false == (name == "08-mixed"), "\(name)")
                switch name {
                case "03-text-quote": #expect(message?.quote == "客户说“等太久”的有多少条，和上个月比呢")
                case "04-text-quote-mixed": #expect(message?.quote == "现场照片")
                default: #expect(message?.quote == nil, "\(name)")
                }
                if message?.content == .opened {
                    #expect(answer.body.contains(#""msgtype":"text""#), "\(name)")
                } else if message != nil || name.contains("stream") {
                    #expect(answer.body.contains(#""msgtype":"stream""#), "\(name)")
                } else {
                    #expect(answer.body.isEmpty, "\(name)")
                }
            }
        }
    }

    @Test("what comes over a long connection says the same")
    func longConnection() async throws {
        for name in try ProtocolSamples.names(in: "wecom-aibot-longconn") {
            let body = try ProtocolSamples.load(name, in: "wecom-aibot-longconn")["body"]
            guard !body["msgid"].text.isEmpty else { continue }
            let handler = RecordingHandler()
            try await CallbackHouse.serve(handler) { house async throws in
                let text = String(decoding: try body.bytes, as: UTF8.self)
                #expect(try await house.weCom(text)?.status == 200, "\(name)")
                let isHeard = name.contains("-msg-") || name.contains("enter-chat")
                #expect(handler.handled.count == (isHeard ? 1 : 0), "\(name)")
            }
        }
    }
}
