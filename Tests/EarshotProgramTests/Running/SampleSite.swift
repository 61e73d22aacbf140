import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Foundation
import SQLite
import Sample
import Store

@testable import EarshotProgram

/// The sample brand's configuration in a folder of its own, with a robot, a bot and an intake token, and data that
/// outlives the program.
struct SampleSite: Sendable {
    static let appSecret = Secret("sample-site-app-secret")
    static let botToken = Secret("SampleSiteToken")
    static let aesKey = Secret("EarshotOwnKeyForTests0123456789abcdefghijkl")
    static let corpID = "wwSampleSite"
    static let ownerKey = "dingSampleSite"
    static let cardCompany = "dingSampleCompany"
    static let appKey = "dingSampleApp"
    static let feishuKey = "sample-site-feishu-key"
    static let intakeToken = "sample-site-intake-token"
    static let consoleToken = "sample-site-console-token"

    static let environment = [
        "SAMPLE_APP_SECRET": "sample-site-app-secret", "SAMPLE_BOT_TOKEN": "SampleSiteToken",
        "SAMPLE_AES_KEY": "EarshotOwnKeyForTests0123456789abcdefghijkl",
        "SAMPLE_INTAKE_TOKEN": intakeToken, "SAMPLE_CONSOLE_TOKEN": consoleToken,
        "SAMPLE_FEISHU_KEY": feishuKey,
    ]

    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The people of the tests: account `d1` is of 杭州西湖店, `m1` the manager of 华东.
    static let people = """
        id,name,role,dealer,region,accounts
        wang-lei,王磊,dealer,D001,,dingtalk:d1|wecom:d1|feishu:d1
        liu-yang,刘洋,manager,,华东,dingtalk:m1
        new-one,新人,dealer,D002,,

        """

    let folder: TemporaryFolder
    var config: String { folder.file("earshot.json") }

    /// - Parameters:
    ///   - weCom: the address of a stand-in for WeCom's server, through which the application sends.
    ///   - dingTalk: the same for DingTalk's and the robot.
    ///   - feishu: the same for Feishu's and the application.
    ///   - groupRobots: what stands in that list.
    ///   - hosts: further hosts that are allowed.
    ///   - attachmentHosts: where attachments may be fetched.
    ///   - languageModel: the members of that section; nothing to have none.
    ///   - warnings: the same, nothing for the defaults.
    init(
        people: String = SampleSite.people, weCom: String? = nil, dingTalk: String? = nil,
        feishu: String? = nil, groupRobots: String = "", hosts: [String] = [],
        attachmentHosts: [String] = [], languageModel: String? = nil, warnings: String? = nil
    ) throws {
        let feishuSending = feishu.map {
            ", sending: {appID: \"cli_stand_in\", appSecret: {env: \"SAMPLE_APP_SECRET\"}, server: \"\($0)\"}"
        }
        let robotSending = dingTalk.map { ", sending: {appKey: \"\(SampleSite.appKey)\", server: \"\($0)\"}" }
        let hosts = ([weCom, dingTalk, feishu] + hosts).compactMap(\.self).map { "\"\($0)\"" }.joined(
            separator: ", ")
        let sending = weCom.map {
            ", sending: {agentID: 1000002, secret: {env: \"SAMPLE_APP_SECRET\"}, server: \"\($0)\"}"
        }
        folder = try TemporaryFolder()
        let (bot, prompts) = ("\(SampleSite.project)/bot-config", "\(SampleSite.project)/prompts/zh-CN")
        let settings = """
            {
              listen: {port: 0},
              dataFolder: "data",
              files: {
                lexicon: "\(bot)/lexicon", commands: "\(bot)/commands.json5", prompts: "\(prompts)",
                people: "people.csv", dealers: "\(bot)/sample/dealers.csv",
                regions: "\(bot)/sample/regions.json5", products: "\(bot)/sample/products.json5",
              },
              limits: {connections: 1024, connectionsPerAddress: 1024},
              dingtalk: [
                {
                  name: "sales", appSecret: {env: "SAMPLE_APP_SECRET"},
                  cards: {corpID: "\(SampleSite.cardCompany)", apiSecret: {env: "SAMPLE_APP_SECRET"}}\(robotSending ?? ""),
                },
              ],
              dingTalkEvents: [
                {
                  name: "sales", ownerKey: "\(SampleSite.ownerKey)", token: {env: "SAMPLE_BOT_TOKEN"},
                  encodingAESKey: {env: "SAMPLE_AES_KEY"},
                },
              ],
              wecomBots: [
                {name: "sales", token: {env: "SAMPLE_BOT_TOKEN"}, encodingAESKey: {env: "SAMPLE_AES_KEY"}},
              ],
              weComApps: [
                {
                  name: "sales", corpID: "\(SampleSite.corpID)", token: {env: "SAMPLE_BOT_TOKEN"},
                  encodingAESKey: {env: "SAMPLE_AES_KEY"}\(sending ?? ""),
                },
              ],
              feishuApps: [
                {
                  name: "sales", verificationToken: {env: "SAMPLE_BOT_TOKEN"},
                  encryptKey: {env: "SAMPLE_FEISHU_KEY"}\(feishuSending ?? ""),
                },
              ],
              groupRobots: [\(groupRobots)],
              \(languageModel.map { "languageModel: {\($0)}," } ?? "")
              \(warnings.map { "warnings: {\($0)}," } ?? "")
              outbound: {allowedHosts: [\(hosts)]},
              attachments: {hosts: [\(attachmentHosts.map { "\"\($0)\"" }.joined(separator: ", "))]},
              intake: {tokens: [{name: "crawler", token: {env: "SAMPLE_INTAKE_TOKEN"}}]},
              console: {enabled: true, token: {env: "SAMPLE_CONSOLE_TOKEN"}},
            }
            """
        try write(people, to: "people.csv")
        try write(settings, to: "earshot.json")
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }

