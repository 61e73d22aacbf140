import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("The store of warnings")
struct WarningStoreTests {
    private let folder: TemporaryFolder
    private let store: BotStore
    private let now = Fixtures.now
    private static let year = Duration.seconds(365 * 86_400)

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private static let fuel = WarningSubject.complaints(
        WatchedMatter(.city(Fixtures.hangzhou), Aspect("fuel")))

    private func warning(
        _ number: Int64 = 12, _ subject: WarningSubject = fuel, at moment: Timestamp = Fixtures.now
    ) -> Warning {
        let figures = WarningFigures(
            days: (Fixtures.today - 3)...(Fixtures.today - 1), observed: 19, expected: 4.25,
            returnPeriod: .infinity)
        return Warning(number: number, subject, figures, severity: .serious, at: moment)
    }

    private func changes(_ warnings: [(warning: Warning, before: Int?)], _ steps: [WarningStep] = [])
        -> WarningBook.Changes
    {
        var changes = WarningBook.Changes()
        (changes.warnings, changes.steps) = (warnings, steps)
        return changes
    }

    @discardableResult
    private func keep(_ warning: Warning, _ steps: [WarningStep] = [], before: Int? = nil) async throws
        -> Warning
    {
        try await store.keep(changes([(warning, before)], steps), at: now)
        return warning
    }

    private func stored(_ number: Int64 = 12) async throws -> Warning? {
        try await store.warning(number, regions: Fixtures.regions)
    }

    private func book(endedSince moment: Timestamp? = nil) async throws -> WarningBook {
        try await store.book(endedSince: moment ?? now, regions: Fixtures.regions)
    }

    private func execute(_ sql: String) throws {
        try Connection(path: folder.file("bot.db")).executeScript(sql)
    }

    @Test("every field is read as it was written, the filled and the empty ones")
    func fields() async throws {
        let bare = try await keep(warning(1))
        #expect(try await stored(1) == bare)
        var full = warning(2, .complaints(WatchedMatter(.region(Fixtures.eastChina), nil)))
        full.version = 7
        full.parts = [
            WarningStoreTests.fuel,
            .danger(.init(key: "fire", title: "起火", place: .city(Fixtures.ningbo))), .silence(source: "论坛|二"),
        ]
        full.state = .notified
        full.severity = .severe
        full.since = Fixtures.today - 9
        full.peak = WarningFigures(
            days: (Fixtures.today - 2)...(Fixtures.today - 2), observed: 40, expected: 0.125,
            returnPeriod: 9e9)
        full.loudness.note(57.25, in: .city(Fixtures.ningbo))
        full.loudness.note(0.1, in: .region(Fixtures.eastChina))
        full.lastAbnormal = Fixtures.today
        full.ordinaryDays = 2
        (full.owner, full.claimedAt, full.assignedBy) = ("head", now + .seconds(60), "liqiang")
        full.silence = .init(until: now + .seconds(7200), by: "liqiang", reason: "核实中\n「引号」")
        full.guidance = .init(
            words: "请统一回复", by: "head", at: now + .seconds(90), recipients: 8, cities: [Fixtures.hangzhou])
        full.reopenings = 3
        full.worseAt = now + .seconds(30)
        try await keep(full)
        #expect(try await stored(2) == full)
        full.version = 8
        full.state = .resolved
        full.silence?.reason = nil
        full.end = .init(at: now + .seconds(99), by: "head", remark: "已更换批次", mergedInto: 1)
        try await keep(full, before: 7)
        #expect(try await stored(2) == full)
        for subject: WarningSubject in [
            .complaints(WatchedMatter(.nation, Aspect("parts.brake"))),
            .complaints(WatchedMatter(.province("浙江"), nil)),
            .complaints(WatchedMatter(.city(Fixtures.hangzhou), nil, series: "星|驰%X5")),
            .complaints(
                WatchedMatter(
                    .store(WatchedStore(id: "HZ:0|1", name: "杭州%西湖店", city: Fixtures.hangzhou)),
                    Aspect("after_sales.waiting"))),
            .praise(
                WatchedMatter(
                    .city(Fixtures.ningbo), nil, praiseOf: Rival(brand: "远|岚", series: "远岚:M6"))),
            .praise(WatchedMatter(.nation, nil, praiseOf: Rival(brand: "远岚"))),
            .silence(source: "a|b"),
            .danger(.init(key: "fire", title: "起火", place: .city(Fixtures.ningbo))),
        ] {
            let next = Int64(try await store.warnings(active: false, limit: 99, regions: []).count) + 3
            let warning = try await keep(warning(next, subject))
            #expect(try await stored(next) == warning)
        }
    }

