import EarshotTesting
import Foundation
import Testing

@testable import Earshot

@Suite("The course of a hand-over")
struct HandOverStateTests {
    private let rules = HandOverRules(officeHours: OfficeHours())

    private func opened() -> HandOver {
        HandOver(
            number: 12, asker: Fixtures.westLakeDealer, of: Fixtures.westLakeStore, level: .managers,
            before: [], at: Fixtures.now, rules)
    }

    @Test(
        "whatever happens in whatever order, an end is the end, and nobody takes what another answers in time"
    )
    func course() throws {
        var random = SeededRandom(seed: 20_261_128)
        for _ in 0..<500 {
            var handOver = opened()
            var now = Fixtures.now
            for _ in 0..<25 {
                now = now + .seconds(Int.random(in: 0...7200, using: &random))
                let person = ["a", "b"].randomElement(using: &random) ?? "a"
                let events: [HandOver.Event] = [
                    .take(by: person), .ask, .answer(by: person), .finish(by: person), .propose, .expire,
                    .alarm(.reminded, .managers), .alarm(.escalated, .heads),
                ]
                guard let event = events.randomElement(using: &random) else { continue }
                let before = handOver
                do throws(HandOver.Refusal) {
                    try handOver.apply(event, at: now, rules)
                } catch {
                    #expect(handOver == before)
                    continue
                }
                #expect(handOver.version == before.version + 1)
                #expect(before.state.isOpen || event == .propose)
                if let holder = before.holder, handOver.holder?.person != holder.person {
                    #expect(before.alarm >= .escalated)
                }
                #expect(handOver.state == .waiting || handOver.holder != nil || !handOver.state.isOpen)
                #expect(!handOver.state.isOpen == (handOver.end != nil))
                if case .answer = event {
                    #expect(handOver.unansweredSince == nil && handOver.alarm == .none)
                }
                #expect(before.proposedAt == nil || handOver.proposedAt == before.proposedAt)
            }
        }
    }

    @Test("office hours count the same over a clock that is put forward and back")
    func summerTime() throws {
        var random = SeededRandom(seed: 20_261_129)
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        for zone in [berlin, .gmt] {
            let hours = OfficeHours(calendar: LocalCalendar(timeZone: zone))
            for _ in 0..<300 {
                let from = Fixtures.now + .seconds(Int.random(in: 0...31_536_000, using: &random))
                let (short, long) = (
                    Int.random(in: 0...40_000, using: &random), Int.random(in: 0...90_000, using: &random)
                )
                let middle = hours.moment(.seconds(short), after: from)
                #expect(middle >= from)
                let split = hours.moment(.seconds(long), after: middle)
                #expect(hours.moment(.seconds(short + long), after: from) == split)
                #expect(hours.isOpen(at: hours.opening(atOrAfter: from)))
            }
        }
    }
}