    /// Opens the two files while no program has them open, for a look or to fill them.
    func withStores<Value: Sendable>(_ body: (Stores) async throws -> Value) async throws -> Value {
        let stores = try Stores(folder: folder.file("data"))
        do {
            let value = try await body(stores)
            await stores.close()
            return value
        } catch {
            await stores.close()
            throw error
        }
    }

    /// Adds voices of the last seven days, all about one thing.
    func fill(
        _ count: Int, _ text: String = "高速油耗太高", about aspect: String = "fuel", sentiment: Double = -0.8,
        in city: City = Fixtures.hangzhou, of dealer: String? = nil
    ) async throws {
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let edition = try SampleSite.edition.get()
        let voices = (0..<count).map { number in
            let day = today - (1 + number % 7)
            let id = "\(text)-\(city.name)-\(number)"
            let opinion = Aspect(aspect[...]).map {
                Opinion(aspect: $0, polarity: Polarity(lean: sentiment), lean: sentiment, evidence: 0..<12)
            }
            var understood = UnderstoodVoice(
                voice: Voice(
                    id: id, source: "论坛", text: "\(text),\(city.name)第\(number)位车主说,开一次想一次",
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                reading: Reading(sentiment: sentiment, opinions: opinion.map { [$0] } ?? []),
                fingerprint: Fingerprint(of: id), day: day, city: city, subject: .own, dealerID: dealer)
            // Or the service would read them again.
            understood.edition = edition
            return understood
        }
        try await withStores { _ = try await $0.voices.add(voices) }
    }

    /// By what every site of the tests reads; people decide nothing of it.
    static let edition = Result {
        let site = try SampleSite()
        // The folder goes with the site.
        defer { withExtendedLifetime(site.folder) {} }
        return try Installation.read(site.config, needsSecrets: false).comprehension().edition
    }

    /// Returns when nothing waits to be delivered any more, while the service runs.
    func untilSettled() async throws { try await SampleSite.untilSettled(folder.file("data/bot.db")) }

    /// Returns when nothing in a service's file waits to be delivered any more.
    static func untilSettled(_ path: String) async throws {
        let file = try Connection(path: path, access: .readOnly)
        let open = "SELECT COUNT(*) FROM delivery WHERE state IN (0, 1, 2)"
        while try file.queryOne(open, row: { $0.int(0) }) != 0 { await Task.yield() }
    }

    /// Starts the service.
    ///
    /// - Parameter environment: what it needs besides the site's own.
    func start(environment: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(
            ["serve", "--config", config], environment: SampleSite.environment.merging(environment) { $1 })
    }

    /// Starts the service and waits until it serves.
    func serve(environment: [String: String] = [:]) async throws -> (program: RunningProgram, port: UInt16) {
        let program = try start(environment: environment)
        guard let line = await program.logged("\"message\":\"serving\""),
            let port = line.firstMatch(of: /"listen\.port":"(\d+)"/).flatMap({ UInt16($0.1) })
        else { throw NotServing(log: program.log) }
        return (program, port)
    }

    struct NotServing: Error {
        var log: [String]
    }
}
