import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import PlatformClients
import Synchronization
import Testing

@Suite("Keeping an access token")
struct TokenKeeperTests {
    /// A platform that grants numbered tokens, or what it was told to answer.
    private final class Source: Sendable {
        private struct State {
            var fetches = 0
            var answers: [PlatformAnswered<PlatformToken>] = []
        }

        private let state = Mutex(State())
        let gate: Gate?

        init(gate: Gate? = nil) {
            self.gate = gate
        }

        var fetches: Int { state.withLock { $0.fetches } }

        func answer(_ answers: PlatformAnswered<PlatformToken>...) {
            state.withLock { $0.answers += answers }
        }

        func fetch() async -> PlatformAnswered<PlatformToken> {
            let answer = state.withLock { state -> PlatformAnswered<PlatformToken> in
                state.fetches += 1
                let granted = PlatformToken(Secret("t\(state.fetches)"), lifetime: .seconds(7200))
                return state.answers.isEmpty ? .value(granted) : state.answers.removeFirst()
            }
            await gate?.pass()
            return answer
        }
    }

    private let clock = ManualClock()
    private let busy = SendOutcome.retry(after: nil, PlatformRemark(code: "-1"))
    private let wrongSecret = SendOutcome.channelStopped(PlatformRemark(code: "40001"))

    private func keeper(_ source: Source) -> TokenKeeper {
        TokenKeeper(clock: clock) { await source.fetch() }
    }

    private func text(_ answered: PlatformAnswered<Secret>?) -> String {
        switch answered {
        case .value(let token)?: token.revealText()
        case .failed(let outcome)?: outcome.kind
        case nil: "none"
        }
    }

    @Test("many who want a token at once cause one fetch")
    func singleFlight() async {
        let gate = Gate()
        let source = Source(gate: gate)
        let keeper = keeper(source)
        let got = await withTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { text(await keeper.token()) } }
            group.addTask {
                gate.open()
                return "t1"
            }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(got == ["t1"])
        #expect(source.fetches == 1)
    }

    @Test("a token is used until five minutes before its end, then renewed")
    func renewal() async {
        let source = Source()
        let keeper = keeper(source)
        #expect(text(await keeper.token()) == "t1")
        clock.advance(by: .seconds(6899))
        #expect(text(await keeper.token()) == "t1")
        clock.advance(by: .seconds(1))
        #expect(text(await keeper.token()) == "t2")
        #expect(source.fetches == 2)
    }

    @Test("a token that lives shorter than the margin is renewed at half its life")
    func shortLife() async {
        let source = Source()
        source.answer(.value(PlatformToken(Secret("short"), lifetime: .seconds(100))))
        let keeper = keeper(source)
        #expect(text(await keeper.token()) == "short")
        clock.advance(by: .seconds(49))
        #expect(text(await keeper.token()) == "short")
        clock.advance(by: .seconds(1))
        #expect(text(await keeper.token()) == "t2")
    }

    @Test("a token that is over as it is granted is not fetched for every message")
    func noLife() async {
        let source = Source()
        source.answer(.value(PlatformToken(Secret("dead"), lifetime: .zero)))
        let keeper = keeper(source)
        for _ in 0..<5 { #expect(text(await keeper.token()) == "dead") }
        #expect(source.fetches == 1)
        clock.advance(by: .seconds(5))
        #expect(text(await keeper.token()) == "t2")
    }

    @Test("when renewing fails the old token serves until its own end")
    func oldToken() async {
        let source = Source()
        let keeper = keeper(source)
        _ = await keeper.token()
        source.answer(.failed(busy), .failed(busy))
        clock.advance(by: .seconds(7000))
        #expect(text(await keeper.token()) == "t1")
        #expect(text(await keeper.token()) == "t1")
        #expect(source.fetches == 2)
        clock.advance(by: .seconds(200))
        #expect(text(await keeper.token()) == "retry")
        #expect(source.fetches == 3)
        clock.advance(by: .seconds(5))
        #expect(text(await keeper.token()) == "t4")
    }

    @Test("a wrong secret stops the channel, and is tried again only after ten minutes")
    func wrongSecretStops() async {
        let source = Source()
        source.answer(.failed(wrongSecret))
        let keeper = keeper(source)
        for _ in 0..<5 { #expect(text(await keeper.token()) == "channelStopped") }
        clock.advance(by: .seconds(599))
        #expect(text(await keeper.token()) == "channelStopped")
        #expect(source.fetches == 1)
        clock.advance(by: .seconds(1))
        #expect(text(await keeper.token()) == "t2")
    }

    @Test("what the platform refuses for good stops the channel too, what is unclear is tried again")
    func otherFailures() async {
        for (outcome, expected) in [
            (SendOutcome.refused(PlatformRemark(code: "1")), "channelStopped"),
            (.unclear(repeatIsSafe: true, PlatformRemark(code: "http.timed-out")), "retry"),
            (.tooFast(wait: .seconds(60), PlatformRemark(code: "45009")), "tooFast"),
        ] {
            let source = Source()
            source.answer(.failed(outcome))
            let keeper = keeper(source)
            #expect(text(await keeper.token()) == expected)
            #expect(text(await keeper.token()) == expected)
            #expect(source.fetches == 1)
        }
    }

    @Test("a refused token is replaced once, for everybody who had it refused")
    func replacement() async {
        let source = Source()
        let keeper = keeper(source)
        _ = await keeper.token()
        #expect(text(await keeper.replacement(for: Secret("t1"))) == "t2")
        // Another call that went out with the old one.
        #expect(text(await keeper.replacement(for: Secret("t1"))) == "t2")
        #expect(source.fetches == 2)
    }

    @Test("a token fetched after a refusal and refused again is not replaced for a minute")
    func noLoop() async {
        let source = Source()
        let keeper = keeper(source)
        _ = await keeper.token()
        #expect(text(await keeper.replacement(for: Secret("t1"))) == "t2")
        for _ in 0..<5 { #expect(text(await keeper.replacement(for: Secret("t2"))) == "none") }
        #expect(source.fetches == 2)
        clock.advance(by: .seconds(60))
        #expect(text(await keeper.replacement(for: Secret("t2"))) == "t3")
    }
}
