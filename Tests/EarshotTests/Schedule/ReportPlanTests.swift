import EarshotTesting
import Testing

@testable import Earshot

@Suite("Which reports are due")
struct ReportPlanTests {
    private static let quiet = QuietHours(from: TimeOfDay(hour: 22), until: TimeOfDay(hour: 8))
    private static let noQuiet = QuietHours(from: TimeOfDay(hour: 0), until: TimeOfDay(hour: 0))

    private static func plan(_ zone: Int) -> ReportPlan {
        ReportPlan(calendar: ReportScheduleTests.calendars[zone], workdays: ReportScheduleTests.holidays)
    }

    private static func schedule(_ random: inout SeededRandom) -> ReportSchedule {
        let time = TimeOfDay(
            hour: Int.random(in: 0..<24, using: &random), minute: Int.random(in: 0..<60, using: &random))
        let recurrences: [ReportSchedule.Recurrence] = [
            .daily, .workdays, .weekly(weekday: Int.random(in: 0..<7, using: &random)),
            .monthly(day: [1, 28, 29, 30, 31].randomElement(using: &random) ?? 1),
        ]
        return ReportSchedule(recurrences.randomElement(using: &random) ?? .daily, at: time)
    }

    private static func subscription(
        _ schedule: ReportSchedule, since: Timestamp
    ) -> ReportSubscription {
        ReportSubscription(
            number: 1, person: "wang-lei", topic: ReportTopic(.daily, of: .nation), schedule: schedule,
            since: since)
    }

    @Test(
        "while it runs every occurrence comes once, in its order and never late, over changes of the clock and ends of months",
        arguments: 0..<4)
    func running(zone: Int) {
        let plan = Self.plan(zone)
        // Before the clocks of the north and of the south are put, in autumn and in spring, and before 29 February 2028.
        for begin in [1_774_000_000, 1_792_000_000, 1_834_600_000] as [Int64] {
            var random = SeededRandom(seed: UInt64(begin) + UInt64(zone))
            for _ in 0..<3 {
                let schedule = Self.schedule(&random)
                let since = Timestamp(seconds: begin)
                let subscription = Self.subscription(schedule, since: since)
                var (sent, days, now) = (Set<Day>(), [Day](), since)
                while now < since + .seconds(45 * 86_400) {
                    now = now + .seconds(29 * 60)
                    let decision = plan.decide(subscription, sent: sent, quiet: Self.noQuiet, at: now)
                    guard case .send(let sending) = decision else { continue }
                    #expect(sent.insert(sending.occurrence.day).inserted, "\(schedule.name)")
                    #expect(!sending.isLate && sending.occurrence.moment <= now)
                    days.append(sending.occurrence.day)
                }
                var (expected, moment) = ([Day](), since)
                while let next = schedule.next(after: moment, plan.calendar, plan.workdays),
                    next.moment <= now
                {
                    expected.append(next.day)
                    moment = next.moment
                }
                #expect(days == expected, "\(schedule.name)")
            }
        }
    }

    @Test(
        "whatever the clock and the machine do, none comes twice or early, and none that still means something is left out",
        arguments: 0..<4, [false, true])
    func jumps(zone: Int, isQuiet: Bool) {
        let plan = Self.plan(zone)
        let hours = isQuiet ? Self.quiet : Self.noQuiet
        var random = SeededRandom(seed: UInt64(zone) + (isQuiet ? 40 : 20))
        for _ in 0..<60 {
            let schedule = Self.schedule(&random)
            let since = Timestamp(seconds: Int64.random(in: 1_700_000_000..<1_900_000_000, using: &random))
            let subscription = Self.subscription(schedule, since: since)
            var (sent, now) = (Set<Day>(), since)
            for _ in 0..<80 {
                let step =
                    switch Int.random(in: 0..<10, using: &random) {
                    // Down for days, a clock that is put back, one that ran ahead.
                    case 0: Int64.random(in: 86_400..<(12 * 86_400), using: &random)
                    case 1: -Int64.random(in: 60..<82_800, using: &random)
                    case 2: Int64.random(in: 3600..<86_400, using: &random)
                    default: Int64.random(in: 60..<5400, using: &random)
                    }
                now = max(now + .seconds(step), since)
                let last = schedule.last(upTo: now, plan.calendar, plan.workdays)
                switch plan.decide(subscription, sent: sent, quiet: hours, at: now) {
                case .send(let sending):
                    #expect(sending.occurrence == last && sending.occurrence.moment > since)
                    #expect(now < sending.deadline && sending.notBefore >= sending.occurrence.moment)
                    #expect(sending.isLate == (now >= sending.notBefore + ReportPlan.tolerance))
                    #expect(sent.insert(sending.occurrence.day).inserted, "twice: \(schedule.name)")
                case .nothing(.sent): #expect(last.map { sent.contains($0.day) } == true)
                case .nothing(.beforeSubscribing): #expect(last.map { $0.moment <= since } == true)
                case .nothing(.expired):
                    #expect(last.map { schedule.end(of: $0, plan.calendar) <= now } == true)
                case .nothing(let reason): Issue.record("nobody paused it, and days pass: \(reason)")
                }
            }
        }
    }

    @Test("a pause of days to come holds back what falls on them, and nothing before or behind")
    func pausedAhead() {
        let plan = Self.plan(0)
        let schedule = ReportSchedule(.daily, at: TimeOfDay(hour: 9, minute: 0))
        let first = Fixtures.today + 3
        let start = plan.calendar.start(of: Fixtures.today)
        var subscription = Self.subscription(schedule, since: start)
        subscription.pause = ReportPause(
            from: plan.calendar.start(of: first), until: plan.calendar.start(of: first + 2))
        let verdicts = (0..<7).map { ahead in
            let noon = plan.calendar.start(of: Fixtures.today + ahead) + .seconds(43_200)
            return plan.decide(subscription, sent: [], quiet: Self.noQuiet, at: noon)
        }
        let held = verdicts.indices.filter { verdicts[$0] == .nothing(.paused) }
        let sent = verdicts.indices.filter { if case .send = verdicts[$0] { true } else { false } }
        #expect(held == [3, 4])
        #expect(sent == [0, 1, 2, 5, 6])
    }

    @Test("a pause to come that is said while one goes on ends no earlier than that")
    func joined() {
        let now = Fixtures.now
        let running = ReportPause(until: now + .seconds(100))
        let ahead = ReportPause(from: now + .seconds(50), until: now + .seconds(80))
        #expect(ahead.joining(running, at: now) == running)
        #expect(ReportPause(until: now + .seconds(10)).joining(running, at: now)?.until == now + .seconds(10))
        #expect(ahead.joining(nil, at: now) == ahead)
        let later = ReportPause(from: now + .seconds(200), until: now + .seconds(300))
        #expect(later.joining(running, at: now) == nil, "days between them are kept")
        #expect(running.joining(later, at: now) == nil)
    }
}
