import EarshotTesting
import Testing

@testable import Earshot

/// By hand, from what README says of warnings in the chat and of their states.
@Suite("Where a warning goes from each state")
struct WarningTransitionTests {
    private static let (now, later) = (Fixtures.now, Fixtures.now + .seconds(60))
    private static let tell = WarningAction.tell(words: "请统一回复", recipients: 2, cities: nil)

    /// In a state, by what 李强 did; as it was found where it is open, and after an ordinary day where it is watched.
    private func warning(_ state: WarningState) throws -> Warning {
        var warning = WarningFixture.warning()
        func apply(_ action: WarningAction) throws {
            _ = try warning.apply(action, by: "liqiang", at: Self.now)
        }
        switch state {
        case .open: break
        case .claimed: try apply(.claim)
        case .notified: try apply(Self.tell)
        case .watching: _ = warning.pass(ordinary: Fixtures.today, at: Self.now)
        case .resolved: try apply(.resolve(remark: "已更换批次"))
        case .dismissed: try apply(.dismiss(remark: "水军"))
        }
        #expect(warning.state == state)
        return warning
    }

    /// What becomes of it, and whose it is then; or why nothing does.
    private enum Outcome {
        case becomes(WarningState, String?)
        case refused(ActionRefusal)
    }

    /// What 赵敏 does a minute later, and what comes of it in the order of the actions.
    private static func outcomes(_ state: WarningState) -> [Outcome] {
        let taken = Outcome.refused(.taken(by: "liqiang", at: now))
        let (unsilenced, unended) = (Outcome.refused(.notSilenced), Outcome.refused(.notEnded))
        func over(_ remark: String) -> Outcome {
            .refused(.ended(state, Warning.End(at: now, by: "liqiang", remark: remark)))
        }
        return switch state {
        //   claim, assign to 林枫,
        //   silence, unsilence, restore,
        //   tell, resolve, dismiss
        case .open:
            [
                .becomes(.claimed, "zhaomin"), .becomes(.claimed, "head"),
                .becomes(.open, nil), unsilenced, unended,
                .becomes(.notified, "zhaomin"), .becomes(.resolved, "zhaomin"), .becomes(.dismissed, nil),
            ]
        case .claimed:
            [
                taken, .becomes(.claimed, "head"),
                .becomes(.claimed, "liqiang"), unsilenced, unended,
                .becomes(.notified, "liqiang"), .becomes(.resolved, "liqiang"),
                .becomes(.dismissed, "liqiang"),
            ]
        case .notified:
            [
                taken, .becomes(.notified, "head"),
                .becomes(.notified, "liqiang"), unsilenced, unended,
                .becomes(.notified, "liqiang"), .becomes(.resolved, "liqiang"),
                .becomes(.dismissed, "liqiang"),
            ]
        case .watching:
            [
                .becomes(.watching, "zhaomin"), .becomes(.watching, "head"),
                .becomes(.watching, nil), unsilenced, unended,
                .becomes(.watching, "zhaomin"), .becomes(.resolved, "zhaomin"), .becomes(.dismissed, nil),
            ]
        case .resolved:
            Array(repeating: over("已更换批次"), count: 4) + [.becomes(.claimed, "liqiang")]
                + Array(repeating: over("已更换批次"), count: 3)
        case .dismissed:
            Array(repeating: over("水军"), count: 4) + [.becomes(.open, nil)]
                + Array(repeating: over("水军"), count: 3)
        }
    }

    private static let actions: [(does: WarningAction, kind: WarningStep.Kind)] = [
        (.claim, .claimed), (.assign(to: "head"), .assigned),
        (.silence(until: later + .seconds(7200), reason: nil), .silenced), (.unsilence, .unsilenced),
        (.restore, .restored), (tell, .told), (.resolve(remark: nil), .resolved),
        (.dismiss(remark: nil), .dismissed),
    ]

