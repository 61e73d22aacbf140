import EarshotTesting
import Glibc
import Testing

@testable import EarshotProgram

@Suite("earshot rehearse, of the running program")
struct RehearsalRunTests {
    @Test("it serves, says whom to choose, and lets the voices come in until it is told to stop")
    func played() async throws {
        let program = try RunningProgram([
            "rehearse", "brake-failure", "--config", DemoTests.config, "--port", "0", "--voices", "60",
            "--speed", "3600",
        ])
        let output = await program.printed("that was all")
        #expect(output.contains("choose 罗燕"), "\(output) \(program.log)")
        #expect(output.contains(" 10:00  成都  a voice came in"))
        #expect(output.contains(" 14:00  成都  a voice came in"))
        let port = try #require(output.firstMatch(of: /:(\d+)\/console\n/).flatMap { UInt16($0.1) })
        let answer = await Caller(port: port)?.call("GET", "/console/platforms/messages")
        #expect(answer?.status == 200)
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
    }

    @Test("a scenario that there is not is answered with those that there are")
    func unknown() async throws {
        for arguments in [["flood"], [], ["fuel-wave", "more"], ["fuel-wave", "--speed", "0"]] {
            let run = try await RunningProgram.run(["rehearse"] + arguments)
            #expect(run.end?.status == 2, "\(arguments)")
            #expect(run.log.joined().contains("fuel-wave") && run.log.joined().contains("price-uproar"))
        }
    }
}
