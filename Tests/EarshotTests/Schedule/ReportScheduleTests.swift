import EarshotTesting
import Foundation
import Testing

@testable import Earshot

@Suite("When something comes again")
struct ReportScheduleTests {
    /// Without summer time, with it, with half an hour of it, and one that leaves out midnight.
    static let calendars = ["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago"]
        .compactMap { TimeZone(identifier: $0) }.map { LocalCalendar(timeZone: $0) }
    static let holidays = WorkCalendar([
        Day(number: 20_727): .holiday, Day(number: 20_728): .holiday, Day(number: 20_731): .workday,
    ])

    private static func schedule(_ random: inout SeededRandom) -> ReportSchedule {
        let time = TimeOfDay(
            hour: Int.random(in: 0..<24, using: &random), minute: Int.random(in: 0..<60, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return ReportSchedule(.daily, at: time)
        case 1: return ReportSchedule(.workdays, at: time)
        case 2: return ReportSchedule(.weekly(weekday: Int.random(in: 0..<7, using: &random)), at: time)
        default: return ReportSchedule(.monthly(day: Int.random(in: 1...31, using: &random)), at: time)
        }
    }

    @Test("of 4,000 schedules the occurrences go on one by one, none lost and none twice", arguments: 0..<4)
    func goesOn(zone: Int) {
        let calendar = Self.calendars[zone]
        var random = SeededRandom(seed: UInt64(zone) + 15)
        for _ in 0..<1000 {
            let schedule = Self.schedule(&random)
            var moment = Timestamp(seconds: Int64.random(in: 1_700_000_000..<1_900_000_000, using: &random))
            let begin = moment
            var days: [Day] = []
            for _ in 0..<12 {
                guard let next = schedule.next(after: moment, calendar, Self.holidays) else {
                    Issue.record("\(schedule.name) ends after \(calendar.text(of: moment))")
                    return
                }
                #expect(next.moment > moment)
                #expect(schedule.last(upTo: next.moment, calendar, Self.holidays) == next, "\(schedule.name)")
                let before = Timestamp(milliseconds: next.moment.milliseconds - 1)
                #expect(schedule.next(after: before, calendar, Self.holidays) == next)
                days.append(next.day)
                moment = next.moment
            }
            // Looked at by every day of the calendar, the same days come.
            let all = (calendar.day(of: begin)...days[11]).filter { schedule.falls(on: $0, Self.holidays) }
            #expect(all.suffix(12) == days[...] || all.count == 11, "\(schedule.name)")
            #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
            for (day, next) in zip(days, days.dropFirst()) {
                #expect(schedule.covered(by: next, Self.holidays) == day...(next - 1))
            }
        }
    }

    @Test("the 31st is the last day of a shorter month, and 29 February that of 2028")
    func monthEnds() throws {
        let schedule = ReportSchedule(.monthly(day: 31), at: TimeOfDay(hour: 9))
        var moment = LocalCalendar.shanghai.start(of: try #require(Day("2028-01-01")))
        var days: [String] = []
        for _ in 0..<4 {
            let next = try #require(schedule.next(after: moment, .shanghai, WorkCalendar()))
            days.append("\(next.day)")
            moment = next.moment
        }
        #expect(days == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"])
    }

    @Test("workdays leave out holidays, take in the days that make up for them, and cover what lies between")
    func workdays() {
        let schedule = ReportSchedule(.workdays, at: TimeOfDay(hour: 8, minute: 30))
        let day = Day(number: 20_727)
        let days = (day - 1...day + 6).filter { schedule.falls(on: $0, Self.holidays) }
        #expect(days.contains(day + 4) && !days.contains(day) && !days.contains(day + 1))
        for found in days.dropFirst() {
            let covered = schedule.covered(by: found, Self.holidays)
            #expect(covered.upperBound == found - 1 && days.contains(covered.lowerBound))
        }
    }

    @Test("a time that the clock leaves out comes as much later, one shown twice comes once")
    func clockChanges() throws {
        let berlin = Self.calendars[1]
        let schedule = ReportSchedule(.daily, at: TimeOfDay(hour: 2, minute: 30))
        let spring = berlin.moment(schedule.time, on: try #require(Day("2026-03-29")))
        #expect(berlin.text(of: spring).hasPrefix("2026-03-29") && spring.milliseconds == 1_774_747_800_000)
        let autumn = try #require(Day("2026-10-25"))
        let first = berlin.moment(schedule.time, on: autumn)
        #expect(first.milliseconds == 1_792_888_200_000)
        let next = schedule.next(after: first, berlin, WorkCalendar())
        #expect(next?.day == autumn + 1)
    }

    @Test("names are read as they are written, and nothing else is")
    func names() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<500 {
            let schedule = Self.schedule(&random)
            #expect(ReportSchedule(name: schedule.name) == schedule)
        }
        for name in [
            "", "daily", "daily@9:00", "weekly@Mon", "weekly@Foo 09:00", "monthly@0 09:00",
            "monthly@32 09:00",
        ] {
            #expect(ReportSchedule(name: name) == nil, "\(name)")
        }
    }
}