    @Test(
        "steps, decisions and shares are read in the order in which they were kept, with all that is in them")
    func beside() async throws {
        var warning = warning()
        let steps = WarningStep.Kind.allCases.enumerated().map { index, kind in
            WarningStep(
                12, at: now + .seconds(index), by: index % 2 == 0 ? nil : "liqiang", kind,
                note: index % 3 == 0 ? nil : "第\(index)步")
        }
        warning.version = 1
        try await keep(warning, steps)
        #expect(try await store.steps(of: 12) == steps)
        let reasons: [NoticeDecision.Reason] = [
            .quietHours(until: now), .silenced(until: now, by: "head"), .claimed(by: "head"), .ordinary,
            .stale,
            .away, .unreachable, .ended, .own, .merged(into: 3),
        ]
        let decisions =
            reasons.map { reason in
                NoticeDecision(
                    warning: 12, notice: .opened, person: "liqiang", verdict: .withheld(reason), at: now)
            } + [
                NoticeDecision(
                    warning: 12, notice: .escalated(.heads), person: "head", insteadOf: ["a", "b"],
                    verdict: .sent(account: "wecom:head"), at: now)
            ]
        try await store.keep(decisions, of: [warning], [], at: now)
        #expect(try await store.decisions(of: [12, 13]) == decisions)
        #expect(try await store.decisions(of: [13]) == [])
    }

    @Test("the book has what is active or goes on, what ended of late, and how far the watch has looked")
    func theBook() async throws {
        #expect(try await book().warnings.isEmpty)
        #expect(try await book().position.watchedThrough == nil)
        var ended = warning(2)
        _ = ended.end(at: now - .seconds(60))
        var dismissed = warning(3)
        _ = try dismissed.apply(.dismiss(remark: nil), by: "liqiang", at: now - .seconds(86_400))
        var old = warning(4)
        _ = old.end(at: now - .seconds(86_400))
        var all = changes([(warning(1), nil), (ended, nil), (dismissed, nil), (old, nil)])
        all.position.watchedThrough = Fixtures.today - 1
        try await store.keep(all, at: now)
        let book = try await book(endedSince: now - .seconds(3600))
        #expect(book.warnings.keys.sorted() == [1, 2, 3])
        #expect(book.warnings[1] == warning(1) && book.warnings[2] == ended)
        #expect(book.position.watchedThrough == Fixtures.today - 1)
        #expect(try await store.warnings(active: true, limit: 9, regions: []).map(\.number) == [1])
        #expect(try await store.warnings(active: false, limit: 9, regions: []).map(\.number) == [1, 4, 3, 2])
        #expect(try await store.warningCounts() == [.open: 1])
    }

