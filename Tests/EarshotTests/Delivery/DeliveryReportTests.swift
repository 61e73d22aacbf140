import Testing

@testable import Earshot

@Suite("What is told of deliveries")
struct DeliveryReportTests {
    private let now = Timestamp(seconds: 1_800_000_000)
    private let busy = SendOutcome.retry(after: nil, PlatformRemark(code: "busy"))
    private let lost = SendOutcome.unclear(repeatIsSafe: true, PlatformRemark(code: "http.timed-out"))

    /// Where a delivery stands after an outcome.
    private func reached(
        _ outcome: SendOutcome, tries: Int = 0, within patience: Duration = .seconds(86_400)
    ) -> DeliveryProgress {
        var progress = DeliveryProgress(tries: tries, due: now, deadline: now + patience)
        _ = progress.apply(.begun(until: now), at: now)
        _ = progress.apply(.ended(outcome), at: now)
        return progress
    }

    private func told(
        _ outcome: SendOutcome, _ reached: DeliveryProgress..., isRecognised: Bool = false
    ) -> [String] {
        DeliveryReport.reports(of: outcome, on: "c", reached: reached, isRecognised: isRecognised).map {
            [$0.event.rawValue, String($0.count), $0.reason].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test("what the last try ends is told as dead, and what is due too late as expired")
    func ends() {
        let last = RetrySchedule.mostTries - 1
        #expect(told(busy, reached(busy)) == ["postponed 1 busy"])
        #expect(told(busy, reached(busy, tries: last)) == ["dead 1 busy"])
        #expect(told(busy, reached(busy, within: .seconds(2))) == ["expired 1 busy"])
        #expect(told(lost, reached(lost, tries: last)) == ["dead 1 http.timed-out"])
        let refused = SendOutcome.refused(PlatformRemark(code: "40058"))
        #expect(told(refused, reached(refused), reached(refused)) == ["dead 2 40058"])
    }

    @Test("whoever the platform did not reach because it was too much is tried again, not dead")
    func tooMuchForOne() {
        let outcome = SendOutcome.sent(SendReceipt(unreached: [.init("wangfang", .tooFast)]))
        #expect(told(outcome, reached(outcome)) == ["postponed 1 too fast for this person"])
        let sent = SendOutcome.sent(SendReceipt())
        #expect(told(sent, reached(sent)) == ["sent 1"])
    }

    @Test("that a channel closes is told also when no delivery waits for it")
    func channel() {
        let stopped = SendOutcome.channelStopped(PlatformRemark(code: "40001"))
        #expect(told(stopped, reached(stopped)) == ["channel_stopped 1 40001"])
        #expect(
            told(stopped, reached(stopped, within: .seconds(60)))
                == ["expired 1 40001", "channel_stopped 0 40001"])
        let fast = SendOutcome.tooFast(wait: .seconds(60), PlatformRemark(code: "45009"))
        #expect(told(fast) == ["channel_busy 0 45009"])
    }

    @Test("what is tried again without an answer may arrive twice, unless the platform recognises it then")
    func unclear() {
        #expect(told(lost, reached(lost), isRecognised: true) == ["unclear 1 http.timed-out"])
        #expect(told(lost, reached(lost)) == ["resent_perhaps_twice 1 http.timed-out"])
    }
}
