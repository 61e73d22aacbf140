import EarshotTesting
import FoundationEssentials
import Testing

@testable import Earshot

@Suite("A fitted opinion model")
struct OpinionTrainerTests {
    /// Texts about things that no lexicon knows: 噗噗 is said of fuel, 哐哐 of space, 咪咪 pleases and 呜呜 does not.
    static func texts(_ count: Int, seed: UInt64) -> [LabelledText] {
        var random = SeededRandom(seed: seed)
        let aspects = [("fuel", "噗噗"), ("space", "哐哐")]
        let feelings: [(Polarity, String)] = [(.positive, "咪咪"), (.negative, "呜呜"), (.neutral, "喔喔")]
        let fillers = ["嘀", "嗒", "哼", "哈", "嘿", "哟"]
        return (0..<count).map { number in
            let (aspect, thing) = aspects[Int.random(in: 0..<2, using: &random)]
            let (polarity, feeling) = feelings[Int.random(in: 0..<3, using: &random)]
            let filler = fillers[Int.random(in: 0..<6, using: &random)]
            return LabelledText(
                id: String(number), text: "\(filler)\(thing)\(filler)\(feeling),\(filler)。",
                opinions: [.init(aspect: Aspect(aspect)!, polarity: polarity)])
        }
    }

    static let content = Task {
        try await OpinionTrainer(
            analyzer: try UnderstandingFixture.analyzer.get(), buckets: (12, 13), report: { _ in }
        ).fit(texts(400, seed: 1) + idle)
    }

    /// Texts that speak of nothing: an aspect is learned beside them, too.
    static let idle = (0..<100).map { number in
        LabelledText(
            id: "idle\(number)", text: "今天第\(number % 7)次去看电影,\(number % 2 == 0 ? "天气" : "心情")一般",
            opinions: [])
    }

    static func analyzer() async throws -> Analyzer {
        try UnderstandingFixture.make(model: OpinionModel(try await content.value))
    }

    @Test("It understands what it was shown, in texts that it was not shown")
    func learns() async throws {
        let analyzer = try await OpinionTrainerTests.analyzer()
        for text in OpinionTrainerTests.texts(60, seed: 2) {
            let reading = analyzer.analyze(text.text)
            #expect(reading.opinions.map { .init(aspect: $0.aspect, polarity: $0.polarity) } == text.opinions)
            if text.overall != .neutral {
                #expect((reading.sentiment > 0) == (text.overall == .positive))
                #expect((reading.opinions[0].lean > 0) == (text.overall == .positive))
            }
        }
    }

    @Test("An opinion tells its probability, and points to words where the lexicon knows none")
    func evidence() async throws {
        let text = "嘀嗒嘀嗒,哈噗噗哈呜呜。"
        let opinion = try #require(try await OpinionTrainerTests.analyzer().analyze(text).opinions.first)
        #expect(UnderstandingFixture.evidence(opinion, in: text) == "哈噗噗哈呜呜")
        let probability = try #require(opinion.probability)
        #expect((0.5...1).contains(probability))
    }

    @Test("Of aspects that it was not fitted on the rules decide as before")
    func others() async throws {
        let text = "4S店态度很差,噗噗"
        let ruled = try UnderstandingFixture.read(text).opinions.filter {
            $0.aspect.root.name == "sales_service"
        }
        let read = try await OpinionTrainerTests.analyzer().analyze(text).opinions
        #expect(!ruled.isEmpty && ruled.allSatisfy(read.contains))
    }

    @Test("It says nothing of a text that has nothing to do with what it learned")
    func silence() async throws {
        for text in ["", " ", "昨天第9次去看电影,天气一般", "今天第2次去看书,心情一般"] {
            #expect(try await OpinionTrainerTests.analyzer().analyze(text).opinions.isEmpty, "\(text)")
        }
    }

