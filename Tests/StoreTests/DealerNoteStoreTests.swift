import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("What stores noted, among the voices")
struct DealerNoteStoreTests {
    private static func note(_ id: String, _ text: String = "油耗太高", day: Int = 1) -> Voice {
        Voice(
            id: id, source: DealerNote.source, text: text,
            publishedAt: LocalCalendar.shanghai.start(of: Fixtures.today - day) + .seconds(3600),
            kind: .dealerNote, location: Voice.Location(city: "杭州"), dealerID: Fixtures.westLakeStore.id)
    }

    private static func customers(_ count: Int) -> [Voice] {
        Readers.voices(count).filter { $0.kind != .dealerNote }
    }

    private static let scope = Scope(of: Fixtures.headquarters, regions: Fixtures.regions)
    private static let days = Fixtures.today - 60...Fixtures.today

    private static func place(_ city: City?) throws -> VisiblePlace {
        guard case .seen(let place) = scope.place(city: city, region: nil) else {
            throw SiteFault()
        }
        return place
    }

    private struct SiteFault: Error {}

    /// What is counted, quoted and watched of customers themselves.
    private struct Public: Equatable {
        var slices: [Slice]
        var quotes: [String]
        var rivals: [RivalStanding]
        var complaints: [ComplaintCounts.Cell: [ComplaintCounts.Count]]
        var known: [Day]
    }

    private static func publicFigures(_ store: VoiceStore) async throws -> Public {
        let (city, nation) = (try place(Fixtures.hangzhou), try place(nil))
        guard case .seen(let dealer) = scope.dealer(Fixtures.westLakeStore) else { throw SiteFault() }
        let slices = try await store.slices([
            Cut(.place(city), during: days), Cut(.place(nation), during: days),
            Cut(.dealer(dealer), during: days), Cut(.rivals(in: nation), during: days),
        ])
        let quotes = try await store.voices(VoiceSelection(.place(nation), during: days), limit: 1000)
        let rivals = try await store.rivals(in: nation, during: days, before: days, of: nil)
        let complaints = try await store.complaints(during: days)
        return Public(
            slices: slices, quotes: quotes.map(\.text), rivals: rivals, complaints: complaints.cells,
            known: days.filter { complaints.isKnown($0) })
    }

    private static func noted(_ store: VoiceStore) async throws -> [String] {
        try await store.notes(NoteSelection(.notes(in: place(nil)), during: days), limit: 1000).map(\.text)
    }

    @Test(
        "notes change no figure, quote or count of the watch, however they come, and none is taken for a repost"
    )
    func apart() async throws {
        let own = try OwnVoices()
        let comprehension = try Readers.comprehension(Readers.first)
        var voices = DealerNoteStoreTests.customers(300)
        voices += (0..<3).map { Voice(id: "p\($0)", text: "油耗太高", publishedAt: Fixtures.now) }
        _ = try await own.store.add(voices.map { comprehension.understand($0) })
        let before = try await DealerNoteStoreTests.publicFigures(own.store)
        let arrived = try await own.store.arrivals(after: 0, limit: 10_000).count
        var notes = (0..<4).map { DealerNoteStoreTests.note("\($0)") }
        notes.append(DealerNoteStoreTests.note("rival", "云途L7空间真大"))
        let admissions = try await own.store.add(notes.map { comprehension.understand($0) })
        #expect(admissions.allSatisfy { $0 == .accepted })
        #expect(try await DealerNoteStoreTests.publicFigures(own.store) == before)
        #expect(try await own.store.arrivals(after: 0, limit: 10_000).count == arrived)
        #expect(try await DealerNoteStoreTests.noted(own.store).count == 5)
        #expect(try await own.store.recountDifferences() == 0)
        // A customer who writes the same afterwards is counted.
        let customer = Voice(id: "c", text: "后来的客户也说油耗太高,和门店记的不是一回事", publishedAt: Fixtures.now)
        let echo = DealerNoteStoreTests.note("echo", customer.text)
        _ = try await own.store.add([comprehension.understand(echo)])
        #expect(try await own.store.add([comprehension.understand(customer)]) == [.accepted])
        let texts = try own.store.texts(after: 0, limit: 10_000, bytes: .max)
        #expect(texts.filter { $0.text.isEmpty }.count == 6, "none is evidence")
    }

