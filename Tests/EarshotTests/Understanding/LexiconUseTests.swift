import FoundationEssentials
import Testing

@testable import Earshot

@Suite("What the terms of the word lists decide")
struct LexiconUseTests {
    private let analyzer: Analyzer

    init() throws {
        let words = """
            {
                targets: {
                    fuel: "噗噗", power: "动噗 4S噗", price: "贵噗",
                    "sales_service.attitude": "态态", "after_sales.attitude": "态态",
                },
                opinions: {"-2": "糟糟", "-1": "哐哐", "0.1": "微微", "1": "妙妙"},
                wishes: "希望", questions: "吗", bias: {price: -9}, variants: "動动",
            }
            """
        let part: LexiconPart = try UnderstandingFixture.json5(Data(words.utf8))
        analyzer = try Analyzer(
            lexicon: Lexicon(files: [("words.json5", part)]), catalogue: ProductCatalogue(brands: []),
            dealers: [], places: [])
    }

    /// Speaks of the price in passing, too little for a text that tells more.
    private static let unlikely = "贵噗哐哐，后来我们一家人又开着它去了很多很远的地方"

    private func use(_ texts: String...) -> LexiconUse {
        var use = LexiconUse(by: analyzer)
        for text in texts { use.add(text, by: analyzer) }
        return use
    }

    private func counts(_ term: String, _ use: LexiconUse) -> TermUse.Counts? {
        use.ranked(by: .followed).first { $0.term == term }?.all
    }

    private func term(_ term: String, in text: String) -> DecidingTerm? {
        analyzer.decidingTerms(in: text).first { $0.term == term }
    }

    @Test("a term that is followed counts once a text, as the word that judges and as what is judged")
    func followed() throws {
        let use = use("噗噗哐哐，噗噗哐哐", "唉，噗噗哐哐", "没有别的")
        #expect(use.texts == 3)
        for word in ["噗噗", "哐哐"] {
            let found = try #require(use.ranked(by: .followed).first { $0.term == word })
            #expect(found.texts == 2)
            #expect(found.all == TermUse.Counts(followed: 2, overruled: 0, undecided: 0))
            #expect(found.aspects == [Aspect("fuel")!: found.all])
        }
        let text = "唉，噗噗哐哐"
        let vote = try #require(term("哐哐", in: text)?.votes.first)
        #expect(!vote.isPraise && vote.outcome == .followed)
        #expect(String(decoding: Array(text.utf8)[vote.evidence], as: UTF8.self) == "噗噗哐哐")
    }

    @Test("a term is overruled where the text as a whole says the opposite, or nothing of the aspect")
    func overruled() {
        let opposite = use("噗噗糟糟，噗噗妙妙")
        #expect(counts("妙妙", opposite) == TermUse.Counts(followed: 0, overruled: 1, undecided: 0))
        #expect(counts("糟糟", opposite) == TermUse.Counts(followed: 1, overruled: 0, undecided: 0))
        #expect(counts("噗噗", opposite) == TermUse.Counts(followed: 1, overruled: 1, undecided: 0))
        #expect(analyzer.analyze(Self.unlikely)["price"] == nil)
        #expect(counts("贵噗", use(Self.unlikely)) == TermUse.Counts(followed: 0, overruled: 1, undecided: 0))
    }

    @Test("an opinion without a direction leaves a vote undecided, and what is wished or asked is no vote")
    func undecided() {
        #expect(counts("微微", use("噗噗微微")) == TermUse.Counts(followed: 0, overruled: 0, undecided: 1))
        for text in ["希望噗噗妙妙", "噗噗妙妙吗", "噗噗妙妙？"] {
            #expect(term("噗噗", in: text)?.votes == [], "\(text)")
        }
    }

    @Test("of two aspects of service that one word names only the one that is meant has a vote")
    func twins() {
        let votes = term("态态", in: "态态哐哐")?.votes ?? []
        #expect(votes.map(\.aspect.name) == ["sales_service.attitude"])
        #expect(votes.map(\.outcome) == [.followed])
    }

    @Test("traditional characters, capitals and full width count as the normal spelling")
    func spelling() {
        let use = use("動噗哐哐", "动噗哐哐", "4S噗哐哐", "４ｓ噗哐哐")
        #expect(use.ranked(by: .followed).map(\.term) == ["哐哐", "4s噗", "动噗"])
        #expect(use.ranked(by: .followed).map(\.texts) == [4, 2, 2])
        #expect(use.ranked(by: .followed, containing: "動").map(\.term) == ["动噗"])
        #expect(use.ranked(by: .followed, containing: "4S").map(\.term) == ["4s噗"])
    }

    @Test("by share overruled only terms with ten votes are ranked, but one that is looked for is found")
    func order() {
        var use = LexiconUse(by: analyzer)
        for _ in 0..<9 { use.add(Self.unlikely, by: analyzer) }
        for _ in 0..<3 { use.add("噗噗糟糟，噗噗妙妙", by: analyzer) }
        for _ in 0..<7 { use.add("噗噗妙妙", by: analyzer) }
        let ranked = use.ranked(by: .overruled)
        #expect(ranked.map(\.term) == ["妙妙", "噗噗"])
        #expect(ranked.map(\.all.votes) == [10, 13])
        #expect(ranked[0].all.overruledShare == 0.3)
        #expect(use.ranked(by: .overruled, containing: "噗").map(\.term) == ["贵噗", "噗噗"])
        #expect(use.ranked(by: .followed).first?.term == "噗噗")
    }

    @Test("three quotes show the words around, without personal data, those of the wanted outcome first")
    func quotes() throws {
        let long = String(repeating: "这里说的是别的事情", count: 30)
        let use = use(
            "噗噗妙妙1", "噗噗妙妙2", "噗噗妙妙3", "噗噗妙妙4", "打13800138000，噗噗糟糟，噗噗妙妙",
            "\(long)，噗噗糟糟，噗噗妙妙，\(long)")
        let found = try #require(use.ranked(by: .followed).first { $0.term == "妙妙" })
        #expect(found.quotes(first: .followed).map(\.words) == ["噗噗妙妙1", "噗噗妙妙2", "噗噗妙妙3"])
        let overruled = found.quotes(first: .overruled)
        #expect(overruled.map(\.vote.outcome) == [.overruled, .overruled, .followed])
        #expect(overruled.prefix(2).allSatisfy { $0.words.contains("噗噗妙妙") })
        #expect(!overruled[0].words.contains("13800138000"))
        #expect(overruled[1].words.count <= TermUse.Quote.longest + 2)
    }

    @Test("with a model the votes are held against what the model gives")
    func model() throws {
        let model = try OpinionModel(UnderstandingFixture.file("opinions.model"))
        let analyzer = try UnderstandingFixture.make(model: model)
        var followed = 0
        for text in ["油耗太高了，但是空间很大", "价格便宜，就是隔音差", "外观非常漂亮，座椅太硬", "动力足，噪音很大，售后态度差"] {
            let reading = analyzer.analyze(text)
            for vote in analyzer.decidingTerms(in: text).flatMap(\.votes) {
                let opinion = reading.opinions.first { $0.aspect == vote.aspect }
                let given = opinion.map { Polarity(lean: $0.lean) }
                let expected: DecidingTerm.Outcome =
                    switch given {
                    case .neutral: .undecided
                    case .positive: vote.isPraise ? .followed : .overruled
                    case .negative: vote.isPraise ? .overruled : .followed
                    case nil: .overruled
                    }
                #expect(vote.outcome == expected, "\(text)")
                if vote.outcome == .followed { followed += 1 }
            }
        }
        #expect(followed > 0)
    }
}
