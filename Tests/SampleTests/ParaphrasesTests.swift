import Earshot
import Testing

@testable import Sample

@Suite("Paraphrases")
struct ParaphrasesTests {
    private static let paraphrases = Paraphrases(seed: 20_261_121)

    /// The share of messages of a kind that must at least be served, in either half of the words.
    private static let floors: [ParaphraseKind: Double] = [
        .plain: 1, .sound: 0.92, .look: 0.77, .doubled: 0.96, .dropped: 0.57, .swapped: 0.78, .unspaced: 1,
        .spaced: 1, .width: 1, .traditional: 1, .mixed: 0.94, .english: 0.9, .pinyin: 0.9, .polite: 0.97,
        .spoken: 0.98, .several: 0.95, .negated: 0.95, .harmless: 1,
    ]

    @Test(
        "messages that word a wish in other letters are understood as often as before",
        arguments: ParaphraseKind.allCases, Half.allCases)
    func served(kind: ParaphraseKind, half: Half) throws {
        let score = try Self.score(kind, half)
        let floor = try #require(Self.floors[kind])
        #expect(score.count > 3)
        #expect(score.served >= floor, "\(Self.told(score))")
    }

    @Test(
        "what is said with signs of politeness or in other letters of the same words changes nothing unasked")
    func harmless() throws {
        let kinds: [ParaphraseKind] = [
            .plain, .sound, .unspaced, .spaced, .width, .traditional, .mixed, .english, .polite, .spoken,
            .several, .negated, .harmless,
        ]
        for kind in kinds {
            for half in Half.allCases {
                let score = try Self.score(kind, half)
                #expect(score.harmful == 0, "\(kind) \(half): \(Self.told(score))")
            }
        }
    }

    @Test("the same seed makes the same messages, and another one others")
    func deterministic() {
        let texts = Self.paraphrases.messages(of: .sound, .tuned).map(\.turns)
        #expect(texts == Paraphrases(seed: 20_261_121).messages(of: .sound, .tuned).map(\.turns))
        #expect(texts != Paraphrases(seed: 1).messages(of: .sound, .tuned).map(\.turns))
    }

    @Test(
        "no message of one half of the slips is in the other",
        arguments: [ParaphraseKind.sound, .polite, .spoken])
    func halves(kind: ParaphraseKind) {
        let tuned = Set(Self.paraphrases.messages(of: kind, .tuned).map(\.turns))
        #expect(tuned.isDisjoint(with: Self.paraphrases.messages(of: kind, .heldOut).map(\.turns)))
    }

    private static func score(_ kind: ParaphraseKind, _ half: Half) throws -> ParaphraseScore {
        ParaphraseScore(
            of: paraphrases.messages(of: kind, half), by: try RouterFixture.router(), today: Fixture.today)
    }

    /// The messages of the tuned half that failed; the other half stays unread.
    private static func told(_ score: ParaphraseScore) -> [String] {
        score.wrong.filter { $0.message.half == .tuned }.map {
            "\($0.message.turns.last ?? "") > \($0.understood.request.intent.rawValue)"
        } + ["\(score.count - score.wrong.count) of \(score.count)"]
    }
}
