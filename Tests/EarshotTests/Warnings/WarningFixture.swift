import EarshotTesting

@testable import Earshot

/// Findings and rounds that recur in tests of warnings.
enum WarningFixture {
    static let fuel = matter(.city(Fixtures.hangzhou), "fuel")
    static let east = matter(.region(Fixtures.eastChina), "fuel")
    static let nation = matter(.nation, nil)

    static func matter(_ place: WatchedPlace, _ aspect: String?) -> WarningSubject {
        .complaints(WatchedMatter(place, aspect.flatMap { Aspect($0) }))
    }

    /// Complaints of a day, four of which are usual.
    static func finding(
        _ subject: WarningSubject = fuel, on day: Day = Fixtures.today - 1, observed: Int = 19,
        returnPeriod: Double = 3287
    ) -> Warning.Finding {
        let figures = WarningFigures(
            days: day...day, observed: observed, expected: 4, returnPeriod: returnPeriod)
        return Warning.Finding(subject, figures, severity: Severity(of: figures))
    }

    static func danger(
        on day: Day, in city: City = Fixtures.hangzhou, voices: Int = 1
    ) -> Warning.Finding {
        var figures = WarningFigures(voiceOn: day)
        figures.observed = voices
        return Warning.Finding(
            .danger(.init(key: "fire", title: "起火", place: .city(city))), figures,
            severity: .severe, evidence: "开着开着机舱起火了")
    }

    static func silence(on day: Day) -> Warning.Finding {
        Warning.Finding(
            .silence(source: "论坛"),
            WarningFigures(days: day...day, observed: 0, expected: 40, returnPeriod: 9000),
            severity: .notice)
    }

    static func warning(
        _ finding: Warning.Finding = finding(), number: Int64 = 12, at now: Timestamp = Fixtures.now
    ) -> Warning {
        Warning(number: number, finding.subject, finding.figures, severity: finding.severity, at: now)
    }

    static let head = Person(
        id: "head", name: "林枫", role: .manager, regions: [Fixtures.eastChina], accounts: ["dingtalk:h2"],
        isHead: true)
    static let people = [
        Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.eastManager, head, Fixtures.headquarters,
        Fixtures.administrator,
    ]

    static let quietHours = QuietHours(from: TimeOfDay("22:00")!, until: TimeOfDay("08:00")!)
    static let rules = WarningRules(quietHours: quietHours)

    static func audience(_ people: [Person] = people) -> WarningAudience {
        WarningAudience(
            ChainOfCommand(directory: FixtureDirectory(people), headquarters: []),
            administrators: people.filter { $0.role == .admin })
    }

    /// Texts that say the prompt's name.
    struct BareTexts: Texts {
        func reply(_ prompt: Prompt, _ values: TextValue) throws -> Reply { Reply([.title(prompt.name)]) }
        func words(_ value: TextValue) throws -> String { "words" }
    }

    /// A store in which nothing was said.
    struct NoFigures: VoiceFigures {
        func edition() async throws -> FiguresEdition? { nil }
        func slices(_ wanted: [Cut]) async throws -> [Slice] { [] }
        func rivals(
            in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>,
            of aspect: Aspect?
        ) async throws -> [RivalStanding] { [] }
        func earliestDay() async throws -> Day? { nil }
        func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] { [] }
    }

    struct NoComplaints: ComplaintSource {
        func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts {
            ComplaintCounts(days: days)
        }

        func together(_ pairs: [ComplaintPair]) async throws -> [ComplaintPair: ComplaintPair.Count] { [:] }
    }

    static func rounds(
        _ register: any WarningRegister, _ clock: any Clock, people: [Person] = people,
        reach: FixtureWays = FixtureWays(), releasesAtOnce: Bool = false
    ) -> WarningRounds {
        var rules = rules
        rules.releasesAtOnce = releasesAtOnce
        let directory = FixtureDirectory(people)
        let situation = WarningRounds.Situation(
            watch: Watch(calendar: WorkCalendar(), regions: Fixtures.regions), safety: .none,
            workCalendar: WorkCalendar(), audience: audience(people),
            directory: directory, rules: rules,
            post: NoticePost(texts: BareTexts(), figures: NoFigures(), directory: directory), reach: reach)
        return WarningRounds(complaints: NoComplaints(), arrivals: nil, register: register, clock: clock) {
            situation
        }
    }
}

extension WarningRounds {
    /// A round that finds what it is told.
    func find(
        _ findings: [Warning.Finding], silences: [Warning.Finding] = [], on day: Day, isOver: Bool = true,
        at now: Timestamp
    ) async throws {
        let today = LocalCalendar.shanghai.day(of: now)
        _ = try await note(
            [JudgedDay(day: day, findings: findings, isOver: isOver)], silences: silences,
            in: try await currentBook(at: now), today, at: now)
    }

    /// A round that hears of a danger.
    func hear(of danger: Warning.Finding, at now: Timestamp) async throws {
        var book = try await currentBook(at: now)
        let through = (book.position.arrivedThrough ?? 0) + 1
        book.note(dangers: [danger], through: through, today: LocalCalendar.shanghai.day(of: now), at: now)
        try await register.keep(book.changes, at: now)
    }

}
