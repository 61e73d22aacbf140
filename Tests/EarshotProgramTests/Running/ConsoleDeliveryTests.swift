import Earshot
import EarshotTesting
import Foundation
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("What is delivered to the console of a running service")
struct ConsoleDeliveryTests {
    @Test("what was in line before the service started stands on the page of its person, and of no other")
    func delivered() async throws {
        let site = try SampleSite()
        let now = SystemClock().now
        try await site.withStores { stores in
            _ = try await stores.bot.enqueue(
                ["liu-yang", "nobody"].map { id in
                    Delivery(
                        key: "test/\(id)", channel: "console", recipient: id,
                        reply: Reply([.title("杭州油耗投诉上升")]), deadline: now + .seconds(3600))
                }, at: now)
        }
        let (program, port) = try await site.serve()
        try await site.untilSettled()
        let caller = try #require(Caller(port: port))
        let cookie = try #require(
            await caller.call(
                "POST", "/console/session", headers: [("Content-Type", "application/json")],
                body: Array(#"{"token":"\#(SampleSite.consoleToken)"}"#.utf8))?.cookie)
        func page(of person: String) async -> String {
            await caller.call(
                "GET", "/console/events?person=\(person)&after=0", headers: [("Cookie", cookie)])?
                .body ?? ""
        }
        #expect(await page(of: "liu-yang").contains("杭州油耗投诉上升"))
        #expect(await !page(of: "wang-lei").contains("杭州油耗投诉上升"))
        #expect(
            await caller.call("GET", "/metrics")?.body
                .contains("earshot_deliveries_sent_total{channel=\"console\"} 1\n") == true)
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let deliveries = try await site.withStores { stores in
            try await stores.bot.deliveries(in: Set(DeliveryState.allCases), on: "console", limit: 9)
        }
        #expect(
            Set(deliveries.map { "\($0.recipient) \($0.progress.state)" }) == [
                "liu-yang sent", "nobody dead",
            ])
    }

    @Test(
        "who could not be told of warnings, and that nothing is known of holidays, stands in the log of the start and in what earshot check says"
    )
    func unreached() async throws {
        let site = try SampleSite(
            people: SampleSite.people
                + "sun-tao,孙涛,manager,,东北,\nma-jun,马俊,manager,,西北,\nzhou-qing,周清,hq,,,console:zhou-qing\n",
            weCom: "http://127.0.0.1:9")
        try await site.withStores { _ in }
        try Connection(path: site.folder.file("data/bot.db")).execute(
            "INSERT INTO binding (account, person, bound_at) VALUES ('wecom:ma', 'ma-jun', 1)")
        let check = try await RunningProgram.run(
            ["check", "--config", site.config], environment: SampleSite.environment)
        #expect(check.end?.status == 0)
        let told = check.log.filter { $0.contains("would have to be told of warnings") }
        #expect(told.map { $0.contains("people.csv:3: accounts: liu-yang") } == [true, false])
        #expect(told.map { $0.contains("people.csv:5: accounts: sun-tao") } == [false, true])
        #expect(check.log.contains { $0.contains("no manager of 华南") })
        let (program, _) = try await site.serve()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let log = program.log.filter { $0.contains("a warning would not reach") }
        #expect(log.contains { $0.contains("people.csv") && $0.contains("\"fault.line\":\"5\"") }, "\(log)")
        #expect(!program.log.joined().contains("孙涛"))
        #expect(
            program.log.contains {
                $0.contains("warnings will be wrong on holidays") && $0.contains("holidays.csv: is not there")
            })
    }
}
