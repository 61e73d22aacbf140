import Testing

@testable import Earshot

@Suite("Why a text is understood as it is")
struct ExplanationTests {
    private func words(_ bytes: Range<Int>, of text: String) -> String {
        String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
    }

    @Test("It shows the clauses, the terms in them and what the rules conclude")
    func rules() throws {
        let text = "油耗太高了，空间不大"
        let explanation = try UnderstandingFixture.analyzer.get().explain(text)
        #expect(explanation.clauses.map { words($0.bytes, of: text) } == ["油耗太高了", "空间不大"])
        let fuel = Aspect("fuel")!
        #expect(
            explanation.clauses[0].terms.contains { term in
                words(term.bytes, of: text).contains("油耗")
                    && term.senses.contains {
                        if case .opinion(fuel, _) = $0 { true } else { $0 == .aspect(fuel) }
                    }
            })
        #expect(explanation.clauses[1].terms.contains { $0.senses.contains(.role("negation")) })
        let vote = try #require(explanation.votes.first { $0.aspect == fuel })
        #expect(vote.value < 0 && vote.isStated && words(vote.bytes, of: text).contains("油耗"))
        #expect(explanation.reading == (try UnderstandingFixture.analyzer.get().analyze(text)))
        #expect(explanation.judgements.isEmpty && explanation.sentiment == nil)
    }

    @Test("The weights sum to the probabilities that are given")
    func sums() async throws {
        let analyzer = try await OpinionTrainerTests.analyzer()
        for text in OpinionTrainerTests.texts(30, seed: 9).map(\.text) + ["噗噗喔喔,噗噗呜呜。哐哐咪咪咪咪12个"] {
            let explanation = analyzer.explain(text)
            #expect(explanation.reading == analyzer.analyze(text))
            #expect(!explanation.judgements.isEmpty)
            for judgement in explanation.judgements {
                #expect(abs(judgement.shares.reduce(0) { $0 + $1.share } - 1) < 1e-4)
                let best = try #require(judgement.shares.max { $0.share < $1.share })
                #expect(abs(judgement.mention.probability * best.share - judgement.probability) < 1e-4)
                let given = explanation.reading.opinions.first { $0.aspect == judgement.aspect }
                #expect(judgement.isGiven == (given != nil))
                if let given {
                    #expect(given.polarity == best.polarity)
                    #expect(abs(Float(given.probability ?? 0) - judgement.probability) < 1e-6)
                }
            }
            let sign = try #require(explanation.sentiment)
            #expect((sign.score > 0) == (explanation.reading.sentiment > 0))
        }
    }

    @Test("A weight points to the characters that carry it, where they stand")
    func characters() async throws {
        let text = "嘿，嗒噗噗嗒呜呜"
        let judgement = try #require(
            try await OpinionTrainerTests.analyzer().explain(text).judgements.first)
        #expect(judgement.aspect == Aspect("fuel")!)
        let heaviest = judgement.mention.weights.compactMap { weight -> String? in
            guard case .characters(let bytes, .text) = weight.source, weight.score > 0 else { return nil }
            return words(bytes, of: text)
        }
        #expect(heaviest.prefix(3).allSatisfy { $0.contains("噗") }, "\(heaviest)")
        #expect(Set(heaviest).isSubset(of: Set(heaviest.filter { text.contains($0) })))
    }
}
