import Earshot
import Testing

@testable import EarshotProgram

@Suite("What is told of a site's table of holidays")
struct HolidayFaultTests {
    private let site: TemporarySite
    private let config: String

    init() throws {
        site = try TemporarySite()
        config = try site.write("earshot.json", "{}")
    }

    /// What is told on a day where the table has a day of each of some years.
    private func fault(_ years: [Int], on day: String) throws -> String? {
        _ = try site.write("holidays.csv", "date,kind\n" + years.map { "\($0)-05-01,holiday\n" }.joined())
        let read = try Site.read(config)
        let calendar = try HolidayFile.read(try #require(HolidayFile.path(of: read)))
        return HolidayFile.fault(of: read, calendar, on: try #require(Day(day)))
    }

    private func words(_ years: String) -> String {
        "\(site.path)/holidays.csv: has no day of \(years): its holidays are taken for ordinary days; "
            + "enter the State Council's notice of it (放假安排的通知)"
    }

    @Test(
        "this year must be in it, and from December on the next one, of which the notice is out by then",
        arguments: [
            ([2026], "2026-01-01", nil), ([2026], "2026-11-30", nil), ([2026], "2026-12-01", "2027"),
            ([2026], "2026-12-31", "2027"), ([2026], "2027-01-01", "2027"), ([2026], "2025-12-31", "2025"),
            ([2026, 2027], "2026-12-01", nil), ([2026, 2027], "2026-12-31", nil),
            ([2026, 2027], "2027-01-01", nil), ([2026, 2027], "2027-11-30", nil),
            ([2026, 2027], "2027-12-01", "2028"), ([2027], "2026-11-30", "2026"),
            ([2027], "2026-12-01", "2026"), ([2025], "2026-11-30", "2026"),
            ([2025], "2026-12-01", "2026 to 2027"), ([], "2026-06-15", "2026"),
        ] as [([Int], String, String?)])
    func years(known: [Int], day: String, missing: String?) throws {
        #expect(try fault(known, on: day) == missing.map(words))
    }

    @Test(
        "that there is none is told on any day",
        arguments: ["2026-01-01", "2026-11-30", "2026-12-01", "2026-12-31"])
    func none(day: String) throws {
        let read = try Site.read(config)
        #expect(HolidayFile.path(of: read) == nil)
        #expect(
            HolidayFile.fault(of: read, WorkCalendar(), on: try #require(Day(day)))
                == "\(site.path)/holidays.csv: is not there: every holiday is taken for an ordinary day")
    }

    @Test("the table that the settings name is the one that is told of")
    func named() throws {
        let config = try site.write("named.json", "{files: {holidays: \"calendar/rest.csv\"}}")
        let read = Site.examine(config).site
        let day = try #require(Day("2026-11-30"))
        #expect(
            try HolidayFile.fault(of: #require(read), WorkCalendar([day: .holiday]), on: day + 1)
                == words("2027").replacing("/holidays.csv", with: "/calendar/rest.csv"))
    }
}
