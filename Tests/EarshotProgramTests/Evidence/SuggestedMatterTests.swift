import EarshotTesting
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("What a suggestion is about")
struct SuggestedMatterTests {
    private let words: EvidenceWords
    private let analyzer: Analyzer

    init() throws {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        words = try installation.evidenceWords()
        analyzer = try installation.analyzer()
    }

    private func matter(_ suggestion: String, by words: EvidenceWords? = nil) -> SuggestedMatter {
        SuggestedMatter(suggestion, by: words ?? self.words, analyzer)
    }

    private static func own(
        asking: String = "", remedies: String = "", wishes: String = "", _ same: String...
    ) throws(LexiconError) -> EvidenceWords {
        try EvidenceWords(
            EvidencePart(asking: asking, remedies: remedies, wishes: wishes, same: same),
            file: "evidence.json5", lexicon: Lexicon(files: []), names: [])
    }

    private func wordings(_ thing: SuggestedMatter.Thing) -> [String] {
        thing.wordings.map { SearchText.string($0.characters[...]) }
    }

    @Test("a word of several lists stands for the words of all of them, as one thing")
    func severalLists() throws {
        let words = try SuggestedMatterTests.own("卡顿 没反应", "失灵 没反应", "没劲 没反应")
        for suggestion in ["没反应", "没反应又失灵"] {
            let things = matter(suggestion, by: words).things.filter { $0.kind == .known }
            #expect(things.count == 1)
            #expect(Set(things.flatMap(wordings)) == ["卡顿", "没反应", "失灵", "没劲"])
        }
    }

    @Test(
        "letters and digits within longer ones are no word of a list",
        arguments: [("希望增加NFC钥匙", "typec"), ("工时费1400元太贵", "客服"), ("买了400多天", "客服")])
    func withinWords(_ suggestion: String, _ other: String) {
        #expect(!matter(suggestion).things.contains { wordings($0).contains(other) })
    }

    @Test("what is pasted is searched by few words, each once", arguments: ["天地玄黄宇宙洪荒", "呵", "甲乙丙丁戊己"])
    func pasted(_ text: String) throws {
        let matter = matter(String(repeating: text, count: 500 / text.count))
        for thing in matter.things {
            #expect(thing.wordings.count <= 13 && Set(wordings(thing)).count == thing.wordings.count)
        }
        let query = try #require(matter.query)
        #expect(SuggestedMatterTests.words(of: query) <= 25)
    }

