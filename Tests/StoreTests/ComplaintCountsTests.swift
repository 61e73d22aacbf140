import EarshotTesting
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
