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
        #expect(found.known == [0, 2, 3])
        #expect(found.isKnown(old) && !found.isKnown(old + 1))
        for aspect in ["parts.brake", "parts", nil] {
            #expect(
                counts(found, Fixtures.hangzhou, aspect)
                    == [.init(day: 0, complaints: 1), .init(day: 3, complaints: 1)], "\(aspect ?? "")")
            #expect(
                counts(found, nil, aspect) == [.init(day: 0, complaints: 1), .init(day: 3, complaints: 2)])
        }
        #expect(counts(found, Fixtures.hangzhou, "fuel").isEmpty)
        #expect(Set(found.cells.keys.map(\.city)) == [Fixtures.hangzhou, nil])
        let later = try await voices.store.complaints(during: today...today)
        #expect(later.known == [0] && counts(later, nil, nil) == [.init(day: 0, complaints: 2)])
        await voices.store.close()
    }

    @Test("an empty store knows nothing of any day")
    func empty() async throws {
        let voices = try OwnVoices()
        let found = try await voices.store.complaints(during: (Fixtures.today - 400)...Fixtures.today)
        #expect(found.known.isEmpty && found.cells.isEmpty)
        await voices.store.close()
    }
}
