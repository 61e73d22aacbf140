import EarshotTesting
import Testing

@testable import Earshot

@Suite("Where counts may have risen")
struct CountRisesTests {
    private func rises(_ row: [Int?], from: Int? = nil) -> Bool {
        CountRises(known: row.map { $0 != nil }).first(in: row, from: from ?? row.count - 1, atLeast: 3)
            != nil
    }

    @Test("many times the usual is looked at, the usual is not")
    func plain() {
        let usual = (0..<120).map { $0 % 3 == 0 ? 1 : 0 } as [Int?]
        #expect(!rises(usual + [1]))
        #expect(rises(usual + [4]))
        #expect(rises(Array(repeating: 10, count: 120) + [40]))
    }

    @Test("an outbreak of the weeks before hides no other")
    func outbreak() {
        var row: [Int?] = Array(repeating: 10, count: 120)
        for day in 60..<65 { row[day] = 1000 }
        #expect(rises(row + [50]))
    }

    @Test("a Sunday is measured by Sundays")
    func sundays() {
        let row = (0..<126).map { $0 % 7 == 6 ? 5 : 50 } as [Int?]
        #expect(rises(row.dropLast() + [35]))
    }

    @Test("a few voices of a silent place are looked at, also over ten days and days without data")
    func sparse() {
        var row: [Int?] = Array(repeating: 0, count: 120)
        for day in [111, 115, 119] { row[day] = 1 }
        #expect(rises(row))
        row[116] = nil
        #expect(rises(row))
        #expect(!rises(Array(repeating: 0, count: 118) + [1, 1]))
    }

    @Test("whatever the detector alarms on, at the rates of a watch, is looked at", arguments: 0..<24)
    func missesNothing(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let mean = [0.1, 0.5, 2, 8, 30].randomElement(using: &random)!
        let weekend = Double.random(in: 0.2...1, using: &random)
        var row: [Int?] = (0..<300).map { day in
            RandomCount.draw(mean: mean * (day % 7 > 4 ? weekend : 1), dispersion: 0.05, &random)
        }
        for start in [200, 250, 285] {
            for day in start..<(start + 7) {
                row[day] = RandomCount.draw(mean: mean * 3 + 3, dispersion: 0.05, &random)
            }
        }
        let first = Day(year: 2025, month: 12, day: 1)!
        let detector = CountDetector(calendar: WorkCalendar()).over(
            first: first, rhythm: .daily, steps: row.count)
        let alarming = detector.judge(row, from: 180).filter {
            $0.score > AlarmThreshold.score(rate: 1e-5, .daily) && $0.observed >= 3
        }
        for judgement in alarming {
            let until = Array(row[...judgement.step])
            #expect(rises(until), "seed \(seed), step \(judgement.step), mean \(mean)")
        }
    }
}
