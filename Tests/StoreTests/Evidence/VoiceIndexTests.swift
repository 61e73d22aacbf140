import EarshotTesting
import SQLite
import Synchronization
import Testing

@testable import Earshot
@testable import Store

@Suite("The index of the voices' words")
struct VoiceIndexTests {
    private let folder: TemporaryFolder
    private let days = (Fixtures.today - 89)...Fixtures.today

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> VoiceStore { try VoiceStore(path: folder.file("voices.db")) }

    private func index(_ store: VoiceStore, batch: Int = 500, stopAfter batches: Int = .max) throws {
        let done = Mutex(0)
        try VoiceIndexing(
            store, batch: batch, isStopped: { done.withLock { $0 } >= batches }, rest: { _ in },
            onEvent: { _ in done.withLock { $0 += 1 } }
        ).run()
    }

    private func find(_ word: String, in store: VoiceStore, city: City? = nil) async throws -> [String] {
        let query = try #require(SearchQuery(phrase: SearchText(word).characters))
        return try await store.candidates(matching: query, in: city, during: days).voices.map(\.text)
    }

    @Test("a voice is found once it is indexed, in every spelling of its words")
    func found() async throws {
        let store = try open()
        _ = try await store.add([understood("1", "ＣＡＲＰＬＡＹ連不上,油耗顯示不準")])
        #expect(try await find("油耗", in: store).isEmpty)
        #expect(try store.indexProgress() == IndexProgress(reached: 0, newest: 1))
        try index(store)
        #expect(try store.indexProgress().left == 0)
        for word in ["油耗", "显示不准", "carplay", "连不上"] {
            #expect(try await find(word, in: store).count == 1, "\(word)")
        }
        #expect(try await find("耗示", in: store).isEmpty)
        await store.close()
    }

    @Test("indexing that ends after any batch goes on in the opened file, and nothing is lost or doubled")
    func resumed() async throws {
        var store = try open()
        _ = try await store.add((0..<50).map { understood("\($0)", OwnVoices.text($0)) })
        for _ in 0..<4 {
            try index(store, batch: 7, stopAfter: 1)
            await store.close()
            store = try open()
        }
        #expect(try store.indexProgress().reached == 28)
        try index(store, batch: 7)
        let found = try await find("油耗", in: store)
        #expect(found.count == 50 && Set(found).count == 50)
        await store.close()
    }

    @Test("what two index at once is indexed by one")
    func twice() async throws {
        let store = try open()
        _ = try await store.add([understood("1", "油耗高"), understood("2", "座椅硬")])
        #expect(try store.index([(1, "油耗")], after: 0) != nil)
        #expect(try store.index([(1, "油耗")], after: 0) == nil)
        try index(store)
        #expect(try await find("油耗", in: store).count == 1)
        #expect(try await find("座椅", in: store).count == 1)
        await store.close()
    }

    @Test("a file of the edition before is indexed from its first voice on, and one of other words anew")
    func migrated() async throws {
        var store = try open()
        _ = try await store.add([understood("1", "油耗高得离谱")])
        try index(store)
        await store.close()
        try Connection(path: folder.file("voices.db")).executeScript(
            """
            DROP TABLE voice_words;
            DROP TABLE voice_words_state;
            ALTER TABLE edition DROP COLUMN counts_series;
            DROP INDEX voice_by_time;
            ALTER TABLE voice DROP COLUMN nobodys;
            DROP TABLE voice_removal;
            PRAGMA user_version = 7
            """)
        store = try open()
        #expect(try store.indexProgress().left == 1)
        try index(store)
        #expect(try await find("油耗", in: store).count == 1)
        await store.close()

        try Connection(path: folder.file("voices.db")).executeScript(
            "UPDATE voice_words_state SET edition = 0")
        store = try open()
        #expect(try await find("油耗", in: store).isEmpty)
        try index(store)
        #expect(try await find("油耗", in: store).count == 1)
        await store.close()
    }

    @Test("reposts, advertisements, rivals, other days, and what is read as such later do not count")
    func notCounted() async throws {
        let store = try open()
        let text = "高速油耗居然要十一个多,跟宣传的完全不一样,太失望了"
        var advertisement = understood("ad", "油耗低,优惠多,加微信")
        advertisement.reading.isAdvertisement = true
        _ = try await store.add([
            understood("1", text), understood("2", "转发 " + text), advertisement,
            understood("3", "远岚油耗高", subject: .rival(Rival(brand: "远岚", series: "远岚M6"))),
            understood("4", "去年油耗高", day: Fixtures.today - 200),
            understood("5", "油耗比以前高了一个多", city: Fixtures.ningbo),
        ])
        try index(store)
        #expect(try await find("油耗", in: store) == ["油耗比以前高了一个多", text])
        try Connection(path: folder.file("voices.db")).execute(
            "UPDATE reading SET subject = 1 WHERE voice = 1")
        #expect(try await find("油耗", in: store) == ["油耗比以前高了一个多"])
        await store.close()
    }

