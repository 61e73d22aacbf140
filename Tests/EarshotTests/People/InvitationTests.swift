import Testing

@testable import Earshot

@Suite("Invitations")
struct InvitationTests {
    private let start = Timestamp(seconds: 1_790_000_000)

    private func decide(
        _ invitation: Invitation?, owner: String? = nil, wrong: [Timestamp] = [], known: Bool = true,
        now: Timestamp
    ) -> Redemption {
        Redemption.decide(
            invitation, by: "dingtalk:1", owner: owner, attempts: BindingAttempts(wrong: wrong),
            isKnown: { _ in known }, now: now)
    }

    @Test("a code reads as it was written, however it is typed")
    func typed() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let code = InvitationCode(using: &generator)
            let text = code.description
            #expect(text.count == 14)
            #expect(InvitationCode(typed: text) == code)
            #expect(InvitationCode(typed: text.lowercased()) == code)
            #expect(InvitationCode(typed: " \(code.characters) ") == code)
            let wide = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
            #expect(InvitationCode(typed: wide.replacing("-", with: "—")) == code)
        }
    }

    @Test("no two characters of the alphabet look alike, and a code has at least 50 bits")
    func alphabet() {
        let characters = Set(InvitationCode.alphabet)
        #expect(characters.count == InvitationCode.alphabet.count)
        for pair in ["0O", "1I", "1L", "IL", "5S", "8B", "2Z", "UV", "0D"] {
            #expect(!pair.utf8.allSatisfy(characters.contains), "\(pair)")
        }
        var combinations = 1.0
        for _ in 0..<InvitationCode.length { combinations *= Double(characters.count) }
        #expect(combinations > Double(1 << 50))
    }

    @Test(
        "what cannot be a code is none",
        arguments: [
            "", "7KQM", "7KQM-X2VA-9TP", "7KQM-X2VA-9TPCC", "0KQM-X2VA-9TPC", "7KQM-X2VA-9TP!",
            "杭州7KQMX2VA9T",
            String(repeating: "7", count: 10_000),
        ])
    func malformed(text: String) {
        #expect(InvitationCode(typed: text) == nil)
    }

    @Test("an open invitation binds once")
    func once() throws {
        let invitation = Invitation(person: "wang", now: start)
        guard case .bound(let redeemed) = decide(invitation, now: start + .seconds(60)) else {
            Issue.record("not bound")
            return
        }
        #expect(redeemed.person == "wang")
        #expect(redeemed.state == .redeemed(account: "dingtalk:1", at: start + .seconds(60)))
        #expect(decide(redeemed, now: start + .seconds(61)) == .refused(.used))
    }

    @Test("an expired, revoked or unknown code and one for somebody who left are refused")
    func refusals() {
        let invitation = Invitation(person: "wang", now: start)
        let last = start + Invitation.validity - .milliseconds(1)
        #expect(decide(invitation, now: start + Invitation.validity) == .refused(.expired))
        guard case .bound = decide(invitation, now: last) else {
            Issue.record("refused before it expired")
            return
        }
        var revoked = invitation
        revoked.revoke(now: start)
        #expect(decide(revoked, now: start) == .refused(.revoked))
        #expect(decide(nil, now: start) == .refused(.unknownCode))
        #expect(decide(invitation, known: false, now: start) == .refused(.personGone))
        #expect(decide(invitation, owner: "li", now: start) == .refused(.accountBound(person: "li")))
    }

    @Test("a redeemed invitation cannot be revoked")
    func noWayBack() {
        guard case .bound(var redeemed) = decide(Invitation(person: "wang", now: start), now: start) else {
            Issue.record("not bound")
            return
        }
        let before = redeemed
        redeemed.revoke(now: start + .seconds(1))
        #expect(redeemed == before)
    }

    @Test("after five wrong codes within an hour even the right one waits")
    func rateLimit() {
        let invitation = Invitation(person: "wang", now: start)
        let wrong = (0..<5).map { start + .seconds($0 * 60) }
        let now = start + .seconds(300)
        let until = start + BindingAttempts.window
        #expect(decide(invitation, wrong: wrong, now: now) == .refused(.tooManyAttempts(until: until)))
        #expect(decide(nil, wrong: wrong, now: now) == .refused(.tooManyAttempts(until: until)))
        guard case .bound = decide(invitation, wrong: Array(wrong.dropFirst()), now: now) else {
            Issue.record("four wrong codes block")
            return
        }
        guard case .bound = decide(invitation, wrong: wrong.shuffled(), now: until) else {
            Issue.record("still blocked after the window")
            return
        }
        #expect(BindingAttempts.horizon(now: now) == now - BindingAttempts.window)
    }

    @Test("only guesses count as attempts")
    func counting() {
        let guesses: [Redemption.Refusal] = [.unknownCode, .expired, .used, .revoked]
        let others: [Redemption.Refusal] = [
            .personGone, .accountBound(person: "li"), .tooManyAttempts(until: start),
        ]
        #expect(guesses.allSatisfy { $0.countsAsAttempt })
        #expect(!others.contains { $0.countsAsAttempt })
    }
}
