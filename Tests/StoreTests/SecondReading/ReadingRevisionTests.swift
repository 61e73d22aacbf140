import EarshotTesting
import Testing

@testable import Earshot
@testable import Store

@Suite("Opinions that a second reading corrects")
struct ReadingRevisionTests {
    private let folder: TemporaryFolder
    private let first: Comprehension
    private let second: Comprehension

    init() throws {
        folder = try TemporaryFolder()
        first = try Readers.comprehension(Readers.first)
        second = try Readers.comprehension(Readers.second)
    }

    /// A reading with opinions added, removed and turned round.
    private func corrected(_ reading: Reading, of text: String, _ random: inout SeededRandom) -> Reading {
        let aspects = Aspect.all.shuffled(using: &random).prefix(3) + reading.opinions.map(\.aspect)
        let doubts = aspects.map {
            Doubt(
                Opinion(aspect: $0, polarity: .neutral, lean: 0, evidence: 0..<0, probability: 0.3),
                isGiven: false)
        }
        let masked = MaskedText(of: text)
        let verdicts = aspects.map { aspect in
            switch Int.random(in: 0..<3, using: &random) {
            case 0: Verdict(aspect, .absent)
            default:
                Verdict(
                    aspect,
                    .opinion(
                        Polarity.allCases.randomElement(using: &random) ?? .neutral,
                        at: 0..<Int.random(in: 1...masked.text.unicodeScalars.count, using: &random)))
            }
        }
        return reading.revised(by: verdicts, on: doubts, of: text)
    }

