import Earshot
import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("earshot backtest, of the running program")
struct BacktestRunTests {
    private static let people = """
        id,name,role,dealer,region,accounts
        liu-yang,刘洋,manager,,华东,console:liu-yang
        zhou-qing,周清,hq,,,

        """

    private func site(
        people: String = BacktestRunTests.people, warnings: String? = nil, voices: String? = nil
    ) async throws -> SampleSite {
        let site = try SampleSite(people: people, warnings: warnings)
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let taken = try await RunningProgram.run(
            ["ingest", "--config", site.config, "-"], input: voices ?? WatchRunTests.lines(today: today))
        #expect(taken.end?.status == 0, "\(taken.log)")
        return site
    }

    @Test("it tells who would have been told and when, and changes nothing")
    func course() async throws {
        let site = try await site()
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let run = try await RunningProgram.run(["backtest", "--decisions", "--config", site.config])
        #expect(run.end?.status == 0, "\(run.log)")
        let lines = run.output.split(separator: "\n").map(String.init)
        let opened = try #require(lines.first)
        #expect(opened.contains(" 08:30  A1  opened  杭州 油耗  "), "\(run.output)")
        #expect(lines.contains { $0.contains("not reachable: 周清 (zhou-qing)") }, "\(run.output)")
        #expect(
            lines.contains { $0.hasPrefix("\(today - 30) to \(today - 1), budget 2: 1 warning (0.2 a week)") }
        )
        let manager = lines.contains { $0.contains("→ 刘洋 (liu-yang)") || $0.contains("not reachable: 刘洋") }
        #expect(manager, "\(run.output)")
        let kept = try await site.withStores { stores in
            (
                try await stores.bot.warningCounts().values.reduce(0, +),
                try await stores.bot.channelLoads().count
            )
        }
        #expect(kept == (0, 0))
    }

    /// Cities of six regions, and of what each complains on the same days as often.
    private static let alike = [
        ("杭州", "油耗太高了，实在受不了"), ("广州", "空间太小了，坐着很挤"), ("成都", "动力太弱了，加速很慢"),
        ("西安", "外观太丑了，越看越难看"), ("武汉", "价格太贵了，一点都不值"), ("沈阳", "车机太卡了，经常死机"),
    ]

    /// Every process orders its hash tables another way: an order that is taken from one differs from run to run.
    @Test(
        "the same voices and files give the same bytes each time, also where six warnings of one day are alike"
    )
    func same() async throws {
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let people =
            BacktestRunTests.people + "wu-xia,吴霞,hq,,,\n"
            + ["华南", "西南", "西北", "华中", "东北"].enumerated().map { number, region in
                "manager-\(number),经理\(number),manager,,\(region),console:manager-\(number)\n"
            }.joined()
        let voices = BacktestRunTests.alike.flatMap { city, complaint in
            WatchRunTests.voices(today: today, in: city, complaint)
        }
        let site = try await site(people: people, voices: voices.joined(separator: "\n"))
        for form in [[], ["--json"]] {
            let arguments =
                ["backtest", "--from", "\(today - 5)", "--decisions", "--config", site.config] + form
            let first = try await RunningProgram.run(arguments)
            #expect(first.end?.status == 0, "\(first.log)")
            let opened = first.output.split(separator: "\n").filter {
                $0.contains("  opened  ") && !$0.contains("withheld") || $0.contains("\"event\":\"opened\"")
            }
            #expect(opened.count == BacktestRunTests.alike.count, "\(first.output)")
            let moments = Set(opened.compactMap { $0.firstMatch(of: /\d{4}-\d\d-\d\d.08:30/)?.output })
            #expect(moments.count == 1, "\(first.output)")
            let figures = Set(
                opened.compactMap { $0.firstMatch(of: /\d+ in [^ ]+ days?, [^ ]+ expected/)?.output })
            #expect(figures.count <= 1, "\(first.output)")
            for _ in 0..<2 {
                #expect(try await RunningProgram.run(arguments).output == first.output, "\(form)")
            }
        }
    }

    @Test(
        "a manager and a dealer who have subscribed are told, the dealer only where the settings tell dealers at once",
        arguments: [(nil, false), ("releaseToDealers: true", true)])
    func subscribers(warnings: String?, isDealerTold: Bool) async throws {
        let people = """
            \(BacktestRunTests.people.dropLast())
            wu-xia,吴霞,manager,,华东,console:wu-xia
            wang-lei,王磊,dealer,D001,,console:wang-lei

            """
        let heads = people.replacing("accounts\n", with: "accounts,duty\n")
            .replacing("console:wu-xia", with: "console:wu-xia,head")
            .replacing("console:liu-yang", with: "console:liu-yang,")
            .replacing("console:wang-lei", with: "console:wang-lei,")
            .replacing("周清,hq,,,", with: "周清,hq,,,,")
        let site = try await site(people: heads, warnings: warnings)
        let now = SystemClock().now
        try await site.withStores { stores in
            let effects = ["wu-xia", "wang-lei"].map {
                Turn.Effect.subscribe(
                    WarningSubscription(person: $0, place: .city(Fixtures.hangzhou), since: now))
            }
            _ = try await stores.bot.commit(
                Turn(
                    message: MessageKey(channel: "test", id: "1"),
                    conversation: ConversationKey(account: "test", chat: "test"),
                    state: DialogueState(updatedAt: now), reply: Reply(), effects: effects, at: now))
        }
        let run = try await RunningProgram.run(["backtest", "--config", site.config])
        #expect(run.end?.status == 0, "\(run.log)")
        let told = run.output.split(separator: "\n").filter { $0.contains("  subscribed  ") }
        #expect(told.count == 1, "\(run.output)")
        let line = try #require(told.first)
        #expect(line.contains(" 08:30  A1  ") && line.contains("吴霞 (wu-xia)"), "\(run.output)")
        #expect(line.contains("王磊 (wang-lei)") == isDealerTold, "\(run.output)")
    }

    @Test("every line of --json is an object, and the last one sums up")
    func json() async throws {
        let site = try await site()
        let run = try await RunningProgram.run(["backtest", "--json", "--config", site.config])
        let rows = try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(rows.first?["event"] as? String == "opened")
        #expect((rows.first?["subject"] as? String)?.hasPrefix("complaints|city:330100|fuel") == true)
        #expect(rows.last?["event"] as? String == "summary" && rows.last?["warnings"] as? Int == 1)
        #expect(rows.dropLast().allSatisfy { $0["warning"] as? String == "A1" })
    }

    @Test("two budgets are compared: what each gives, and what only one does")
    func budgets() async throws {
        let site = try await site()
        let run = try await RunningProgram.run([
            "backtest", "--budget", "1e-60,2", "--config", site.config,
        ])
        #expect(run.end?.status == 0, "\(run.log)")
        #expect(run.output.contains("budget 1e-60: 0 warnings"), "\(run.output)")
        #expect(run.output.contains("only with 1e-60: none"))
        #expect(run.output.contains("only with 2: 1\n    A1  杭州 油耗  "), "\(run.output)")
    }

    @Test("what cannot be replayed is refused, and days without voices are told")
    func refusals() async throws {
        for arguments in [
            ["--from", "x"], ["--to", "2026-02-30"], ["--budget", "1,2,3"], ["--budget", "1,"], ["more"],
        ] {
            #expect(try await RunningProgram.run(["backtest"] + arguments).end?.status == 2, "\(arguments)")
        }
        let site = try SampleSite()
        let long = try await RunningProgram.run([
            "backtest", "--config", site.config, "--from", "2020-01-01", "--to", "2025-01-01",
        ])
        #expect(long.end?.status == 1 && long.log.joined().contains("more than 1,000 days"))
        let turned = try await RunningProgram.run([
            "backtest", "--config", site.config, "--from", "2025-01-02", "--to", "2025-01-01",
        ])
        #expect(turned.end?.status == 1 && turned.log.joined().contains("2025-01-02 is after 2025-01-01"))
        let empty = try await RunningProgram.run([
            "backtest", "--config", site.config, "--from", "2025-01-02", "--to", "2025-01-05",
        ])
        #expect(empty.end?.status == 0 && empty.log.joined().contains("nothing is known of these days"))
        #expect(empty.output.contains("0 warnings (0.0 a week)"), "\(empty.output)")
    }
}
