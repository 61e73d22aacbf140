import Earshot
import EarshotTesting
import Testing

@Suite("A source that falls silent")
struct SourceSilenceTests {
    private let monday = Fixtures.today.startOfWeek

    private func judge(
        _ arrivals: [DailyArrivals], on today: Day, _ calendar: WorkCalendar = WorkCalendar()
    ) -> SourceSilence? {
        SourceSilence.judge(arrivals, today: today, calendar: calendar)
    }

    /// What a source brings in the given days before a day, on those of them that are wanted.
    private func arrivals(
        _ days: Int, before end: Day, voices: Int = 20, where isWanted: (Day) -> Bool = { _ in true }
    ) -> [DailyArrivals] {
        ((end - days)..<end).filter(isWanted).map { DailyArrivals(day: $0, voices: voices) }
    }

    /// The first day on which it is silent, of the days from which it brings nothing.
    private func noticed(
        _ arrivals: [DailyArrivals], from end: Day, _ calendar: WorkCalendar = WorkCalendar()
    )
        -> Int?
    {
        (0...60).first { judge(arrivals, on: end + $0, calendar) != nil }
    }

    @Test(
        "one that brought something every day is noticed within four days, with since when and how much is usual"
    )
    func daily() throws {
        let known = arrivals(28, before: monday)
        #expect(judge(known, on: monday) == nil)
        #expect(judge(known, on: monday + 1) == nil)
        let silence = try #require(judge(known, on: monday + 4))
        #expect(silence.since == monday && silence.days == 4 && silence.usual == 20)
        #expect(silence.returnPeriod >= 2 && silence.chance < 0.002)
        let later = try #require(judge(known, on: monday + 7))
        #expect(later.since == monday && later.days == 7 && later.chance < silence.chance)
    }

    @Test("it is over at once when the source speaks, and an end when it lasts")
    func ends() {
        let known = arrivals(28, before: monday)
        #expect(judge(known + [DailyArrivals(day: monday + 5, voices: 1)], on: monday + 5) == nil)
        #expect(judge(known + [DailyArrivals(day: monday + 4, voices: 1)], on: monday + 5) == nil)
        let days = (0...80).filter { judge(known, on: monday + $0) != nil }
        #expect(days.count == 14 && days.last == days.first.map { $0 + 13 })
    }

    @Test("one of workdays alone rests on weekends and holidays, and is missed on workdays")
    func workdays() throws {
        let known = arrivals(28, before: monday) { $0.weekday < 5 }
        #expect(judge(known, on: monday) == nil)
        #expect(judge(known, on: monday + 1) == nil)
        #expect(try #require(noticed(known, from: monday)) <= 4)
        // A week of holidays, and the Saturday that is worked before it.
        let holidays = Dictionary(
            uniqueKeysWithValues: (0..<7).map { (monday + $0, WorkCalendar.Exception.holiday) })
        let calendar = WorkCalendar(holidays)
        for day in 0...7 { #expect(judge(known, on: monday + day, calendar) == nil, "\(day)") }
        #expect(try #require(noticed(known, from: monday, calendar)) > 7)
    }

    @Test("one that brings a batch a week is not missed before its second week without one, and then is")
    func weekly() throws {
        let known = arrivals(28, before: monday) { $0.weekday == 2 }
        let last = try #require(known.last).day
        let day = try #require(noticed(known, from: last))
        #expect(day > 14 && day <= 21)
        // Where its day of the week wanders, it is given more time still.
        let wandering = (0..<4).map { DailyArrivals(day: monday - 7 * ($0 + 1) + $0 % 2, voices: 300) }
        #expect(noticed(wandering, from: monday - 7) ?? .max > 14)
    }

    @Test("one that brings something every other day or so is given more time than one that always does")
    func rare() throws {
        var random = SeededRandom(seed: 3)
        let known =
            arrivals(28, before: monday - 1, voices: 1) { _ in Bool.random(using: &random) }
            + [DailyArrivals(day: monday - 1, voices: 1)]
        #expect(try #require(noticed(known, from: monday)) > 6)
    }

    @Test("a new one, one that brought a single load, and none at all are never silent")
    func young() {
        #expect(noticed(arrivals(6, before: monday), from: monday) == nil)
        #expect(noticed(arrivals(7, before: monday), from: monday) != nil)
        #expect(noticed([DailyArrivals(day: monday, voices: 1_000_000)], from: monday) == nil)
        #expect(
            noticed(
                [
                    DailyArrivals(day: monday - 20, voices: 90_000),
                    DailyArrivals(day: monday, voices: 1_000_000),
                ],
                from: monday) == nil)
        #expect(noticed([], from: monday) == nil)
    }

    @Test("days without voices, days to come and the order of the days change nothing")
    func input() {
        let known = arrivals(28, before: monday)
        let odd =
            known.shuffled() + [
                DailyArrivals(day: monday, voices: 0), DailyArrivals(day: monday - 400, voices: 9),
            ]
        #expect(judge(odd, on: monday + 5) == judge(known, on: monday + 5))
    }

    @Test(
        "ordinary sources of many habits give less than one false alarm a year",
        arguments: [(0.97, 0.97), (0.8, 0.8), (0.4, 0.4), (0.95, 0.0), (0.9, 0.3)])
    func falseAlarms(workday: Double, weekend: Double) {
        var random = SeededRandom(seed: 7)
        let years = 12
        let all = (0..<365 * years).map { Day(number: $0) }.filter {
            Double.random(in: 0..<1, using: &random) < ($0.weekday < 5 ? workday : weekend)
        }.map { DailyArrivals(day: $0, voices: 3) }
        var (alarms, isSilent, first) = (0, false, 0)
        for number in SourceSilence.memory..<365 * years {
            while first < all.count, all[first].day.number < number - SourceSilence.memory { first += 1 }
            let recent = all[first...].prefix { $0.day.number <= number }
            let silence = judge(Array(recent), on: Day(number: number))
            if silence != nil, !isSilent { alarms += 1 }
            isSilent = silence != nil
        }
        #expect(alarms < years, "\(alarms) in \(years) years")
    }
}
