import Earshot
import EarshotTesting
import Foundation
import Glibc
import SQLite
import Sample
import Synchronization
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 within an intake")
struct KilledIntakeTests {
    private static let texts = ["高速油耗太高", "空间真大", "保养等太久", "外观好看", "车机卡顿", "座椅舒服"]
    private static let cities = ["杭州", "上海", "宁波", "南京", "广州"]

    /// A voice in a line; every voice has a text of its own, but for a repost now and then.
    private func line(_ number: Int, source: String) -> String {
        let text = KilledIntakeTests.texts[number % 6]
        let words = number % 50 == 49 ? "转发:\(text),大家看看" : "\(text),\(number * 7919)号车主第\(number)次说"
        let day = String(number % 28 + 1)
        let padded = day.count == 1 ? "0" + day : day
        return #"{"id":"\#(number)","source":"\#(source)","text":"\#(words)","#
            + #""published_at":"2026-10-\#(padded)T10:00:00+08:00","#
            + #""location":{"city":"\#(KilledIntakeTests.cities[number % 5])"}}"#
    }

    /// How often each voice of a source is on disk, and whether the counts are those of the voices.
    private func check(_ site: SampleSite) async throws -> (kept: [String: Int], differences: Int) {
        let differences = try await site.withStores { try await $0.voices.recountDifferences() }
        let connection = try Connection(path: site.folder.file("data/voices.db"), access: .readOnly)
        let kept = try connection.query(
            """
            SELECT source.name || '/' || external_id, COUNT(*)
            FROM voice JOIN source ON source.id = voice.source
            GROUP BY 1
            """
        ) { ($0.text(0), $0.int(1)) }
        return (Dictionary(uniqueKeysWithValues: kept), differences)
    }

    @Test(
        "voices of an acknowledged delivery are there once, counts are right, and sending all again completes it"
    )
    func deliveries() async throws {
        let site = try SampleSite()
        let deliveries = (0..<24).map { number in
            (0..<150).map { line(number * 150 + $0, source: "crawl") }.joined(separator: "\n")
        }
        let (program, port) = try await site.serve()
        let acknowledged = Mutex<[Int]>([])
        await send(deliveries, to: port) { number, report in
            let count = acknowledged.withLock { acknowledged in
                acknowledged.append(number)
                return acknowledged.count
            }
            #expect(report.accepted == 150)
            if count == 6 { program.signal(SIGKILL) }
        }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let before = acknowledged.withLock { $0 }
        #expect((6..<24).contains(before.count))

        let (kept, differences) = try await check(site)
        #expect(differences == 0)
        #expect(kept.values.allSatisfy { $0 == 1 })
        for delivery in before {
            for number in delivery * 150..<(delivery + 1) * 150 {
                #expect(kept["crawl/\(number)"] == 1, "voice \(number) of delivery \(delivery)")
            }
        }

        let (again, newPort) = try await site.serve()
        let reports = Mutex<[IntakeReport]>([])
        await send(deliveries, to: newPort) { _, report in reports.withLock { $0.append(report) } }
        again.signal(SIGTERM)
        #expect(await again.end() == RunningProgram.End(status: 0, isSignal: false))
        let completed = reports.withLock { $0 }
        #expect(completed.count == 24)
        #expect(completed.map(\.repeated).reduce(0, +) == kept.count)
        #expect(completed.map(\.accepted).reduce(0, +) == 24 * 150 - kept.count)
        let (all, stillNone) = try await check(site)
        #expect(stillNone == 0)
        #expect(all.count == 24 * 150)
        #expect(all.values.allSatisfy { $0 == 1 })
    }

    /// Sends deliveries over four connections at the same time.
    private func send(
        _ deliveries: [String], to port: UInt16,
        _ note: @escaping @Sendable (_ number: Int, _ report: IntakeReport) -> Void
    ) async {
        await withTaskGroup { group in
            for lane in 0..<4 {
                group.addTask {
                    let caller = Caller(port: port)
                    for number in deliveries.indices where number % 4 == lane {
                        let answer = await caller?.call(
                            "POST", "/v1/voices",
                            headers: [("Authorization", "Bearer \(SampleSite.intakeToken)")],
                            body: Array(deliveries[number].utf8))
                        guard let answer, answer.status == 200,
                            let report = try? JSONDecoder().decode(
                                IntakeReport.self, from: Data(answer.body.utf8))
                        else { continue }
                        note(number, report)
                    }
                }
            }
        }
    }

    @Test(
        "a file whose intake was killed is completed by taking it in again, and a third time changes nothing")
    func file() async throws {
        let site = try SampleSite()
        // Two batches and the beginning of a third: the kill comes after the first.
        let count = 36_000
        try site.write(
            (0..<count).map { line($0, source: "file") }.joined(separator: "\n"), to: "voices.ndjson")
        let arguments = ["ingest", "--config", site.config, site.folder.file("voices.ndjson")]
        try await site.withStores { _ in }

        let program = try RunningProgram(arguments, environment: SampleSite.environment)
        try await firstCommit(of: program, in: site)
        program.signal(SIGKILL)
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let (kept, differences) = try await check(site)
        #expect(differences == 0)
        #expect((1..<count).contains(kept.count))
        #expect(kept.values.allSatisfy { $0 == 1 })

        let second = try await RunningProgram.run(arguments, environment: SampleSite.environment)
        #expect(second.end?.status == 0)
        #expect(second.output.contains("\"accepted\":\(count - kept.count),"), "\(second.output)")
        #expect(second.output.contains("\"repeated\":\(kept.count),"), "\(second.output)")
        let third = try await RunningProgram.run(arguments, environment: SampleSite.environment)
        #expect(
            third.output.contains("\"accepted\":0,\"reposts\":0,\"advertisements\":0,\"repeated\":\(count),"),
            "\(third.output)")
        let (all, stillNone) = try await check(site)
        #expect(stillNone == 0)
        #expect(all.count == count)
        #expect(all.values.allSatisfy { $0 == 1 })
    }

    /// Waits until the program has committed voices: a commit is nothing that it tells, so the file is asked.
    private func firstCommit(of program: RunningProgram, in site: SampleSite) async throws {
        let connection = try Connection(path: site.folder.file("data/voices.db"), access: .readOnly)
        for _ in 0..<6000 {
            if try connection.queryOne("SELECT 1 FROM voice LIMIT 1", row: { $0.int(0) }) != nil { return }
            _ = poll(nil, 0, 10)
        }
        Issue.record("no commit within a minute")
    }
}
