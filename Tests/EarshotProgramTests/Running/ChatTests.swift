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

    @Test("the edition is told")
    func version() async throws {
        let result = try await RunningProgram.run(["--version"])
        #expect(result.output == "earshot \(Program.version)\n")
        #expect(result.end?.status == 0)
    }
}
