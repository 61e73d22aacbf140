import EarshotTesting
import Foundation
import Glibc
import SQLite
import Testing

@testable import EarshotProgram

@Suite("earshot serve")
struct ServeTests {
    @Test("a stranger's message is counted as a stranger's, and what only grows is a counter")
    func metrics() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        _ = try await RobotCalls.dingTalk("全国客户在说什么", from: "nobody", over: caller)
        _ = try await RobotCalls.dingTalk("绑定", from: "nobody", over: caller)
        let metrics = try #require(await caller?.call("GET", "/metrics")?.body)
        #expect(metrics.contains("earshot_messages_total{platform=\"dingtalk\",intent=\"stranger\"} 1\n"))
        #expect(metrics.contains("earshot_messages_total{platform=\"dingtalk\",intent=\"profile.bind\"} 1\n"))
        for name in ["bot_commit_groups", "bot_transactions", "voices_commit_groups", "voices_transactions"] {
            #expect(metrics.contains("# TYPE earshot_\(name)_total counter\n"))
        }
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("a file of an earlier edition is said to be migrated, in the log and to whoever calls a command")
    func migration() async throws {
        let site = try SampleSite()
        let file = "\(site.folder.path)/data/bot.db"
        func age() async throws -> Int {
            try await site.withStores { _ in }
            let connection = try Connection(path: file)
            let today = try connection.queryOne("PRAGMA user_version") { $0.int(0) } ?? 0
            // The fourth to the sixth can be done again, what came later is undone.
            try connection.executeScript(
                """
                DROP INDEX suggestion_attachment_by_message;
                ALTER TABLE delivery_picture DROP COLUMN attachment;
                DROP INDEX delivery_by_receipt;
                ALTER TABLE delivery DROP COLUMN receipt_chat;
                DROP TABLE agreed_action;
                DROP TABLE hand_over_line;
                DROP TABLE hand_over;
                DROP TABLE voice_note;
                DROP TABLE briefing;
                DROP TABLE note_asking;
                DROP TABLE audit_chain;
                DROP TABLE audit;
                CREATE TABLE audit (
                    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
                    object TEXT NOT NULL
                );
                DROP TABLE report_link;
                DROP TABLE report_text;
                DROP TABLE report_issue;
                DROP TABLE report;
                DROP TABLE report_subscription;
                DROP TABLE quiet_hours;
                DROP TABLE knowledge_revision;
                DROP TABLE knowledge;
                DROP TABLE unanswered;
                DROP TABLE warning_subscription;
                DROP TABLE suggestion_reminder;
                DROP TABLE suggestion_notice;
                DROP TABLE suggestion_attachment;
                DROP TABLE suggestion_step;
                DROP TABLE suggestion_support;
                DROP TABLE suggestion;
                DROP TABLE warning_step;
                DROP TABLE notice_decision;
                DROP TABLE warning;
                DROP TABLE sparse_rise;
                DROP TABLE alarm_share;
                DROP TABLE watch_position;
                DROP TABLE attachment;
                DROP INDEX delivery_perhaps_arrived;
                DROP TABLE delivery_picture;
                ALTER TABLE delivery DROP COLUMN has_picture;
                DROP TABLE spent_address;
                DROP TABLE feedback;
                DROP INDEX handled_rated_by_time;
                DROP INDEX handled_by_time;
                ALTER TABLE handled DROP COLUMN request;
                ALTER TABLE handled DROP COLUMN account;
                CREATE INDEX handled_by_time ON handled (handled_at);
                PRAGMA user_version = 3;
                """)
            return today
        }
        let today = try await age()
        let (program, _) = try await site.serve()
        let before = await program.logged("\"message\":\"migrating the database\"")
        let fields = [("file", file), ("from", "3"), ("to", "\(today)")].map {
            "\"migration.\($0)\":\"\($1)\""
        }
        #expect(fields.allSatisfy { before?.contains($0) == true }, "\(before ?? "")")
        #expect(program.log.contains { $0.contains("\"message\":\"the database is migrated\"") })
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(try await age() == today)
        let listed = try await RunningProgram.run(["people", "list", "--config", site.config])
        #expect(
            listed.log == [
                "bringing \(file) from schema 3 to \(today); this may take a while", "\(file) is up to date",
            ])
        let again = try await RunningProgram.run(["people", "list", "--config", site.config])
        #expect(again.log.isEmpty)
    }

    @Test("a second service on the same data folder is refused while the first runs, and not after its kill")
    func alone() async throws {
        let site = try SampleSite()
        let (first, _) = try await site.serve()
        let second = try await RunningProgram.run(
            ["serve", "--config", site.config], environment: SampleSite.environment)
        #expect(second.end?.status == 1)
        #expect(
            second.log.contains { $0.contains("is in use by another earshot (process \(first.identifier))") },
            "\(second.log)")
        try site.write(
            #"{"id":"1","text":"油耗太高","published_at":"2026-10-01T10:00:00+08:00"}"#, to: "v.ndjson")
        let beside = try await RunningProgram.run(
            ["ingest", "--config", site.config, site.folder.file("v.ndjson")])
        #expect(beside.end?.status == 0)
        first.signal(SIGKILL)
        _ = await first.end()
        let (third, _) = try await site.serve()
        third.signal(SIGTERM)
        #expect(await third.end()?.status == 0)
    }

    @Test("a configuration that cannot be used is logged without what stands in it")
    func broken() async throws {
        let site = try SampleSite(people: SampleSite.people + "zhou,周洁,emperor,,,\n")
        let result = try await RunningProgram.run(
            ["serve", "--config", site.config], environment: SampleSite.environment)
        #expect(result.end?.status == 1)
        #expect(result.log.contains { $0.contains("people.csv\",\"fault.line\":\"5\"") }, "\(result.log)")
        #expect(!result.log.contains { $0.contains("emperor") })
        let checked = try await RunningProgram.run(
            ["check", "--config", site.config], environment: SampleSite.environment)
        #expect(checked.end?.status == 1)
        #expect(checked.log.contains { $0.contains("emperor") }, "\(checked.log)")
    }
}
