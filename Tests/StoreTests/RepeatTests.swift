import CSV
import EarshotTesting
import FoundationEssentials
import Sample
import Testing

@testable import Earshot
@testable import Store

@Suite("Repeats of a text, changed as people and platforms change them")
struct RepeatTests {
    private static let text = "提车三个月了，高速油耗居然要十一个多，跟宣传的完全不一样，太失望了，销售还说正常"
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("every kind is found after a restart too", arguments: Repeat.allCases)
    func kinds(kind: Repeat) async throws {
        var random = SeededRandom(seed: 7)
        let path = folder.file("voices.db")
        let first = try VoiceStore(path: path)
        _ = try await first.add([understood("1", RepeatTests.text)])
        await first.close()
        let store = try VoiceStore(path: path)
        for round in 0..<20 {
            let changed = kind.of(RepeatTests.text, using: &random)
            #expect(try await store.add([understood("\(kind)\(round)", changed)]) == [.repost], "\(changed)")
        }
        await store.close()
    }

    @Test(
        "names, site emoji and the place where a site cut are no part of a text",
        arguments: [
            "@小李说车 这车油耗高得离谱真的受不了", "这车油耗高得离谱[捂脸]真的受不了", "这车油耗高得离谱真的受不了 @Leo_1990",
            "这车油耗高得离谱真的受不了...全文", "这车油耗高得离谱真的受不了…展开全文 ", "@a：@b 这车油耗高得离谱真的受不了",
        ])
    func marks(text: String) {
        #expect(Fingerprint(of: text).exact == Fingerprint(of: "这车油耗高得离谱真的受不了").exact)
    }

    @Test(
        "what only looks like a mark is kept",
        arguments: [
            "油耗[2.0T]八个多一点点而已", "油耗[", "@", "@@@", "@这个名字后面没有空格也没有冒号一直写到这里都不停，对吧", "全文", "转发", "[]",
            "",
        ])
    func noMarks(text: String) {
        let kept = NormalisedText(text)
        #expect(kept.characters == NormalisedText(text, keepingMarks: true).characters)
        #expect(!kept.characters.isEmpty || text.isEmpty)
    }

    @Test("the same few words of different people are different voices, of one author the same one")
    func fewWords() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        func short(_ id: String, by author: String?) -> UnderstoodVoice {
            var voice = understood(id, "油耗高!", opinions: [("fuel", .negative)])
            voice.voice.author = author
            voice.fingerprint = Fingerprint(of: "油耗高!", by: author)
            return voice
        }
        let admissions = try await store.add([
            short("1", by: nil), short("2", by: nil), short("3", by: "甲"), short("4", by: "乙"),
            short("5", by: "甲"),
        ])
        #expect(admissions == [.accepted, .accepted, .accepted, .accepted, .repost])
        await store.close()
    }

    @Test(
        "texts that share words or a beginning are different voices",
        arguments: [
            ("去店里做了首保,等了三个小时才做完,态度也一般", "去店里做了首保,前台很热情,半小时就好了,还送了洗车"),
            ("空间大,油耗低,外观好看,内饰一般", "空间大,油耗低,外观难看,内饰精致,座椅舒服,隔音也好,全家满意,值得推荐"),
            ("提车三个月了,空间很大,老婆孩子都满意", "提车三个月了,高速油耗居然要十一个多,跟宣传的完全不一样"),
            ("这车油耗高", "这车油耗高得离谱,市区十三个油,高速也要九个,真的受不了"),
        ])
    func different(first: String, second: String) async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        #expect(
            try await store.add([understood("1", first), understood("2", second)]) == [.accepted, .accepted])
        await store.close()
    }

    @Test("an equal text is found that an edition before the fourth stored with its marks")
    func formerEditions() async throws {
        let text = "@小李说车 这车油耗高得离谱真的受不了"
        var stored = understood("1", text)
        stored.fingerprint.exact = try #require(stored.fingerprint.former)
        stored.fingerprint.anchors = []
        let store = try VoiceStore(path: folder.file("voices.db"))
        #expect(try await store.add([stored, understood("2", text)]) == [.accepted, .repost])
        await store.close()
    }

    @Test("a hostile text costs no more than its length, and none is lost")
    func hostile() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        let texts = [
            String(repeating: "[", count: 20_000), String(repeating: "@", count: 20_000),
            String(repeating: "@a ", count: 6000), String(repeating: "[捂脸]", count: 5000),
            String(repeating: "…全文", count: 6000), String(repeating: "啊", count: 20_000),
        ]
        let admissions = try await store.add(texts.enumerated().map { understood("\($0)", $1) })
        #expect(admissions.allSatisfy { $0 == .accepted })
        await store.close()
    }

    private static let posts =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        + "/../shared/data/bdci2018/train.csv"

    @Test(
        "of real posts hardly any is taken for another's, and most of their repeats are found",
        .enabled(if: FileManager.default.fileExists(atPath: posts), "skipped: ../shared/data is absent"))
    func realPosts() async throws {
        let bytes = try #require(FileManager.default.contents(atPath: RepeatTests.posts))
        let table = try Table(Array(bytes))
        let texts = Array(Set(table.rows.compactMap { $0["content"] })).sorted()
        let store = try VoiceStore(path: folder.file("voices.db"))
        let admissions = try await store.add(texts.enumerated().map { understood("\($0)", $1) })
        #expect(texts.count > 7000)
        #expect(admissions.count { $0 == .repost } < 20)
        var random = SeededRandom(seed: 3)
        let chosen = zip(texts, admissions).filter { $1 == .accepted && $0.count >= 16 }.map(\.0).prefix(600)
        let expected: [Repeat: Double] = [
            .comment: 0.95, .cutTenth: 0.9, .cutQuarter: 0.75, .cutTwoFifths: 0.5, .cutBySite: 0.75,
        ]
        for kind in Repeat.allCases {
            let repeats = chosen.enumerated().map { understood("\(kind)\($0)", kind.of($1, using: &random)) }
            let found = try await store.add(repeats).count { $0 == .repost }
            let recall = Double(found) / Double(chosen.count)
            #expect(recall >= expected[kind] ?? 0.99, "\(kind): \(recall)")
        }
        await store.close()
    }
}