    @Test(
        "by each thing that a person can do, and what is refused changes nothing",
        arguments: WarningState.allCases)
    func actions(from state: WarningState) throws {
        let outcomes = Self.outcomes(state)
        #expect(outcomes.count == Self.actions.count)
        for (action, outcome) in zip(Self.actions, outcomes) {
            let before = try warning(state)
            var warning = before
            switch outcome {
            case .becomes(let next, let owner):
                let step = try warning.apply(action.does, by: "zhaomin", at: Self.later)
                #expect(warning.state == next && warning.owner == owner, "\(action.kind)")
                #expect(warning.version == before.version + 1, "\(action.kind)")
                #expect((step.kind, step.actor, step.warning) == (action.kind, "zhaomin", 12))
                #expect(step.at == Self.later && (warning.end == nil) == next.isActive, "\(action.kind)")
            case .refused(let reason):
                #expect(throws: reason, "\(action.kind)") {
                    try warning.apply(action.does, by: "zhaomin", at: Self.later)
                }
                #expect(warning == before, "\(action.kind)")
            }
        }
    }

    @Test(
        "back to where it stood, by whoever takes back that it is over or was none",
        arguments: WarningState.allCases.filter(\.isActive))
    func restored(state: WarningState) throws {
        for (action, owner, stood) in [
            // Whoever says that it is over has it.
            (WarningAction.resolve(remark: nil), "zhaomin", state == .open ? .claimed : state),
            (.dismiss(remark: nil), nil, state),
        ] as [(WarningAction, String?, WarningState)] {
            var warning = try warning(state)
            let holder = warning.owner ?? owner
            _ = try warning.apply(action, by: "zhaomin", at: Self.now)
            // Its last moment.
            let week = Self.now + .seconds(7 * 86_400)
            var after = warning
            _ = try after.apply(.restore, by: "head", at: week - .milliseconds(1))
            #expect(after.state == stood && after.owner == holder && after.reopenings == 1, "\(action)")
            let end = try #require(warning.end)
            #expect(throws: ActionRefusal.endedLongAgo(warning.state, end)) {
                try warning.apply(.restore, by: "head", at: week)
            }
            #expect(warning.end == end)
        }
    }

    @Test("nowhere by taking back what nobody said: it ended by itself, or became a part of another one")
    func endedByItself() throws {
        var (faded, merged) = (WarningFixture.warning(), WarningFixture.warning())
        _ = faded.end(at: Self.now)
        _ = merged.merge(into: 11, at: Self.now)
        for before in [faded, merged] {
            var warning = before
            #expect(before.state == .resolved && before.end?.by == nil)
            #expect(throws: ActionRefusal.notEnded) {
                try warning.apply(.restore, by: "zhaomin", at: Self.later)
            }
            #expect(warning == before)
        }
    }

    @Test(
        "nowhere by a silence or by its end before its time",
        arguments: WarningState.allCases.filter(\.isActive))
    func silence(state: WarningState) throws {
        var warning = try warning(state)
        let owner = warning.owner
        let until = Self.now + .seconds(7200)
        let step = try warning.apply(.silence(until: until, reason: "核实中"), by: "head", at: Self.now)
        #expect(step.until == until && step.note == "核实中")
        #expect(warning.silence == Warning.Silence(until: until, by: "head", reason: "核实中"))
        let silenced = warning
        #expect(throws: ActionRefusal.notSilenced) {
            try warning.apply(.unsilence, by: "zhaomin", at: until)
        }
        #expect(warning == silenced)
        _ = try warning.apply(.unsilence, by: "zhaomin", at: until - .milliseconds(1))
        #expect(warning.silence == nil && warning.version == silenced.version + 1)
        #expect(warning.state == state && warning.owner == owner)
    }

    @Test("nowhere where it is given to who has it", arguments: [WarningState.claimed, .notified])
    func given(state: WarningState) throws {
        let before = try warning(state)
        var warning = before
        #expect(throws: ActionRefusal.alreadyOwn) { try warning.apply(.claim, by: "liqiang", at: Self.later) }
        #expect(throws: ActionRefusal.alreadyOwn) {
            try warning.apply(.assign(to: "liqiang"), by: "liqiang", at: Self.later)
        }
        #expect(throws: ActionRefusal.taken(by: "liqiang", at: Self.now)) {
            try warning.apply(.assign(to: "liqiang"), by: "zhaomin", at: Self.later)
        }
        #expect(warning == before)
    }
}
