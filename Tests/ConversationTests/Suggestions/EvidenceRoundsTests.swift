import EarshotTesting
import Store
import Synchronization
import Testing

@testable import Earshot

@Suite("The evidence of suggestions is renewed")
struct EvidenceRoundsTests {
    /// Finds what it is told to find, and keeps what it was asked for.
    private final class Search: EvidenceSearch {
        private let state = Mutex<(found: Result<Int, Fault>, asked: [String])>((.success(3), []))

        struct Fault: Error {}

        func find(_ found: Result<Int, Fault>) { state.withLock { $0.found = found } }
        var asked: [String] { state.withLock { $0.asked } }

        func evidence(for words: String, in city: City?, upTo day: Day) async throws -> Evidence? {
            let found = state.withLock { state in
                state.asked.append(words)
                return state.found
            }
            let count = try found.get()
            return Evidence(
                day: day, city: nil, nation: Evidence.Span(month: count, quarter: count), voices: [],
                isAtLeast: count == 0)
        }

        func count(
            of words: String, in city: City?, during days: ClosedRange<Day>
        ) async throws -> MatterCount? { nil }

        func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice] { [] }
    }

    private let house: SuggestionHouse
    private let search = Search()
    private let rounds: EvidenceRounds

    init() async throws {
        let (house, search) = (try SuggestionHouse(search: search), search)
        self.house = house
        rounds = EvidenceRounds(register: house.bot, clock: house.clock) {
            EvidenceRounds.Situation(search: search, calendar: .shanghai)
        }
    }

    @Test("once a week, as long as something is to be done about it")
    func weekly() async throws {
        _ = try await house.say("建议:周末多排两个技师")
        #expect(try await rounds.renew() == 0)
        house.clock.advance(by: EvidenceRounds.week)
        search.find(.success(40))
        #expect(try await rounds.renew() == 1)
        #expect(try await rounds.renew() == 0)
        let kept = try await house.stored()
        #expect(kept?.evidence?.nation.quarter == 40)
        #expect(kept?.evidence?.day == LocalCalendar.shanghai.day(of: house.clock.now))
        _ = try await house.say("不采纳 1 因为做不到", as: SuggestionHouse.headquarters)
        house.clock.advance(by: EvidenceRounds.week)
        #expect(try await rounds.renew() == 0)
    }

    @Test(
        "where the search failed at its filing it is looked for within the hour, and again until it is found")
    func afterFault() async throws {
        search.find(.failure(Search.Fault()))
        #expect(try await house.say("建议:周末多排两个技师").contains("已收到建议 #1"))
        #expect(try await house.stored()?.evidence == nil)
        house.clock.advance(by: EvidenceRounds.soon)
        await #expect(throws: Search.Fault.self) { try await rounds.renew() }
        #expect(try await rounds.renew() == 0)
        house.clock.advance(by: EvidenceRounds.soon)
        search.find(.success(0))
        #expect(try await rounds.renew() == 1)
        // The index was behind.
        house.clock.advance(by: EvidenceRounds.soon)
        search.find(.success(7))
        #expect(try await rounds.renew() == 1)
        #expect(try await house.stored()?.evidence?.nation.month == 7)
        #expect(search.asked.count == 4)
    }

    @Test("one that cannot be looked for keeps the others from nothing, and a failure loses no evidence")
    func others() async throws {
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:试驾车换新一批")
        house.clock.advance(by: EvidenceRounds.week)
        search.find(.failure(Search.Fault()))
        await #expect(throws: Search.Fault.self) { try await rounds.renew() }
        #expect(search.asked.count == 4)
        for number in [1, 2] as [Int64] {
            #expect(try await house.stored(number)?.evidence?.nation.quarter == 3)
        }
    }
}
