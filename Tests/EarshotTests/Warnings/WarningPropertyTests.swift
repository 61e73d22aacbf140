import EarshotTesting
import Testing

@testable import Earshot

/// Whatever is counted, done, restarted and set on the clock: seeds are in the messages.
@Suite("Warnings through any history")
struct WarningPropertyTests {
    private static let subjects: [WarningSubject] = [
        WarningFixture.fuel, WarningFixture.matter(.city(Fixtures.ningbo), "fuel"),
        WarningFixture.matter(.city(Fixtures.hangzhou), "parts.brake"),
        WarningFixture.matter(.city(Fixtures.guangzhou), nil), WarningFixture.east, WarningFixture.nation,
    ]

    /// A history: rounds, people and clocks at random, in the hands of one register.
    private struct History {
        let ledger = WarningLedger()
        let clock = ManualClock()
        let rounds: WarningRounds
        var random: SeededRandom
        var steps: [String] = []

        init(seed: UInt64, unreachable: Set<String> = []) {
            random = SeededRandom(seed: seed)
            rounds = WarningFixture.rounds(ledger, clock, reach: .init(unreachable: unreachable))
        }

        var today: Day { LocalCalendar.shanghai.day(of: clock.now) }

        mutating func look() async throws {
            let findings = subjects.compactMap { subject -> Warning.Finding? in
                guard Int.random(in: 0..<6, using: &random) == 0 else { return nil }
                return WarningFixture.finding(
                    subject, on: today - 1, observed: .random(in: 5...200, using: &random),
                    returnPeriod: .random(in: 10...1e6, using: &random))
            }
            steps.append("look \(findings.count)")
            try await rounds.find(findings, on: today - 1, at: clock.now)
        }

        mutating func act() {
            guard let warning = ledger.warnings.randomElement(using: &random) else { return }
            let action: WarningAction =
                switch Int.random(in: 0..<6, using: &random) {
                case 0: .claim
                case 1: .assign(to: ["liqiang", "head", "zhaomin"].randomElement(using: &random)!)
                case 2:
                    .silence(
                        until: clock.now + .seconds(.random(in: 60...90_000, using: &random)), reason: nil)
                case 3: .tell(words: "请统一回复", recipients: 1, cities: nil)
                case 4: .resolve(remark: nil)
                default: .dismiss(remark: nil)
                }
            let person = ["liqiang", "head", "zhaomin"].randomElement(using: &random)!
            steps.append("\(person) \(action) on \(warning.name)")
            try? ledger.act(action, by: person, on: warning.number, at: clock.now)
        }

        mutating func jump() {
            // Mostly some minutes; now and then a night, a day of downtime, an hour back.
            let seconds =
                switch Int.random(in: 0..<12, using: &random) {
                case 0: 86_400
                case 1: 9 * 3600
                case 2: -3600
                case 3: -2 * 86_400
                default: Int.random(in: 30...7200, using: &random)
                }
            steps.append("clock \(seconds)")
            clock.advance(by: .seconds(seconds))
        }

        private var subjects: [WarningSubject] { WarningPropertyTests.subjects }
    }

    @Test(
        "nothing is told twice, nothing of what is in somebody's hands, and nothing of long ago",
        arguments: 0..<60)
    func quiet(seed: Int) async throws {
        var history = History(seed: UInt64(seed))
        for _ in 0..<120 {
            switch Int.random(in: 0..<5, using: &history.random) {
            case 0: try await history.look()
            case 1: history.act()
            default: history.jump()
            }
            let before = history.ledger.deliveries.count
            try await history.rounds.tell()
            let now = history.clock.now
            for delivery in history.ledger.deliveries.dropFirst(before) {
                let parts = delivery.key.split(separator: "/").map(String.init)
                let warning = try #require(history.ledger.warnings.first { "\($0.number)" == parts[1] })
                let notice = try #require(Notice(parts[3]))
                let context = "seed \(seed): \(delivery.key) after \(history.steps.suffix(6))"
                let isQuiet =
                    WarningFixture.quietHours.end(ifQuietAt: now, calendar: .shanghai) != nil
                #expect(!isQuiet, "\(context)")
                switch notice {
                case .opened, .escalated, .reminded:
                    #expect(warning.owner == nil && warning.state == .open, "\(context)")
                    #expect(notice == .opened || !warning.isSilenced(at: now), "\(context)")
                    #expect(
                        warning.lastAbnormal.distance(to: history.today) <= warning.daysToForget, "\(context)"
                    )
                case .spread: #expect(warning.owner == nil && warning.state.isActive, "\(context)")
                case .worse, .assigned, .covering, .subscribed: #expect(warning.state.isActive, "\(context)")
                case .ended: #expect(!warning.state.isActive, "\(context)")
                case .guided: Issue.record("a round sends no line to take: \(context)")
                }
            }
            // A second look at the same moment has nothing to say.
            let again = try await history.rounds.tell().map(\.key)
            #expect(again == [], "seed \(seed): after \(history.steps.suffix(6))")
        }
        #expect(!history.ledger.hasRepeatedDelivery, "seed \(seed)")
    }

    @Test(
        "every open one has an owner or somebody who is told in the end, also where some cannot be reached",
        arguments: 0..<40)
    func nobodyLost(seed: Int) async throws {
        var chance = SeededRandom(seed: UInt64(seed) &+ 1000)
        let unreachable = Set(["liqiang", "head"].filter { _ in Bool.random(using: &chance) })
        var history = History(seed: UInt64(seed), unreachable: unreachable)
        for _ in 0..<40 {
            switch Int.random(in: 0..<4, using: &history.random) {
            case 0: try await history.look()
            case 1: history.act()
            default: history.jump()
            }
            try await history.rounds.tell()
        }
        // From now on everything of yesterday stays as it is, and nobody acts: headquarters hears of each.
        let open = history.ledger.warnings.filter {
            $0.state == .open && $0.lastAbnormal.distance(to: history.today) <= 1
        }
        for _ in 0..<80 {
            history.clock.advance(by: .seconds(1800))
            try await history.rounds.tell()
        }
        for warning in open where !warning.isSilenced(at: history.clock.now) {
            let told = try await history.ledger.decisions(of: [warning.number]).filter(\.verdict.isSent)
            #expect(
                told.contains { $0.person == "zhaomin" },
                "seed \(seed): \(warning.name) since \(warning.since), \(told.map(\.person))")
        }
    }

    @Test("what was abnormal is on record, whatever was going on", arguments: 0..<30)
    func onRecord(seed: Int) async throws {
        var history = History(seed: UInt64(seed))
        for _ in 0..<60 {
            history.jump()
            history.act()
            let day = history.today - 1
            let subject = WarningPropertyTests.subjects.randomElement(using: &history.random)!
            try await history.rounds.find(
                [WarningFixture.finding(subject, on: day)], on: day, at: history.clock.now)
            #expect(
                history.ledger.warnings.contains { warning in
                    // What has been dealt with is not gone on with.
                    (warning.lastAbnormal >= day || !warning.state.isActive)
                        && (warning.subject.contains(subject) || warning.parts.contains(subject))
                }, "seed \(seed): \(subject) on \(day)")
            try await history.rounds.tell()
        }
        #expect(!history.ledger.hasRepeatedDelivery)
    }
}
