import Foundation
import Testing

@testable import Earshot

@Suite("Quiet hours")
struct QuietHoursTests {
    private func hours(_ from: String, _ until: String) throws -> QuietHours {
        QuietHours(from: try #require(TimeOfDay(from)), until: try #require(TimeOfDay(until)))
    }

    /// A moment of 2026-11-26 in Shanghai.
    private func moment(_ time: String, day: Day = Day(number: 20_783)) throws -> Timestamp {
        LocalCalendar.shanghai.start(of: day) + .seconds(Int64(try #require(TimeOfDay(time)).minutes) * 60)
    }

    private func end(_ hours: QuietHours, at moment: Timestamp) -> String? {
        hours.end(ifQuietAt: moment, calendar: .shanghai).map(LocalCalendar.shanghai.text)
    }

    @Test("those that span midnight end in the morning after")
    func overnight() throws {
        let night = try hours("22:00", "08:00")
        #expect(end(night, at: try moment("21:59")) == nil)
        #expect(end(night, at: try moment("22:00")) == "2026-11-27 08:00")
        #expect(end(night, at: try moment("23:30")) == "2026-11-27 08:00")
        #expect(end(night, at: try moment("00:00")) == "2026-11-26 08:00")
        #expect(end(night, at: try moment("07:59") + .milliseconds(59_999)) == "2026-11-26 08:00")
        #expect(end(night, at: try moment("08:00")) == nil)
    }

    @Test("those within one day end on it")
    func noon() throws {
        let noon = try hours("12:00", "13:30")
        #expect(end(noon, at: try moment("11:59")) == nil)
        #expect(end(noon, at: try moment("12:00")) == "2026-11-26 13:30")
        #expect(end(noon, at: try moment("13:30")) == nil)
        let evening = try hours("20:00", "00:00")
        #expect(end(evening, at: try moment("23:59")) == "2026-11-27 00:00")
        #expect(end(evening, at: try moment("00:00")) == nil)
    }

    @Test("those that end as they begin are none")
    func none() throws {
        for time in ["00:00", "08:00"] {
            let none = try hours(time, time)
            #expect(end(none, at: try moment(time)) == nil)
            #expect(end(none, at: try moment("03:00")) == nil)
        }
    }

    /// New York puts its clocks forward on 2026-03-08 from 02:00 to 03:00, and back on 2026-11-01 from 02:00 to 01:00.
    @Test(
        "the clock of the place decides also in nights in which it is changed",
        arguments: [
            ("2026-03-08T04:00:00Z", "2026-03-08T12:00:00Z"),
            ("2026-11-01T03:00:00Z", "2026-11-01T13:00:00Z"),
        ])
    func changedClocks(moment: String, expected: String) throws {
        let night = try hours("22:00", "08:00")
        let newYork = LocalCalendar(timeZone: try #require(TimeZone(identifier: "America/New_York")))
        let end = night.end(ifQuietAt: try timestamp(moment), calendar: newYork)
        #expect(end == (try timestamp(expected)))
    }

    private func timestamp(_ text: String) throws -> Timestamp {
        let date = try #require(try? Date(text, strategy: .iso8601))
        return Timestamp(seconds: Int64(date.timeIntervalSince1970))
    }

    @Test("whatever the hours, their end lies within a day and is not quiet itself")
    func anyHours() throws {
        let newYork = LocalCalendar(timeZone: try #require(TimeZone(identifier: "America/New_York")))
        for day in ["2026-03-08T00:00:00Z", "2026-11-01T00:00:00Z", "2026-07-01T00:00:00Z"] {
            let start = try timestamp(day)
            for (from, until) in [
                ("22:00", "08:00"), ("01:30", "02:30"), ("22:00", "02:30"), ("00:30", "01:30"),
            ] {
                let hours = try hours(from, until)
                for minute in 0..<(36 * 60) {
                    let moment = start + .seconds(60 * minute)
                    guard let end = hours.end(ifQuietAt: moment, calendar: newYork) else { continue }
                    #expect(end > moment && end <= moment + .seconds(25 * 3600))
                    #expect(hours.end(ifQuietAt: end, calendar: newYork) == nil, "\(from)-\(until) \(moment)")
                }
            }
        }
    }

    @Test(
        "what is no time of the day is none",
        arguments: ["24:00", "8:00", "08:60", "0800", "08:00:00", "+8:00", "０８:００", "", "-1:00"])
    func noTime(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("a time of the day is written as it is read")
    func written() throws {
        for text in ["00:00", "08:05", "23:59"] { #expect(try #require(TimeOfDay(text)).description == text) }
    }
}
