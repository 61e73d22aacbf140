import Earshot
import EarshotTesting
import Foundation
import Glibc
import Store
import Testing

@testable import EarshotProgram

@Suite("Signals to the running service")
struct SignalTests {
    @Test("SIGHUP makes a new person known, and a broken file keeps the old ones")
    func reload() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        func ask(_ account: String) async throws -> String {
            RobotCalls.words(try await RobotCalls.dingTalk("我是谁", from: account, over: caller))
        }
        #expect(try await ask("d7").contains("绑定码"))
        try site.write(SampleSite.people + "zhou,周洁,dealer,D003,,dingtalk:d7\n", to: "people.csv")
        program.signal(SIGHUP)
        #expect(await program.logged("the files were read again") != nil)
        #expect(try await ask("d7").contains("周洁"))
        try site.write("id,name,role\nzhou,周洁,emperor\n", to: "people.csv")
        program.signal(SIGHUP)
        let complaint = await program.logged("the files cannot be read")
        #expect(complaint?.contains("people.csv\",\"fault.line\":\"2\",\"fault.field\":\"role\"") == true)
        #expect(complaint?.contains("emperor") == false)
        #expect(try await ask("d7").contains("周洁"))
        #expect(try await ask("d1").contains("王磊"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("a reload says that changed settings and products need a restart, and nothing when they have not")
    func restartNeeded() async throws {
        let site = try SampleSite()
        let (program, _) = try await site.serve()
        program.signal(SIGHUP)
        #expect(await program.logged("the files were read again") != nil)
        #expect(!program.log.contains { $0.contains("that needs a restart") })
        let settings = try String(contentsOfFile: site.config, encoding: .utf8)
        try site.write(settings + "// changed\n", to: "earshot.json")
        program.signal(SIGHUP)
        let line = await program.logged("a file has changed that needs a restart")
        #expect(line?.contains("\"config.file\":\"\(site.config)\"") == true, "\(line ?? "")")
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("SIGHUP does not end an intake, whose terminal may have been closed")
    func hangUp() async throws {
        let site = try SampleSite()
        let pipe = site.folder.file("voices.ndjson")
        #expect(mkfifo(pipe, 0o600) == 0)
        let program = try RunningProgram(["ingest", "--config", site.config, pipe])
        // Opens when the program opens it as well.
        let writing = await Task.detached { open(pipe, O_WRONLY) }.value
        program.signal(SIGHUP)
        let voice = #"{"id":"1","text":"油耗太高","published_at":"2026-10-01T10:00:00+08:00"}"#
        _ = Array((voice + "\n").utf8).withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
        close(writing)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        #expect(program.output.contains("\"accepted\":1,"), "\(program.output)")
    }

    @Test("a reload that fails puts no account, person or name into the log")
    func silentReload() async throws {
        let site = try SampleSite()
        let (program, _) = try await site.serve()
        for (people, place) in [
            (
                SampleSite.people + "zhou,周洁,dealer,D003,,dingtalk:d1\n",
                "\"fault.line\":\"5\",\"fault.field\":\"accounts\""
            ),
            ("周洁,id,name,role\n", "\"fault.kind\":\"unknownKey\""),
        ] {
            try site.write(people, to: "people.csv")
            program.signal(SIGHUP)
            let complaint = await program.logged(place)
            #expect(complaint?.contains("the files cannot be read; the old ones stay") == true)
        }
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(!program.log.contains { line in ["d1", "wang-lei", "周洁"].contains { line.contains($0) } })
    }

    @Test("SIGTERM finishes a delivery that is under way")
    func stop() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        let caller = try #require(Caller(port: port))
        let body = Array(
            (0..<20).map {
                #"{"id":"\#($0)","text":"油耗太高\#($0)","published_at":"2026-10-01T10:00:00+08:00"}"#
            }.joined(separator: "\n").utf8)
        let head =
            "POST /v1/voices HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(body.count)\r\n"
            + "Authorization: Bearer \(SampleSite.intakeToken)\r\n\r\n"
        // An answer on another connection shows that the first one's beginning has been read.
        await caller.write(Array(head.utf8) + body.prefix(body.count / 2))
        #expect(await Caller(port: port)?.call("GET", "/healthz")?.status == 200)
        program.signal(SIGTERM)
        #expect(await program.logged("\"message\":\"stopping\"") != nil)
        let answer = await caller.exchange(Array(body.dropFirst(body.count / 2)))
        #expect(answer?.status == 200)
        #expect(answer?.body.contains("\"accepted\":20") == true, "\(answer?.body ?? "")")
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        #expect(try await site.withStores { try await $0.voices.count() } == 20)
    }
}
