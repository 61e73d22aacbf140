import EarshotTesting
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("The evidence of a suggestion")
struct EvidenceSearchTests {
    private let folder: TemporaryFolder
    private let store: VoiceStore
    private let search: VoiceEvidence
    private let comprehension: Comprehension

    init() throws {
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        comprehension = try installation.comprehension()
        search = VoiceEvidence(
            store, words: try installation.evidenceWords(), analyzer: comprehension.analyzer)
    }

    private func add(_ voices: [(text: String, city: String, daysAgo: Int)]) async throws {
        _ = try await store.add(
            voices.enumerated().map { index, voice in
                comprehension.understand(
                    Voice(
                        id: "\(index)", source: "论坛", text: voice.text,
                        publishedAt: LocalCalendar.shanghai.start(of: Fixtures.today - voice.daysAgo)
                            + .seconds(36_000), location: Voice.Location(city: voice.city)))
            })
        try VoiceIndexing(store, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
    }

    private static let suggestion = "高速油耗显示和实际差太多,能不能改算法"

    @Test("city and nation are counted over 30 and 90 days, and the city's voices are quoted first")
    func counts() async throws {
        try await add([
            ("表显油耗比实际低两个多,忽悠谁呢", "宁波", 3), ("油耗显示不准,加满一算差了一升半", "杭州", 40),
            ("仪表显示七个油,实际九个,油耗虚标", "宁波", 60), ("行车电脑显示的油耗和实际对不上", "宁波", 95),
            ("油耗高得离谱,市区十三个", "杭州", 2),
        ])
        let evidence = try #require(
            try await search.evidence(
                for: EvidenceSearchTests.suggestion, in: Fixtures.hangzhou, upTo: Fixtures.today))
        #expect(
            evidence
                == Evidence(
                    day: Fixtures.today, city: Evidence.Span(month: 0, quarter: 1),
                    nation: Evidence.Span(month: 1, quarter: 3), voices: evidence.voices))
        #expect(evidence.voices.first == 2 && Set(evidence.voices) == [1, 2, 3])
        await store.close()
    }

    @Test("of nearly the same text one voice is quoted, and all are counted")
    func repeats() async throws {
        // Short texts of different people are no reposts.
        try await add((1...8).map { ("油耗显示不准", "杭州", $0) } + [("表显油耗和实际差了两升多", "杭州", 9)])
        let evidence = try #require(
            try await search.evidence(
                for: EvidenceSearchTests.suggestion, in: nil, upTo: Fixtures.today))
        #expect(evidence.nation.quarter == 9 && evidence.city == nil)
        #expect(evidence.voices == [1, 9])
        await store.close()
    }

    private static let hostile = [
        #"" OR "油耗"#, "NEAR(油耗 显示, 5)", "油耗*", "-油耗", "words:油耗", "^油耗 AND NOT 显示",
        "'; DROP TABLE voice_words; --", "🚗🔥", "", "   ", "希望总部", "的", "\u{0}油耗\u{0}",
        String(repeating: "油耗显示不准。", count: 300), String(repeating: "(", count: 2000),
        String(repeating: "天地玄黄宇宙洪荒", count: 250),
    ]

    @Test("whatever is typed is only words")
    func hostile() async throws {
        try await add([("油耗显示不准,差太多", "杭州", 1)])
        for words in EvidenceSearchTests.hostile {
            let evidence = try await search.evidence(for: words, in: nil, upTo: Fixtures.today)
            #expect(evidence?.nation.quarter ?? 0 <= 1, "\(words)")
        }
        let after = try await search.evidence(
            for: EvidenceSearchTests.suggestion, in: nil, upTo: Fixtures.today)
        #expect(after?.nation.quarter == 1)
        await store.close()
    }

    @Test("a word that may stand for two things of a suggestion names one of them")
    func sharedWord() async throws {
        try await add([
            ("停车场太窄,倒库倒了半天", "杭州", 1), ("置换补贴等了半年还没到账,太慢", "杭州", 2), ("座椅软硬正好", "杭州", 3),
            ("轮毂造型好看", "杭州", 4), ("后备箱放得下婴儿车", "杭州", 5), ("颜色选了白的", "杭州", 6), ("方向盘手感细腻", "杭州", 7),
        ])
        let evidence = try await search.evidence(
            for: "厂家置换补贴下来太慢,有的客户等了半年", in: nil, upTo: Fixtures.today)
        #expect(evidence?.voices == [2])
        await store.close()
    }

    @Test("of words that name nothing it is not said that no customer speaks of them")
    func nothingToLookFor() async throws {
        try await add([("油耗显示不准,差太多", "杭州", 1)])
        for words in ["希望总部改进一下", "的", ""] {
            #expect(try await search.evidence(for: words, in: nil, upTo: Fixtures.today) == nil, "\(words)")
        }
        await store.close()
    }
}
