import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("Holidays that a running service knows nothing of")
struct HolidayNoticeTests {
    @Test(
        "are an error in the log of the start, a warning where there is no table, and nothing once entered"
    )
    func told() async throws {
        let site = try SampleSite()
        try site.write("date,kind\n2019-05-01,holiday\n", to: "holidays.csv")
        let (program, _) = try await site.serve()
        let year = LocalCalendar.shanghai.day(of: SystemClock().now).civil.year
        #expect(notices(program).count == 1 && notices(program)[0].contains("\"level\":\"error\""))
        #expect(notices(program)[0].contains("holidays.csv: has no day of \(year)"))
        try FileManager.default.removeItem(atPath: site.folder.file("holidays.csv"))
        program.signal(SIGHUP)
        #expect(await program.logged("holidays.csv: is not there")?.contains("\"level\":\"warning\"") == true)
        // Until the end of the next year, should one begin meanwhile.
        let rows = (year...(year + 2)).map { "\($0)-05-01,holiday\n" }
        try site.write("date,kind\n" + rows.joined(), to: "holidays.csv")
        try site.write(SampleSite.people + "ma-jun,马俊,manager,,西北,\n", to: "people.csv")
        program.signal(SIGHUP)
        #expect(await program.logged("\"directory.people\":\"4\"") != nil)
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(notices(program).count == 2, "\(notices(program))")
    }

    private func notices(_ program: RunningProgram) -> [String] {
        program.log.filter { $0.contains("warnings will be wrong on holidays") }
    }
}
