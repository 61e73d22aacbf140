import EarshotTesting
import Glibc
import Testing

@testable import EarshotProgram

@Suite("earshot chat")
struct ChatTests {
    private func whoAmI(_ user: String, _ site: SampleSite) async throws -> (output: String, log: [String]) {
        let result = try await RunningProgram.run(
            ["chat", "--as", user, "--config", site.config], environment: SampleSite.environment,
            input: "我是谁\n")
        #expect(result.end?.status == 0)
        return (result.output, result.log)
    }

    @Test(
        "everybody of the directory can be tried, also without an account there; anybody else is a stranger")
    func everybody() async throws {
        let site = try SampleSite()
        let unbound = try await whoAmI("new-one", site)
        #expect(unbound.output.contains("新人"))
        #expect(unbound.log.isEmpty)
        #expect(try await whoAmI("dingtalk:d1", site).output.contains("王磊"))
        let stranger = try await whoAmI("nobody", site)
        #expect(stranger.output.contains("绑定码"))
        #expect(stranger.log == ["nobody is not in the directory; the bot meets a stranger"])
    }

    @Test("a binding code is looked at but not used up: an account is bound in the company's chat")
    func binding() async throws {
        let site = try SampleSite()
        let invited = try await RunningProgram.run(["people", "invite", "new-one", "--config", site.config])
        let code = invited.output.filter { !$0.isNewline }
        func chat(_ text: String, as user: String) async throws -> String {
            try await RunningProgram.run(
                ["chat", "--as", user, "--config", site.config], input: text + "\n"
            ).output
        }
        let tried = try await chat("绑定 \(code)", as: "dingtalk:n1")
        #expect(tried.contains("in the company's chat, not here"), "\(tried)")
        #expect(try await chat("我是谁", as: "dingtalk:n1").contains("绑定码"))
        #expect(try await chat("绑定 2222-2222-2222", as: "dingtalk:n1").contains("不对"))
        let (program, port) = try await site.serve()
        let bound = try await RobotCalls.dingTalk("绑定 \(code)", from: "n1", over: Caller(port: port))
        #expect(RobotCalls.words(bound).contains("绑定成功，新人"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let after = try await chat("我是谁", as: "dingtalk:n1")
        #expect(after.contains("新人"), "\(after)")
    }

    @Test("the edition is told")
    func version() async throws {
        let result = try await RunningProgram.run(["--version"])
        #expect(result.output == "earshot \(Program.version)\n")
        #expect(result.end?.status == 0)
    }
}
