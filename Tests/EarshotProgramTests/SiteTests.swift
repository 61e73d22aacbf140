import Configuration
import Crypto
import Earshot
import FoundationEssentials
import Glibc
import Testing

@testable import EarshotProgram

@Suite("Settings")
struct SiteTests {
    private let aesKey = String(repeating: "k", count: 43)

    private func problems(_ text: String) throws -> [String] {
        let folder = try TemporarySite()
        let file = try folder.write("earshot.json", text)
        let problems = #expect(throws: Problems.self) { try Site.read(file, environment: variable) }
        return problems?.all.map { $0.description.replacing(folder.path + "/", with: "") } ?? []
    }

    private func variable(_ name: String) -> String? {
        [
            "LONG": String(repeating: "x", count: 32), "SHORT": "secret", "THREE": "abc", "AES": aesKey,
            "BAD": aesKey + "!", "DING": "https://oapi.dingtalk.com/robot/send?access_token=abc",
            "WECOM": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc",
        ][
            name]
    }

    @Test("an empty object gives the defaults")
    func defaults() throws {
        let folder = try TemporarySite()
        let site = try Site.read(folder.write("earshot.json", "{}"), environment: variable)
        #expect(site.settings.listen.port == 8080)
        #expect(site.settings.limits.intakeBytes == 64 << 20)
        #expect(site.timeZone.secondsFromGMT() == 8 * 3600)
        #expect(site.path("people.csv") == folder.path + "/people.csv")
        #expect(site.path("/etc/hosts") == "/etc/hosts")
    }

