import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("The tally of the deliveries' benchmark")
struct DeliveryTallyTests {
    private func report(_ event: DeliveryReport.Event, _ count: Int = 1) -> DeliveryReport {
        DeliveryReport(channel: "c", event: event, count: count, reason: nil)
    }

    @Test("it waits for an end of every delivery, whichever it is")
    func ends() async {
        let tally = DeliveryTally(expected: 6)
        let never = Gate()
        for event: DeliveryReport.Event in [.postponed, .fault, .channelBusy, .unclear, .dead] {
            tally.add(report(event))
        }
        tally.add(report(.sent, 3))
        tally.add(report(.expired, 2))
        #expect(await tally.sent(within: .seconds(1)) { _ in await never.pass() } == 3)
        never.open()
    }

    @Test("it does not wait for ever for what does not end")
    func patience() async {
        let tally = DeliveryTally(expected: 2)
        tally.add(report(.sent))
        #expect(await tally.sent(within: .seconds(1)) { _ in } == 1)
    }
}
