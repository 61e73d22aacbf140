import Testing

@testable import Earshot

@Suite("A delivery's way")
struct DeliveryProgressTests {
    let now = Timestamp(seconds: 1_800_000_000)

    private func fresh(deadline: Duration = .seconds(86_400)) -> DeliveryProgress {
        DeliveryProgress(due: now, deadline: now + deadline)
    }

    /// As the machine's own, outside of an expectation's copy.
    private func apply(
        _ event: DeliveryProgress.Event, to progress: inout DeliveryProgress, at moment: Timestamp
    ) -> Bool {
        progress.apply(event, at: moment)
    }

    @Test("what the platform took is sent, and nothing happens to it any more")
    func sent() {
        var progress = fresh()
        #expect(apply(.begun(until: now), to: &progress, at: now))
        #expect(progress.state == .sending)
        #expect(apply(.ended(.sent(SendReceipt(identifier: "m1"))), to: &progress, at: now))
        #expect(progress.state == .sent)
        #expect(progress.receipt == "m1")
        for event: DeliveryProgress.Event in [
            .begun(until: now), .ended(.refused(PlatformRemark(code: "x"))), .interrupted, .cancelled,
            .retriedByHand(until: now + .seconds(60)),
        ] {
            let before = progress
            #expect(!apply(event, to: &progress, at: now))
            #expect(progress == before)
        }
        // But that the platform takes it back.
        #expect(apply(.recalled, to: &progress, at: now))
        #expect(progress.state == .cancelled)
        #expect(!apply(.recalled, to: &progress, at: now))
    }

