import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformClients
import PlatformStandIns
import Testing

@Suite("What asking a platform finds")
struct InspectionTests {
    private let clock = ManualClock()

    private func weCom(
        _ base: String, secret: String = "stand-in-secret", corpID: String = "ww-stand-in",
        agent: Int64 = 1_000_002
    ) -> Inspection {
        .weCom("wecom/sales", corpID: corpID, secret: Secret(secret), agent: agent, server: base)
    }

    private func findings(
        _ inspection: Inspection, _ client: Client
    ) async -> [Finding] {
        // The stand-ins' answers tell the time of this machine, which is not the one of the tests.
        await inspection.perform(client: client, clock: clock).findings
    }

    @Test("an application of WeCom that is right is fine, and nothing was sent")
    func weComFine() async throws {
        try await withStandIn(WeComPlatform(members: ["li"])) { standIn, base, client in
            let found = await findings(weCom(base), client)
            #expect(found.map(\.weight) == [.fine])
            #expect(found.first?.explanation.english.contains("经销商助手") == true)
            #expect(standIn.requests.map(\.path) == ["/cgi-bin/gettoken", "/cgi-bin/agent/get"])
            #expect(standIn.platform.messages.isEmpty)
        }
    }

    @Test("what is wrong with an application of WeCom is named with its place in the console")
    func weComWrong() async throws {
        try await withStandIn(WeComPlatform(members: ["li"])) { _, base, client in
            for (inspection, code, place) in [
                (weCom(base, secret: "another-secret"), "40001", "sending.secret"),
                (weCom(base, corpID: "ww-other"), "40013", "企业信息 → 企业 ID"),
                (weCom(base, agent: 7), "301002", "sending.agentID"),
            ] {
                let found = await findings(inspection, client)
                #expect(found.map(\.weight) == [.fault], "\(code)")
                let words = try #require(found.first).explanation
                #expect(words.english.hasPrefix("\(code): ") && words.chinese.hasPrefix("\(code)："))
                #expect(words.english.contains(place) && words.chinese.contains(place), "\(words)")
                #expect(!words.english.contains("another-secret"))
            }
        }
    }

    @Test(
        "every code of WeCom's that an operator can do something about has an explanation of its own",
        arguments: [
            "40001", "40013", "40014", "40056", "41001", "42001", "45009", "48002", "50003", "60011", "60020",
            "301002", "301007", "-1",
        ])
    func weComCodes(code: String) async throws {
        try await withStandIn(WeComPlatform()) { standIn, base, client in
            standIn.fail("/agent/get", .code(code))
            let words = try #require(await findings(weCom(base), client).first).explanation
            #expect(words.english.hasPrefix("\(code): "))
            #expect(!words.english.contains("look the number up"))
            standIn.fail("/agent/get", .code("99887766"))
            let other = try #require(await findings(weCom(base), client).first).explanation
            #expect(other.english.hasPrefix("99887766: WeCom refuses: look the number up"))
        }
    }

    @Test("an untrusted address is named as the platform saw it")
    func untrusted() async throws {
        try await withStandIn(WeComPlatform()) { standIn, base, client in
            standIn.fail(
                "/agent/get",
                .answer(
                    StandInAnswer(
                        #"{"errcode":60020,"errmsg":"not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020"}"#
                    )))
            let words = try #require(await findings(weCom(base), client).first).explanation
            #expect(words.english.contains("address 203.0.113.7 is not trusted"))
            #expect(words.chinese.contains(" 203.0.113.7 不在可信列表") && words.chinese.contains("企业可信IP"))
        }
    }

    @Test("an application that is switched off is a fault, one that nobody may see a warning")
    func weComRange() async throws {
        var platform = WeComPlatform(members: ["li"])
        platform.isClosed = true
        try await withStandIn(platform) { standIn, base, client in
            #expect(await findings(weCom(base), client).map(\.weight) == [.fault])
            standIn.change {
                $0.isClosed = false
                $0.members = []
            }
            #expect(await findings(weCom(base), client).map(\.weight) == [.warning])
        }
    }

    @Test("DingTalk's refusal of the asker is a fault, its refusal of the made-up file is fine")
    func dingTalk() async throws {
        try await withStandIn(DingTalkPlatform()) { standIn, base, client in
            func ask(_ secret: String = "stand-in-secret") async throws -> Finding {
                let inspection = Inspection.dingTalk(
                    "dingtalk/sales", appKey: "ding-stand-in", appSecret: Secret(secret),
                    robot: "ding-stand-in", server: base)
                return try #require(await findings(inspection, client).first)
            }
            #expect(try await ask().weight == .fine)
            for code in ["invalidParameter.downloadCode", "resource.not.found"] {
                standIn.fail("/download", .code(code))
                #expect(try await ask().weight == .fine)
            }
            for (code, place) in [
                ("Forbidden.AccessDenied.IpNotInWhiteList", "服务器出口 IP"),
                ("Forbidden.AccessDenied.AccessTokenPermissionDenied", "qyapi_robot_sendmsg"),
                ("InvalidAuthentication", "DingTalk's own"), ("bot.stopped", "版本管理与发布"),
                ("invalidParameter.robotCode.notExsit", "sending.robotCode"),
                ("Forbidden.AccessDenied.QpsLimitForApi", "wait"), ("systemBusy", "busy"),
            ] {
                standIn.fail("/download", .code(code))
                let found = try await ask()
                #expect(found.weight == .fault)
                #expect(found.explanation.english.hasPrefix("\(code): "))
                #expect(found.explanation.english.contains(place), "\(found)")
            }
            let wrong = try await ask("another-secret")
            #expect(wrong.explanation.english.hasPrefix("invalidClientIdOrSecret: "))
            #expect(wrong.explanation.chinese.contains("凭证与基础信息"))
        }
    }

