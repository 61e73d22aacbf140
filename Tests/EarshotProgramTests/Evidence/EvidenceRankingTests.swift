import EarshotTesting
import FoundationEssentials
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("What is found of the customers' voices for suggestions")
struct EvidenceRankingTests {
    private let cases = EvidenceCases(
        [EvidenceCases.everyday, EvidenceCases.product, EvidenceCases.service, EvidenceCases.unspoken].joined(
            separator: "\n"))

    /// How well one half was found.
    private struct Score {
        var suggestions = 0
        /// Of the voices quoted for each suggestion that has any about it, the share that is about it.
        var precisions: [Double] = []
        var counted = 0
        var rightlyCounted = 0
        var relevant = 0
        var silent = 0
        var rightlySilent = 0
        var faults: [String] = []

        var precision: Double { precisions.reduce(0, +) / Double(max(1, precisions.count)) }
        var recall: Double { Double(rightlyCounted) / Double(max(1, relevant)) }
        var countPrecision: Double { Double(rightlyCounted) / Double(max(1, counted)) }
        var silence: Double { Double(rightlySilent) / Double(max(1, silent)) }
    }

    /// The first of two neighbours is for tuning, the second is held back.
    private func scores() async throws -> (tuning: Score, heldBack: Score) {
        let folder = try TemporaryFolder()
        let store = try VoiceStore(path: folder.file("voices.db"))
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let comprehension = try installation.comprehension()
        let today = Fixtures.today
        let voices = cases.voices.enumerated().map { index, voice in
            comprehension.understand(
                Voice(
                    id: voice.id, source: "论坛", text: voice.text,
                    publishedAt: LocalCalendar.shanghai.start(of: today - index % 60) + .seconds(36_000)))
        }
        _ = try await store.add(voices)
        try VoiceIndexing(store, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
        let search = VoiceEvidence(
            store, words: try installation.evidenceWords(), analyzer: comprehension.analyzer)
        var scores = (Score(), Score())
        for (index, item) in cases.cases.enumerated() {
            let (judged, isCut) = try await search.judged(item.suggestion, in: nil, upTo: today)
            let evidence = try await search.evidence(for: item.suggestion, in: nil, upTo: today)
            #expect(!isCut && evidence.nation.quarter == judged.count)
            let score = score(item, evidence, judged)
            if index.isMultiple(of: 2) { add(score, to: &scores.0) } else { add(score, to: &scores.1) }
        }
        await store.close()
        return scores
    }

    private func score(_ item: EvidenceCases.Case, _ evidence: Evidence, _ judged: [VoiceEvidence.Judged])
        -> Score
    {
        // The store numbers voices as they come in, from 1 on.
        func isRelevant(_ number: Int64) -> Bool { item.relevant.contains("\(number - 1)") }
        var score = Score(suggestions: 1)
        let right = evidence.voices.count(where: isRelevant)
        if item.relevant.isEmpty {
            (score.silent, score.rightlySilent) = (1, evidence.isEmpty ? 1 : 0)
        } else {
            score.precisions = [evidence.voices.isEmpty ? 0 : Double(right) / Double(evidence.voices.count)]
        }
        score.counted = judged.count
        score.relevant = item.relevant.count
        score.rightlyCounted = judged.count { isRelevant($0.voice.number) }
        score.faults = judged.filter { !isRelevant($0.voice.number) }.map {
            "+ \(item.suggestion) | \($0.voice.text) | \($0.relevance.score) \($0.relevance)"
        }
        let found = Set(judged.map { "\($0.voice.number - 1)" })
        score.faults += item.relevant.subtracting(found).sorted().compactMap { id in
            cases.voices.first { $0.id == id }.map { "- \(item.suggestion) | \($0.text)" }
        }
        return score
    }

    private func add(_ score: Score, to sum: inout Score) {
        sum.suggestions += score.suggestions
        sum.precisions += score.precisions
        sum.counted += score.counted
        sum.rightlyCounted += score.rightlyCounted
        sum.relevant += score.relevant
        sum.silent += score.silent
        sum.rightlySilent += score.rightlySilent
        sum.faults += score.faults
    }

    @Test("four of five quotes are about the suggestion, and where nobody speaks of it nothing is found")
    func ranking() async throws {
        let (tuning, heldBack) = try await scores()
        for (name, score) in [("tuning", tuning), ("held back", heldBack)] {
            print(
                "\(name): \(score.suggestions) suggestions, precision at 5 \(score.precision), "
                    + "counts: precision \(score.countPrecision), recall \(score.recall), "
                    + "silent \(score.rightlySilent) of \(score.silent)")
        }
        #expect(tuning.suggestions + heldBack.suggestions >= 80 && cases.voices.count >= 600)
        #expect(heldBack.precision >= 0.8, "\(heldBack.faults.joined(separator: "\n"))")
        #expect(heldBack.silence >= 0.9, "\(heldBack.faults.joined(separator: "\n"))")
        #expect(tuning.precision >= 0.8 && tuning.silence >= 0.9)
    }
}