    @Test("the file that is shipped is sound and says what the defaults are")
    func shipped() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let document = try Document(file: "/\(root)/bot-config/earshot.json")
        let shipped = try document.decode(Settings.self)
        #expect("\(shipped)" == "\(Settings())")
    }

    @Test("robots, bots and tokens carry their secrets")
    func secrets() throws {
        let folder = try TemporarySite()
        _ = try folder.write("aes", aesKey + "\n")
        let file = try folder.write(
            "earshot.json",
            """
            {dingtalk: [{name: 'a', appSecret: {env: 'SHORT'}}],
             wecomBots: [{name: 'a', token: {env: 'SHORT'}, encodingAESKey: {file: 'aes'}, corpID: 'ww1'}],
             intake: {tokens: [{name: 'crawler', token: {env: 'LONG'}}]},
             console: {enabled: true, token: {env: 'LONG'}}}
            """)
        let site = try Site.read(file, environment: variable)
        #expect(site.secret(site.settings.dingtalk[0].appSecret).equals(Array("secret".utf8)))
        #expect(site.secret(site.settings.wecomBots[0].encodingAESKey).count == 43)
        #expect(site.secret(SecretReference(.environment("HOME"))).isEmpty)
        #expect(!"\(site)".contains("kkkk"))
    }

    @Test("a series of the products file is a name or an object, and a mistake is named with its line")
    func products() throws {
        let folder = try TemporarySite()
        let good = try folder.write(
            "good.json5",
            "{brands: [{name: '星驰', own: true, series: ['星驰E7', {name: '星驰X5', aliases: ['X5']}]}]}")
        let general = try folder.write("general.json5", "{brands: [{name: '星驰', series: ['星驰X9']}]}")
        #expect(
            try ProductFiles.catalogue(general: general, own: good).brands.first?.series.map(\.name)
                == ["星驰X9", "星驰E7", "星驰X5"])
        let bad = try folder.write("bad.json5", "{brands: [\n  {name: '星驰', owns: true}]}")
        let problems = #expect(throws: Problems.self) {
            try ProductFiles.catalogue(general: general, own: bad)
        }
        #expect(problems?.all.map(\.line) == [2])
        #expect(problems?.description.contains("owns") == true)
    }

    @Test("whoever needs no secrets is not asked for them")
    func withoutSecrets() throws {
        let folder = try TemporarySite()
        let file = try folder.write(
            "earshot.json", #"{dingtalk: [{name: "a", appSecret: {env: "NOT_SET"}}]}"#)
        let site = try Site.read(file, needsSecrets: false, environment: variable)
        #expect(site.secret(site.settings.dingtalk[0].appSecret).isEmpty)
        #expect(throws: Problems.self) { try Site.read(file, environment: variable) }
    }

    @Test("a missing file is said to be missing")
    func missing() {
        let problems = #expect(throws: Problems.self) { try Site.read("/nowhere/earshot.json") }
        #expect(problems?.description.hasPrefix("/nowhere/earshot.json: there is no such file (run") == true)
    }

    @Test(
        "each bad value is named with its line and field",
        arguments: [
            ("{listen: {port: 70000}}", "earshot.json:1: listen.port: must be between 0 and 65535"),
            ("{listen: {prot: 1}}", "listen.prot: is not a known setting (did you mean \"port\"?)"),
            (
                "{\nlisten: {\naddress: 'localhost'}}",
                "earshot.json:3: listen.address: \"localhost\" is no IP address"
            ),
            ("{listen: {trustedProxies: ['10.0.0.0/8', 'x']}}", "listen.trustedProxies[1]: \"x\" is neither"),
            ("{timeZone: 'Mars/Phobos'}", "timeZone: \"Mars/Phobos\" is no time zone of this machine"),
            (
                "{timeZone: '../../etc/passwd'}",
                "timeZone: \"../../etc/passwd\" is no time zone of this machine"
            ),
            ("{files: {people: 'nobody.csv'}}", "files.people: there is no file nobody.csv"),
            ("{files: {prompts: 'people.csv'}}", "files.prompts: there is no folder people.csv"),
            (
                "{dingtalk: [{name: 'a b', appSecret: {env: 'SHORT'}}]}",
                "dingtalk[0].name: \"a b\" cannot be part"
            ),
            ("{dingtalk: [{appSecret: {env: 'SHORT'}}]}", "dingtalk[0].name: is missing"),
            (
                "{dingtalk: [{name: 'a', appSecret: 'x'}]}",
                "dingtalk[0].appSecret: must be {\"env\": \"NAME\"}"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'NONE'}}]}",
                "dingtalk[0].appSecret: the environment variable NONE is not set"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, cards: {corpID: '', apiSecret: {env: 'LONG'}}}]}",
                "dingtalk[0].cards.corpID: \"\" is no corp id"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, cards: {corpID: 'ding1', apiSecret: {env: 'NONE'}}}]}",
                "dingtalk[0].cards.apiSecret: the environment variable NONE is not set"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, "
                    + "cards: {corpID: 'ding1', apiSecret: {env: 'LONG'}, chosenVariable: 'a b'}}]}",
                "dingtalk[0].cards.chosenVariable: \"a b\" is no variable of a template"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, sending: {appKey: 'ding-1'}}]}",
                "dingtalk[0].sending.appKey: \"ding-1\" is no app key"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, sending: {appKey: 'ding1', robotCode: ''}}]}",
                "dingtalk[0].sending.robotCode: \"\" is no robot code"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, sending: {appKey: 'ding1', server: 'a b'}}]}",
                "dingtalk[0].sending.server: \"a b\" is no server"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'},"
                    + " sending: {appKey: 'ding1', server: 'api.dingtalk.com'}}]}",
                "dingtalk[0].sending.server: \"api.dingtalk.com\" is no server"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'},"
                    + " sending: {appKey: 'ding1', server: 'https://*.dingtalk.com'}}]}",
                "dingtalk[0].sending.server: \"https://*.dingtalk.com\" is no server"
            ),
            (
                "{dingTalkEvents: [{name: 'a', ownerKey: 'ding 1', token: {env: 'LONG'}, encodingAESKey: {env: 'AES'}}]}",
                "dingTalkEvents[0].ownerKey: \"ding 1\" is no app key"
            ),
            (
                "{dingTalkEvents: [{name: 'a', ownerKey: 'ding1', token: {env: 'LONG'}, encodingAESKey: {env: 'SHORT'}}]}",
                "dingTalkEvents[0].encodingAESKey: an EncodingAESKey has 43 characters, this one has 6"
            ),
            (
                "{dingTalkEvents: [{name: 'a', token: {env: 'LONG'}, encodingAESKey: {env: 'AES'}}]}",
                "dingTalkEvents[0].ownerKey: is missing"
            ),
            (
                "{wecomBots: [{name: 'a', token: {env: 'SHORT'}, encodingAESKey: {env: 'SHORT'}}]}",
                "wecomBots[0].encodingAESKey: an EncodingAESKey has 43 characters, this one has 6"
            ),
            (
                "{weComApps: [{name: 'a', corpID: 'ww-1', token: {env: 'SHORT'}, encodingAESKey: {env: 'AES'}}]}",
                "weComApps[0].corpID: \"ww-1\" is no corp id"
            ),
            (
                "{weComApps: [{name: 'a', corpID: 'ww1', token: {env: 'SHORT'}, encodingAESKey: {env: 'BAD'}}]}",
                "weComApps[0].encodingAESKey: an EncodingAESKey has 43 characters, this one has 44"
            ),
            (
                "{weComApps: [{name: 'a', token: {env: 'SHORT'}, encodingAESKey: {env: 'AES'}}]}",
                "weComApps[0].corpID: is missing"
            ),
            (
                "{feishuApps: [{name: 'a', verificationToken: {env: 'NONE'}}]}",
                "feishuApps[0].verificationToken: the environment variable NONE is not set"
            ),
            (
                "{feishuApps: [{name: 'a', verificationToken: {env: 'SHORT'}, encryptKey: {env: 'NONE'}}]}",
                "feishuApps[0].encryptKey: the environment variable NONE is not set"
            ),
            (
                "{feishuApps: [{name: 'a', verificationToken: {env: 'SHORT'}, botOpenID: 'cli_1'}]}",
                "feishuApps[0].botOpenID: \"cli_1\" is no open id"
            ),
            (
                "{feishuApps: [{name: 'a/b', verificationToken: {env: 'SHORT'}}]}",
                "feishuApps[0].name: \"a/b\" cannot be part"
            ),
            (
                "{groupRobots: [{name: 'a b', platform: 'dingtalk', webhook: {env: 'DING'}}]}",
                "groupRobots[0].name: \"a b\" cannot be part"
            ),
            (
                "{groupRobots: [{name: 'a', platform: 'slack', webhook: {env: 'DING'}}]}",
                "groupRobots[0].platform: must be one of dingtalk, wecom, feishu"
            ),
            ("{groupRobots: [{name: 'a', platform: 'dingtalk'}]}", "groupRobots[0].webhook: is missing"),
            (
                "{groupRobots: [{name: 'a', platform: 'wecom', webhook: {env: 'DING'}}]}",
                "groupRobots[0].webhook: is no address of a robot of wecom"
            ),
            (
                "{groupRobots: [{name: 'a', platform: 'dingtalk', webhook: {env: 'DING'}, server: 'a b'}]}",
                "groupRobots[0].server: \"a b\" is no server"
            ),
            (
                "{groupRobots: [{name: 'a', platform: 'dingtalk', webhook: {env: 'DING'}, secret: {env: 'NONE'}}]}",
                "groupRobots[0].secret: the environment variable NONE is not set"
            ),
            (
                "{groupRobots: [{name: 'a', platform: 'wecom', webhook: {env: 'WECOM'}, secret: {env: 'SHORT'}}]}",
                "groupRobots[0].secret: robots of WeCom's groups have none"
            ),
            ("{console: {enabled: true}}", "console: is enabled without a token"),
            ("{console: {token: {env: 'SHORT'}}}", "console.token: the token is shorter than 16 characters"),
            (
                "{intake: {tokens: [{name: 'a', token: {env: 'SHORT'}}]}}",
                "intake.tokens[0].token: the token is shorter"
            ),
            ("{outbound: {allowedHosts: ['a b']}}", "outbound.allowedHosts[0]: \"a b\" is no host"),
            ("{attachments: {hosts: ['a b']}}", "attachments.hosts[0]: \"a b\" is no host"),
            ("{attachments: {days: -1}}", "attachments.days: "),
            ("{minimumVoices: 0}", "minimumVoices: must be between 1 and 10000, not 0"),
            (
                "{limits: {connections: 0, connectionsPerAddress: 1}}",
                "limits.connections: must be between 1 and"
            ),
            ("{administrators: ['ZhangSan']}", "administrators[0]: \"ZhangSan\" is no account"),
            (
                "{retention: {voices: 365}}",
                "retention.voices: must be 0, for ever, or between 450 and 36500, not 365"
            ),
            (
                "{retention: {authors: 7}}",
                "retention.authors: must be 0, for ever, or between 30 and 36500, not 7"
            ),
        ])
    func badValues(text: String, expected: String) throws {
        let found = try problems(text)
        #expect(found.count == 1)
        #expect(found.first?.contains(expected) == true, "\(found)")
        #expect(found.first?.hasPrefix("earshot.json:") == true)
    }

    @Test(
        "what works and is probably not meant so is a warning with its line and field",
        arguments: [
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}}],\n"
                    + "outbound: {allowedHosts: ['api.dingtalk.com']}}",
                "earshot.json:2: outbound.allowedHosts: oapi.dingtalk.com is not among them"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, sending: {appKey: 'ding1'}}],\n"
                    + "outbound: {allowedHosts: ['oapi.dingtalk.com']}}",
                "earshot.json:2: outbound.allowedHosts: api.dingtalk.com is not among them"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'},\ncards: {corpID: 'ding1', apiSecret: {env: 'LONG'}}}]}",
                "earshot.json:1: dingtalk[0].sending: is missing: what is pressed on a card cannot be answered"
            ),
            (
                "{dingtalk: [{name: 'a', appSecret: {env: 'LONG'}, sending: {appKey: 'ding1'},\n"
                    + "cards: {corpID: 'ding1', apiSecret: {env: 'SHORT'}}}]}",
                "earshot.json:2: dingtalk[0].cards.apiSecret: the secret has only 6 characters"
            ),
            (
                "{feishuApps: [{name: 'a', verificationToken: {env: 'LONG'}, sending: {appID: 'cli_a1',\n"
                    + "appSecret: {env: 'LONG'}, server: 'https://open.larksuite.com'}}]}",
                "earshot.json:2: feishuApps[0].sending.server: https://open.larksuite.com is not among outbound"
            ),
            (
                "{groupRobots: [{name: 'a', platform: 'dingtalk', webhook: {env: 'DING'}}],\n"
                    + "outbound: {allowedHosts: ['api.dingtalk.com']}}",
                "earshot.json:1: groupRobots[0].webhook: https://oapi.dingtalk.com is not among outbound.allowedHosts"
            ),
            (
                "{wecomBots: [{name: 'a', token: {env: 'LONG'}, encodingAESKey: {env: 'AES'}}],"
                    + "outbound: {allowedHosts: ['https://qyapi.weixin.qq.com:8443']}}",
                "earshot.json:1: outbound.allowedHosts: qyapi.weixin.qq.com is not among them"
            ),
            (
                "{outbound: {allowedHosts: ['oapi.dingtalk.com',\n'http://chat.example.com', 'http://127.0.0.1:9']}}",
                "earshot.json:2: outbound.allowedHosts[1]: answers to http://chat.example.com go over the net"
            ),
            (
                "{wecomBots: [{name: 'a', token: {env: 'LONG'}, encodingAESKey: {env: 'AES'},\ncorpID: 'xx'}]}",
                "earshot.json:2: wecomBots[0].corpID: \"xx\" does not look like a company's id"
            ),
            (
                "{wecomBots: [{name: 'a', token: {env: 'THREE'}, encodingAESKey: {env: 'AES'}}]}",
                "earshot.json:1: wecomBots[0].token: the token has only 3 characters"
            ),
            (
                "{dingTalkEvents: [{name: 'a', ownerKey: 'ding1', token: {env: 'THREE'}, encodingAESKey: {env: 'AES'}}]}",
                "earshot.json:1: dingTalkEvents[0].token: the token has only 3 characters"
            ),
            (
                "{wecomBots: [{name: 'a', token: {env: 'BAD'}, encodingAESKey: {env: 'AES'}}]}",
                "earshot.json:1: wecomBots[0].token: a Token has 3 to 32 letters and digits"
            ),
        ])
    func warnings(text: String, expected: String) throws {
        let folder = try TemporarySite()
        let site = try Site.read(folder.write("earshot.json", text), environment: variable)
        let found = site.warnings.map { $0.description.replacing(folder.path + "/", with: "") }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(expected) == true, "\(found)")
        #expect(!found.joined().contains("abc") && !found.joined().contains("kkk"))
    }

    @Test("what is usual gives no warning")
    func noWarnings() throws {
        let folder = try TemporarySite()
        let file = try folder.write(
            "earshot.json",
            """
            {dingtalk: [{name: 'a', appSecret: {env: 'SHORT'}}],
             wecomBots: [{name: 'a', token: {env: 'LONG'}, encodingAESKey: {env: 'AES'},
               corpID: 'wx5823bf96d3bd56c7'}],
             outbound: {allowedHosts: ['*.dingtalk.com', 'https://qyapi.weixin.qq.com']}}
            """)
        #expect(try Site.read(file, environment: variable).warnings == [])
    }

    @Test("all bad values are named at once, by line, and no secret with them")
    func all() throws {
        let found = try problems(
            """
            {
              listen: {address: 'x'},
              dingtalk: [
                {name: 'a', appSecret: {env: 'SHORT'}},
                {name: 'a', appSecret: {env: 'NONE'}},
              ],
              wecomBots: [
                {name: 'b', token: {env: 'SHORT'}, encodingAESKey: {env: 'BAD'}},
              ],
              console: {enabled: true, token: {env: 'SHORT'}},
              timeZone: 'x',
            }
            """)
        #expect(
            found.map { $0.prefix { $0 != " " } } == [2, 5, 5, 8, 10, 11].map { "earshot.json:\($0):" })
        #expect(found[1].contains("\"a\" is already the name of dingtalk[0]"))
        #expect(!found.joined().contains("kkkk") && !found.joined().contains("secret\""))
    }

    @Test("a secret file that others can read is refused with the command that mends it")
    func readableSecret() throws {
        let folder = try TemporarySite()
        let secret = try folder.write("token", "secret")
        chmod(secret, 0o644)
        let file = try folder.write("earshot.json", "{dingtalk: [{name: 'a', appSecret: {file: 'token'}}]}")
        let problems = #expect(throws: Problems.self) { try Site.read(file, environment: variable) }
        #expect(problems?.all.first?.hint == "chmod 600 \(secret)")
        #expect(problems?.all.first?.field == "dingtalk[0].appSecret")
    }

    @Test("zones of one offset are known, zones that change their clocks are refused")
    func zones() {
        #expect(FixedZone.secondsEast(of: "CST-8") == 28_800)
        #expect(FixedZone.secondsEast(of: "<+0545>-5:45") == 20_700)
        #expect(FixedZone.secondsEast(of: "<-03>3") == -10_800)
        #expect(FixedZone.secondsEast(of: "UTC0") == 0)
        #expect(FixedZone.secondsEast(of: "CET-1CEST,M3.5.0,M10.5.0/3") == nil)
        #expect(FixedZone.secondsEast(of: "") == nil)
        #expect(throws: FixedZone.Unusable.self) { try FixedZone.named("Asia/Nowhere") }
    }
}
