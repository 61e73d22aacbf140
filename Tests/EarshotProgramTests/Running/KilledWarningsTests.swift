import EarshotTesting
import Foundation
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

/// The program killed at random instants between what it finds in the voices and what its managers read.
@Suite("kill -9 between a detection and its delivery")
struct KilledWarningsTests {
    private static let seed =
        ProcessInfo.processInfo.environment["EARSHOT_SEED"].flatMap { UInt64($0) } ?? 20_261_126
    private static let managers = 12

    /// At what the program is killed.
    private enum Instant: CaseIterable {
        /// It has said its first word.
        case start
        /// The warning is on disk, and perhaps the notices.
        case found
        /// The notices are on disk, and the first is about to go.
        case token
        /// Some of them have gone.
        case sending
    }

    /// What is in the voices.
    enum Matter: CaseIterable {
        /// Complaints of some days.
        case wave
        /// One voice that tells of a danger.
        case danger
    }

    @Test(
        "the warning is there once, and every notice is shown, recognisably once", .timeLimit(.minutes(2)),
        arguments: Matter.allCases)
    func killed(_ matter: Matter) async throws {
        let names = (0..<KilledWarningsTests.managers).map { "m\($0)" }
        let (site, platform) = try SampleSite.reached(
            names, rows: names.map { "\($0),经理\($0),manager,,华东,wecom:\($0)" })
        try await site.withStores { stores in
            if matter == .danger {
                // What is there before the first look is no news.
                var changes = WarningBook.Changes()
                changes.position.arrivedThrough = 0
                try await stores.bot.keep(changes, at: SystemClock().now)
            }
            _ = try await stores.voices.add(KilledWarningsTests.voices(of: matter))
        }
        let mayhem = Mayhem(seed: KilledWarningsTests.seed)
        // Each instant at least once, the later ones several times: before all has gone there is much to go.
        var instants = Instant.allCases
        for _ in 0..<3 { instants.append([.found, .token, .sending][mayhem.number(in: 0...2)]) }
        for instant in instants {
            try await KilledWarningsTests.run(site, platform, mayhem, until: instant)
            try await site.hurry()
        }
        platform.recover()
        let program = try site.start()
        _ = await program.logged("\"message\":\"serving\"")
        try await KilledWarningsTests.untilTold(site.folder.file("data/bot.db"), names.count)
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        await platform.stop()

        let shown = platform.platform.messages
        print("seed \(KilledWarningsTests.seed), killed \(instants.count) times, \(shown.count) shown")
        #expect(shown.flatMap(\.recipients).sorted() == names.sorted(), "everybody, and nobody twice")
        #expect(shown.allSatisfy { "\($0.body)".contains("预警 A1 ") && "\($0.body)".contains("认领 A1") })
        try await site.withStores { stores in
            let warnings = try await stores.bot.warnings(active: false, limit: 99, regions: [])
            #expect(warnings.map(\.number) == [1])
            let opened = try await stores.bot.steps(of: 1).filter { $0.kind == .opened }
            #expect(opened.count == 1)
            let decisions = try await stores.bot.decisions(of: [1])
            #expect(decisions.count == names.count && decisions.allSatisfy(\.verdict.isSent))
            #expect(Set(decisions.map(\.person)) == Set(names))
            let deliveries = try await stores.bot.deliveries(
                in: Set(DeliveryState.allCases), on: nil, limit: 999)
            #expect(deliveries.count == names.count && deliveries.allSatisfy { $0.progress.state == .sent })
        }
    }

    /// Starts the program and kills it at an instant; where all was done before, it is killed while it rests.
    private static func run(
        _ site: SampleSite, _ platform: StandIn<WeComPlatform>, _ mayhem: Mayhem, until instant: Instant
    ) async throws {
        // Looked up and arranged before the program runs: afterwards it would be too late.
        let (isFound, open) = (try await isOnDisk(site), try await openNotices(site))
        let victim = Victim()
        let path = instant == .token ? "/gettoken" : "/message/send"
        if instant == .token || instant == .sending {
            let counter = Countdown(instant == .token ? 0 : mayhem.number(in: 0...max(0, min(2, open - 1))))
            let acts = mayhem.number(in: 0...1) == 0
            platform.misbehave { request in
                guard request.path.hasSuffix(path), counter.isNext() else { return nil }
                if acts { return .late(until: { victim.kill() }) }
                victim.kill()
                return nil
            }
        }
        let program = try site.start()
        victim.take(program)
        switch instant {
        case .start:
            _ = await program.logged("\"level\"")
            victim.kill()
        case .found:
            if isFound { _ = await program.logged("\"message\":\"serving\"") }
            let file = try Connection(path: site.folder.file("data/bot.db"), access: .readOnly)
            while try file.queryOne("SELECT COUNT(*) FROM warning", row: { $0.int(0) }) == 0 {
                await Task.yield()
            }
            victim.kill()
        case .token, .sending:
            // Nothing is left to send: no request will come.
            guard open == 0 else { break }
            _ = await program.logged("\"message\":\"serving\"")
            victim.kill()
        }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        platform.recover()
    }

    private static func isOnDisk(_ site: SampleSite) async throws -> Bool {
        try await site.withStores { try await !$0.bot.warnings(active: false, limit: 1, regions: []).isEmpty }
    }

    /// How many notices have not gone; all of them where none was decided on.
    private static func openNotices(_ site: SampleSite) async throws -> Int {
        try await site.withStores { stores in
            let sent = try await stores.bot.deliveries(in: [.sent], on: nil, limit: 999).count
            return managers - sent
        }
    }

    /// Returns when so many were told and nothing waits to go.
    private static func untilTold(_ path: String, _ count: Int) async throws {
        let file = try Connection(path: path, access: .readOnly)
        let told = """
            SELECT (SELECT COUNT(*) FROM notice_decision WHERE account IS NOT NULL)
                - 1000 * (SELECT COUNT(*) FROM delivery WHERE state IN (0, 1, 2))
            """
        while try file.queryOne(told, row: { $0.int(0) }) != count { await Task.yield() }
    }

    /// Complaints about fuel in 杭州, of which most come on the last three days; or a few, and a car that burns.
    private static func voices(of matter: Matter) throws -> [UnderstoodVoice] {
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let edition = try SampleSite.edition.get()
        var voices: [UnderstoodVoice] = []
        func add(_ aspect: Aspect?, lean: Double, _ day: Day, _ text: String = "油耗的事情") {
            let number = voices.count
            let opinions = aspect.map {
                [Opinion(aspect: $0, polarity: Polarity(lean: lean), lean: lean, evidence: 0..<6)]
            }
            var voice = UnderstoodVoice(
                voice: Voice(
                    id: "\(number)", source: "论坛", text: "\(text)，说第\(number * 7919)次",
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                reading: Reading(sentiment: lean, opinions: opinions ?? []),
                fingerprint: Fingerprint(of: "\(number)"), day: day, city: Fixtures.hangzhou, subject: .own,
                dealerID: nil)
            voice.edition = edition
            voices.append(voice)
        }
        for ago in 1...60 {
            add(Aspect("exterior"), lean: 0.8, today - ago)
            if ago % 9 == 0 { add(Aspect("fuel"), lean: -0.8, today - ago) }
            if matter == .wave, ago <= 3 {
                for _ in 0..<5 { add(Aspect("fuel"), lean: -0.8, today - ago) }
            }
        }
        if matter == .danger { add(nil, lean: -0.8, today - 1, "停在小区楼下的车半夜自燃了") }
        return voices
    }
}
