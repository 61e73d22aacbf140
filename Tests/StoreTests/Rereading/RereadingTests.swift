import EarshotTesting
import SQLite
import Synchronization
import Testing

@testable import Earshot
@testable import Store

@Suite("Reading voices again")
struct RereadingTests {
    private let folder: TemporaryFolder
    private let first: Comprehension
    private let second: Comprehension
    private let voices = Readers.voices(400)

    init() throws {
        folder = try TemporaryFolder()
        first = try Readers.comprehension(Readers.first)
        second = try Readers.comprehension(Readers.second)
    }

    private func store(_ name: String = "voices.db") throws -> VoiceStore {
        try VoiceStore(path: folder.file(name))
    }

    /// A store with voices taken in by a reading.
    private func store(
        _ name: String, _ voices: [Voice], by comprehension: Comprehension
    ) async throws -> VoiceStore {
        let store = try store(name)
        _ = try await store.add(voices.map(comprehension.understand))
        return store
    }

    /// What a store holds that took the voices in with a reading from the first on.
    private func fresh(_ voices: [Voice], by comprehension: Comprehension) async throws -> [String] {
        let store = try await store("fresh.db", voices, by: comprehension)
        let contents = try store.contents()
        await store.close()
        return contents
    }

    @Test("figures, readings and reposts are then those of a fresh intake, to the digit")
    func likeFresh() async throws {
        let store = try await store("voices.db", voices, by: first)
        let before = try store.contents()
        let pass = Pass(of: store, batch: 30)
        #expect(try pass.run(by: second) == .upToDate)
        let after = try store.contents()
        #expect(after != before)
        #expect(try await after == fresh(voices, by: second))
        #expect(try await store.recountDifferences() == 0)
        #expect(after.contains { $0.hasPrefix("count") && $0.contains("|comfort|") })
        #expect(try store.edition()?.number == 2)
        #expect(try store.edition()?.reading == second.edition)
        #expect(try store.edition()?.since == ManualClock().now)
        #expect(try store.tablesBeside() == [])
        await store.close()
    }

    @Test("until the change over all figures are the old ones, and afterwards all are the new ones")
    func oneStep() async throws {
        let store = try await store("voices.db", voices, by: first)
        let before = try store.contents()
        let pass = Pass(of: store, batch: 30)
        var steps = 0
        let version = try store.figuresVersion()
        pass.onBatch = { _ in
            #expect((try? store.contents()) == before)
            // So that answers kept in memory stay good.
            #expect((try? store.figuresVersion()) == version)
            steps += 1
        }
        _ = try pass.run(by: second)
        #expect(steps == 13)
        #expect(try store.figuresVersion() != version)
        #expect(try await store.contents() == fresh(voices, by: second))
        await store.close()
    }

    @Test("voices whose texts fill a batch sooner than their number does are read to the last one")
    func longTexts() async throws {
        let store = try await store("voices.db", voices, by: first)
        let pass = Pass(of: store, batch: 100, bytes: 1, batches: 1000)
        #expect(try pass.run(by: second) == .upToDate)
        #expect(try await store.contents() == fresh(voices, by: second))
        await store.close()
    }

    @Test("a batch ends with the text that fills it")
    func batches() async throws {
        let store = try await store("voices.db", voices, by: first)
        let whole = try store.voices(after: 0, limit: 300, bytes: .max)
        #expect(whole.map(\.number) == Array(1...300))
        let size = whole[0].voice.text.utf8.count
        #expect(try store.voices(after: 0, limit: 300, bytes: size).map(\.number) == [1])
        #expect(try store.voices(after: 0, limit: 300, bytes: size + 1).map(\.number) == [1, 2])
        let many = whole[..<250].reduce(0) { $0 + $1.voice.text.utf8.count }
        #expect(try store.voices(after: 0, limit: 300, bytes: many).map(\.number) == Array(1...250))
        await store.close()
    }

    @Test("the transaction that changes over reads neither more voices than it may nor longer texts")
    func lastBatch() async throws {
        let store = try await store("voices.db", voices, by: first)
        let begun = try #require(try store.beginReading(by: second.edition))
        let isAsked = Atomic(false)
        for (most, bytes) in [(399, Int.max), (400, 1), (1000, 2000)] {
            let held = try store.changeOver(begun, at: ManualClock().now, most: most, bytes: bytes) {
                isAsked.store(true, ordering: .relaxed)
                return second.understand(again: $0)
            }
            #expect(held == nil)
        }
        let wasAsked = isAsked.load(ordering: .relaxed)
        #expect(!wasAsked)
        #expect(try store.edition()?.number == 1 && store.progress() == begun)
        let held = try store.changeOver(begun, at: ManualClock().now, most: 400, bytes: .max) {
            second.understand(again: $0)
        }
        #expect(held != nil)
        #expect(try await store.contents() == fresh(voices, by: second))
        await store.close()
    }

