import EarshotTesting
import Testing

@testable import Earshot

@Suite("A backtest")
struct BacktestTests {
    private static let last = Fixtures.today - 1
    private static let first = last - 69
    private let fuel = Aspect("fuel")
    private let days = (last - 29)...last

    /// Seventy days with a complaint about fuel in 杭州 every third, and three days of many, three weeks before the end.
    private func counts(until last: Day = last) -> ComplaintCounts {
        var counts = ComplaintCounts(days: BacktestTests.first...BacktestTests.last)
        for day in BacktestTests.first...last {
            counts.markKnown(day)
            let isMany = (BacktestTests.last - 25...BacktestTests.last - 23).contains(day)
            let complaints = isMany ? 9 : day.number % 3 == 0 ? 1 : 0
            guard complaints > 0 else { continue }
            for city in [Fixtures.hangzhou, nil] {
                for aspect in [fuel, nil] {
                    counts.add(complaints, on: day, of: ComplaintCounts.Cell(city: city, aspect: aspect))
                }
            }
        }
        return counts
    }

    private func course(
        _ counts: ComplaintCounts? = nil, budget: Double = 2,
        reach: FixtureWays = FixtureWays(), _ days: ClosedRange<Day>? = nil, signs: ReplayedSigns? = nil,
        safety: SafetyWords = .none, subscriptions: [WarningSubscription] = [], releasesAtOnce: Bool = false
    ) async throws -> BacktestCourse {
        var rules = WarningFixture.rules
        rules.releasesAtOnce = releasesAtOnce
        let directory = FixtureDirectory(WarningFixture.people)
        let situation = WarningRounds.Situation(
            watch: Watch(calendar: WorkCalendar(), regions: Fixtures.regions, budget: budget),
            safety: safety, workCalendar: WorkCalendar(), audience: WarningFixture.audience(),
            directory: directory, rules: rules,
            post: NoticePost(
                texts: WarningFixture.BareTexts(), figures: WarningFixture.NoFigures(), directory: directory),
            reach: reach)
        return try await Backtest(
            of: counts ?? self.counts(), signs: signs, situation, subscriptions: subscriptions
        ).run(days ?? self.days)
    }

    private func lines(_ course: BacktestCourse) -> [String] {
        course.events.map { event in
            let moment = LocalCalendar.shanghai.text(of: event.at)
            return "\(moment) \(event.warning.name) \(event.kind.name) \(event.warning.subject) "
                + "\(event.told) \(event.unreachable) \(event.withheld.map(\.verdict))"
        }
    }

