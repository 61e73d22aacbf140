import Earshot
import Testing

@testable import Sample

@Suite("Outbreaks in simulated series")
struct DetectionFiguresTests {
    @Test("most are found by days, with hardly more false alarms than meant")
    func days() {
        var figures = DetectionFigures()
        for seed in 0..<24 {
            let simulated = SimulatedSeries.days(seed: UInt64(seed), calendar: WorkCalendar())
            figures.add(simulated, CountDetector().judge(simulated.series, from: simulated.start))
        }
        let threshold = AlarmThreshold.score(rate: 0.01, .daily)
        #expect(figures.outbreaks > 20 && figures.steps == 24 * 180)
        #expect(figures.falseRate(above: threshold) < 0.02)
        #expect(figures.detected(above: threshold) > 0.6, "\(figures.detected(above: threshold))")
        #expect(figures.detected(atFalseRate: 0.01) > 0.6)
    }

    @Test("most are found by weeks, with hardly more false alarms than meant")
    func weeks() {
        var figures = DetectionFigures()
        for seed in 0..<24 {
            let simulated = SimulatedSeries.weeks(seed: UInt64(seed))
            figures.add(simulated, CountDetector().judge(simulated.series, from: simulated.start))
        }
        let threshold = AlarmThreshold.score(rate: 0.01, .weekly)
        #expect(figures.outbreaks == 24 && figures.steps == 24 * 49)
        #expect(figures.falseRate(above: threshold) < 0.02)
        #expect(figures.detected(above: threshold) > 0.5, "\(figures.detected(above: threshold))")
    }

    @Test("a seed gives the same series again, and steps after an outbreak are not free")
    func seeds() throws {
        let (one, same) = (
            SimulatedSeries.days(seed: 5, calendar: WorkCalendar()),
            SimulatedSeries.days(seed: 5, calendar: WorkCalendar())
        )
        #expect(one.series.counts == same.series.counts && one.outbreaks == same.outbreaks)
        let series = try #require(
            (0..<20).lazy.map { SimulatedSeries.weeks(seed: $0) }.first { !$0.outbreaks.isEmpty })
        let outbreak = series.outbreaks[0]
        #expect(!series.isFree(outbreak.upperBound + 3) && series.isFree(outbreak.upperBound + 4))
    }
}
