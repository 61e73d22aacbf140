import Testing

@testable import Earshot

@Suite("Places that stand out together")
struct PlaceDetectorTests {
    private let first = Day(year: 2026, month: 1, day: 5)!

    /// A grid of 7 by 7 places, a degree apart.
    private let neighbourhoods = Neighbourhoods(
        (0..<49).map { Neighbourhoods.Point(latitude: 30 + Double($0 / 7), longitude: 110 + Double($0 % 7)) })

    private func map(days: Int = 100) -> PlaceMap {
        var chance = SplitMix64(seed: 2)
        var map = PlaceMap(first: first, days: days, places: 49)
        for day in 0..<days {
            for place in 0..<49 { map[day, place] = RandomCount.draw(mean: 1.5, dispersion: 0.05, &chance) }
        }
        return map
    }

    private func judge(_ map: PlaceMap, from start: Int) -> [PlaceDetector.Judgement] {
        PlaceDetector(neighbourhoods: neighbourhoods).judge(map, from: start)
    }

    @Test("neighbours that rise are found together")
    func cluster() throws {
        var map = map()
        for day in 96..<100 {
            for place in [23, 24, 25] { map[day, place]! += 4 }
        }
        let judgement = try #require(judge(map, from: 99).first)
        let best = try #require(judgement.clusters.first)
        #expect(best.score > PlaceDetector.score(rate: 0.001))
        #expect(Set(best.places).isSuperset(of: [23, 24, 25]) && best.places.count <= 5, "\(best)")
        #expect((3...5).contains(best.duration) && Double(best.observed) > 2 * best.expected)
    }

    @Test("a rise of the whole country is nobody's")
    func nation() throws {
        var map = map()
        var chance = SplitMix64(seed: 8)
        for day in 97..<100 {
            for place in 0..<49 { map[day, place] = RandomCount.draw(mean: 4.5, dispersion: 0.05, &chance) }
        }
        let judgements = judge(map, from: 97)
        #expect(judgements.count == 3)
        #expect(judgements.allSatisfy { ($0.clusters.first?.score ?? 0) < PlaceDetector.score(rate: 0.001) })
    }

    @Test("ordinary days seldom alarm, and the same map is judged the same again")
    func ordinary() {
        let judgements = judge(map(), from: 40)
        #expect(judgements.count == 60)
        let alarms = judgements.count { ($0.clusters.first?.score ?? 0) > PlaceDetector.score(rate: 0.01) }
        #expect(alarms <= 3)
        #expect(judge(map(), from: 40).map(\.clusters) == judgements.map(\.clusters))
    }

    @Test("a place and a day without data are not zeros")
    func gaps() throws {
        var map = map()
        for place in 0..<49 { map[98, place] = nil }
        for day in 0..<100 { map[day, 7] = nil }
        let judgements = judge(map, from: 97)
        #expect(judgements.map(\.day) == [97, 99])
        #expect(judgements.allSatisfy { $0.clusters.allSatisfy { !$0.places.contains(7) && $0.score < 3 } })
    }

    /// Counts of places without anything in common, of which the first days have none.
    private func rare(mean: Double, silent: Int) -> PlaceMap {
        var chance = SplitMix64(seed: 6)
        var map = PlaceMap(first: first, days: 70 + silent, places: 49)
        for day in 0..<map.days {
            for place in 0..<49 {
                map[day, place] = day < silent ? 0 : RandomCount.draw(mean: mean, dispersion: 0, &chance)
            }
        }
        return map
    }

    @Test(
        "rare matters and new ones have hardly more false alarms than meant",
        arguments: [(0.003, 0), (0.05, 30)])
    func rarity(mean: Double, silent: Int) {
        let judgements = judge(rare(mean: mean, silent: silent), from: silent + 40)
        let alarms = judgements.filter { ($0.clusters.first?.score ?? 0) > PlaceDetector.score(rate: 0.01) }
        // One chance event alarms for as many days as a window has.
        let episodes = alarms.enumerated().count { index, alarm in
            index == 0 || alarm.day - alarms[index - 1].day > 7
        }
        #expect(episodes <= 2, "\(alarms.map(\.day)) of \(judgements.count)")
    }

    @Test("a day is judged the same wherever one begins, and days on which one place reported do not disturb")
    func beginning() {
        var map = map(days: 90)
        for day in 56..<63 {
            for place in 1..<49 { map[day, place] = nil }
        }
        let all = judge(map, from: 70)
        #expect(judge(map, from: 77).map(\.clusters) == all.filter { $0.day >= 77 }.map(\.clusters))
        #expect(all.count { ($0.clusters.first?.score ?? 0) > PlaceDetector.score(rate: 0.01) } <= 1)
    }

    @Test("distances are over the ground, and a neighbourhood begins with its middle")
    func distance() {
        let (beijing, shanghai) = (
            Neighbourhoods.Point(latitude: 39.9042, longitude: 116.4074),
            Neighbourhoods.Point(latitude: 31.2304, longitude: 121.4737)
        )
        #expect(abs(Neighbourhoods.distance(beijing, shanghai) - 1067) < 3)
        #expect(neighbourhoods.members.enumerated().allSatisfy { $1.first == $0 && $1.count == 8 })
        let far = Neighbourhoods([beijing, shanghai, beijing])
        #expect(far.members == [[0, 2], [1], [2, 0]])
    }
}