    @Test("while the index is behind, what is found is less than there may be")
    func behind() async throws {
        let store = try open()
        let query = try #require(SearchQuery(phrase: SearchText("油耗").characters))
        func isCut() async throws -> Bool {
            try await store.candidates(matching: query, in: nil, during: days).isCut
        }
        #expect(try await !isCut())
        _ = try await store.add((0..<3).map { understood("\($0)", "座椅太硬了,第\($0)排也硬") })
        #expect(try await isCut())
        try index(store)
        #expect(try await !isCut())
        try Connection(path: folder.file("voices.db")).execute("UPDATE voice_words_state SET reached = 1")
        // It is always a little behind.
        #expect(try await !isCut())
        try Connection(path: folder.file("voices.db")).execute("UPDATE voice SET id = 1000 WHERE id = 3")
        #expect(try await isCut())
        await store.close()
    }

    @Test("a voice below many thousands that do not count is found, and below too many it is not known")
    func buried() async throws {
        let store = try open()
        _ = try await store.add([understood("1", "油耗高得离谱")])
        try index(store)
        let query = try #require(SearchQuery(phrase: SearchText("油耗").characters))
        /// Words of voices that have no reading which counts.
        func bury(_ numbers: ClosedRange<Int>) throws {
            try Connection(path: folder.file("voices.db")).executeScript(
                """
                WITH RECURSIVE number (n) AS (
                    SELECT \(numbers.lowerBound) UNION ALL SELECT n + 1 FROM number WHERE n < \(numbers.upperBound)
                )
                INSERT INTO voice_words (rowid, words) SELECT n, '油耗' FROM number;
                UPDATE voice_words_state SET reached = \(numbers.upperBound);
                """)
        }
        try bury(2...20_500)
        var found = try await store.candidates(matching: query, in: nil, during: days)
        #expect(found.voices.map(\.number) == [1] && !found.isCut)
        try bury(20_501...60_000)
        found = try await store.candidates(matching: query, in: nil, during: days)
        #expect(found.voices.isEmpty && found.isCut)
        let unknown = Evidence(
            day: Fixtures.today, city: nil, nation: Evidence.Span(month: 0, quarter: 0), voices: [],
            isAtLeast: found.isCut)
        #expect(!unknown.isEmpty)
        await store.close()
    }

    @Test("a word of more letters than are indexed is found, and of a long text the beginning is given")
    func long() async throws {
        let store = try open()
        let word = String(repeating: "abcdefgh", count: 6)
        _ = try await store.add([understood("1", word + " 油耗" + String(repeating: "高", count: 9000))])
        try index(store)
        #expect(try await find(word, in: store).map(\.count) == [4000])
        await store.close()
    }

    @Test("a quoted voice is given to whoever sees its city, in the order wanted")
    func places() async throws {
        let store = try open()
        _ = try await store.add([
            understood("1", "油耗高得离谱"), understood("2", "油耗显示不准", city: Fixtures.ningbo),
            understood("3", "油耗又高了", city: nil), understood("4", "油耗真的高", city: Fixtures.guangzhou),
        ])
        func seen(by person: Person) async throws -> [Int64] {
            guard
                case .seen(let place) = Scope(of: person, regions: Fixtures.regions).place(
                    city: nil, region: nil)
            else { return [] }
            return try await store.voices([4, 2, 3, 1, 99], seenFrom: place).map(\.number)
        }
        #expect(try await seen(by: Fixtures.westLakeDealer) == [1])
        #expect(try await seen(by: Fixtures.eastManager) == [2, 1])
        #expect(try await seen(by: Fixtures.headquarters) == [4, 2, 3, 1])
        await store.close()
    }

    /// An index that counts its commits and those of somebody else.
    private final class SharedFile: VoiceIndex {
        private struct State {
            var version: Int64 = 0
            var reached: Int64 = 0
        }
        private let state = Mutex(State())
        let isBusy: Bool
        let writing: Duration

        init(isBusy: Bool, writing: Duration = .zero) {
            self.isBusy = isBusy
            self.writing = writing
        }

        func indexProgress() -> IndexProgress {
            IndexProgress(reached: state.withLock { $0.reached }, newest: 3)
        }

        func texts(after number: Int64, limit: Int, bytes: Int) -> [(number: Int64, text: String)] {
            if isBusy { state.withLock { $0.version += 1 } }
            return [(number + 1, "油耗")]
        }

        func index(_ voices: [(number: Int64, words: String)], after reached: Int64) -> Duration? {
            state.withLock { state in
                state.version += 1
                state.reached += 1
            }
            return writing
        }

        func fileVersion() -> Int64 { state.withLock { $0.version } }
    }

    @Test(
        "it rests after each batch while somebody else writes, and otherwise never", arguments: [true, false])
    func rests(isBusy: Bool) throws {
        let rests = Mutex(0)
        try VoiceIndexing(
            SharedFile(isBusy: isBusy), batch: 1, isStopped: { false },
            rest: { _ in rests.withLock { $0 += 1 } }, onEvent: { _ in }
        ).run()
        #expect(rests.withLock { $0 } == (isBusy ? 3 : 0))
    }

    @Test("however long a batch took, it rests a few seconds")
    func longestRest() throws {
        let rests = Mutex<[Duration]>([])
        try VoiceIndexing(
            SharedFile(isBusy: true, writing: .seconds(60)), batch: 1, isStopped: { false },
            rest: { rest in rests.withLock { $0.append(rest) } }, onEvent: { _ in }
        ).run()
        #expect(rests.withLock { $0 } == [.seconds(3), .seconds(3), .seconds(3)])
    }
}
