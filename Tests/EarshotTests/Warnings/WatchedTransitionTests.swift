import EarshotTesting
import Testing

@testable import Earshot

/// By hand, from what README says of warnings in the chat and of their states.
@Suite("Where the watch takes a warning from each state")
struct WatchedTransitionTests {
    private static let (now, today) = (Fixtures.now, Fixtures.today)

    /// Where a warning stands before a day is judged: what was done to it, and whether the day before was ordinary.
    enum Start: CaseIterable {
        case open, claimed, notified
        case watching, watchingClaimed, watchingNotified
        case resolved, dismissed

        fileprivate var action: WarningAction? {
            switch self {
            case .open, .watching: nil
            case .claimed, .watchingClaimed: .claim
            case .notified, .watchingNotified: .tell(words: "请统一回复", recipients: 2, cities: nil)
            case .resolved: .resolve(remark: nil)
            case .dismissed: .dismiss(remark: nil)
            }
        }

        fileprivate var isWatched: Bool { [.watching, .watchingClaimed, .watchingNotified].contains(self) }
    }

    /// A12 of the fuel consumption in Hangzhou, two days ago.
    private func warning(_ start: Start) throws -> Warning {
        var warning = WarningFixture.warning(WarningFixture.finding(on: Self.today - 2), at: Self.now)
        if let action = start.action { _ = try warning.apply(action, by: "liqiang", at: Self.now) }
        if start.isWatched { _ = warning.pass(ordinary: Self.today - 1, at: Self.now) }
        return warning
    }

    /// What is known of A12, and of a new warning, when today was judged.
    private func book(
        _ warning: Warning, beside others: [Warning] = [], _ findings: [Warning.Finding]
    ) throws -> (warning: Warning, opened: Warning?) {
        var book = WarningBook(
            others + [warning], nextNumber: 13,
            position: WatchPosition(watchedThrough: Self.today - 1, lookedOn: Self.today))
        book.note(
            [JudgedDay(day: Self.today, findings: findings, isOver: true)], today: Self.today + 1,
            at: Self.now)
        let after = try #require(book.warnings[12])
        #expect((after == warning) == (after.version == warning.version), "every change counts")
        return (after, book.warnings[13])
    }

    private func finding(
        _ subject: WarningSubject = WarningFixture.fuel, observed: Int = 19, returnPeriod: Double = 3287
    ) -> Warning.Finding {
        var finding = WarningFixture.finding(
            subject, on: Self.today, observed: observed, returnPeriod: returnPeriod)
        finding.figures.days = (Self.today - 1)...Self.today
        return finding
    }

    @Test("by an ordinary day: what goes on is watched", arguments: Start.allCases)
    func ordinary(start: Start) throws {
        let before = try warning(start)
        let (after, opened) = try book(before, [])
        let state: WarningState =
            switch start {
            case .open, .claimed, .notified, .watching, .watchingClaimed, .watchingNotified: .watching
            case .resolved: .resolved
            case .dismissed: .dismissed
            }
        #expect(after.state == state && after.ordinaryDays == (start.isWatched ? 2 : 1))
        #expect(after.owner == before.owner && after.end == before.end && opened == nil)
    }

    @Test(
        "by a day like the first: it stands where it did before, and what is over stays so",
        arguments: Start.allCases)
    func likeBefore(start: Start) throws {
        let before = try warning(start)
        let (after, opened) = try book(before, [finding()])
        let state: WarningState =
            switch start {
            case .open, .watching: .open
            case .claimed, .watchingClaimed: .claimed
            case .notified, .watchingNotified: .notified
            case .resolved: .resolved
            case .dismissed: .dismissed
            }
        #expect(after.state == state && after.severity == before.severity && after.worseAt == nil)
        #expect(after.owner == before.owner && after.end == before.end && opened == nil)
        #expect(after.lastAbnormal == Self.today && after.ordinaryDays == 0)
    }

    @Test(
        "by a graver day: what was over goes on, and what was no warning is another one",
        arguments: Start.allCases)
    func worse(start: Start) throws {
        let before = try warning(start)
        let (after, opened) = try book(before, [finding(observed: 400, returnPeriod: 1e6)])
        let state: WarningState =
            switch start {
            case .open, .watching: .open
            // Who said that it is over has it.
            case .claimed, .watchingClaimed, .resolved: .claimed
            case .notified, .watchingNotified: .notified
            case .dismissed: .dismissed
            }
        #expect(after.state == state && after.owner == before.owner)
        #expect(after.reopenings == (start == .resolved ? 1 : 0))
        if start == .dismissed {
            #expect(after.severity == .serious && after.worseAt == nil && after.end == before.end)
            #expect(opened?.state == .open && opened?.severity == .severe)
        } else {
            #expect(after.severity == .severe && after.worseAt == Self.now && after.end == nil)
            #expect(opened == nil)
        }
    }

    @Test(
        "by a wider place: it is open for everybody there, and what is over is not the wider one",
        arguments: Start.allCases)
    func spread(start: Start) throws {
        let before = try warning(start)
        let (after, opened) = try book(before, [finding(WarningFixture.east, observed: 60)])
        if before.state.isActive {
            #expect(after.state == .open && after.subject == WarningFixture.east && after.spreads == 1)
            #expect(after.owner == nil && after.guidance == nil && after.worseAt == Self.now)
            #expect(opened == nil)
        } else {
            #expect(after.state == before.state && after.subject == WarningFixture.fuel)
            #expect(after.owner == before.owner && after.end == before.end)
            #expect(opened?.state == .open && opened?.subject == WarningFixture.east)
        }
    }

    @Test("by a matter that an older one is of, too: it ends as a part of that", arguments: Start.allCases)
    func merged(start: Start) throws {
        let before = try warning(start)
        let older = WarningFixture.warning(
            WarningFixture.finding(WarningFixture.matter(.city(Fixtures.ningbo), "fuel"), on: Self.today - 2),
            number: 11, at: Self.now)
        let (after, opened) = try book(before, beside: [older], [finding(WarningFixture.east, observed: 60)])
        #expect(opened == nil && after.subject == WarningFixture.fuel)
        if before.state.isActive {
            #expect(after.state == .resolved && after.end == Warning.End(at: Self.now, mergedInto: 11))
            #expect(after.owner == before.owner)
        } else {
            #expect(after.state == before.state && after.end == before.end)
        }
    }

    @Test("a danger nowhere by an ordinary day", arguments: [Start.open, .claimed, .notified])
    func danger(start: Start) throws {
        var before = WarningFixture.warning(WarningFixture.danger(on: Self.today - 2), at: Self.now)
        if let action = start.action { _ = try before.apply(action, by: "liqiang", at: Self.now) }
        let (after, _) = try book(before, [])
        #expect(after.state == before.state && after.ordinaryDays == 1)
    }
}