    @Test("what was read again is on disk: after a stop it goes on where it was")
    func resumes() async throws {
        let store = try await store("voices.db", voices, by: first)
        let before = try store.contents()
        let pass = Pass(of: store, batch: 30, batches: 4)
        #expect(try pass.run(by: second) == .stopped)
        #expect(try store.progress()?.reached == 120)
        await store.close()

        let again = try self.store()
        #expect(try again.contents() == before)
        let rest = Pass(of: again, batch: 30)
        #expect(try rest.run(by: second) == .upToDate)
        #expect(rest.begun?.reached == 120)
        #expect(try await again.contents() == fresh(voices, by: second))
        await again.close()
    }

    @Test("voices that arrive meanwhile are right before and afterwards, whoever read them")
    func arrivals() async throws {
        let store = try await store("voices.db", Array(voices[..<200]), by: first)
        _ = try Pass(of: store, batch: 30, batches: 3).run(by: second)
        _ = try await store.add(voices[200..<300].map(first.understand))
        _ = try Pass(of: store, batch: 30, batches: 6).run(by: second)
        _ = try await store.add(voices[300...].map(second.understand))
        #expect(try await store.recountDifferences() == 0)
        #expect(try await store.count() == 400)
        _ = try Pass(of: store, batch: 30).run(by: second)
        #expect(try await store.contents() == fresh(voices, by: second))
        await store.close()
    }

    @Test("a repeat of what was read again is found after the change over, and counts with it")
    func repeatsAfterwards() async throws {
        let early = Array(voices[..<300])
        let store = try await store("voices.db", early, by: first)
        _ = try Pass(of: store, batch: 30).run(by: second)
        _ = try await store.add(voices[300...].map(second.understand))
        #expect(try await store.contents() == fresh(voices, by: second))
        #expect(try store.beginReading(by: second.edition) == nil)
        await store.close()
    }

    @Test("when the edition changes again in mid-course, what was read for it is thrown away")
    func begunAnew() async throws {
        let store = try await store("voices.db", voices, by: first)
        _ = try Pass(of: store, batch: 30, batches: 5).run(by: second)
        let third = try Readers.comprehension(Readers.third)
        let pass = Pass(of: store, batch: 30)
        #expect(try pass.run(by: third) == .upToDate)
        #expect(pass.begun?.reached == 0)
        #expect(pass.begun?.edition.number == 3)
        #expect(try await store.contents() == fresh(voices, by: third))
        #expect(try store.tablesBeside() == [])
        await store.close()
    }

    @Test("when the edition changes back in mid-course, the figures stay and nothing is left of the other")
    func changedBack() async throws {
        let store = try await store("voices.db", voices, by: first)
        let before = try store.contents()
        _ = try Pass(of: store, batch: 30, batches: 5).run(by: second)
        let pass = Pass(of: store, batch: 30)
        #expect(try pass.run(by: first) == .upToDate)
        #expect(pass.begun == nil)
        #expect(try store.contents() == before)
        #expect(try store.edition()?.number == 1)
        #expect(try store.progress() == nil)
        #expect(try store.tablesBeside() == [])
        await store.close()
    }

    @Test("nothing happens where the edition is that of the figures, or there is no voice yet")
    func unchanged() async throws {
        let store = try store()
        let empty = Pass(of: store, batch: 30)
        #expect(try empty.run(by: second) == .upToDate)
        #expect(try empty.run(by: first) == .upToDate)
        _ = try await store.add(voices.map(first.understand))
        let version = try store.figuresVersion()
        let pass = Pass(of: store, batch: 30)
        #expect(try pass.run(by: Readers.comprehension(Readers.first)) == .upToDate)
        #expect(empty.begun == nil && pass.begun == nil)
        #expect(try store.figuresVersion() == version)
        #expect(try store.edition() == FiguresEdition(number: 1, reading: first.edition, since: nil))
        await store.close()
    }

    @Test("voices that another reading has added to the figures are a reason to read all again")
    func strays() async throws {
        let store = try await store("voices.db", Array(voices[..<200]), by: first)
        #expect(try store.edition()?.isWholly(of: first.edition) == true)
        _ = try await store.add(voices[200...].map(second.understand))
        #expect(try store.edition()?.reading == first.edition)
        #expect(try store.edition()?.isWholly(of: first.edition) == false)
        let pass = Pass(of: store, batch: 30)
        _ = try pass.run(by: first)
        #expect(try store.edition()?.isWholly(of: first.edition) == true)
        #expect(pass.begun?.edition.number == 2)
        #expect(try await store.contents() == fresh(voices, by: first))
        #expect(try store.beginReading(by: first.edition) == nil)
        await store.close()
    }

    @Test("two passes over one file: whoever comes second notices, and nothing is counted twice")
    func overtaken() async throws {
        let store = try await store("voices.db", voices, by: first)
        let other = try self.store()
        let stale = try #require(try store.beginReading(by: second.edition))
        _ = try Pass(of: other, batch: 30, batches: 2).run(by: second)
        let voice = try #require(try store.voices(after: 0, limit: 1, bytes: 1).first)
        let reread = RereadVoice(number: voice.number, understood: second.understand(again: voice))
        #expect(throws: RereadingError.self) { try store.add([reread], to: stale) }
        _ = try Pass(of: store, batch: 30).run(by: second)
        #expect(try await store.contents() == fresh(voices, by: second))
        await other.close()
        await store.close()
    }
}
