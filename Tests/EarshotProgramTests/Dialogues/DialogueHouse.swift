import Crypto
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

/// The running program with people of several places, voices of two weeks and a DingTalk that takes what it sends.
final class DialogueHouse {
    /// The accounts, by the names that the dialogues use.
    static let accounts = [
        "王磊": "d1", "赵敏": "d2", "陈洁": "d3", "黄伟": "d4", "刘洋": "m1", "林枫": "m2", "秦川": "m3", "周清": "h1",
        "管理员": "a1",
    ]

    private static let people = """
        id,name,role,dealer,region,accounts
        wang-lei,王磊,dealer,D001,,dingtalk:d1
        zhao-min,赵敏,dealer,D002,,dingtalk:d2
        chen-jie,陈洁,dealer,D017,,dingtalk:d3
        huang-wei,黄伟,dealer,D022,,dingtalk:d4
        liu-yang,刘洋,manager,,华东,dingtalk:m1
        lin-feng,林枫,manager,,华南,dingtalk:m2
        qin-chuan,秦川,manager,,华北|西南,dingtalk:m3
        zhou-qing,周清,hq,,,dingtalk:h1
        admin,管理员,admin,,,dingtalk:a1

        """

    private let site: SampleSite
    private let platform: StandIn<DingTalkPlatform>
    private var program: RunningProgram?
    private var port: UInt16 = 0
    private var warnings: Int64 = 0
    /// Of the platform's messages, how many were looked at.
    private var seen = 0
    private var last: (id: String, text: String, name: String, inGroup: Bool, withPicture: Bool)?
    private(set) var transcript: [String] = []

    init() async throws {
        platform = StandIn(
            DingTalkPlatform(
                appKey: SampleSite.appKey, appSecret: SampleSite.appSecret.revealText(),
                people: Set(DialogueHouse.accounts.values)), clock: SystemClock())
        let server = try platform.start()
        platform.change {
            $0.fileServer = server
            $0.files = ["picture": [0xFF, 0xD8, 0xFF, 0xE0] + Array(0..<200) + [0xFF, 0xD9]]
        }
        site = try SampleSite(
            people: DialogueHouse.people, dingTalk: server, attachmentHosts: [server],
            // No hour of the day is a quiet one.
            warnings: "quietHours: {from: \"00:00\", until: \"00:00\"}")
        let voices = try await DialogueHouse.voices.value
        try FileManager.default.copyItem(
            atPath: voices.folder.file("data"), toPath: site.folder.file("data"))
    }

    /// A site whose data the others begin with.
    private static let voices = Task {
        let site = try SampleSite()
        try await site.fill(40)
        try await site.fill(25, "保养等太久", about: "after_sales.waiting", of: "D001")
        try await site.fill(30, "空间真大", about: "space", sentiment: 0.9)
        try await site.fill(50, "广州的车机卡顿", about: "software", in: Fixtures.guangzhou)
        return site
    }

    func end() async {
        program?.signal(SIGTERM)
        _ = await program?.end()
        await platform.stop()
    }

    /// There is a warning of the last days, as the watch would have opened it.
    ///
    /// - Parameter matter: an aspect, or a series or a rival as `ReportSubject` writes them.
    func warn(of matter: String, in city: String) async throws {
        let city = try #require(Gazetteer.china.city(named: city))
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        warnings += 1
        let figures = WarningFigures(
            days: (today - 1)...(today - 1), observed: 19, expected: 4, returnPeriod: 3287)
        var warning = Warning(
            number: warnings, try #require(DialogueHouse.subject(of: matter, in: city)), figures,
            severity: Severity(of: figures), at: SystemClock().now)
        var changes = WarningBook.Changes()
        changes.steps = [warning.changed(.opened, at: SystemClock().now)]
        changes.warnings = [(warning, nil)]
        // Or the watch would look at days on which everything seems new.
        changes.position.watchedThrough = today
        try await site.withStores { try await $0.bot.keep(changes, at: SystemClock().now) }
    }

    private static func subject(of matter: String, in city: City) -> WarningSubject? {
        switch ReportSubject(name: matter) {
        case .series(let series): WarningSubject(WatchedMatter(.city(city), nil, series: series))
        case .rival(let rival): WarningSubject(WatchedMatter(.city(city), nil, praiseOf: rival))
        case .own, .rivals: nil
        case nil: Aspect(matter[...]).map { WarningSubject(WatchedMatter(.city(city), $0)) }
        }
    }

    func kill() async {
        program?.signal(SIGKILL)
        _ = await program?.end()
        program = nil
        transcript.append("*kill*")
    }

    func say(
        _ text: String, by name: String, inGroup: Bool, withPicture: Bool
    ) async throws -> String {
        let id = UUID().uuidString
        last = (id, text, name, inGroup, withPicture)
        return try await send(text, by: name, inGroup: inGroup, withPicture: withPicture, id: id)
    }

    /// The answer to the last message sent once more.
    func sayAgain() async throws -> String {
        let last = try #require(last)
        return try await send(
            last.text, by: last.name, inGroup: last.inGroup, withPicture: last.withPicture, id: last.id)
    }

    private func send(
        _ text: String, by name: String, inGroup: Bool, withPicture: Bool, id: String
    ) async throws -> String {
        if program == nil { (program, port) = try await site.serve() }
        let account = try #require(DialogueHouse.accounts[name], "nobody is called \(name)")
        let answer = RobotCalls.words(
            try await RobotCalls.dingTalk(
                text, from: account, id: id, inGroup: inGroup, chat: inGroup ? "cid-group" : nil,
                picture: withPicture ? "picture" : nil, over: Caller(port: port)))
        transcript.append("\(name)\(withPicture ? "[图]" : ""): \(text)\n\(answer)")
        return answer
    }

    /// Returns when a message of the bot's own with these words has reached somebody.
    func awaitMessage(to name: String, with words: String) async throws {
        if program == nil { (program, port) = try await site.serve() }
        let account = try #require(DialogueHouse.accounts[name], "nobody is called \(name)")
        while true {
            let messages = platform.platform.messages
            for message in messages[seen...] {
                transcript.append("> \(message.recipients.joined(separator: " ")): \(message.parameters)")
            }
            seen = messages.count
            let found = messages.contains { message in
                message.recipients.contains(account) && "\(message.parameters)".contains(words)
            }
            if found { return }
            await Task.yield()
        }
    }
}
