import EarshotTesting
import Testing

@testable import Earshot
@testable import Store

@Suite("The voices that are looked at for a second reading")
struct SecondReadingWorkTests {
    private let folder: TemporaryFolder
    private let store: VoiceStore
    private let first: Comprehension

    init() throws {
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
        first = try Readers.comprehension(Readers.first)
    }

    private func add(_ numbers: ClosedRange<Int>) async throws {
        _ = try await store.add(
            numbers.map { first.understand(Voice(id: "\($0)", text: "第\($0)位", publishedAt: Fixtures.now)) })
    }

    private func next(_ limit: Int = 2, by edition: ReadingEdition? = nil) async throws -> SecondReadingBatch?
    {
        let work = try await store.nextForSecondReading(
            by: edition ?? first.edition, limit: limit, bytes: 1 << 20)
        guard case .voices(let batch) = work else { return nil }
        return batch
    }

    @Test("the newest come first, those that come meanwhile before the ones left, and each once")
    func newestFirst() async throws {
        try await add(1...5)
        var seen: [[Int64]] = []
        for round in 0... {
            guard let batch = try await next() else { break }
            seen.append(batch.voices.map(\.number))
            try await store.finish(batch)
            if round == 0 { try await add(6...8) }
        }
        #expect(seen == [[5, 4], [8, 7], [6], [3, 2], [1]])
        try await add(9...9)
        #expect(try await next()?.voices.map(\.number) == [9])
        await store.close()
    }

    @Test("a batch that is not finished comes again, also after the file was opened anew")
    func again() async throws {
        try await add(1...3)
        let batch = try #require(try await next())
        #expect(try await next()?.numbers == batch.numbers)
        try await store.finish(batch)
        await store.close()
        let opened = try VoiceStore(path: folder.file("voices.db"))
        guard
            case .voices(let rest) = try await opened.nextForSecondReading(
                by: first.edition, limit: 2, bytes: 1 << 20)
        else {
            Issue.record("the rest is not there")
            return
        }
        #expect(rest.voices.map(\.number) == [1])
        await opened.close()
    }

    @Test("with another edition in force all voices are looked at again, and with none or a stray nothing is")
    func editions() async throws {
        #expect(try await next() == nil)
        try await add(1...3)
        while let batch = try await next() { try await store.finish(batch) }
        let second = try Readers.comprehension(Readers.second)
        guard
            case .otherEdition = try await store.nextForSecondReading(
                by: second.edition, limit: 2, bytes: 1 << 20)
        else {
            Issue.record("the figures are of the first edition")
            return
        }
        #expect(try Pass(of: store, batch: 10).run(by: second) == .upToDate)
        #expect(try await next(by: second.edition)?.voices.map(\.number) == [3, 2])
        try await add(4...4)
        #expect(try await next(by: second.edition) == nil)
        await store.close()
    }

    @Test("nothing is spent beyond a day's budget, and each day has its own")
    func budget() async throws {
        var granted = 0
        for _ in 0..<5 where try await store.spend(on: Fixtures.today, of: 3) { granted += 1 }
        #expect(granted == 3)
        #expect(try await store.spent(on: Fixtures.today) == 3)
        #expect(try await store.spend(on: Fixtures.today + 1, of: 3))
        #expect(try await !store.spend(on: Fixtures.today + 2, of: 0))
        #expect(try await store.spent(on: Fixtures.today + 2) == 0)
        await store.close()
    }

    @Test("an answer is kept as it was given, also one that was of no use")
    func answers() async throws {
        let fuel = try #require(Aspect("fuel"))
        let verdicts = [
            Verdict(fuel, .opinion(.negative, at: 3..<8)), Verdict(.parts, .absent),
        ]
        let (one, other, third) = ([UInt8](repeating: 1, count: 32), [UInt8(2)], [UInt8(3)])
        #expect(try await !store.keep((one, .verdicts(verdicts)), at: Fixtures.now, nil))
        #expect(try await !store.keep((other, .unusable), at: Fixtures.now, nil))
        #expect(try await !store.keep((third, .verdicts([])), at: Fixtures.now, nil))
        #expect(try await store.secondReading(of: one) == .verdicts(verdicts))
        #expect(try await store.secondReading(of: other) == .unusable)
        #expect(try await store.secondReading(of: third) == .verdicts([]))
        #expect(try await store.secondReading(of: [4]) == nil)
        await store.close()
    }
}