    @Test("what was decided on an earlier version throws, and changes nothing of all that came with it")
    func conflicts() async throws {
        var warning = try await keep(warning())
        let stale = warning
        let step = try warning.apply(.claim, by: "liqiang", at: now)
        try await keep(warning, [step], before: stale.version)
        let delivery = Delivery(
            key: Delivery.key(.opened, of: 12, to: "head"), channel: "wecom/a", recipient: "head",
            reply: Reply([.text("x")]), deadline: now + .seconds(60))
        let decision = NoticeDecision(
            warning: 12, notice: .opened, person: "head", verdict: .sent(account: "wecom:head"), at: now)
        await #expect(throws: WarningConflict.self) {
            try await store.keep([decision], of: [stale], [delivery], at: now)
        }
        var lost = stale
        let other = try lost.apply(.dismiss(remark: nil), by: "head", at: now)
        var round = changes([(self.warning(13), nil), (lost, stale.version)], [other])
        round.position.watchedThrough = Fixtures.today
        await #expect(throws: WarningConflict.self) { try await store.keep(round, at: now) }
        // A number that is taken is no new warning's.
        await #expect(throws: WarningConflict.self) { try await keep(self.warning(12)) }
        let turn = Turn(
            message: MessageKey(channel: "c", id: "m"),
            conversation: ConversationKey(account: "a", chat: "c"),
            state: DialogueState(updatedAt: now), reply: Reply([.text("x")]),
            effects: [
                .changeWarning(
                    WarningChange(
                        lost, before: stale.version, other, deliveries: [delivery],
                        share: AlarmShare(subject: "s", factor: 0.5)), by: "head")
            ], at: now)
        await #expect(throws: ConversationConflict.self) { try await store.commit(turn) }
        #expect(try await stored() == warning)
        #expect(try await stored(13) == nil)
        #expect(try await store.steps(of: 12) == [step])
        #expect(try await store.decisions(of: [12]) == [])
        #expect(try await store.alarmShares() == [:])
        #expect(try await book().position.watchedThrough == nil)
        #expect(try await store.deliveryCounts() == [])
        #expect(try await store.reply(to: turn.message) == nil)
    }

    @Test("what nobody needs to be told any more is taken back, and what still has a meaning is not")
    func takenBack() async throws {
        let warning = try await keep(warning())
        try await keep(self.warning(1), [])
        let notices: [Notice] = [
            .opened, .escalated(.heads), .escalated(.headquarters), .reminded(Fixtures.today),
            .worse(.severe, reopenings: 0), .assigned(now), .ended(reopenings: 0),
        ]
        func delivery(_ key: String) -> Delivery {
            Delivery(
                key: key, channel: "wecom/a", recipient: "x", reply: Reply([.text("x")]),
                deadline: now + .seconds(86_400))
        }
        let others = [
            Delivery.key(ofGuidanceOf: 12, at: now, to: "x"), Delivery.key(.opened, of: 1, to: "x"),
            Delivery.key(.opened, of: 120, to: "x"),
        ]
        let keys = notices.map { Delivery.key($0, of: 12, to: "x") } + others
        try await store.keep([], of: [warning], keys.map(delivery), at: now)
        var claimed = warning
        let step = try claimed.apply(.claim, by: "liqiang", at: now)
        let turn = Turn(
            message: MessageKey(channel: "c", id: "m"),
            conversation: ConversationKey(account: "a", chat: "c"),
            state: DialogueState(updatedAt: now), reply: Reply([.text("x")]),
            effects: [.changeWarning(WarningChange(claimed, before: warning.version, step), by: "liqiang")],
            at: now)
        _ = try await store.commit(turn)
        let cancelled = try await store.deliveries(in: [.cancelled], on: nil, limit: 99).map(\.key)
        #expect(Set(cancelled) == Set(keys.prefix(4)))
        let waiting = try await store.deliveries(in: [.waiting], on: nil, limit: 99).map(\.key)
        #expect(Set(waiting) == Set(keys.dropFirst(4)))
    }

    @Test("what goes by lines to take that wait is not done where some of them are on their way by then")
    func overtakenLines() async throws {
        let warning = try await keep(warning())
        let keys = ["x", "y"].map { Delivery.key(ofGuidanceOf: 12, at: now, to: $0) }
        try await store.keep(
            [], of: [warning],
            keys.map {
                Delivery(
                    key: $0, channel: "wecom/a", recipient: "x", reply: Reply([.text("x")]),
                    deadline: now + .seconds(86_400))
            }, at: now)
        #expect(try await store.waitingLines(of: 12).count == 2)
        #expect(try await store.waitingLines(of: 1).count == 0)
        _ = try await store.begin(on: "wecom/a", rules: ChannelRules(), most: 1, at: now)
        #expect(try await store.waitingLines(of: 12).count == 1)
        var dismissed = warning
        let step = try dismissed.apply(.dismiss(remark: nil), by: "liqiang", at: now)
        func turn(recalled: Int) -> Turn {
            Turn(
                message: MessageKey(channel: "c", id: "m"),
                conversation: ConversationKey(account: "a", chat: "c"),
                state: DialogueState(updatedAt: now), reply: Reply([.text("x")]),
                effects: [
                    .changeWarning(
                        WarningChange(
                            dismissed, before: warning.version, step,
                            share: AlarmShare(subject: "s", factor: 0.5), recalled: recalled), by: "liqiang")
                ], at: now)
        }
        await #expect(throws: ConversationConflict.self) { try await store.commit(turn(recalled: 2)) }
        #expect(try await stored() == warning)
        #expect(try await store.alarmShares() == [:])
        #expect(try await store.waitingLines(of: 12).count == 1)
        _ = try await store.commit(turn(recalled: 1))
        #expect(try await stored()?.state == .dismissed)
        #expect(try await store.waitingLines(of: 12).count == 0)
    }

    @Test("a person is told the same of a warning once, whatever decides")
    func once() async throws {
        let warning = try await keep(warning())
        let decision = NoticeDecision(
            warning: 12, notice: .opened, person: "head", verdict: .sent(account: "wecom:head"), at: now)
        try await store.keep([decision], of: [warning], [], at: now)
        await #expect(throws: SQLiteError.self) {
            try await store.keep([decision], of: [warning], [], at: now)
        }
        var withheld = decision
        withheld.verdict = .withheld(.ordinary)
        try await store.keep([withheld, withheld], of: [warning], [], at: now)
        #expect(try await store.decisions(of: [12]).count == 3)
    }

    @Test("numbers are never given twice, also after the last warnings were forgotten")
    func numbers() async throws {
        func next() async throws -> Int64? {
            let rounds = NextNumber(try await book())
            return rounds.next
        }
        #expect(try await next() == 1)
        try await keep(warning(7))
        #expect(try await next() == 8)
        try execute("DELETE FROM warning_step; DELETE FROM warning")
        #expect(try await next() == 8)
    }

    @Test("what a later edition wrote and this one does not know is passed over")
    func laterEditions() async throws {
        let known = try await keep(warning(1))
        var mixed = warning(2)
        mixed.parts = [WarningStoreTests.fuel]
        try await keep(mixed)
        for number in 3...5 { try await keep(warning(Int64(number))) }
        try execute(
            """
            UPDATE warning SET parts = 'dealer|HZ001' || char(10) || parts WHERE number = 2;
            UPDATE warning SET subject = 'dealer|HZ001' WHERE number = 3;
            UPDATE warning SET state = 77 WHERE number = 4;
            UPDATE warning SET severity = 0 WHERE number = 5;
            INSERT INTO warning_step (warning, at, actor, kind, note) VALUES (1, 1, NULL, 'sung', NULL);
            INSERT INTO notice_decision (warning, notice, person, instead_of, account, reason, at)
            VALUES (1, 'sung', 'x', '', 'a', NULL, 1), (1, 'opened', 'x', '', NULL, 'mood', 1);
            """)
        #expect(try await book().warnings.keys.sorted() == [1, 2])
        #expect(try await stored(1) == known)
        #expect(try await stored(2) == mixed)
        #expect(try await stored(3) == nil)
        #expect(try await store.steps(of: 1) == [])
        #expect(try await store.decisions(of: [1]) == [])
        // Their numbers are not given again.
        #expect(NextNumber(try await book()).next == 6)
    }

    @Test("a file of the edition before there were warnings keeps all that is in it")
    func migration() async throws {
        let file = folder.file("old.db")
        let earlier = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: Array(BotSchema.schema.migrations.prefix(11)))
        let old = try Database(path: file, schema: earlier)
        try await old.write { connection in
            try connection.execute(
                "INSERT INTO binding (account, person, bound_at) VALUES ('wecom:li', 'li', 1)")
            try connection.execute(
                "INSERT INTO conversation (account, chat, state, updated_at) VALUES ('a', 'c', ?, 5)",
                DialogueState(updatedAt: now).record)
        }
        await old.close()
        #expect(
            try BotStore.pendingMigration(path: file)
                == PendingMigration(from: 11, to: BotSchema.schema.version))
        let store = try BotStore(path: file, digest: { $0 })
        #expect(try await store.bindings().map(\.account) == ["wecom:li"])
        #expect(
            try await store.recall(
                MessageKey(channel: "c", id: "m"), in: ConversationKey(account: "a", chat: "c")
            ).state == DialogueState(updatedAt: now))
        #expect(try await store.book(endedSince: now, regions: []).warnings.isEmpty)
        try await store.keep(changes([(warning(), nil)]), at: now)
        #expect(try await store.warning(12, regions: Fixtures.regions) == warning())
        await store.close()
    }

    @Test("a warning is forgotten with its history two years after its end, and none before that")
    func retention() async throws {
        #expect(BotStore.warningsKept == .seconds(2 * 365 * 86_400))
        var moment = now
        for number in 1...3 as ClosedRange<Int64> {
            var warning = warning(number, at: moment)
            let opened = warning.changed(.opened, at: moment)
            try await keep(warning, [opened])
            try await store.keep(
                [
                    NoticeDecision(
                        warning: number, notice: .opened, person: "head",
                        verdict: .sent(account: "wecom:head"),
                        at: moment)
                ], of: [warning], [], at: moment)
        }
        // The second ends today, the third was said to be none while its episode goes on.
        var second = try #require(try await stored(2))
        let before = second.version
        let steps = second.end(at: now)
        try await keep(second, steps, before: before)
        var third = try #require(try await stored(3))
        let step = try third.apply(.dismiss(remark: nil), by: "head", at: now)
        try await keep(third, [step], before: third.version - 1)
        moment = now + BotStore.warningsKept
        #expect(try await store.forget(at: moment) == 0)
        #expect(try await store.forget(at: moment + .seconds(1)) == 4)
        #expect(try await stored(2) == nil)
        #expect(try await store.steps(of: 2) == [])
        #expect(try await store.decisions(of: [2]) == [])
        for number in [1, 3] as [Int64] { #expect(try await stored(number) != nil) }
        #expect(try await store.steps(of: 3).count == 2)
        #expect(NextNumber(try await book()).next == 4)
    }
}

/// The number that a book would give next.
private struct NextNumber {
    let next: Int64?

    init(_ book: WarningBook) {
        var book = book
        let figures = WarningFigures(
            days: Fixtures.today...Fixtures.today, observed: 0, expected: 9, returnPeriod: 9)
        book.note(
            [], silences: [.init(.silence(source: "unheard"), figures, severity: .notice)],
            today: Fixtures.today, at: Fixtures.now)
        next = book.changes.warnings.first { $0.before == nil }?.warning.number
    }
}
