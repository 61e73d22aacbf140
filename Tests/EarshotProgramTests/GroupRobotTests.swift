import Configuration
import Crypto
import Testing

@testable import EarshotProgram

@Suite("Group robots in the settings")
struct GroupRobotTests {
    private func robot(
        _ platform: Settings.GroupRobot.Platform, server: String? = nil
    ) -> Settings.GroupRobot {
        Settings.GroupRobot(
            name: "quality", platform: platform, webhook: SecretReference(.environment("X")), server: server)
    }

    @Test(
        "an address is the platform's server, its path and a plain token",
        arguments: [
            (.dingtalk, "https://oapi.dingtalk.com/robot/send?access_token=a1", "https://oapi.dingtalk.com"),
            (
                .wecom, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx",
                "https://qyapi.weixin.qq.com"
            ),
            (.feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/b-1_2", "https://open.feishu.cn"),
            (
                .feishu, "https://open.larksuite.com/open-apis/bot/v2/hook/b-1",
                "https://open.larksuite.com"
            ),
        ] as [(Settings.GroupRobot.Platform, String, String)])
    func addresses(platform: Settings.GroupRobot.Platform, address: String, server: String) throws {
        let destination = try #require(robot(platform).destination(of: Secret(address)))
        #expect(destination.server == server)
        #expect(address.hasSuffix(destination.token.revealText()))
        #expect(robot(platform, server: "https://other.example").destination(of: Secret(address)) == nil)
        let moved = Secret("https://other.example" + address.dropFirst(server.count))
        #expect(robot(platform).destination(of: moved) == nil)
        let own = robot(platform, server: "https://other.example")
        #expect(own.destination(of: moved)?.server == "https://other.example")
    }

    @Test(
        "an address with anything else in it is none",
        arguments: [
            "", "a1", "https://oapi.dingtalk.com/robot/send?access_token=",
            "http://oapi.dingtalk.com/robot/send?access_token=a1",
            "https://oapi.dingtalk.com.evil.example/robot/send?access_token=a1",
            "https://oapi.dingtalk.com@evil.example/robot/send?access_token=a1",
            "https://oapi.dingtalk.com:8443/robot/send?access_token=a1",
            "https://oapi.dingtalk.com/robot/send?access_token=a1&x=2",
            "https://oapi.dingtalk.com/robot/send?access_token=a1#x",
            "https://oapi.dingtalk.com/robot/send?access_token=a 1",
            "https://oapi.dingtalk.com/robot/send?access_token=é",
            "https://oapi.dingtalk.com/robot/sendBySession?session=a1",
            "https://open.feishu.cn/open-apis/bot/v2/hook/b1",
        ])
    func otherAddresses(address: String) {
        #expect(robot(.dingtalk).destination(of: Secret(address)) == nil)
        let long = Secret(
            "https://oapi.dingtalk.com/robot/send?access_token=" + String(repeating: "a", count: 201))
        #expect(robot(.dingtalk).destination(of: long) == nil)
    }
}