    @Test(
        "another edition keeps them apart as well, and finds those that were counted with the others before")
    func reread() async throws {
        let own = try OwnVoices()
        let first = try Readers.comprehension(Readers.first)
        _ = try await own.store.add(DealerNoteStoreTests.customers(50).map { first.understand($0) })
        _ = try await own.store.add([first.understand(DealerNoteStoreTests.note("1", "座椅太硬"))])
        let second = try Readers.comprehension(Readers.second)
        #expect(try Pass(of: own.store, batch: 7).run(by: second) == .upToDate)
        let notes = try await own.store.notes(
            NoteSelection(.notes(in: DealerNoteStoreTests.place(nil)), during: DealerNoteStoreTests.days),
            limit: 9)
        #expect(notes.map(\.text) == ["座椅太硬"])
        #expect(notes[0].mentions.map(\.aspect.name) == ["comfort"])
        #expect(try await own.store.recountDifferences() == 0)
    }

    @Test(
        "what is taken back is gone from both editions, also where the next one is being made",
        arguments: 0...6)
    func takenBack(batches: Int) async throws {
        let own = try OwnVoices()
        let first = try Readers.comprehension(Readers.first)
        _ = try await own.store.add(
            [
                first.understand(DealerNoteStoreTests.note("1")),
                first.understand(DealerNoteStoreTests.note("2")),
            ])
        _ = try await own.store.add(DealerNoteStoreTests.customers(20).map { first.understand($0) })
        let second = try Readers.comprehension(Readers.second)
        if batches > 0 {
            _ = try Pass(of: own.store, batch: 4, batches: batches).run(by: second)
        }
        try await own.store.takeBack(["1", "none"], of: DealerNote.source)
        try await own.store.takeBack(["1"], of: DealerNote.source)
        #expect(try await DealerNoteStoreTests.noted(own.store) == ["油耗太高"])
        #expect(try await own.store.recountDifferences() == 0)
        #expect(try Pass(of: own.store, batch: 4).run(by: second) == .upToDate)
        #expect(try await DealerNoteStoreTests.noted(own.store) == ["油耗太高"])
        #expect(try await own.store.recountDifferences() == 0)
        // It comes in no second time.
        let again = try await own.store.add([second.understand(DealerNoteStoreTests.note("1"))])
        #expect(again == [.repeated])
    }

    @Test("what a note says of another store makes it none of that store's")
    func ofAnother() throws {
        let store = Dealer(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou)
        let words = try Readers.comprehension(Readers.first)
        let comprehension = Comprehension(
            analyzer: words.analyzer, catalogue: ProductCatalogue(), dealers: [store])
        var voice = DealerNoteStoreTests.note("1", "客户说杭州滨江店的油耗太高")
        voice.dealerID = nil
        #expect(comprehension.understand(voice).dealerID == nil)
        let earlier = StoredVoice.Earlier(city: 0, subject: .own, dealer: store.id, series: nil)
        let again = StoredVoice(number: 1, voice: voice, earlier: earlier)
        #expect(comprehension.understand(again: again).dealerID == nil)
    }

    @Test("a second reading that was under way when a note was taken back counts nothing of it")
    func readLate() async throws {
        let own = try OwnVoices()
        let comprehension = try Readers.comprehension(Readers.first)
        let note = comprehension.understand(DealerNoteStoreTests.note("1"))
        _ = try await own.store.add([note])
        try await own.store.takeBack(["1"], of: DealerNote.source)
        let changed = try await own.store.database.write { connection in
            var revision = ReadingRevision(connection)
            return try revision.replace(1, by: note.reading)
        }
        #expect(!changed)
        #expect(try await DealerNoteStoreTests.noted(own.store).isEmpty)
    }
}
