import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("The complaints that are watched")
struct ComplaintCountsTests {
    private func counts(_ counts: ComplaintCounts, _ city: City?, _ aspect: String?) -> [ComplaintCounts
        .Count]
    {
        (counts.cells[ComplaintCounts.Cell(city: city, aspect: aspect.flatMap { Aspect($0) })] ?? [])
            .sorted { $0.day < $1.day }
    }

    @Test(
        "are those about the own brand, by city, nation and aspect, with their parents, and no praise and no store's"
    )
    func cells() async throws {
        let voices = try OwnVoices()
        let (today, old) = (Fixtures.today - 1, Fixtures.today - 4)
        let brake = [("parts.brake", Polarity.negative)]
        _ = try await voices.store.add([
            understood("1", OwnVoices.text(1), day: old, sentiment: -0.8, opinions: brake),
            understood("2", OwnVoices.text(2), day: today, dealer: "hz-1", sentiment: -0.8, opinions: brake),
            understood("3", OwnVoices.text(3), city: nil, day: today, sentiment: -0.8, opinions: brake),
            understood("4", OwnVoices.text(4), day: today, sentiment: 0.8, opinions: [("fuel", .positive)]),
            understood(
                "5", OwnVoices.text(5), day: today - 1, subject: .rival(Rival(brand: "远岚")), sentiment: -0.8,
                opinions: brake),
        ])
        let found = try await voices.store.complaints(during: old...today)
        #expect(found.isKnown(old) && !found.isKnown(old + 1))
        #expect(found.isKnown(today - 1) && found.isKnown(today))
        for aspect in ["parts.brake", "parts", nil] {
            #expect(
                counts(found, Fixtures.hangzhou, aspect)
                    == [.init(day: old, complaints: 1), .init(day: today, complaints: 1)], "\(aspect ?? "")")
            #expect(
                counts(found, nil, aspect) == [
                    .init(day: old, complaints: 1), .init(day: today, complaints: 2),
                ])
        }
        #expect(counts(found, Fixtures.hangzhou, "fuel").isEmpty)
        #expect(Set(found.cells.keys.map(\.city)) == [Fixtures.hangzhou, nil])
        let later = try await voices.store.complaints(during: today...today)
        #expect(later.isKnown(today) && counts(later, nil, nil) == [.init(day: today, complaints: 2)])
        await voices.store.close()
    }

    @Test(
        "of an own series they are its voices as a whole, by city and nation, and its figures and words are its own"
    )
    func series() async throws {
        let voices = try OwnVoices()
        let day = Fixtures.today - 1
        let brake = [("parts.brake", Polarity.negative)]
        _ = try await voices.store.add([
            understood("1", OwnVoices.text(1), day: day, sentiment: -0.8, opinions: brake, series: "星驰X5"),
            understood("2", OwnVoices.text(2), city: nil, day: day, sentiment: -0.8, series: "星驰X5"),
            understood("3", OwnVoices.text(3), day: day, dealer: "hz-1", sentiment: -0.8, series: "星驰E7"),
            understood("4", OwnVoices.text(4), day: day, sentiment: 0.8, series: "星驰X5"),
            understood("5", OwnVoices.text(5), day: day, sentiment: -0.8),
            understood(
                "6", OwnVoices.text(6), day: day, subject: .rival(Rival(brand: "远岚", series: "星驰X5")),
                sentiment: -0.8),
        ])
        let found = try await voices.store.complaints(during: day...day)
        let ofSeries = found.cells.filter { $0.key.series != nil }
        func cell(_ city: City?, _ series: String) -> ComplaintCounts.Cell {
            ComplaintCounts.Cell(city: city, aspect: nil, series: series)
        }
        #expect(
            ofSeries == [
                cell(Fixtures.hangzhou, "星驰X5"): [.init(day: day, complaints: 1)],
                cell(nil, "星驰X5"): [.init(day: day, complaints: 2)],
                cell(Fixtures.hangzhou, "星驰E7"): [.init(day: day, complaints: 1)],
                cell(nil, "星驰E7"): [.init(day: day, complaints: 1)],
            ])
        #expect(counts(found, nil, nil) == [.init(day: day, complaints: 4)])
        #expect(try await voices.store.recountDifferences() == 0)

        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        guard case .seen(let hangzhou) = scope.place(city: nil, region: nil) else {
            Issue.record("a dealer sees the own city")
            return
        }
        let slice = try await voices.store.slices([Cut(.series("星驰X5", in: hangzhou), during: day...day)])
        #expect(slice.map(\.overall) == [Tally(positive: 1, neutral: 0, negative: 1)])
        let quoted = try await voices.store.voices(
            VoiceSelection(.series("星驰X5", in: hangzhou), during: day...day, polarity: .negative), limit: 9)
        #expect(quoted.map(\.text) == [OwnVoices.text(1)])
        let rivals = try await voices.store.rivals(
            in: hangzhou, during: day...day, before: day...day, of: nil)
        #expect(rivals.map(\.rival.brand) == ["远岚"])
        #expect(
            try await voices.store.slices([Cut(.series("星驰Z9", in: hangzhou), during: day...day)]) == [
                Slice()
            ])
        await voices.store.close()
    }

    @Test("a file of the program before counts no series until its voices are read again")
    func seriesOfOldFile() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("voices.db")
        let day = Fixtures.today - 1
        @Sendable func voice(_ number: Int) -> UnderstoodVoice {
            understood("\(number)", OwnVoices.text(number), day: day, sentiment: -0.8, series: "星驰X5")
        }
        func counted(_ store: VoiceStore) async throws -> Int {
            try await store.complaints(during: day...day).cells.keys.count { $0.series != nil }
        }
        let old = try VoiceStore(path: file)
        _ = try await old.add([voice(1)])
        await old.close()
        try Connection(path: file).executeScript(
            """
            DELETE FROM daily_count WHERE subject < 0;
            DELETE FROM mention WHERE subject < 0;
            DELETE FROM subject WHERE id < 0;
            ALTER TABLE edition DROP COLUMN counts_series;
            DROP INDEX voice_by_time;
            ALTER TABLE voice DROP COLUMN nobodys;
            DROP TABLE voice_removal;
            PRAGMA user_version = 8
            """)
        let store = try VoiceStore(path: file)
        _ = try await store.add([voice(2)])
        let early = try await counted(store)
        #expect(early == 0, "some of them would look like a rise from nothing")
        let before = try store.edition()
        #expect(before?.countsSeries == false)
        var progress = try #require(try store.beginReading(by: ReadingEdition(key: "another")))
        progress = try store.add(
            [RereadVoice(number: 1, understood: voice(1))], to: progress)
        let over = try store.changeOver(progress, at: Timestamp(milliseconds: 1), most: 9, bytes: 1 << 20) {
            voice(Int($0.number))
        }
        let edition = try store.edition()
        #expect(over != nil && edition?.countsSeries == true)
        #expect(try await counted(store) == 2)
        #expect(try await store.recountDifferences() == 0)
        await store.close()
    }

    @Test("an empty store knows nothing of any day")
    func empty() async throws {
        let voices = try OwnVoices()
        let found = try await voices.store.complaints(during: (Fixtures.today - 400)...Fixtures.today)
        #expect(!found.days.contains(where: found.isKnown) && found.cells.isEmpty)
        await voices.store.close()
    }

    @Test("kept in memory they are those of the file after every change of it, and as the days move on")
    func kept() async throws {
        let voices = try OwnVoices()
        let recent = RecentComplaints(of: voices.store)
        var random = SeededRandom(seed: 7)
        var last = Fixtures.today - 20
        for number in 0..<60 {
            let day = last - Int.random(in: 0...12, using: &random)
            let city = [Fixtures.hangzhou, Fixtures.ningbo, nil].randomElement(using: &random)!
            _ = try await voices.store.add([
                understood(
                    "\(number)", OwnVoices.text(number), city: city, day: day, sentiment: -0.8,
                    opinions: [(["fuel", "parts.brake"].randomElement(using: &random)!, .negative)])
            ])
            if number % 7 == 0 { last = last + 1 }
            let days = (last - 10)...last
            let kept = try await recent.complaints(during: days)
            let read = try await voices.store.complaints(during: days)
            for cell in Set(kept.cells.keys).union(read.cells.keys) {
                let (one, other) = (kept.cells[cell] ?? [], read.cells[cell] ?? [])
                #expect(
                    one.sorted { $0.day < $1.day } == other.sorted { $0.day < $1.day }, "step \(number)")
            }
            for day in days { #expect(kept.isKnown(day) == read.isKnown(day)) }
        }
        await voices.store.close()
    }
}
