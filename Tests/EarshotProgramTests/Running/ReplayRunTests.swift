import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("earshot replay")
struct ReplayRunTests {
    private func recordingSite() throws -> SampleSite {
        let site = try SampleSite()
        let settings = try String(contentsOfFile: site.config, encoding: .utf8)
        let open = try #require(settings.firstIndex(of: "{"))
        try site.write(
            "{ recording: {folder: \"recordings\"}," + settings[settings.index(after: open)...],
            to: "earshot.json")
        return site
    }

    private func recording(of site: SampleSite) throws -> String {
        let folder = site.folder.file("recordings")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return "\(folder)/\(try #require(names.first))"
    }

    private func replay(_ site: SampleSite, _ words: [String]) async throws -> (
        end: RunningProgram.End?, output: String, log: [String]
    ) {
        try await RunningProgram.run(
            ["replay"] + words + ["--config", site.config], environment: SampleSite.environment)
    }

    @Test("what the service answered is answered again in the same way, and a changed configuration is found")
    func same() async throws {
        let site = try recordingSite()
        try await site.fill(60)
        try await site.fill(30, "车机卡顿", about: "software")
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        for text in [
            "我们城市的客户最近在说什么", "1", "那售后呢", "上海呢", "谢谢", "建议:高速油耗显示和实际差太多,希望改算法", "我的建议",
            "你是谁",
        ] {
            let answer = try await RobotCalls.dingTalk(text, from: "d1", over: caller)
            #expect(answer?.status == 200, "\(text)")
        }
        _ = try await RobotCalls.dingTalk("你好", from: "stranger", over: caller)
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let file = try recording(of: site)
        var entry = stat()
        #expect(stat(file, &entry) == 0)
        #expect(entry.st_mode & 0o777 == 0o600)
        let voices = ["--voices", site.folder.file("data/voices.db")]
        for _ in 0..<2 {
            let again = try await replay(site, [file] + voices)
            #expect(
                again.output == "{\"messages\":9,\"same\":9,\"different\":0,\"skipped\":0}\n",
                "\(again.output)")
            #expect(again.end?.status == 0)
        }
        let without = try await replay(site, [file])
        #expect(without.end?.status == 1)
        #expect(without.log.first?.contains("without --voices") == true)
        #expect(without.output.contains("\n+ "))
        // Whoever is no longer in the directory is a stranger.
        try site.write(SampleSite.people.replacingOccurrences(of: "dingtalk:d1|", with: ""), to: "people.csv")
        let changed = try await replay(site, [file] + voices)
        #expect(changed.end?.status == 1)
        #expect(changed.output.hasSuffix("\"same\":1,\"different\":8,\"skipped\":0}\n"))
    }

    @Test("a file that is no recording is refused with its line, and nothing is recorded unless it is wanted")
    func refused() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        _ = try await RobotCalls.dingTalk("你好", from: "d1", over: Caller(port: port))
        program.signal(SIGTERM)
        _ = await program.end()
        #expect(!FileManager.default.fileExists(atPath: site.folder.file("recordings")))
        try site.write("{}\n", to: "x.ndjson")
        let run = try await replay(site, [site.folder.file("x.ndjson")])
        #expect(run.end?.status == 1)
        #expect(run.log.last?.contains("line 1 is no recorded message") == true)
    }

    @Test("recordings of days before go, and so does every line of somebody who is forgotten")
    func removal() throws {
        let folder = try TemporaryFolder()
        let recordings = RecordingFolder(path: folder.file("r"))
        for day in 0..<3 {
            for line in ["{\"account\":\"wecom:a\"}", "{\"account\":\"wecom:b\"}"] {
                try recordings.append(Array(line.utf8), on: Fixtures.today + day)
            }
        }
        recordings.expire(before: Fixtures.today + 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: recordings.path).sorted()
        #expect(names == (1...2).map { "messages-\(Fixtures.today + $0).ndjson" })
        #expect(try recordings.remove(linesWith: ["wecom:a"]) == 2)
        for name in names {
            let text = try String(contentsOfFile: "\(recordings.path)/\(name)", encoding: .utf8)
            #expect(text == "{\"account\":\"wecom:b\"}\n")
        }
    }
}
