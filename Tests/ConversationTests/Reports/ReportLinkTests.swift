import EarshotTesting
import Foundation
import SQLite
import Store
import Synchronization
import Testing

@testable import Earshot

@Suite("Links to reports")
struct ReportLinkTests {
    /// Hands out tokens that a test can tell apart.
    private final class Tokens: Sendable {
        private let count = Mutex(0)

        func next() -> String {
            let number = count.withLock { count in
                count += 1
                return count
            }
            return String(repeating: "\(number)", count: 40)
        }
    }

    private static func links(_ house: ReportHouse) -> ReportLinks {
        let tokens = Tokens()
        return ReportLinks(
            desk: house.bot, address: "https://voices.example.com", days: 7, clock: house.clock,
            token: { tokens.next() }, words: { "打开网页版（\($0) 天内有效）" })
    }

    private static func consignment(
        _ delivery: Delivery, number: Int64 = 1, deliveries: [Int64] = [1]
    ) -> Consignment {
        Consignment(
            number: number, key: delivery.key, deliveries: deliveries, channel: delivery.channel,
            recipient: delivery.recipient, reply: delivery.reply)
    }

    /// As the platform writes it.
    private static let account = "wecom:WangFang"
    private static let first = String(repeating: "1", count: 40)

    @Test("a report leaves with a link of its own, the same at every try, and its token stands in no file")
    func linked() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        house.put(1, 8, 30)
        let sent = try #require(try await house.rounds.send().first)
        let links = ReportLinkTests.links(house)
        let consignment = ReportLinkTests.consignment(sent)
        let linked = try await links.linked(consignment, to: ReportLinkTests.account)
        #expect(Array(linked.reply.blocks.dropLast()) == sent.reply.blocks)
        #expect(
            linked.reply.blocks.last
                == .link(
                    label: "打开网页版（7 天内有效）",
                    address: "https://voices.example.com/reports/\(ReportLinkTests.first)"))
        let told = PlatformRemark(code: "1", words: "no: /reports/\(ReportLinkTests.first))")
        #expect(
            links.settle(consignment, .retry(after: nil, told))
                == .retry(after: nil, PlatformRemark(code: "1", words: "no: /reports/…)")))
        #expect(try await links.linked(consignment, to: ReportLinkTests.account) == linked)
        #expect(links.settle(consignment, .sent(SendReceipt())) == .sent(SendReceipt()))
        #expect(try await links.linked(consignment, to: ReportLinkTests.account) != linked)
        let report = try #require(
            try await house.bot.report(linkedBy: ReportLinkTests.first, at: house.clock.now))
        #expect(report.issue.subscription == 1 && report.account == "wecom:wangfang")
        for name in ["bot.db", "bot.db-wal"] {
            let bytes = try Data(contentsOf: URL(filePath: house.folder.file(name)))
            #expect(bytes.firstRange(of: Data(ReportLinkTests.first.utf8)) == nil, "\(name)")
        }
    }

    @Test("what is no report, or is for several at once, has no link")
    func others() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        house.put(1, 8, 30)
        var delivery = try #require(try await house.rounds.send().first)
        let links = ReportLinkTests.links(house)
        let several = ReportLinkTests.consignment(delivery, deliveries: [1, 2])
        #expect(try await links.linked(several, to: ReportLinkTests.account) == several)
        for key in [
            "warning/1/opened/x", "report/1", "report/9/2026-11-22", "report/1/2026-11-23", "report/x/y",
        ] {
            delivery.key = key
            let consignment = ReportLinkTests.consignment(delivery, number: 7)
            #expect(try await links.linked(consignment, to: ReportLinkTests.account) == consignment, "\(key)")
        }
        // A reply with a link is kept without its address.
        let reply = Reply([.link(label: "打开", address: "https://voices.example.com/reports/secret")])
        delivery.key = "test/link"
        delivery.reply = reply
        _ = try await house.bot.enqueue([delivery], at: house.clock.now)
        for name in ["bot.db", "bot.db-wal"] {
            let bytes = try Data(contentsOf: URL(filePath: house.folder.file(name)))
            #expect(bytes.firstRange(of: Data("reports/secret".utf8)) == nil)
        }
    }

    @Test("a link leads nowhere for a stranger's token, after its time, and once its report was removed")
    func ends() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        house.put(1, 8, 30)
        let sent = try #require(try await house.rounds.send().first)
        _ = try await ReportLinkTests.links(house).linked(
            ReportLinkTests.consignment(sent), to: ReportLinkTests.account)
        let now = house.clock.now
        func opens(at moment: Timestamp, _ token: String = ReportLinkTests.first) async throws -> Bool {
            try await house.bot.report(linkedBy: token, at: moment) != nil
        }
        #expect(try await opens(at: now))
        #expect(!(try await opens(at: now, String(repeating: "9", count: 40))))
        #expect(!(try await opens(at: now, "")))
        #expect(try await opens(at: now + .seconds(7 * 86_400 - 1)))
        #expect(!(try await opens(at: now + .seconds(7 * 86_400))))
        _ = try await house.bot.forget(
            DataSubject(person: ReportHouse.dealer.id, names: ["王芳"]), as: "已删除", by: "operator", at: now)
        #expect(!(try await opens(at: now)))
    }

    @Test(
        "what is taken back, or whose account is forgotten, leads nowhere, and what has no page has no link")
    func takenBack() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        house.put(1, 8, 30)
        let sent = try #require(try await house.rounds.send().first)
        let links = ReportLinkTests.links(house)
        let waiting = try await house.bot.deliveries(in: [.waiting], on: nil, limit: 9)
        let number = try #require(waiting.first { $0.key == sent.key }?.number)
        func link(_ token: Int) async throws -> Consignment {
            try await links.linked(
                ReportLinkTests.consignment(sent, number: Int64(token)), to: ReportLinkTests.account)
        }
        func opens(_ token: Int) async throws -> Bool {
            let token = String(repeating: "\(token)", count: 40)
            return try await house.bot.report(linkedBy: token, at: house.clock.now) != nil
        }
        _ = try await link(1)
        #expect(try await opens(1))
        let rules = ChannelRules()
        let begun = try await house.bot.begin(on: sent.channel, rules: rules, most: 1, at: house.clock.now)
        _ = try await house.bot.settle(
            try #require(begun.consignments.first), .sent(SendReceipt(identifier: "1")), at: house.clock.now)
        try await house.bot.noteRecall(of: number, at: house.clock.now)
        #expect(!(try await opens(1)))

        _ = try await link(2)
        #expect(try await opens(2))
        _ = try await house.bot.forget(
            DataSubject(accounts: [ReportLinkTests.account]), as: "已删除", by: "operator", at: house.clock.now)
        #expect(!(try await opens(2)))

        try Connection(path: house.folder.file("bot.db")).executeScript(
            "PRAGMA busy_timeout = 5000; UPDATE report_issue SET words = NULL")
        let plain = ReportLinkTests.consignment(sent, number: 3)
        #expect(try await links.linked(plain, to: ReportLinkTests.account) == plain)
    }

    @Test(
        "a report may be read while its subscription goes on and its person may see the same of the same place"
    )
    func right() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        _ = try await house.say("订阅宁波日报", as: Fixtures.eastManager)
        house.put(1, 8, 30)
        _ = try await house.rounds.send()
        let issues = try await house.bot.reportIssues(limit: 9)
        let dealers = try #require(issues.first { $0.person == "wangfang" })
        let managers = try #require(issues.first { $0.person == "liqiang" })
        func allows(
            _ issue: ReportIssue, _ people: [Person] = FixtureDirectory().people,
            sentTo account: String? = nil,
            bound: [(account: String, person: String)] = []
        ) async throws -> Bool {
            let own = people.first { $0.id == issue.person }?.accounts.first
            return try await ReportRight(desk: house.bot, directory: FixtureDirectory(people)) { bound }
                .allows(LinkedReport(issue: issue, account: account ?? own ?? ""))
        }
        #expect(try await allows(dealers))
        #expect(try await allows(managers))
        // By an account that is somebody else's, was never theirs, or is theirs no more.
        #expect(!(try await allows(dealers, sentTo: "dingtalk:m1")))
        #expect(!(try await allows(dealers, sentTo: "")))
        #expect(!(try await allows(dealers, sentTo: "wecom:wangfang")))
        #expect(try await allows(dealers, sentTo: "wecom:wangfang", bound: [("wecom:wangfang", "wangfang")]))
        #expect(
            !(try await allows(dealers, sentTo: "wecom:wangfang", bound: [("wecom:wangfang", "liqiang")])))
        // Gone, moved to another city, or of a role that reads other names.
        #expect(!(try await allows(dealers, [Fixtures.ningboDealer])))
        var moved = Fixtures.westLakeDealer
        moved.dealer = Fixtures.ningboStore
        #expect(!(try await allows(dealers, [moved])))
        var south = Fixtures.eastManager
        south.regions = [Fixtures.southChina]
        #expect(!(try await allows(managers, [south])))
        var dealer = Fixtures.eastManager
        (dealer.role, dealer.regions, dealer.dealer) = (.dealer, [], Fixtures.ningboStore)
        #expect(!(try await allows(managers, [dealer])))
        // What was asked for in the chat has no link.
        var asked = dealers
        asked.subscription = nil
        #expect(!(try await allows(asked)))
        asked.subscription = managers.subscription
        #expect(!(try await allows(asked)))
        _ = try await house.say("退订日报")
        #expect(!(try await allows(dealers)))
        #expect(try await allows(managers))
    }
}