    @Test("Fitted twice it is the same to the byte, and holds none of the texts")
    func repeatable() async throws {
        let content = try await OpinionTrainerTests.content.value
        let again = try await OpinionTrainer(
            analyzer: try UnderstandingFixture.analyzer.get(), buckets: (12, 13), report: { _ in }
        ).fit(OpinionTrainerTests.texts(400, seed: 1) + OpinionTrainerTests.idle)
        #expect(again == content)
        let word = Array("噗".utf8)
        #expect(
            !zip(content, zip(content.dropFirst(), content.dropFirst(2))).contains {
                [$0, $1.0, $1.1] == word
            })
    }

    @Test("What is a little too unlikely is told to whoever asks for it, and is no opinion")
    func edge() throws {
        let analyzer = try UnderstandingFixture.make(
            model: OpinionModel(UnderstandingFixture.file("opinions.model")))
        let texts = [
            "提车一个月，高速跑了两千公里，总的来说还行", "听说新款要降价，不知道动力调校变没变", "座椅有点硬，跑长途腰受不了，方向盘手感可以",
            "刹车踩着没底，下雨天心里没数", "冬天热车时间有点久", "后排坐三个人，过坎的时候颠得厉害",
        ]
        var edges = 0
        for text in texts {
            let (plain, reading) = (analyzer.analyze(text), analyzer.analyze(text, withEdge: true))
            #expect(plain.edge.isEmpty)
            #expect(plain.opinions == reading.opinions)
            let near = analyzer.explain(text).judgements.filter { !$0.isGiven && $0.probability >= 0.12 }
            #expect(Set(reading.edge.map(\.aspect)) == Set(near.map(\.aspect)), "\(text)")
            #expect(reading.edge.allSatisfy { $0.probability ?? 1 < 0.28 && !$0.evidence.isEmpty })
            edges += reading.edge.count
        }
        #expect(edges > 0)
    }

    @Test("Labels too few to learn from are refused")
    func tooFew() async throws {
        let trainer = OpinionTrainer(
            analyzer: try UnderstandingFixture.analyzer.get(), buckets: (12, 13), report: { _ in })
        await #expect(throws: TrainingError.tooFewOpinions(40)) {
            try await trainer.fit(OpinionTrainerTests.texts(50, seed: 1))
        }
        await #expect(throws: TrainingError.tooFewSentiments(100)) {
            try await trainer.fit(
                OpinionTrainerTests.texts(100, seed: 1).map {
                    LabelledText(
                        id: $0.id, text: $0.text,
                        opinions: $0.opinions.map { $0.map { .init(aspect: $0.aspect, polarity: .neutral) } })
                })
        }
    }
}

@Suite("A model's file")
struct OpinionModelTests {
    @Test("What is no model, cut off or changed anywhere is refused")
    func damaged() async throws {
        let content = try await OpinionTrainerTests.content.value
        #expect(throws: OpinionModelError.notAModel) { try OpinionModel(Data()) }
        #expect(throws: OpinionModelError.notAModel) { try OpinionModel(Data("{\"heads\":[]}".utf8)) }
        #expect(throws: OpinionModelError.cutOff) { try OpinionModel(content.prefix(100)) }
        #expect(throws: OpinionModelError.damaged) { try OpinionModel(content.dropLast()) }
        var random = SeededRandom(seed: 3)
        for _ in 0..<40 {
            var changed = content
            let position = Int.random(in: 20..<content.count, using: &random)
            changed[position] ^= UInt8.random(in: 1...255, using: &random)
            #expect(throws: OpinionModelError.damaged) { try OpinionModel(changed) }
        }
    }

    @Test("A header that does not fit its rows is refused, though its checksum is right")
    func outside() async throws {
        let header = OpinionModel.Header(
            heads: [Aspect("fuel")!], decision: .init(threshold: 0.3, least: 0.2), opinionBits: 8,
            sentimentBits: 9, subjects: layer(outputs: 1, groups: 1, figures: 1),
            polarity: layer(
                outputs: OpinionModel.PolarityOutput.count, groups: OpinionLane.Group.allCases.count,
                figures: OpinionFeatures.basicFigures + 3),
            sentiment: layer(
                outputs: OpinionModel.SentimentOutput.count, groups: 1,
                figures: OpinionFeatures.sentimentFigures),
            texts: .init(opinions: 0, sentiment: 0))
        let rows = [UInt8](repeating: 0, count: 32 << 8 + 4 << 9)
        #expect(try OpinionModel(try OpinionModel.content(header, rows: rows)).aspects == [Aspect("fuel")!])
        for wrong in [Array(rows.dropLast()), rows + [0], []] {
            #expect(throws: OpinionModelError.damaged) {
                try OpinionModel(try OpinionModel.content(header, rows: wrong))
            }
        }
        let changes: [(inout OpinionModel.Header) -> Void] = [
            { $0.opinionBits = 9 }, { $0.sentimentBits = -1 }, { $0.opinionBits = 64 },
            { $0.sentiment.bias[0] = 3e38 }, { $0.polarity.scales.removeLast() },
            { $0.subjects.figures.append(0) }, { $0.heads = [] }, { $0.polarity.outputs = 5 },
            { $0.heads = [Aspect("fuel")!, Aspect("fuel")!] },
        ]
        for (number, change) in changes.enumerated() {
            var changed = header
            change(&changed)
            #expect(throws: OpinionModelError.damaged, "\(number)") {
                try OpinionModel(try OpinionModel.content(changed, rows: rows))
            }
        }
    }

    private func layer(outputs: Int, groups: Int, figures: Int) -> LinearLayer {
        LinearLayer(
            outputs: outputs,
            scales: [[Float]](repeating: [Float](repeating: 1, count: outputs), count: groups),
            figures: [Float](repeating: 0, count: outputs * figures),
            bias: [Float](repeating: 0, count: outputs))
    }
}
