import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("Binding with a code made by the program")
struct BindingTests {
    private func invite(_ person: String, _ site: SampleSite) async throws -> String {
        let result = try await RunningProgram.run(
            ["people", "invite", person, "--config", site.config], environment: SampleSite.environment)
        #expect(result.end?.status == 0)
        return result.output.filter { !$0.isNewline }
    }

    @Test("a code binds the account that sends it, once, in a one-to-one chat, while the service runs")
    func bind() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        func say(_ text: String, from account: String, inGroup: Bool = false) async throws -> String {
            RobotCalls.words(
                try await RobotCalls.dingTalk(text, from: account, inGroup: inGroup, over: caller))
        }
        let code = try await invite("new-one", site)
        #expect(code.wholeMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil)
        #expect(try await say("绑定 \(code)", from: "n1", inGroup: true).contains("请勿在群里发送"))
        #expect(try await say("绑定", from: "n1", inGroup: true).contains("请勿在群里发送"))
        #expect(try await say("绑定", from: "n1").contains("请发送管理员给您的"))
        #expect(try await say(code.lowercased().replacing("-", with: " "), from: "n1").contains("绑定成功，新人"))
        #expect(try await say("我是谁", from: "n1").contains("杭州滨江店"))
        #expect(try await say("绑定 \(code)", from: "n2").contains("已被使用"))
        let listed = try await RunningProgram.run(
            ["people", "list", "--config", site.config], environment: SampleSite.environment)
        #expect(listed.output.contains("dingtalk:n1 (bound by code)"))
        let unbound = try await RunningProgram.run(
            ["people", "unbind", "dingtalk:n1", "--config", site.config], environment: SampleSite.environment)
        #expect(unbound.end?.status == 0)
        #expect(try await say("我是谁", from: "n1").contains("绑定码"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("after five wrong codes even the right one is not looked at")
    func wrongCodes() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        func say(_ text: String, from account: String) async throws -> String {
            RobotCalls.words(try await RobotCalls.dingTalk(text, from: account, over: caller))
        }
        let code = try await invite("new-one", site)
        for last in ["2", "3", "4", "5", "6"] {
            #expect(try await say("绑定 2222-2222-222\(last)", from: "n3").contains("不对"))
        }
        #expect(try await say("绑定 \(code)", from: "n3").contains("尝试次数太多"))
        #expect(try await say("我是谁", from: "n3").contains("绑定码"))
        #expect(try await say("绑定 \(code)", from: "n4").contains("绑定成功"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }
}
