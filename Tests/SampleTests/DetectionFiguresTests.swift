import Earshot
import Testing

@testable import Sample

@Suite("Outbreaks in simulated series")
struct DetectionFiguresTests {
    /// What may not be lost, at a rate of false alarms that is meant: three in a hundred outbreaks less than were found when
    /// this was written, and a third more false alarms or as many as are meant.
    private struct Floor {
        var rate: Double
        var falseRate: Double
        var detected: Double
        /// Where the threshold is the one that gives just so many false alarms here.
        var detectedAtFalseRate: Double
    }

    private func compare(_ figures: DetectionFigures, _ rhythm: CountSeries.Rhythm, with floors: [Floor]) {
        for floor in floors {
            let threshold = AlarmThreshold.score(rate: floor.rate, rhythm)
            let falseRate = figures.falseRate(above: threshold)
            let detected = figures.detected(above: threshold)
            let detectedAtFalseRate = figures.detected(atFalseRate: floor.rate)
            #expect(falseRate <= floor.falseRate, "at \(floor.rate)")
            #expect(detected >= floor.detected, "at \(floor.rate)")
            #expect(detectedAtFalseRate >= floor.detectedAtFalseRate, "at \(floor.rate)")
        }
    }

    @Test("most are found by days, with no more false alarms than meant")
    func days() {
        var figures = DetectionFigures()
        for seed in 0..<24 {
            let simulated = SimulatedSeries.days(seed: UInt64(seed), calendar: WorkCalendar())
            figures.add(simulated, CountDetector().judge(simulated.series, from: simulated.start))
        }
        #expect(figures.outbreaks == 35 && figures.steps == 24 * 180)
        compare(
            figures, .daily,
            with: [
                Floor(rate: 0.01, falseRate: 0.012, detected: 0.68, detectedAtFalseRate: 0.68),
                Floor(rate: 0.001, falseRate: 0.001, detected: 0.45, detectedAtFalseRate: 0.48),
            ])
    }

    @Test("half are found by weeks, with hardly more false alarms than meant")
    func weeks() {
        var figures = DetectionFigures()
        for seed in 0..<24 {
            let simulated = SimulatedSeries.weeks(seed: UInt64(seed))
            figures.add(simulated, CountDetector().judge(simulated.series, from: simulated.start))
        }
        #expect(figures.outbreaks == 24 && figures.steps == 24 * 49)
        compare(
            figures, .weekly,
            with: [
                Floor(rate: 0.01, falseRate: 0.014, detected: 0.51, detectedAtFalseRate: 0.47),
                Floor(rate: 0.001, falseRate: 0.001, detected: 0.17, detectedAtFalseRate: 0.38),
            ])
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
