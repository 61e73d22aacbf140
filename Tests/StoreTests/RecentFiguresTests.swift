import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Recent figures")
struct RecentFiguresTests {
    let folder: TemporaryFolder
    let store: VoiceStore
    let recent: RecentFigures
    let hangzhou: VisiblePlace
    let lastWeek = (Fixtures.today - 7)...(Fixtures.today - 1)

    init() throws {
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
        recent = RecentFigures(of: store)
        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        guard case .seen(let place) = scope.place(city: nil, region: nil) else {
            throw SQLiteError(.error, "the dealer sees no place")
        }
        hangzhou = place
    }

    private func total() async throws -> Int {
        try await recent.slices([Cut(.place(hangzhou), during: lastWeek)])[0].overall.total
    }

    @Test("figures, standings and quotes are those of the store, asked once or twice")
    func same() async throws {
        _ = try await store.add([
            understood("1", "油耗真高", sentiment: -1, opinions: [("fuel", .negative)]),
            understood("2", "别家的车不错", subject: .rival(Rival(brand: "远岚")), sentiment: 1),
        ])
        let cut = Cut(.place(hangzhou), during: lastWeek)
        let before = (lastWeek.lowerBound - 7)...(lastWeek.lowerBound - 1)
        let selection = VoiceSelection(.place(hangzhou), during: lastWeek)
        for _ in 0..<2 {
            #expect(try await recent.slices([cut]) == store.slices([cut]))
            #expect(
                try await recent.rivals(in: hangzhou, during: lastWeek, before: before, of: nil)
                    == store.rivals(in: hangzhou, during: lastWeek, before: before, of: nil))
            #expect(try await recent.voices(selection, limit: 5) == store.voices(selection, limit: 5))
        }
        #expect(try await total() == 1)
    }

    @Test("a voice taken in is counted in the next answer")
    func afterIntake() async throws {
        for count in 1...3 {
            _ = try await store.add([understood("\(count)", "第 \(count) 条声音")])
            #expect(try await total() == count)
            #expect(try await total() == count)
        }
    }

    @Test("a voice that another opening of the file takes in is counted as well")
    func otherWriter() async throws {
        #expect(try await total() == 0)
        let other = try VoiceStore(path: folder.file("voices.db"))
        _ = try await other.add([understood("1", "油耗真高")])
        #expect(try await total() == 1)
        await other.close()
    }
}
