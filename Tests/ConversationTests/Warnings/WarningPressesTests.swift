import EarshotTesting
import Foundation
import JSON
import Testing
import Texts

@testable import ChatPlatforms
@testable import Earshot

@Suite("Everything that may be done about a warning, by presses alone")
struct WarningPressesTests {
    enum Platform: String, CaseIterable {
        case weCom, weComRobot, dingTalk, feishu

        /// What stands on the buttons of an answer or a notice, as the messages that they are.
        func presses(_ reply: Reply) throws -> [String] {
            let texts = ReplyTexts(
                more: "回复「更多」", waiting: "请稍候", apology: "抱歉", unidentified: "认不出您", further: "还可以说：",
                underWay: { "正在查\($0)" }, chosen: { "已选\($0)" })
            switch self {
            case .weCom:
                guard let last = WeComOutgoing.parts(of: reply, texts: texts).last,
                    let message = WeComOutgoing(last, task: "w", texts: texts)
                else { return [] }
                let sent = WeComCalls.send(message, to: .everybody, agent: 7).body
                let card = try JSONValue(sent)["template_card"]
                return card["button_list"].elements.compactMap { WeComCard.choice(ofKey: $0["key"].text) }
            case .weComRobot:
                guard
                    let answer = WeComBotReply.stream(
                        id: "s", reply, buttonsNamed: "hello-t", texts: texts)
                else { return [] }
                let card = try JSONValue(answer)["template_card"]
                return card["button_list"].elements.compactMap { WeComCard.choice(ofKey: $0["key"].text) }
            case .dingTalk:
                return DingTalkCard(reply, limit: 10_000, texts: texts)?.buttons.compactMap {
                    $0.address.split(separator: "content=").last?.removingPercentEncoding
                } ?? []
            case .feishu:
                guard let form = FeishuOutgoing.forms(of: reply, texts: texts).first else { return [] }
                let elements = try JSONValue(text: form.contentText)["body"]["elements"].elements
                return elements.map { $0["text"]["content"].text }.filter { !$0.isEmpty }
            }
        }
    }

    enum State: String, CaseIterable {
        case open, ownClaimed, othersClaimed, notified, watching, silenced, claimedAndSilenced, resolved

        func make(in house: WarningHouse) async throws {
            switch self {
            case .open: break
            case .ownClaimed: _ = try await house.say("认领 A12")
            case .othersClaimed: _ = try await house.say("认领 A12", as: WarningHouse.head)
            case .notified:
                _ = try await house.say("通报 A12：请统一回复客户")
                _ = try await house.say("确认通报 A12")
                #expect(try await house.stored()?.state == .notified)
            case .watching:
                try await house.change { $0.pass(ordinary: Fixtures.today, at: house.clock.now) }
                #expect(try await house.stored()?.state == .watching)
            case .silenced: _ = try await house.say("静默 A12 2小时")
            case .claimedAndSilenced:
                _ = try await house.say("认领 A12")
                _ = try await house.say("静默 A12 2小时")
            case .resolved: _ = try await house.say("A12 已解决")
            }
        }
    }

    /// What can be pressed from a reply on, where only that is pressed which shows something.
    private func reached(from first: Reply, on platform: Platform, in house: WarningHouse) async throws
        -> Set<String>
    {
        var (reached, replies) = (Set<String>(), [first])
        while let reply = replies.popLast() {
            for words in try platform.presses(reply) where reached.insert(words).inserted {
                guard words.hasSuffix("操作") || words == "A12 详情" else { continue }
                replies.append(try await house.reply(words))
            }
        }
        return reached
    }

    private func offered(_ house: WarningHouse) async throws -> Set<String> {
        let warning = try #require(try await house.stored())
        let words = try WarningOffers.all(warning, offersDetails: true, at: house.clock.now).map {
            try house.texts.words($0.words.with(["name": "A12"]))
        }
        return Set(words)
    }

    @Test(
        "in each state, from the notice and from the details, each of them can be pressed on each platform",
        arguments: Platform.allCases, State.allCases)
    func everything(platform: Platform, state: State) async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await state.make(in: house)
        let offered = try await offered(house)
        #expect(offered.count >= 3)
        var starts = [try await house.reply("A12 详情")]
        // The robot sends nothing of its own accord.
        if platform != .weComRobot {
            let warning = try #require(try await house.stored())
            starts.append(try await house.notice(.reminded(Fixtures.today), of: warning))
        }
        for start in starts {
            let reached = try await reached(from: start, on: platform, in: house)
            #expect(offered.subtracting(reached.union(["A12 详情"])) == [], "\(reached)")
        }
    }

    @Test(
        "the last button of a card of yesterday leads to everything that may be done today",
        arguments: [Platform.weCom, .dingTalk], State.allCases)
    func later(platform: Platform, state: State) async throws {
        let house = try await WarningHouse()
        let warning = try await house.open()
        let last = try platform.presses(try await house.notice(.opened, of: warning)).last
        #expect(last == "A12 更多操作")
        try await state.make(in: house)
        _ = try await house.say("你好")
        let reached = try await reached(
            from: try await house.reply(try #require(last)), on: platform, in: house)
        #expect(try await offered(house).subtracting(reached) == [], "\(reached)")
    }

    @Test("what else may be done can be written, too, and lists what the warning allows, with numbers")
    func written() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let lines = try await house.say("A12更多操作")
        #expect(lines.hasPrefix("预警 A12 · 杭州 · 油耗抱怨偏多\n状态 待认领"), "\(lines)")
        for words in ["1 静默 A12 2小时", "2 通报 A12", "3 A12 原话", "4 A12 走势", "5 A12 已解决", "6 A12 详情"] {
            #expect(lines.contains(words), "\(lines)")
        }
        WarningHouse.checkWriting(lines)
        #expect(try await house.say("4").contains("预警 A12 走势"))
        for words in ["A12 有哪些操作", "A12 其他操作", "更多操作", "A12 其余操作", "其余操作"] {
            let lines = try await house.say(words)
            #expect(lines.hasPrefix("预警 A12 · 杭州"), "\(words): \(lines)")
        }
    }

    @Test("after a claim the answer leads on, as the card that was pressed may have no buttons left")
    func claimed() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.reply("认领 A12")
        for platform in [Platform.weCom, .dingTalk, .feishu] {
            let reached = try await reached(from: answer, on: platform, in: house)
            #expect(try await offered(house).subtracting(reached) == [], "\(platform): \(reached)")
        }
    }

    @Test("who may not act on it reads that, and a dealer nothing of it")
    func others() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for words in ["A12 更多操作", "A12 其余操作"] {
            #expect(try await house.say(words, as: WarningHouse.southManager).contains("没有预警 A12"))
            let dealer = try await house.reply(words, as: Fixtures.westLakeDealer)
            #expect(!dealer.lines.contains("油耗") && !dealer.lines.contains("误报"), "\(dealer.lines)")
        }
    }
}
