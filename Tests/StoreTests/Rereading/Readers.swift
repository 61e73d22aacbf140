import EarshotTesting
import FoundationEssentials
import Synchronization

@testable import Earshot

/// Small word lists that read the same voices differently.
enum Readers {
    /// Knows of fuel consumption and space, and no other.
    static let first = """
        {"targets": {"fuel": "油耗", "space": "空间"}, "opinions": {"-1": "太高 太小", "1": "真大 真低"}, "adverts": "加微信"}
        """

    /// Knows seats as well, takes 太小 for praise, and another word for that of advertisements.
    static let second = """
        {
            "targets": {"fuel": "油耗", "space": "空间", "comfort": "座椅"},
            "opinions": {"-1": "太高 太硬", "1": "真大 真低 太小"}, "adverts": "到店有礼"
        }
        """

    static let third = #"{"targets": {"space": "空间"}, "opinions": {"-1": "真大", "1": "太小"}}"#

    /// Made once: building one takes longer than a test.
    private static let known = Mutex<[String: Comprehension]>([:])

    static func comprehension(
        _ lexicon: String, rivals: [String] = ["云途"], dealers: [Dealer] = [Fixtures.westLakeStore]
    ) throws -> Comprehension {
        let name = lexicon + rivals.joined() + dealers.map(\.id).joined()
        if let known = known.withLock({ $0[name] }) { return known }
        let made = try make(lexicon, rivals: rivals, dealers: dealers)
        known.withLock { $0[name] = made }
        return made
    }

    private static func make(
        _ lexicon: String, rivals: [String], dealers: [Dealer]
    ) throws -> Comprehension {
        let part = try JSONDecoder().decode(LexiconPart.self, from: Data(lexicon.utf8))
        let catalogue = ProductCatalogue(
            brands: [.init(name: "星驰", own: true)]
                + rivals.map { .init(name: $0, series: [.init(name: $0 + "L7")]) })
        let analyzer = try Analyzer(
            lexicon: Lexicon(files: [("words.json5", part)]), catalogue: catalogue, dealers: dealers,
            places: Gazetteer.china.spokenNames, decoys: Gazetteer.china.spokenDecoys)
        return Comprehension(analyzer: analyzer, catalogue: catalogue, dealers: dealers)
    }

    /// Voices of all kinds that intake knows: with and without a city, brand and store, repeats, near repeats,
    /// advertisements, stars.
    static func voices(_ count: Int, seed: UInt64 = 5) -> [Voice] {
        var random = SeededRandom(seed: seed)
        let remarks = [
            "油耗太高", "空间真大", "座椅太硬", "空间太小", "油耗真低", "云途L7空间真大", "到店有礼加微信", "加微信聊油耗太高",
        ]
        let cities = ["杭州", "宁波", "广州", "没有的城市"]
        var voices: [Voice] = []
        for number in 0..<count {
            var text = remarks.randomElement(using: &random) ?? ""
            if Int.random(in: 0..<3, using: &random) > 0 {
                text += ",第\(Int.random(in: 0..<count, using: &random))位车主开了一年以后这样说的"
            }
            if Bool.random(using: &random) { text += "," + (remarks.randomElement(using: &random) ?? "") }
            if Int.random(in: 0..<5, using: &random) == 0 { text = "在上海," + text }
            if Int.random(in: 0..<8, using: &random) == 0, let earlier = voices.randomElement(using: &random)
            {
                text = earlier.text + (Bool.random(using: &random) ? "" : "呢")
            }
            let day = Fixtures.today - Int.random(in: 1...30, using: &random)
            var voice = Voice(
                id: "\(number)", source: "论坛", text: text,
                publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(3600),
                kind: Voice.Kind.allCases.randomElement(using: &random) ?? .post)
            if Bool.random(using: &random) { voice.location.city = cities.randomElement(using: &random) }
            if Int.random(in: 0..<4, using: &random) == 0 { voice.location.ip = "江苏南京" }
            if Int.random(in: 0..<5, using: &random) == 0 {
                voice.brand = Bool.random(using: &random) ? "云途" : "别家"
            }
            if Int.random(in: 0..<5, using: &random) == 0 {
                voice.dealerID = Bool.random(using: &random) ? Fixtures.westLakeStore.id : "X9"
            }
            if Int.random(in: 0..<6, using: &random) == 0 { voice.rating = 1 }
            if Bool.random(using: &random) { voice.author = "u\(number % 7)" }
            voices.append(voice)
        }
        return voices
    }
}
