import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import Testing

@testable import EarshotProgram

@Suite("The demo")
struct DemoTests {
    static let config = {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return here.dropLast(4).joined(separator: "/") + "/bot-config/sample/earshot.json"
    }()

    /// A demo that serves, and where.
    private struct Demo {
        let program: RunningProgram
        let port: UInt16
        /// The path of its settings.
        let config: String

        init(_ arguments: [String] = []) async throws {
            program = try RunningProgram(
                ["demo", "--config", DemoTests.config, "--port", "0", "--voices", "60"] + arguments)
            let output = await program.printed("Ctrl-C")
            port = try #require(output.firstMatch(of: /:(\d+)\/console\n/).flatMap { UInt16($0.1) })
            config = try #require(output.firstMatch(of: /--config (\S+)/)).1.description
        }

        /// What the console shows of the platforms, the newest first.
        func shown() async throws -> JSONValue {
            let answer = await Caller(port: port)?.call("GET", "/console/platforms/messages")
            return try JSONValue(text: try #require(answer).body)
        }

        func settle() async throws {
            try await SampleSite.untilSettled(config.replacing("earshot.json", with: "data/bot.db"))
        }

        func stop() async {
            program.signal(SIGTERM)
            #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        }
    }

    @Test(
        "what is sent reaches the platforms that the demo plays, is shown as it came, and stands so in the transcripts"
    )
    func sending() async throws {
        let folder = try TemporaryFolder()
        let demo = try await Demo(["--transcripts", folder.file("transcripts")])
        let addressees = try await demo.shown()["addressees"].elements.map { $0["to"].text }
        #expect(addressees.prefix(3) == ["managers", "quality", "sales"])
        let caller = try #require(Caller(port: demo.port))
        for to in addressees {
            let body = Array(#"{"to":"\#(to)","text":"试发 \#(to)"}"#.utf8)
            let headers = [("Content-Type", "application/json")]
            let answer = await caller.call(
                "POST", "/console/platforms/messages", headers: headers, body: body)
            #expect(answer?.status == 200, "\(to)")
        }
        try await demo.settle()
        let shown = try await demo.shown()
        #expect(shown["waiting"].number == 0)
        let messages = shown["messages"].elements
        #expect(Set(messages.map { $0["words"].text }) == Set(addressees.map { "试发 \($0)" }))
        #expect(messages.count == addressees.count)
        let refused = messages.filter { $0["recipients"][0].text == "nobody" }
        #expect(refused.count == 1 && refused[0]["answer"].text.contains("81013"))
        await demo.stop()
        #expect(!FileManager.default.fileExists(atPath: demo.config))

        for (platform, count) in [("wecom", 3), ("dingtalk", 2), ("feishu", 2)] {
            let entries = try StandInTranscript.read(folder.file("transcripts/\(platform).transcript"))
            let written = entries.map { String(decoding: $0.bytes, as: UTF8.self) }
            let ofPlatform = messages.filter { $0["platform"].text == platform }
            #expect(ofPlatform.count == count)
            for message in ofPlatform {
                let body = message["request"].text.split(separator: "\n\n", maxSplits: 1)[1]
                #expect(written.contains { $0.hasSuffix("\r\n\r\n\(body)") }, "\(platform)")
                #expect(written.contains { $0.hasSuffix("\r\n\r\n\(message["answer"].text)") }, "\(platform)")
            }
        }
    }

    @Test(
        "other commands work with its settings: a delivery from another terminal, and the questions to the platforms"
    )
    func otherTerminal() async throws {
        let demo = try await Demo()
        let online = try await RunningProgram.run(["check", "--online", "--config", demo.config])
        #expect(online.end?.status == 0, "\(online.output) \(online.log)")
        let sent = try await RunningProgram.run(
            ["outbox", "send", "feishu/dealers:wang-lei", "另一个终端", "--config", demo.config])
        #expect(sent.end?.status == 0, "\(sent.log)")
        let folder = try TemporaryFolder()
        let picture = [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 7, count: 60_000) + [0xFF, 0xD9]
        try Data(picture).write(to: URL(filePath: folder.file("p.jpg")))
        let shot = try await RunningProgram.run(
            ["outbox", "send", "managers", "--picture", folder.file("p.jpg"), "--config", demo.config])
        #expect(shot.end?.status == 0, "\(shot.log)")
        try await demo.settle()
        let messages = try await demo.shown()["messages"].elements
        #expect(messages.map { $0["words"].text }.contains("另一个终端"))
        // A picture is too long to be shown as it came.
        let image = try #require(messages.first { $0["kind"].text == "image" })
        #expect(image["words"].text.isEmpty && image["answer"].text.contains(#""errcode":0"#))
        #expect(image["request"].text.utf8.count < 21_000 && image["request"].text.hasSuffix("字节）"))
        await demo.stop()
    }

    @Test("a transcript that is there already is left alone, before anything is loaded")
    func kept() async throws {
        let folder = try TemporaryFolder()
        try Data("an earlier one".utf8).write(to: URL(filePath: folder.file("dingtalk.transcript")))
        let run = try await RunningProgram.run(
            ["demo", "--config", DemoTests.config, "--port", "0", "--transcripts", folder.path])
        #expect(run.end?.status == 1)
        #expect(run.log.joined().contains("dingtalk.transcript cannot be made: File exists"))
        let content = try String(contentsOfFile: folder.file("dingtalk.transcript"), encoding: .utf8)
        #expect(content == "an earlier one")
    }
}
