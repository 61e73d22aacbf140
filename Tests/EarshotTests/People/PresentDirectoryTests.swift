import EarshotTesting
import Testing

@testable import Earshot

@Suite("People for a time")
struct PresentDirectoryTests {
    private static let today = Fixtures.today
    private let calendar = LocalCalendar.shanghai

    private func manager(
        _ id: String, head: Bool = false, deputy: String? = nil, from: Day? = nil, until: Day? = nil
    ) -> Person {
        Person(
            id: id, name: "名\(id)", role: .manager, regions: [Fixtures.eastChina], accounts: ["wecom:\(id)"],
            isHead: head, deputy: deputy, validFrom: from, validUntil: until)
    }

    private func whole(_ people: [Person]) -> Directory {
        Directory(people: people, dealers: [], regions: Fixtures.regions)
    }

    @Test("somebody is known from the midnight of the first day to that of the last, without a restart")
    func midnight() {
        let today = PresentDirectoryTests.today
        let clock = ManualClock(calendar.start(of: today) - .milliseconds(1))
        let directory = PresentDirectory(
            whole([manager("new", from: today, until: today + 1), manager("always")]), clock: clock,
            calendar: calendar)
        #expect(directory.people.map(\.id) == ["always"])
        #expect(directory.person(account: "wecom:new") == nil)
        clock.advance(by: .milliseconds(1))
        #expect(directory.person(account: "wecom:new")?.id == "new")
        #expect(directory.managers(of: Fixtures.hangzhou).map(\.id) == ["new", "always"])
        clock.advance(by: .seconds(2 * 86_400) - .milliseconds(1))
        #expect(directory.person(id: "new") != nil)
        clock.advance(by: .milliseconds(1))
        #expect(directory.person(id: "new") == nil)
        #expect(directory.lapsed.isEmpty)
        // Of what was done by those who have left the name is still said.
        #expect(directory.name(of: "new") == "名new")
    }

    @Test("whose time is over is stood in for by the deputy, or the deputy's, and is no member without one")
    func deputies() {
        let (today, over) = (PresentDirectoryTests.today, PresentDirectoryTests.today - 1)
        func told(_ people: [Person]) -> Summons {
            let directory = PresentDirectory(
                whole(people), clock: ManualClock(calendar.start(of: today)), calendar: calendar)
            return ChainOfCommand(directory: directory, headquarters: []).level(
                .managers, of: .city(Fixtures.hangzhou), on: today)
        }
        let one = told([
            manager("gone", deputy: "head", until: over), manager("head", head: true), manager("x"),
        ])
        #expect(one.told.map(\.person.id) == ["x", "head"])
        #expect(one.told.last?.insteadOf.map(\.id) == ["gone"])
        let chained = told([
            manager("gone", deputy: "gone2", until: over), manager("gone2", deputy: "x", until: over),
            manager("x"),
        ])
        #expect(chained.told.map(\.person.id) == ["x"])
        let alone = told([manager("gone", until: over), manager("x")])
        #expect(alone.told.map(\.person.id) == ["x"])
        #expect(alone.absent.isEmpty)
        let early = told([manager("early", deputy: "x", from: today + 1), manager("x")])
        #expect(early.told.map(\.person.id) == ["x"])
        #expect(early.told.first?.insteadOf.isEmpty == true)
    }

    @Test("a warning whose owner has left without a deputy is nobody's, and can be claimed")
    func owner() throws {
        let directory = PresentDirectory(
            whole([manager("x")]), clock: ManualClock(calendar.start(of: PresentDirectoryTests.today)),
            calendar: calendar)
        var warning = WarningFixture.warning()
        _ = try warning.apply(.claim, by: "gone", at: Fixtures.now)
        #expect(warning.owner == "gone")
        var released = warning.released(in: directory)
        #expect((released.owner, released.state) == (nil, .open))
        #expect(warning.released(in: directory) { $0 == "gone" } == warning)
        _ = try released.apply(.claim, by: "x", at: Fixtures.now)
        #expect(released.owner == "x")
        #expect(released.released(in: directory) == released)
        // What is over stays whose it was.
        _ = try warning.apply(.resolve(remark: "好了"), by: "gone", at: Fixtures.now)
        #expect(warning.released(in: directory) == warning)
        #expect(warning.owner == "gone")
    }

