import Earshot
import EarshotTesting
import Foundation
import Glibc
import Store
import Testing

@testable import EarshotProgram

@Suite("The program backs up and restores")
struct BackupRunTests {
    @Test("a backup made while people file suggestions has all that was acknowledged before it was begun")
    func whileServing() async throws {
        let rows = (0..<40).map { "p\($0),某人\($0),dealer,D001,,dingtalk:p\($0)\n" }
        let site = try SampleSite(people: "id,name,role,dealer,region,accounts\n" + rows.joined())
        let (program, port) = try await site.serve()
        let before = try await file(0..<20, to: port)
        async let meanwhile = file(20..<40, to: port)
        let made = try await backUp(site)
        #expect(try await meanwhile == 20)
        // The service has the folder.
        let refused = try await run(site, ["restore", made, "--replace"])
        #expect(refused.end?.status == 1)
        #expect(refused.log.joined().contains("in use by another earshot"))
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))

        #expect(try await run(site, ["restore", made]).end?.status == 1)
        #expect(try await run(site, ["restore", made, "--check"]).end?.status == 0)
        let restored = try await run(site, ["restore", made, "--replace"])
        #expect(restored.end?.status == 0, "\(restored.log)")
        #expect(restored.output.contains("before-restore-"))
        let kept = try await site.withStores { stores in
            let sound = try await stores.voices.recountDifferences()
            #expect(sound == 0)
            return try await stores.bot.suggestions(SuggestionFilter(), within: .all, offset: 0, limit: 99)
        }
        #expect(before == 20)
        #expect(Set(kept.map(\.filer.person)).isSuperset(of: (0..<20).map { "p\($0)" }))

        let (again, newPort) = try await site.serve()
        #expect(try await file(20..<40, to: newPort) == 20)
        again.signal(SIGTERM)
        #expect(await again.end() == RunningProgram.End(status: 0, isSignal: false))
    }

    @Test("a restore names those who were forgotten after the backup, by what stands in their receipts")
    func forgotten() async throws {
        let site = try SampleSite()
        #expect(try await run(site, ["people", "invite", "wang-lei"]).end?.status == 0)
        let folder = site.folder.file("backups")
        #expect(try await run(site, ["backup", folder]).end?.status == 0)
        let made = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first.map { "\(folder)/\($0)" })
        let receipt = try await run(site, ["forget", "wang-lei", "--confirm"])
        #expect(receipt.end?.status == 0, "\(receipt.log)")
        let digest = try #require(
            receipt.output.firstMatch(of: /"forgotten_sha256":"([0-9a-f]{64})"/)?.output.1)
        let restored = try await run(site, ["restore", made, "--replace"])
        #expect(restored.end?.status == 0, "\(restored.log)")
        #expect(
            restored.output.contains("\"forgotten_since\":[\"sha256:\(digest) 1\"]"), "\(restored.output)")
        #expect(
            restored.log.contains { $0.hasPrefix("1 people or customers were forgotten after the backup") })
    }

    @Test("a restore that is killed early or while it copies is begun again and ends well")
    func killed() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        #expect(try await file(["d1"], to: port) == 1)
        program.signal(SIGTERM)
        _ = await program.end()
        let made = try await backUp(site)
        for file in ["bot.db", "voices.db", "manifest.json"] {
            for round in 0..<3 {
                let restoring = try RunningProgram(
                    ["restore", made, "--replace", "--config", site.config],
                    environment: SampleSite.environment)
                // Killed as soon as it has come so far: what it makes tells.
                let sign = site.folder.file("data/\(file).restoring")
                for _ in 0..<(round * 2000) where !FileManager.default.fileExists(atPath: sign) {
                    await Task.yield()
                }
                restoring.signal(SIGKILL)
                _ = await restoring.end()
            }
        }
        let last = try await run(site, ["restore", made, "--replace"])
        #expect(last.end?.status == 0, "\(last.log)")
        let kept = try await site.withStores { stores in
            try await stores.bot.suggestions(SuggestionFilter(), within: .all, offset: 0, limit: 9)
        }
        #expect(kept.count == 1)
    }

    @Test("wrong calls are refused with the usage")
    func usage() async throws {
        let site = try SampleSite()
        for words in [
            ["backup"], ["backup", "a", "b"], ["backup", "a", "--keep", "0"], ["restore"],
            ["restore", "a", "--replace", "--check"],
        ] {
            #expect(try await run(site, words).end?.status == 2, "\(words)")
        }
        let none = try await run(site, ["backup", site.folder.file("backups")])
        #expect(none.end?.status == 1)
        #expect(none.log.joined().contains("there is no data"))
        #expect(try await run(site, ["restore", site.folder.file("nowhere")]).end?.status == 1)
    }

    private func run(
        _ site: SampleSite, _ words: [String]
    ) async throws -> (end: RunningProgram.End?, output: String, log: [String]) {
        try await RunningProgram.run(
            words + ["--config", site.config], environment: SampleSite.environment)
    }

    private func backUp(_ site: SampleSite) async throws -> String {
        let run = try await run(site, ["backup", site.folder.file("backups")])
        #expect(run.end?.status == 0, "\(run.log)")
        return try #require(run.output.firstMatch(of: /"folder":"([^"]+)"/).map { String($0.1) })
    }

    private func file(_ people: Range<Int>, to port: UInt16) async throws -> Int {
        try await file(people.map { "p\($0)" }, to: port)
    }

    /// - Returns: how many were acknowledged.
    private func file(_ people: [String], to port: UInt16) async throws -> Int {
        let caller = Caller(port: port)
        var acknowledged = 0
        for person in people {
            var random = SeededRandom(seed: person.utf8.reduce(UInt64(port)) { $0 * 31 + UInt64($1) })
            let scalars = (0..<12).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0x4E00...0x8E00, using: &random))
            }
            let answer = try await RobotCalls.dingTalk(
                "建议:" + String(String.UnicodeScalarView(scalars)), from: person, id: "\(person)-\(port)",
                over: caller)
            if RobotCalls.words(answer).contains("已收到建议") { acknowledged += 1 }
        }
        return acknowledged
    }
}
