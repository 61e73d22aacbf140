import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import EarshotProgram

/// A report with a link to its page, from the schedule to the browser.
@Suite("Links to reports, as the program runs")
struct ReportLinkRunTests {
    /// A weekly report that was due at noon of yesterday.
    private func subscribe(_ site: SampleSite) async throws {
        let now = SystemClock().now
        let yesterday = LocalCalendar.shanghai.day(of: now) - 1
        let schedule = ReportSchedule(.weekly(weekday: yesterday.weekday), at: TimeOfDay(hour: 12))
        try await site.withStores { stores in
            _ = try await stores.bot.commit(
                Turn(
                    message: MessageKey(channel: "test", id: "1"),
                    conversation: ConversationKey(account: "test", chat: "test"),
                    state: DialogueState(updatedAt: now), reply: Reply(),
                    effects: [
                        .subscribeToReport(
                            ReportSubscription(
                                person: "d0", topic: ReportTopic(.weekly, of: .city(Fixtures.hangzhou)),
                                schedule: schedule, since: now - .seconds(3 * 86_400)))
                    ], at: now))
        }
    }

    @Test(
        "the link of a message opens its figures, is written down, and leads nowhere once the report is unsubscribed"
    )
    func link() async throws {
        let (site, platform) = try SampleSite.reached(["d0"], rows: ["d0,店员,dealer,D001,,wecom:d0"])
        let settings = try String(contentsOfFile: site.config, encoding: .utf8)
        try site.write(
            settings.replacing(
                "listen: {", with: "pages: {address: \"https://voices.example.com\"},\n  listen: {"),
            to: "earshot.json")
        // A seventh of them, 6, are of the day on which it was due, which it does not cover.
        try await site.fill(40)
        try await subscribe(site)
        let (program, port) = try await site.serve()
        while platform.platform.messages.isEmpty { await Task.yield() }
        let message = "\(platform.platform.messages[0].body)"
        let found = try #require(
            message.firstMatch(of: /https:\/\/voices\.example\.com\/reports\/([0-9a-f]{40})\)/), "\(message)")
        let token = String(found.1)
        let caller = try #require(Caller(port: port))
        let page = try #require(await caller.call("GET", "/reports/\(token)"))
        #expect(page.status == 200 && page.body.contains("<td class=\"number\">34</td>"), "\(page.body)")
        let table = try #require(await caller.call("GET", "/reports/\(token)?csv"))
        #expect(table.status == 200 && table.body.contains("most_complained,油耗,34,"), "\(table.body)")
        #expect(message.contains("油耗 34"))
        let unknown = try #require(await caller.call("GET", "/reports/\(String(repeating: "0", count: 40))"))
        #expect(unknown.status == 404 && unknown.body.hasPrefix("这个链接打不开"))
        for other in [
            "x", token.uppercased(), "\(token)0", "..%2f..%2fetc%2fpasswd", "x?csv",
            "x?\(token)",
            "-?token=\(token)",
        ] {
            let answer = try #require(await caller.call("GET", "/reports/\(other)"))
            #expect(answer == unknown, "\(other)")
        }
        for other in ["../../etc/passwd", "", "\(token)/", "\(token)/../\(token)", "/\(token)"] {
            let answer = try #require(await caller.call("GET", "/reports/\(other)"))
            #expect(answer.status == 404 && !answer.body.contains("油耗"), "\(other)")
        }
        let posted = try #require(await caller.call("POST", "/reports/\(token)"))
        #expect(posted.status == 405)

        let file = try Connection(path: site.folder.file("data/bot.db"))
        for change in [
            ("UPDATE report_link SET expires_at = 1", "UPDATE report_link SET expires_at = 9999999999999"),
            ("UPDATE report_link SET account = 'wecom:d9'", "UPDATE report_link SET account = 'wecom:d0'"),
            ("DELETE FROM report_subscription", nil),
        ] {
            try file.executeScript("PRAGMA busy_timeout = 5000; \(change.0)")
            let after = try #require(await caller.call("GET", "/reports/\(token)"))
            #expect(after == unknown, "\(change.0)")
            guard let back = change.1 else { continue }
            try file.executeScript(back)
            let again = try #require(await caller.call("GET", "/reports/\(token)"))
            #expect(again.status == 200, "\(back)")
        }
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        await platform.stop()
        #expect(!program.log.contains { $0.contains(token) })
        let trail = try await RunningProgram.run(["audit", "list", "--config", site.config]).output
        #expect(trail.contains("report.opened") && trail.contains("report.downloaded"), "\(trail)")
        let bytes = try Data(contentsOf: URL(filePath: site.folder.file("data/bot.db")))
        #expect(bytes.firstRange(of: Data(token.utf8)) == nil)
    }
}