    @Test("what was abnormal is told the next morning, climbs while nobody takes it on, and ends by itself")
    func wholeEscalation() async throws {
        let course = try await course()
        #expect(course.warnings.map(\.subject) == [WarningFixture.fuel])
        let told = course.events.filter { !$0.told.isEmpty }
        let opened = try #require(told.first)
        #expect(opened.kind == .changed(.opened) && opened.isChange)
        let openedOn = LocalCalendar.shanghai.day(of: opened.at)
        #expect((BacktestTests.last - 24...BacktestTests.last - 22).contains(openedOn))
        #expect(LocalCalendar.shanghai.text(of: opened.at) == "\(openedOn) 08:30")
        let levels = told.prefix(3).map { (LocalCalendar.shanghai.text(of: $0.at).suffix(5), $0.told) }
        #expect(levels.map(\.0) == ["08:30", "09:30", "10:30"])
        #expect(levels.map(\.1) == [["liqiang"], ["head"], ["zhaomin"]])
        #expect(
            course.events.filter { $0.kind == .reminded }.map(\.told).contains(["liqiang", "head", "zhaomin"])
        )
        let end = try #require(course.events.last)
        #expect(end.kind == .changed(.ended) && end.told == ["head", "liqiang", "zhaomin"])
        #expect(course.endedUnclaimed == 1 && course.active == 0 && course.merged == 0)
        #expect(course.notices == told.reduce(0) { $0 + $1.told.count })
        #expect(course.noticesByPerson.map(\.count).reduce(0, +) == course.notices)
    }

    @Test(
        "a manager elsewhere and a dealer who have subscribed are told, the dealer only where dealers are told at once",
        arguments: [true, false])
    func subscribers(releasesAtOnce: Bool) async throws {
        // Taken today, after all that is replayed.
        let wishes = ["head", "wangfang"].map {
            WarningSubscription(person: $0, place: .city(Fixtures.hangzhou), since: Fixtures.now)
        }
        let course = try await course(subscriptions: wishes, releasesAtOnce: releasesAtOnce)
        let told = course.events.filter { $0.kind == .subscribed }
        let opened = try #require(course.events.first)
        #expect(told.map { Set($0.told) } == [releasesAtOnce ? ["head", "wangfang"] : ["head"]])
        #expect(told.first?.at == opened.at, "as soon as those in charge")
        let end = try #require(course.events.last)
        #expect(end.kind == .changed(.ended) && end.told.contains("head"))
        #expect(end.told.contains("wangfang") == releasesAtOnce)
        #expect(try await self.course().events.allSatisfy { $0.kind != .subscribed })
    }

    @Test("what comes later changes nothing of what was told before")
    func nothingIsForeseen() async throws {
        let whole = try await course()
        for day in [days.lowerBound + 3, BacktestTests.last - 24, BacktestTests.last - 12] {
            let end = LocalCalendar.shanghai.start(of: day + 2)
            let early = try await course(counts(until: day), days.lowerBound...day)
            #expect(lines(early) == zip(lines(whole), whole.events).filter { $1.at < end }.map(\.0), "\(day)")
        }
    }

    @Test("twice the same gives the same, to the letter")
    func isDeterministic() async throws {
        let (one, other) = (try await course(), try await course())
        #expect(lines(one) == lines(other))
        #expect(one.warnings == other.warnings)
    }

    @Test("who is reached on no channel is shown as such, once, and the next level is told at once")
    func unreachable() async throws {
        let course = try await course(reach: FixtureWays(unreachable: ["liqiang"]))
        let missed = course.events.filter { !$0.unreachable.isEmpty }
        #expect(missed.first?.kind == .changed(.opened) && missed.first?.unreachable == ["liqiang"])
        #expect(!course.noticesByPerson.contains { $0.person == "liqiang" })
        #expect(course.unreachable.first?.person == "liqiang")
        let head = try #require(course.events.first { $0.kind == .escalated(.heads) })
        #expect(head.told == ["head"])
    }

    @Test("a larger budget finds what a smaller one does not, and the difference is named")
    func budgets() async throws {
        let (small, large) = (try await course(budget: 1e-60), try await course(budget: 1000))
        #expect(small.warnings.count < large.warnings.count)
        #expect(small.warnings(missingIn: large).isEmpty)
        #expect(!large.warnings(missingIn: small).isEmpty)
        #expect(large.warnings(missingIn: large).isEmpty)
    }

    private func voice(
        _ text: String, on day: Day, at hour: Int, number: Int64 = 1, source: String = "论坛"
    ) -> ArrivedVoice {
        ArrivedVoice(
            number: number, text: text, kind: .post, source: source,
            publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(hour * 3600), day: day,
            city: Fixtures.hangzhou, subject: .own, dealerID: nil, polarity: .negative,
            isAdvertisement: false,
            repostOf: nil)
    }

    @Test(
        "a danger is told within the half hour in which it was published, whatever order voices are read in")
    func dangers() async throws {
        let safety = try SafetyWordsTests.words.get()
        let (first, second) = (days.lowerBound, days.lowerBound + 5)
        var signs = ReplayedSigns(of: days, safety)
        signs.add(voice("高速上刹车突然失灵，吓死了", on: second, at: 22, number: 1, source: ""))
        signs.add(voice("昨天车子自燃起火，烧没了", on: first, at: 3, number: 2, source: ""))
        signs.add(voice("高速上刹车突然失灵，吓死了", on: first - 1, at: 3, number: 3, source: ""))
        signs.add(voice("星驰X5 油耗有点高", on: first, at: 3, number: 4, source: ""))
        let course = try await course(ComplaintCounts(days: days), signs: signs, safety: safety)
        let opened = course.events.filter { $0.kind == .changed(.opened) && !$0.told.isEmpty }
        #expect(
            opened.map { LocalCalendar.shanghai.text(of: $0.at) } == ["\(first) 03:00", "\(second) 22:00"])
        #expect(course.warnings.count == 2 && course.warnings.allSatisfy(\.subject.isDanger))
    }

    @Test(
        "a source that brings nothing any more is a warning in the morning, of the days that were known then")
    func silences() async throws {
        var signs = ReplayedSigns(of: days, .none)
        for offset in 0..<60 where offset < 40 {
            let day = BacktestTests.last - 59 + offset
            for hour in 8..<12 { signs.add(voice("油耗有点高", on: day, at: hour)) }
        }
        let course = try await course(ComplaintCounts(days: days), signs: signs)
        #expect(course.warnings.map(\.subject) == [.silence(source: "论坛")])
        let opened = try #require(course.events.first)
        #expect(opened.kind == .changed(.opened))
        #expect(LocalCalendar.shanghai.text(of: opened.at).hasSuffix("08:30"))
        #expect(opened.warning.since == BacktestTests.last - 19)
    }

    @Test(
        "a small source that falls silent lets warnings end, a large one holds them back",
        arguments: [(small: 1, isHeld: false), (small: 40, isHeld: true)])
    func silentShare(small: Int, isHeld: Bool) async throws {
        var signs = ReplayedSigns(of: days, .none)
        var number: Int64 = 0
        // Falls silent two days before the days of many.
        let end = BacktestTests.last - 28
        for day in BacktestTests.first...BacktestTests.last {
            for (source, voices) in [("论坛", 16), ("贴吧", day < end ? small : 0)] {
                for _ in 0..<voices {
                    number += 1
                    signs.add(voice("油耗有点高", on: day, at: 9, number: number, source: source))
                }
            }
        }
        let course = try await course(signs: signs)
        let warning = try #require(course.warnings.first { $0.subject == WarningFixture.fuel })
        #expect(course.warnings.contains { $0.subject == .silence(source: "贴吧") })
        let ended = try #require(warning.end)
        let days = warning.lastAbnormal.distance(to: LocalCalendar.shanghai.day(of: ended.at))
        #expect(isHeld ? days > 6 : days <= 4, "\(days)")
    }

    @Test("days of which nothing is known give nothing")
    func unknown() async throws {
        let course = try await course(ComplaintCounts(days: BacktestTests.first...BacktestTests.last))
        #expect(course.events.isEmpty && course.warnings.isEmpty && course.weeks == 30.0 / 7)
    }
}
