import EarshotTesting
import Sample
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("What a rehearsal leads to")
struct RehearsedWarningTests {
    private static let installation = Result {
        var installation = try Installation.read(DemoTests.config, needsSecrets: false)
        // As the demo has it.
        installation.site.settings.console.isEnabled = true
        return installation
    }

    /// What a scenario's voices make a warning of, and the people who are told at first.
    private static let outcomes: [(scenario: String, place: WatchedPlace, told: [String])] = [
        ("fuel-wave", .province("江苏"), ["liu-yang"]),
        ("brake-failure", .city(Fixtures.city("成都")), ["luo-yan"]),
        ("price-uproar", .nation, ["lin-feng", "zhang-hua", "zhou-qing"]),
    ]

    @Test(
        "is a warning that those it names are told of, and headquarters when nobody takes it on",
        arguments: outcomes.map(\.scenario))
    func warned(_ name: String) async throws {
        let (scenario, outcome) = (
            try #require(Scenario.named(name)),
            try #require(RehearsedWarningTests.outcomes.first { $0.scenario == name })
        )
        let installation = try RehearsedWarningTests.installation.get()
        let folder = try TemporaryFolder()
        let stores = try Stores(folder: folder.file("data"))
        let aspect = scenario.arrivals[0].aspect
        _ = try await stores.voices.add(RehearsedWarningTests.ordinary(aspect, in: scenario.arrivals[0].city))
        let clock = ManualClock()
        let situation = installation.situation(
            try installation.texts(), WorkCalendar(), try installation.safetyWords(),
            figures: stores.voices, reach: installation.reach(stores))
        let rounds = WarningRounds(
            complaints: stores.voices, arrivals: stores.voices, register: stores.bot, clock: clock
        ) { situation }
        try await rounds.lookForDangers()
        try await rounds.look()
        #expect(try await rounds.tell().isEmpty)

        let comprehension = try installation.comprehension()
        let start = clock.now
        // On the next morning, when the day is whole.
        clock.advance(by: .seconds(23 * 3600))
        let past = RehearsalClock(from: start, speed: 1_000_000) { .now }
        past.begin()
        try await Rehearsal(scenario: scenario, clock: past, start: start).play(
            into: IntakeDesk(comprehension: { comprehension }, register: stores.voices, clock: clock)
        ) { _, _ in }
        try await rounds.lookForDangers()
        try await rounds.look()
        let told = Set(try await rounds.tell().map(\.recipient))
        let warnings = try await stores.bot.warnings(active: true, limit: 9, regions: [])
        let found = "\(warnings.map(\.subject)), told \(told)"
        let isDanger = scenario.arrivals.contains(where: \.isDanger)
        let warning = try #require(
            warnings.first { warning in
                warning.subject.place == outcome.place && warning.subject.isDanger == isDanger
                    && (isDanger || warning.subject.aspect == aspect)
            }, "\(found)")
        #expect(told.isSuperset(of: outcome.told), "\(found)")
        clock.advance(by: .seconds(7200))
        try await rounds.tell()
        let escalated = try await stores.bot.decisions(of: [warning.number]).filter {
            $0.person == "zhou-qing" && $0.verdict.isSent
        }
        #expect(!escalated.isEmpty, "\(found)")
        await stores.close()
    }

    /// Some weeks in which little is said.
    private static func ordinary(_ aspect: Aspect, in city: City) throws -> [UnderstoodVoice] {
        (1...60).flatMap { ago in
            let praise = voice("praise\(ago)", Aspect("exterior"), 0.8, in: city, Fixtures.today - ago)
            let complaint = voice("complaint\(ago)", aspect, -0.8, in: city, Fixtures.today - ago)
            return ago % 5 == 0 ? [praise, complaint] : [praise]
        }
    }

    private static func voice(
        _ id: String, _ aspect: Aspect?, _ lean: Double, in city: City, _ day: Day
    ) -> UnderstoodVoice {
        let text = "\(id)说的话\(day.number * 7919)"
        let opinions = aspect.map {
            [Opinion(aspect: $0, polarity: Polarity(lean: lean), lean: lean, evidence: 0..<3)]
        }
        return UnderstoodVoice(
            voice: Voice(
                id: id, source: "论坛", text: text,
                publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
            reading: Reading(sentiment: lean, opinions: opinions ?? []), fingerprint: Fingerprint(of: text),
            day: day, city: city, subject: .own, dealerID: nil)
    }
}
