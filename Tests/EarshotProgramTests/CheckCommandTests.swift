import Earshot
import Testing

@testable import EarshotProgram

@Suite("What earshot check and earshot outbox say")
struct CheckCommandTests {
    @Test(
        "a path is shown without the steps that lead up again",
        arguments: [
            ("bot-config/../data", "data"), ("/srv/bot-config/../data", "/srv/data"), ("../data", "../data"),
            ("./bot-config/../../data", "../data"), ("a/..", "."), ("/", "/"), ("data/", "data"),
        ])
    func paths(path: String, expected: String) {
        #expect(CheckCommand.shown(path) == expected)
    }

    @Test("a delivery that an operator cannot change has one reason")
    func obstacles() {
        #expect(OutboxCommand.obstacle(.sent) == "is sent")
        #expect(OutboxCommand.obstacle(.sending) == "is under way")
        #expect(OutboxCommand.obstacle(.cancelled) == "was taken back")
        #expect(OutboxCommand.obstacle(nil) == "there is no such delivery")
    }

    @Test("of one delivery everything is shown, and nothing in it steers the terminal")
    func sheet() throws {
        let now = Timestamp(seconds: 1_763_740_800)
        var progress = DeliveryProgress(due: now, deadline: now + .seconds(3600))
        _ = progress.apply(.begun(until: now), at: now)
        _ = progress.apply(
            .ended(.unclear(repeatIsSafe: true, PlatformRemark(code: "http.502", words: "a\u{1B}[2J"))),
            at: now)
        var delivery = DeliveryDetails(
            summary: DeliverySummary(
                number: 7, key: "answer/wecom/sales/1", channel: "wecom/sales", recipient: "wangfang",
                enqueuedAt: now, progress: progress),
            priority: .urgent, changedAt: now, together: [7, 8], reply: Reply([.text("油耗\u{1B}[2J")]))
        let calendar = LocalCalendar.shanghai
        let text = DeliverySheet.text(of: delivery, calendar: calendar)
        #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false) == [
                "number\t7", "state\tretrying", "channel\twecom/sales", "recipient\twangfang",
                "key\tanswer/wecom/sales/1", "priority\turgent", "tries\t1", "enqueued\t2025-11-22 00:00",
                "changed\t2025-11-22 00:00", "next try\t2025-11-22 00:00", "deadline\t2025-11-22 01:00",
                "may have arrived\tyes", "platform's words\thttp.502: a [2J", "in one message with\t8", "",
                "油耗\\u{1B}[2J",
            ])
        delivery.picture = Picture([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xD9])
        #expect(
            DeliverySheet.text(of: delivery, calendar: calendar).contains("\npicture\tjpeg, 6 bytes\n"))
        delivery.reply = nil
        #expect(DeliverySheet.text(of: delivery, calendar: calendar).hasSuffix("cannot read what it says"))
    }

    @Test("the words before choices have one colon, whether they end with it or not")
    func choices() {
        let choice = Reply.Choice(number: Reply.Choice.unnumbered, label: "认领 A12", text: "认领 A12")
        for prompt in ["可以直接回复：", "可以直接回复"] {
            #expect(TerminalText.of(Reply([.choices(prompt: prompt, [choice])])) == "可以直接回复：认领 A12")
        }
    }

    @Test("control characters are written out, line breaks stay")
    func harmless() {
        #expect(Terminal.harmless("a\u{1B}[2J\n城市\t\u{7F}") == "a\\u{1B}[2J\n城市\t\\u{7F}")
        #expect(Terminal.harmless("城市") == "城市")
    }
}
