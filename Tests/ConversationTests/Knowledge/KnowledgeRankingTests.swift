import Foundation
import Testing

@testable import Earshot

@Suite("Finding lines to take")
struct KnowledgeRankingTests {
    private static let lexicon = Result {
        let project = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return KnowledgeLexicon(
            try decoder.decode(
                KnowledgePart.self,
                from: Data(contentsOf: project.appending(path: "bot-config/lexicon/knowledge.json5"))))
    }

    private struct Figures {
        /// The right entry comes first, given or offered.
        var first = 0
        /// It is given at once.
        var given = 0
        /// Another one is given at once.
        var wrong = 0
        var all = 0
    }

    private func figures(
        _ questions: (KnowledgeSample.Topic) -> [String]
    ) throws -> Figures {
        let index = KnowledgeIndex(
            KnowledgeSample.entries(filedAt: Timestamp(milliseconds: 0)), try Self.lexicon.get())
        var figures = Figures()
        for (position, topic) in KnowledgeSample.topics.enumerated() {
            for question in questions(topic) {
                figures.all += 1
                guard let best = index.matches(question).first,
                    best.relevance >= KnowledgeService.threshold
                else { continue }
                let isRight = best.entry.number == Int64(position + 1)
                if isRight { figures.first += 1 }
                if best.isSure {
                    if isRight { figures.given += 1 } else { figures.wrong += 1 }
                }
            }
        }
        return figures
    }

    /// Of questions without an answer: how many are answered all the same, and how many are offered something.
    private func falseAnswers(to questions: [String]) throws -> (given: Int, offered: Int) {
        let index = KnowledgeIndex(
            KnowledgeSample.entries(filedAt: Timestamp(milliseconds: 0)), try Self.lexicon.get())
        let found = questions.compactMap { index.matches($0).first }
            .filter { $0.relevance >= KnowledgeService.threshold }
        return (found.count { $0.isSure }, found.count { !$0.isSure })
    }

    @Test("of 200 ways to ask 40 questions the right entry comes first in more than nine of ten")
    func right() throws {
        let tuned = try figures(\.tuned)
        #expect(tuned.all == 160)
        #expect(tuned.first >= 145)
        #expect(tuned.given >= 113)
        #expect(tuned.wrong <= 1)
        let fresh = try figures(\.fresh)
        #expect(fresh.all == 40)
        #expect(fresh.first >= 39)
        #expect(fresh.given >= 32)
        #expect(fresh.wrong == 0)
    }

    @Test("of 125 questions that nothing answers one is answered")
    func silent() throws {
        #expect(UnansweredSample.tuned.count == 85)
        #expect(UnansweredSample.fresh.count == 40)
        let tuned = try falseAnswers(to: UnansweredSample.tuned)
        #expect(tuned.given <= 1)
        #expect(tuned.offered <= 3)
        let fresh = try falseAnswers(to: UnansweredSample.fresh)
        #expect(fresh.given == 0)
        #expect(fresh.offered <= 7)
    }

    @Test("a single entry is found as well as among many, and what it does not say keeps it away")
    func alone() throws {
        let entry = KnowledgeSample.entries(filedAt: Timestamp(milliseconds: 0))[2]
        let index = KnowledgeIndex([entry], try Self.lexicon.get())
        #expect(index.matches("客户说刹车有异响").first?.isSure == true)
        #expect(index.matches("座椅加热怎么打开").isEmpty)
        #expect(index.matches("").isEmpty)
        #expect(index.matches("怎么跟客户解释").isEmpty)
    }

    @Test("what is hostile finds nothing and ends")
    func hostile() throws {
        let index = KnowledgeIndex(
            KnowledgeSample.entries(filedAt: Timestamp(milliseconds: 0)), try Self.lexicon.get())
        for text in ["\u{0}\u{1}", "%_'\";--", String(repeating: "？", count: 2000), "🚗🚗🚗"] {
            #expect(index.matches(text).isEmpty)
        }
    }
}