    @Test(
        "figures and quotes are those of a store that had the corrected opinions from the start",
        arguments: [3, 8])
    func sameAsFromTheStart(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let voices = Readers.voices(120, seed: seed).map { first.understand($0) }
        let store = try VoiceStore(path: folder.file("voices.db"))
        _ = try await store.add(voices)
        var (right, changed): ([UnderstoodVoice], Int) = ([], 0)
        for (index, voice) in voices.enumerated() {
            var voice = voice
            // Some are corrected twice: the last word counts.
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                voice.reading = corrected(voices[index].reading, of: voice.voice.text, &random)
                let revision = VoiceRevision(number: Int64(index + 1), edition: 1, reading: voice.reading)
                if try await store.keep(nil, at: Fixtures.now, revision) { changed += 1 }
            }
            right.append(voice)
        }
        #expect(changed > 40)
        let fresh = try VoiceStore(path: folder.file("fresh.db"))
        _ = try await fresh.add(right)
        #expect(try store.contents() == fresh.contents())
        #expect(try await store.recountDifferences() == 0)
        await store.close()
        await fresh.close()
    }

    @Test("a corrected voice that other word lists read again is as they read it")
    func readAgain() async throws {
        var random = SeededRandom(seed: 4)
        let voices = Readers.voices(80)
        let store = try VoiceStore(path: folder.file("voices.db"))
        _ = try await store.add(voices.map { first.understand($0) })
        for (index, voice) in voices.enumerated() {
            let reading = corrected(first.understand(voice).reading, of: voice.text, &random)
            _ = try await store.keep(
                nil, at: Fixtures.now, VoiceRevision(number: Int64(index + 1), edition: 1, reading: reading))
            guard index == 40 else { continue }
            // One is under way while the others are corrected.
            #expect(try Pass(of: store, batch: 10, batches: 2).run(by: second) == .stopped)
        }
        #expect(try Pass(of: store, batch: 10).run(by: second) == .upToDate)
        let fresh = try VoiceStore(path: folder.file("fresh.db"))
        _ = try await fresh.add(voices.map { second.understand($0) })
        #expect(try store.contents() == fresh.contents())
        #expect(try await store.recountDifferences() == 0)
        await store.close()
        await fresh.close()
    }

    @Test("undone, all voices are read again by the same edition, without the corrections")
    func undone() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        #expect(try await !store.undoSecondReadings())
        let voices = Readers.voices(40)
        _ = try await store.add(voices.map { first.understand($0) })
        #expect(try await !store.undoSecondReadings())
        let before = try store.contents()
        var random = SeededRandom(seed: 6)
        for (index, voice) in voices.enumerated() {
            let reading = corrected(first.understand(voice).reading, of: voice.text, &random)
            _ = try await store.keep(
                nil, at: Fixtures.now, VoiceRevision(number: Int64(index + 1), edition: 1, reading: reading))
        }
        #expect(try store.contents() != before)
        #expect(try Pass(of: store, batch: 10).run(by: first) == .upToDate)
        #expect(try store.contents() != before)
        #expect(try await store.undoSecondReadings())
        #expect(try await !store.undoSecondReadings())
        #expect(try Pass(of: store, batch: 10).run(by: first) == .upToDate)
        #expect(try store.contents() == before)
        #expect(try store.edition()?.isWholly(of: first.edition) == true)
        #expect(try await store.recountDifferences() == 0)
        await store.close()
    }

    @Test("what was made for an edition that is in force no more changes nothing")
    func formerEdition() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        _ = try await store.add([first.understand(Readers.voices(1)[0])])
        #expect(try Pass(of: store, batch: 10).run(by: second) == .upToDate)
        let before = try store.contents()
        var reading = Reading()
        reading.opinions = [Opinion(aspect: .parts, polarity: .negative, lean: -1, evidence: 0..<3)]
        #expect(
            try await !store.keep(
                nil, at: Fixtures.now, VoiceRevision(number: 1, edition: 1, reading: reading)))
        #expect(try store.contents() == before)
        await store.close()
    }

    @Test("reposts and advertisements, which are not counted, stay so")
    func uncounted() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        let text = "提车三个月了,高速油耗太高,跟宣传的完全不一样"
        var advertisement = understood("3", "到店有礼加微信,价格好谈")
        advertisement.reading.isAdvertisement = true
        _ = try await store.add([understood("1", text), understood("2", text), advertisement])
        let before = try store.contents()
        var reading = Reading()
        reading.opinions = [Opinion(aspect: .parts, polarity: .negative, lean: -1, evidence: 0..<3)]
        for number: Int64 in [2, 3, 99] {
            #expect(
                try await !store.keep(
                    nil, at: Fixtures.now, VoiceRevision(number: number, edition: 1, reading: reading)))
        }
        #expect(try store.contents() == before)
        await store.close()
    }

    @Test("the next answer has a corrected figure, and a quote of it points to the words that were found")
    func figuresFollow() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        let recent = RecentFigures(of: store)
        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        guard case .seen(let hangzhou) = scope.place(city: nil, region: nil) else {
            Issue.record("the dealer sees no place")
            return
        }
        let week = (Fixtures.today - 7)...(Fixtures.today - 1)
        let fuel = try #require(Aspect("fuel"))
        let text = "跑高速很费油"
        _ = try await store.add([understood("1", text)])
        let cut = Cut(.place(hangzhou), during: week)
        #expect(try await recent.slices([cut])[0][fuel].total == 0)
        let reading = Reading().revised(
            by: [Verdict(fuel, .opinion(.negative, at: 3..<6))],
            on: [
                Doubt(
                    Opinion(aspect: fuel, polarity: .neutral, lean: 0, evidence: 0..<0, probability: 0.2),
                    isGiven: false)
            ], of: text)
        #expect(
            try await store.keep(
                nil, at: Fixtures.now, VoiceRevision(number: 1, edition: 1, reading: reading)))
        #expect(try await recent.slices([cut])[0][fuel] == Tally(negative: 1))
        let quotes = try await recent.voices(
            VoiceSelection(.place(hangzhou), during: week, aspect: fuel), limit: 5)
        #expect(quotes.map(\.text) == [text])
        #expect(quotes.first?.evidence == 9..<18)
        // Once more changes nothing.
        #expect(
            try await !store.keep(
                nil, at: Fixtures.now, VoiceRevision(number: 1, edition: 1, reading: reading)))
        await store.close()
    }
}