    private static func words(of query: SearchQuery) -> Int {
        switch query {
        case .word: 1
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + words(of: $1) }
        }
    }

    private static func holds(_ query: SearchQuery, _ words: Set<String>) -> Bool {
        switch query {
        case .word(let word): words.contains(word)
        case .all(let parts): parts.allSatisfy { holds($0, words) }
        case .any(let parts): parts.contains { holds($0, words) }
        }
    }

    @Test(
        "the query for two of several things has what any two have, and names each a few times",
        arguments: 1...8)
    func twoOf(_ count: Int) throws {
        let names = (0..<count).map { "w\($0)" }
        let query = try #require(SearchQuery(twoOf: names.map { .word($0) }[...]))
        for subset in 0..<(1 << count) {
            let present = names.indices.filter { subset >> $0 & 1 == 1 }.map { names[$0] }
            #expect(
                SuggestedMatterTests.holds(query, Set(present)) == (present.count >= min(2, count)),
                "\(present)")
        }
        #expect(SuggestedMatterTests.words(of: query) <= 3 * count)
    }

    @Test("a thing is found once at a place, however often a text repeats itself")
    func repeatedText() {
        let judge = RelevanceJudge(matter("呵呵呵呵呵呵呵呵"), by: words, analyzer)
        let text = SearchText(String(repeating: "呵", count: 1000))
        let finds = judge.finds(in: text)
        #expect(!finds.isEmpty && finds.count <= text.characters.count)
    }

    @Test(
        "praise that has the characters of a wish within other words is no wish",
        arguments: ["座椅加热满足我的需求,很快很舒服", "座椅加热要求不高,非常满意", "喜欢这车,主要是座椅加热快,很舒服"])
    func praise(_ text: String) throws {
        let judge = RelevanceJudge(matter("座椅加热太慢"), by: words, analyzer)
        let relevance = judge.judge(
            EvidenceCandidate(number: 1, day: Fixtures.today, city: 0, series: nil, text: text))
        #expect(relevance?.stance != .wish)
    }

    @Test("what is to be done is a remedy, and a word of the matter is none")
    func remedies() {
        #expect(matter("缩短等待时间").things.first { $0.name == "缩短" }?.kind == .remedy)
        #expect(matter("说明书看不懂").things.first { $0.name == "说明书" }?.kind == .known)
    }

    @Test(
        "what is asked for behind the matter is a remedy, whatever it names",
        arguments: [
            ("保养等太久,周末多排两个技师", ["技师"], ["保养", "等太久"]), ("方向盘抖,建议换轮胎", ["轮胎"], ["方向盘", "抖"]),
            ("故障灯亮,请派人看看发动机", ["发动机"], ["故障灯亮"]),
        ])
    func asked(_ suggestion: String, _ remedies: [String], _ known: [String]) {
        let things = matter(suggestion).things
        for name in remedies { #expect(things.first { $0.name == name }?.kind == .remedy, "\(name)") }
        #expect(things.filter { $0.kind == .known }.map(\.name) == known)
    }

    @Test(
        "what a longer word has in it, what is denied and a character amid a clause ask for nothing",
        arguments: [
            "不支持carplay", "空调不给力", "车门把手断了", "需求没人理", "厂家客服打不通", "没升级", "一直没升级", "客服电话求了半天", "升级后更卡",
        ])
    func askedFor(_ clause: String) {
        let text = SearchText(clause)
        #expect(!words.isRequest(text.characters.indices, in: text))
    }

    @Test(
        "a clause that begins with what shall be done asks for it, soon after its beginning as well",
        arguments: ["周末多排两个技师", "建议换轮胎", "请派人看看发动机", "把座椅换软一点", "总部尽快召回", "能不能升级", "派人上门"])
    func asking(_ clause: String) {
        let text = SearchText(clause)
        #expect(words.isRequest(text.characters.indices, in: text))
    }

    @Test("what fails is no remedy for having a request's character in it")
    func failing() {
        for (suggestion, name) in [("车机卡,不支持carplay", "carplay"), ("后排空间小,空调不给力", "空调")] {
            #expect(matter(suggestion).things.first { $0.name == name }?.kind == .known, "\(suggestion)")
        }
    }

    @Test("what is asked for alone is the matter", arguments: ["希望增加方向盘加热", "空调,建议加个座椅加热"])
    func askedAlone(_ suggestion: String) {
        #expect(matter(suggestion).things.contains { $0.kind == .known && $0.name.hasSuffix("加热") })
    }

    @Test("one of the lexicon's complaints of waiting stands for another")
    func waiting() throws {
        let thing = try #require(matter("效率低").things.first)
        #expect(Set(wordings(thing)).isSuperset(of: ["干等着", "保养慢"]))
    }

    @Test("a word that could not be found, stands alone or in two parts is refused with its place")
    func refused() {
        func error(_ body: () throws(LexiconError) -> EvidenceWords) -> LexiconError? {
            do {
                _ = try body()
                return nil
            } catch {
                return error
            }
        }
        let sign = error { () throws(LexiconError) in try SuggestedMatterTests.own("油耗 耗-油") }
        #expect(sign?.code == .emptyTerm && sign?.field == "same[0]" && sign?.term == "耗-油")
        let alone = error { () throws(LexiconError) in try SuggestedMatterTests.own("油耗 费油", "续航") }
        #expect(alone?.code == .malformed && alone?.field == "same[1]" && alone?.term == "续航")
        let twice = error { () throws(LexiconError) in
            try SuggestedMatterTests.own(remedies: "缩短", "衰减 缩短")
        }
        #expect(twice?.code == .conflict && twice?.field == "same[0]" && twice?.term == "缩短")
        let both = error { () throws(LexiconError) in
            try SuggestedMatterTests.own(asking: "宣传", remedies: "宣传")
        }
        #expect(both?.code == .conflict && both?.field == "remedies")
        let wish = error { () throws(LexiconError) in try SuggestedMatterTests.own(wishes: "就好了!") }
        #expect(wish?.code == .emptyTerm && wish?.field == "wishes")
        // Wishing and suggesting are said with the same words.
        #expect(
            error { () throws(LexiconError) in
                try SuggestedMatterTests.own(asking: "希望 希望", wishes: "希望")
            } == nil)
    }
}
