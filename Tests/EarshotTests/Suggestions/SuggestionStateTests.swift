import EarshotTesting
import Testing

@testable import Earshot

@Suite("The states of a suggestion")
struct SuggestionStateTests {
    private static func backer(_ person: String) -> Suggestion.Backer {
        Suggestion.Backer(
            person: person, dealer: "D\(person)", city: "杭州", region: nil, at: Timestamp(seconds: 0))
    }

    private static func random(_ random: inout SeededRandom) -> SuggestionAction {
        let number = Int64.random(in: 1...4, using: &random)
        switch Int.random(in: 0..<60, using: &random) % 10 {
        case 0: return .support(backer("p\(number)"))
        case 1, 2, 3:
            return .decide(
                SuggestionState.allCases.randomElement(using: &random) ?? .open,
                reason: Bool.random(using: &random) ? "因为" : nil)
        case 4: return .assign("部门\(number)")
        case 5: return .schedule(Day(number: Int(number)))
        case 6: return .merge(into: number)
        case 7: return .withdraw
        case 8: return .unsupport
        default: return .split
        }
    }

    @Test("after any actions the state is legal, the steps explain it, and nobody is lost", arguments: 0..<40)
    func properties(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var suggestion = Suggestion(number: 1, "周末多排两个技师", filer: Self.backer("p1"))
        var steps: [SuggestionStep] = []
        for index in 0..<200 {
            let before = suggestion
            let action = Self.random(&random)
            do {
                steps.append(
                    try suggestion.apply(
                        action, by: action == .unsupport ? "p\(index % 4 + 1)" : "hq\(index % 3)",
                        at: Timestamp(seconds: Int64(index) * 100)))
            } catch {
                #expect(suggestion == before, "a refusal changes nothing: \(error)")
                continue
            }
            #expect(suggestion.version == before.version + 1)
            #expect(
                suggestion.state == before.state || before.state.next.contains(suggestion.state),
                "\(before.state) to \(suggestion.state)")
            #expect(suggestion.state != .declined || suggestion.reason?.isEmpty == false)
            #expect((suggestion.state == .shipped) == (suggestion.shippedAt != nil))
            #expect(
                before.supporters.count { !suggestion.supporters.contains($0) }
                    == (action == .unsupport ? 1 : 0))
        }
        var (state, part, department) = (SuggestionState.open, Int64?.none, String?.none)
        var (due, supporters) = (Day?.none, 0)
        for step in steps {
            switch step.kind {
            case .accepted: state = .accepted
            case .declined: state = .declined
            case .started: state = .inProgress
            case .shipped: state = .shipped
            case .withdrawn: state = .withdrawn
            case .merged: part = step.note.flatMap { Int64($0) }
            case .split: part = nil
            case .assigned: department = step.note
            case .scheduled: due = step.note.flatMap { Day($0) }
            case .supported: supporters += 1
            case .unsupported: supporters -= 1
            case .filed, .absorbed, .released, .measured: break
            }
        }
        #expect(state == suggestion.state && part == suggestion.mergedInto)
        #expect(department == suggestion.department && due == suggestion.due)
        #expect(supporters == suggestion.supporters.count)
        #expect(Set(suggestion.backers.map(\.person)).count == suggestion.backers.count)
    }

    @Test("every state but the first can be reached, and none goes back to it")
    func transitions() {
        let reached = Set(SuggestionState.allCases.flatMap(\.next))
        #expect(reached == Set(SuggestionState.allCases).subtracting([.open]))
    }

    @Test("another's decision stands for two minutes unless it is known")
    func fresh() throws {
        var suggestion = Suggestion(number: 1, "周末多排两个技师", filer: Self.backer("p1"))
        _ = try suggestion.apply(.decide(.accepted, reason: nil), by: "a", at: Timestamp(seconds: 1000))
        let decision = Suggestion.Decision(by: "a", at: Timestamp(seconds: 1000))
        #expect(throws: SuggestionRefusal.justDecided(.accepted, decision)) {
            try suggestion.apply(.decide(.inProgress, reason: nil), by: "b", at: Timestamp(seconds: 1119))
        }
        var other = suggestion
        _ = try other.apply(.decide(.inProgress, reason: nil), by: "a", at: Timestamp(seconds: 1001))
        _ = try suggestion.apply(.decide(.inProgress, reason: nil), by: "b", at: Timestamp(seconds: 1120))
        #expect(other.state == .inProgress && suggestion.state == .inProgress)
    }

    @Test("alike are those that say the same, and the aspect tells them apart")
    func likeness() {
        func likeness(_ one: String, _ other: String, _ aspects: (String, String)? = nil) -> Double {
            SuggestionLikeness(one, aspect: aspects.flatMap { Aspect($0.0[...]) }).likeness(
                to: SuggestionLikeness(other, aspect: aspects.flatMap { Aspect($0.1[...]) }))
        }
        let threshold = SuggestionLikeness.threshold
        #expect(likeness("高速油耗显示不准", "高速油耗显示不准!") >= 0.999)
        #expect(likeness("高速油耗显示不准,希望改算法", "高速油耗显示不准,能不能改一下算法") >= threshold)
        #expect(likeness("周末多排两个技师", "展厅加一台咖啡机") < threshold)
        #expect(likeness("", "周末多排两个技师") == 0)
        #expect(likeness("😀", "😀") == 0)
        let same = likeness("油耗显示不准", "油耗显示有误差", ("fuel", "fuel"))
        #expect(same > likeness("油耗显示不准", "油耗显示有误差"))
        #expect(likeness("油耗显示不准", "续航显示不准", ("fuel", "charging")) < likeness("油耗显示不准", "续航显示不准"))
    }

    @Test(
        "a day until which something is to be done is read",
        arguments: [
            ("月底", "2026-11-30"), ("下月底", "2026-12-31"), ("年底", "2026-12-31"), ("12月15日", "2026-12-15"),
            ("1月5日", "2027-01-05"), ("25号", "2026-11-25"), ("5号", "2026-12-05"), ("下周五", "2026-11-27"),
            ("明天", "2026-11-22"), ("10天", "2026-12-01"), ("两周", "2026-12-05"), ("12月底", "2026-12-31"),
            ("2026-12-15", "2026-12-15"),
        ])
    func dueDay(_ text: String, _ day: String) throws {
        let words = try #require(try RoutingFixture.commands().replies)
        #expect(DueDayReader(words).day(text, today: Fixtures.today) == Day(day[...]), "\(text)")
    }

    @Test(
        "what is no day, or is over, is none",
        arguments: ["", "油耗", "13月1日", "2月30日", "2020-01-01", "999天", "月", "周八"])
    func noDay(_ text: String) throws {
        let words = try #require(try RoutingFixture.commands().replies)
        #expect(DueDayReader(words).day(text, today: Fixtures.today) == nil, "\(text)")
    }
}