    @Test("Feishu names the bot, and says when it is another, switched off, or refused")
    func feishu() async throws {
        var platform = FeishuPlatform()
        platform.allowedAddresses = ["203.0.113.7"]
        try await withStandIn(platform) { standIn, base, client in
            func ask(bot: String? = nil, _ secret: String = "stand-in-secret") async throws -> Finding {
                let inspection = Inspection.feishu(
                    "feishu/sales", appID: "cli_stand_in", appSecret: Secret(secret), botOpenID: bot,
                    server: base)
                return try #require(await findings(inspection, client).first)
            }
            let fine = try await ask(bot: "ou_stand_in")
            #expect(fine.weight == .fine)
            #expect(
                fine.explanation.english.contains("(ou_stand_in) answers, allowed addresses: 203.0.113.7"))
            let other = try await ask(bot: "ou_other")
            #expect(other.weight == .fault && other.explanation.english.contains("botOpenID"))
            for (code, place) in [
                ("99991672", "权限管理"), ("99991673", "版本管理与发布"), ("230006", "添加应用能力"),
                ("99991663", "Feishu's own"),
                ("99991400", "wait"),
            ] {
                standIn.fail("/bot/v3/info", .code(code))
                let found = try await ask()
                #expect(found.weight == .fault)
                #expect(found.explanation.english.hasPrefix("\(code): "))
                #expect(found.explanation.english.contains(place))
            }
            let wrong = try await ask("another-secret")
            #expect(wrong.explanation.english.hasPrefix("10014: "))
            standIn.change { $0.botStatus = 1 }
            #expect(try await ask().weight == .warning)
        }
    }

    @Test(
        "Feishu tells the groups that the bot is in; without the permission for that it is a warning and no more"
    )
    func feishuGroups() async throws {
        try await withStandIn(FeishuPlatform()) { standIn, base, client in
            func ask() async throws -> Finding {
                let inspection = Inspection.feishu(
                    "feishu/sales", appID: "cli_stand_in", appSecret: Secret("stand-in-secret"),
                    botOpenID: nil, server: base)
                let found = await findings(inspection, client)
                #expect(found.count == 2)
                return try #require(found.last)
            }
            #expect(try await ask().explanation.english == "the bot is in no group")
            standIn.change {
                $0.chats = ["oc_1", "oc_2"]
                $0.groupNames = ["oc_1": "华东经销商"]
            }
            let two = try await ask()
            #expect(two.weight == .fine)
            #expect(two.explanation.english == "the bot is in 2 groups: 华东经销商, oc_2")
            #expect(two.explanation.chinese == "机器人在 2 个群里：华东经销商, oc_2")
            standIn.change { $0.chats = Set((100...250).map { "oc_\($0)" }) }
            let many = try await ask().explanation.english
            #expect(many.hasPrefix("the bot is in 100+ groups: oc_100, oc_101, "))
            #expect(many.hasSuffix(", oc_119, …"))
            standIn.fail("/im/v1/chats", .code("99991672"))
            let refused = try await ask()
            #expect(refused.weight == .warning)
            #expect(refused.explanation.english.hasPrefix("99991672: the bot's groups cannot be listed"))
            #expect(refused.explanation.chinese.contains("im:chat:readonly"))
        }
    }

    @Test("a server that sends back the secret and the token that it was asked with has neither shown")
    func secrets() async throws {
        try await withStandIn(WeComPlatform()) { standIn, base, client in
            for path in ["/gettoken", "/agent/get"] {
                standIn.fail(
                    path,
                    .answer(
                        StandInAnswer(
                            #"{"errcode":40001,"errmsg":"corpsecret=se%2Fcret+1 se/cret+1 se%2Fcret%2B1 wecom-token-1"}"#
                        )))
                standIn.change { $0.secret = "se/cret+1" }
                let words = try #require(await findings(weCom(base, secret: "se/cret+1"), client).first)
                    .explanation
                #expect(words.english.contains("<secret> <secret>"))
                #expect(!words.english.contains("se/cret+1") && !words.english.contains("se%2Fcret%2B1"))
                if path == "/agent/get" { #expect(!words.english.contains("wecom-token-1")) }
            }
        }
    }

    @Test("garbage, another server's page, a broken answer and one without end are no platform's")
    func garbage() async throws {
        try await withStandIn(WeComPlatform()) { standIn, base, client in
            let large = StandInAnswer(body: [UInt8](repeating: 0x20, count: 3 << 20))
            for (fault, code) in [
                (.page(status: 502), "http.502"), (.page(status: 200), "http.200"),
                (.answer(StandInAnswer("\u{1B}[2J{{{", status: 200)), "http.200"), (.cutShort, "http.200"),
                (.answer(large), "http.response-too-large"),
                (.answer(StandInAnswer(status: 302, headers: ["Location": "/"], body: [])), "http.302"),
            ] as [(StandInFault, String)] {
                standIn.fail("/gettoken", fault)
                let found = await findings(weCom(base), client)
                #expect(found.map(\.weight) == [.fault])
                #expect(found.first?.explanation.english.hasPrefix("\(code): ") == true, "\(found)")
            }
        }
    }
}