    @Test("pauses grow from try to try, and after the last try it is dead with the platform's words")
    func dead() {
        var progress = fresh(deadline: .seconds(90 * 86_400))
        var moment = now
        var pauses: [Int64] = []
        for _ in 1..<RetrySchedule.mostTries {
            #expect(apply(.begun(until: now), to: &progress, at: moment))
            #expect(
                apply(.ended(.retry(after: nil, PlatformRemark(code: "busy"))), to: &progress, at: moment))
            #expect(progress.state == .retrying)
            pauses.append((progress.due.milliseconds - moment.milliseconds) / 1000)
            moment = progress.due
        }
        #expect(pauses == [5, 15, 45, 135, 405, 1215, 3600, 3600, 3600, 3600, 3600])
        #expect(apply(.begun(until: now), to: &progress, at: moment))
        #expect(
            apply(.ended(.retry(after: nil, PlatformRemark(code: "still busy"))), to: &progress, at: moment))
        #expect(progress.state == .dead)
        #expect(progress.note == "still busy")
        #expect(apply(.retriedByHand(until: moment + .seconds(60)), to: &progress, at: moment))
        #expect(progress.state == .retrying)
        #expect(progress.tries == 0)
    }

    @Test("a pause that the platform asks for is kept, also when it is longer than our own")
    func platformPause() {
        var progress = fresh()
        _ = progress.apply(.begun(until: now), at: now)
        _ = progress.apply(.ended(.tooFast(wait: .seconds(600), PlatformRemark(code: "410100"))), at: now)
        #expect(progress.due == now + .seconds(600))
    }

    @Test(
        "a channel that stands still or is busy uses up no tries",
        arguments: [
            SendOutcome.channelStopped(PlatformRemark(code: "secret")),
            .tooFast(wait: .seconds(60), PlatformRemark(code: "45009")),
            .tokenInvalid(PlatformRemark(code: "40014")),
        ])
    func stopped(outcome: SendOutcome) {
        var progress = fresh(deadline: .seconds(90 * 86_400))
        for number in 0..<50 {
            let moment = now + .seconds(600 * number)
            #expect(apply(.begun(until: now), to: &progress, at: moment))
            #expect(apply(.ended(outcome), to: &progress, at: moment))
        }
        #expect(progress.state == .retrying)
        #expect(progress.tries == 0)
    }

    @Test("what comes too late is not sent: at the deadline itself, and when the next try would be after it")
    func expiry() {
        var late = fresh(deadline: .seconds(10))
        #expect(apply(.begun(until: now), to: &late, at: now + .seconds(10)))
        #expect(late.state == .expired)
        var retried = fresh(deadline: .seconds(10))
        _ = retried.apply(.begun(until: now), at: now + .seconds(8))
        _ = retried.apply(.ended(.retry(after: nil, PlatformRemark(code: "busy"))), at: now + .seconds(9))
        #expect(retried.state == .expired)
        #expect(retried.note == "busy")
    }

    @Test("an operator gives what is expired a new deadline, and never an earlier one")
    func again() {
        var progress = fresh(deadline: .seconds(10))
        _ = progress.apply(.begun(until: now), at: now + .seconds(10))
        let moment = now + .seconds(100)
        #expect(apply(.retriedByHand(until: moment + .seconds(60)), to: &progress, at: moment))
        #expect(progress.state == .retrying)
        #expect(progress.due == moment)
        #expect(progress.deadline == moment + .seconds(60))
        #expect(apply(.retriedByHand(until: moment), to: &progress, at: moment))
        #expect(progress.deadline == moment + .seconds(60))
    }

    @Test("without an answer, and after a crash, it is sent again and known to have perhaps arrived")
    func unclear() {
        for event: DeliveryProgress.Event in [
            .ended(.unclear(repeatIsSafe: false, PlatformRemark(code: "time is up"))), .interrupted,
            // Safe while the platform remembers; an operator may look later.
            .ended(.unclear(repeatIsSafe: true, PlatformRemark(code: "time is up"))),
        ] {
            var progress = fresh()
            _ = progress.apply(.begun(until: now), at: now)
            #expect(apply(event, to: &progress, at: now))
            #expect(progress.state == .retrying)
            #expect(progress.mayHaveArrived)
        }
    }

    @Test("a platform that says yes and did not reach the person has not sent it")
    func unreached() {
        for (reason, state) in [
            (SendReceipt.Unreached.Reason.gone, DeliveryState.dead), (.unlicensed, .dead),
            (.tooFast, .retrying),
        ] {
            var progress = fresh()
            _ = progress.apply(.begun(until: now), at: now)
            let receipt = SendReceipt(unreached: [SendReceipt.Unreached("wangfang", reason)])
            _ = progress.apply(.ended(.sent(receipt)), at: now)
            #expect(progress.state == state)
            #expect(progress.note != nil)
        }
    }

    @Test("the platform's words are short in bytes, whatever their characters are")
    func words() {
        let mark = String(repeating: "\u{301}", count: 100_000)
        #expect(PlatformRemark(code: "1", words: "e" + mark).words.utf8.count <= 1500)
        #expect(PlatformRemark(code: "1", words: "系统繁忙").words == "系统繁忙")
    }

    @Test("an operator takes back what was not sent, not what is under way")
    func cancelled() {
        var progress = fresh()
        _ = progress.apply(.begun(until: now), at: now)
        #expect(!apply(.cancelled, to: &progress, at: now))
        _ = progress.apply(.ended(.refused(PlatformRemark(code: "60111"))), at: now)
        #expect(progress.state == .dead)
        #expect(apply(.cancelled, to: &progress, at: now))
        #expect(progress.state == .cancelled)
    }

    @Test("from the first try that may have arrived counts for how long the platform recognises it")
    func firstPerhapsArrived() {
        var progress = fresh()
        let busy = SendOutcome.retry(after: nil, PlatformRemark(code: "busy"))
        let unclear = SendOutcome.unclear(repeatIsSafe: true, PlatformRemark(code: "http.502"))
        var moment = now
        var first: Timestamp?
        for outcome in [busy, unclear, unclear, busy] {
            #expect(apply(.begun(until: now), to: &progress, at: moment))
            if first == nil, outcome == unclear { first = moment }
            #expect(apply(.ended(outcome), to: &progress, at: moment + .seconds(9)))
            #expect(progress.perhapsArrivedAt == first)
            moment = progress.due
        }
    }

    @Test("what failed together is tried again apart, each within a quarter more than its pause")
    func scattered() {
        let dues = stride(from: 0.0, to: 1, by: 0.25).map { scatter in
            var progress = DeliveryProgress(due: now, scatter: scatter, deadline: now + .seconds(3600))
            _ = progress.apply(.begun(until: now), at: now)
            _ = progress.apply(.ended(.retry(after: nil, PlatformRemark(code: "busy"))), at: now)
            return progress.due.milliseconds - now.milliseconds
        }
        #expect(dues == [5000, 5312, 5625, 5937])
    }
}