    @Test("of a warning whose owner has left the head is told, then headquarters")
    func next() async throws {
        let (ledger, clock) = (WarningLedger(), ManualClock())
        let before = WarningFixture.rounds(ledger, clock)
        try await before.find([WarningFixture.finding()], on: Fixtures.today - 1, at: clock.now)
        try await before.tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        clock.advance(by: .seconds(4 * 3600))
        try await before.tell()
        #expect(ledger.deliveries.count == 1)
        let after = WarningFixture.rounds(
            ledger, clock, people: WarningFixture.people.filter { $0.id != "liqiang" })
        try await after.tell()
        let keys = ledger.deliveries.map(\.key)
        #expect(keys.contains("warning/1/notice/opened/head"), "now the only manager")
        #expect(keys.last == "warning/1/notice/escalated-2/zhaomin")
    }

    /// What is told after somebody who had the warning has left.
    private func told(
        _ warning: Warning.Finding = WarningFixture.finding(), of owner: Person, among people: [Person],
        headquarters: [String] = []
    ) async throws -> [String] {
        let (ledger, clock) = (WarningLedger(), ManualClock())
        let before = WarningFixture.rounds(ledger, clock, people: people + [owner])
        try await before.find(
            warning.subject.isTechnical ? [] : [warning],
            silences: warning.subject.isTechnical ? [warning] : [],
            on: Fixtures.today - 1, at: clock.now)
        try ledger.act(.claim, by: owner.id, on: 1, at: clock.now)
        clock.advance(by: .seconds(3600))
        var gone = owner
        gone.validUntil = Fixtures.today - 1
        let directory = PresentDirectory(whole(people + [gone]), clock: clock, calendar: calendar)
        let situation = WarningRounds.Situation(
            watch: Watch(calendar: WorkCalendar(), regions: Fixtures.regions), safety: .none,
            workCalendar: WorkCalendar(),
            audience: WarningAudience(
                ChainOfCommand(directory: directory, headquarters: headquarters),
                administrators: directory.people.filter { $0.role == .admin }),
            directory: directory, rules: WarningFixture.rules,
            post: NoticePost(
                texts: WarningFixture.BareTexts(), figures: WarningFixture.NoFigures(), directory: directory),
            reach: FixtureWays())
        let after = WarningRounds(
            complaints: WarningFixture.NoComplaints(), arrivals: nil, register: ledger, clock: clock
        ) { situation }
        try await after.tell()
        return ledger.deliveries.map(\.key)
    }

    @Test(
        "where nobody is told in the place of one who has left, the warning is nobody's, and is told of anew")
    func uncovered() async throws {
        let manager = manager("liqiang")
        // Of headquarters, but not among those who are told.
        var qian = Fixtures.headquarters
        (qian.id, qian.deputy) = ("qian", "zhaomin")
        #expect(
            try await told(
                of: qian, among: [manager, Fixtures.headquarters], headquarters: ["zhaomin"])
                == ["warning/1/notice/opened/liqiang"])
        // The deputy is not there either.
        let gone = self.manager("gone", deputy: "away")
        for deputy in [
            self.manager("away", until: Fixtures.today - 1), self.manager("away", from: Fixtures.today + 1),
        ] {
            #expect(
                try await told(of: gone, among: [manager, deputy]) == ["warning/1/notice/opened/liqiang"])
        }
        // Administrators have no level of their own.
        var administrator = Fixtures.administrator
        (administrator.id, administrator.deputy) = ("old-admin", Fixtures.administrator.id)
        #expect(
            try await told(
                WarningFixture.silence(on: Fixtures.today - 1), of: administrator,
                among: [Fixtures.administrator])
                == ["warning/1/notice/opened/\(Fixtures.administrator.id)"])
        // With a deputy who is there the deputy is told, and nobody else.
        #expect(
            try await told(of: self.manager("gone", deputy: "liqiang"), among: [manager])
                .allSatisfy { $0.contains("/covering") && $0.hasSuffix("/liqiang") })
    }

    @Test(
        "a change of role and a hand-over of an account stand in the file beforehand, each row with its days")
    func change() throws {
        let today = PresentDirectoryTests.today
        func row(_ line: Int, _ id: String, _ role: String, from: Day? = nil, until: Day? = nil) -> PersonRow
        {
            PersonRow(
                place: RowPlace(file: "people.csv", line: line), id: id, name: "甲", role: role,
                accounts: ["wecom:shared"], validFrom: from?.description ?? "",
                validUntil: until?.description ?? "")
        }
        let rows = [
            row(2, "a", "admin", until: today), row(3, "a", "hq", from: today + 1, until: today + 1),
            row(4, "b", "hq", from: today + 2),
        ]
        let clock = ManualClock(calendar.start(of: today))
        let directory = PresentDirectory(
            try Directory(DirectoryRows(people: rows)), clock: clock, calendar: calendar)
        for (id, role) in [("a", Role.admin), ("a", .hq), ("b", .hq)] {
            let person = try #require(directory.person(account: "wecom:shared"))
            #expect((person.id, person.role) == (id, role))
            #expect(directory.person(id: id)?.role == role)
            clock.advance(by: .seconds(86_400))
        }
        let overlapping = [row(2, "a", "admin", until: today), row(3, "a", "hq", from: today)]
        let found = #expect(throws: DirectoryProblems.self) {
            try Directory(DirectoryRows(people: overlapping))
        }
        #expect(found?.all.map(\.field) == ["id", "accounts"])
    }

    @Test("what is told on somebody's last day is not sent after it")
    func lastDay() async throws {
        let (ledger, clock) = (WarningLedger(), ManualClock())
        let rounds = WarningFixture.rounds(
            ledger, clock, people: [manager("liqiang", until: Fixtures.today), manager("zhoutao")])
        try await rounds.find([WarningFixture.finding()], on: Fixtures.today - 1, at: clock.now)
        try await rounds.tell()
        let deadlines = Dictionary(uniqueKeysWithValues: ledger.deliveries.map { ($0.key, $0.deadline) })
        #expect(
            deadlines == [
                "warning/1/notice/opened/liqiang": calendar.start(of: Fixtures.today + 1),
                "warning/1/notice/opened/zhoutao": clock.now + .seconds(86_400),
            ])
    }

    private func problems(from: String, until: String) -> [String] {
        let rows = DirectoryRows(people: [
            PersonRow(
                place: RowPlace(file: "people.csv", line: 2), id: "a", name: "甲", role: "hq", validFrom: from,
                validUntil: until)
        ])
        do {
            _ = try Directory(rows)
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test("days that cannot be read, and an end before the beginning, are named with line and field")
    func faults() {
        #expect(problems(from: "2026-10-01", until: "2026-10-01") == [])
        #expect(
            problems(from: "1.10.2026", until: "2026-13-01") == [
                "people.csv:2: valid_from: \"1.10.2026\" is no day (2026-10-01, or nothing)",
                "people.csv:2: valid_until: \"2026-13-01\" is no day (2026-10-01, or nothing)",
            ])
        #expect(
            problems(from: "2026-10-02", until: "2026-10-01") == [
                "people.csv:2: valid_until: 2026-10-01 is before valid_from, 2026-10-02 "
                    + "(the last day on which the person may see anything)"
            ])
    }
}
