import Glibc

/// The ordinary course of one series, estimated block by block.
struct CountCourse {
    private let series: CountSeries
    private let expectation: CountExpectation
    private let counts: [Double]
    /// Without and with a season of the year.
    private let plain: CountDesign
    private let seasonal: CountDesign

    init(
        _ series: CountSeries, _ expectation: CountExpectation, plain: CountDesign,
        seasonal: CountDesign
    ) {
        (self.series, self.expectation) = (series, expectation)
        (self.plain, self.seasonal) = (plain, seasonal)
        counts = series.counts.map { $0.map(Double.init) ?? .nan }
    }

    func judge(from start: Int) -> [CountJudgement] {
        guard let first = counts.firstIndex(where: { !$0.isNaN }) else { return [] }
        let earliest = first + expectation.leastHistory
        var found: [CountJudgement] = []
        var step = max(start, earliest)
        while step < counts.count {
            let block = block(of: step)
            let judged = step..<min(block.upperBound, counts.count)
            if let forecast = forecast(at: max(block.lowerBound, earliest), since: first, for: judged) {
                for step in judged where !counts[step].isNaN {
                    found.append(forecast.judge(step) { series.counts[$0] })
                }
            }
            step = block.upperBound
        }
        return found
    }

    /// The steps that are judged by the same estimate.
    private func block(of step: Int) -> Range<Int> {
        let position = series.day(of: step).number / series.rhythm.days
        let into = ((position % expectation.refitting) + expectation.refitting) % expectation.refitting
        return (step - into)..<(step - into + expectation.refitting)
    }

    /// What is expected of the steps `judged` and of those before them that an outbreak may have begun at, by an estimate
    /// as of `step`; nothing where too little of the history has data.
    private func forecast(at step: Int, since first: Int, for judged: Range<Int>) -> CountForecast? {
        let design = step - first >= expectation.seasonFrom ? seasonal : plain
        let upper = max(0, step - expectation.guardGap)
        let range = max(0, upper - expectation.memory)..<upper
        let fade = expectation.halfLife.map { exp2(-1 / $0) } ?? 1
        var weights = [Double](repeating: 0, count: range.count)
        var weight = 1.0
        for i in weights.indices.reversed() {
            weight *= fade
            if !counts[range.lowerBound + i].isNaN { weights[i] = weight }
        }
        guard weights.count(where: { $0 > 0 }) >= expectation.leastKnown else { return nil }
        let fit = CountRegression(design: design, variance: expectation.odds.variance)
            .fit(counts, over: range, weights: weights)
        let steps = max(0, judged.lowerBound - expectation.longest + 1)..<judged.upperBound
        return CountForecast(
            expectation: expectation, first: steps.lowerBound, means: steps.map { fit.mean(of: $0) },
            uncertainties: steps.map { fit.uncertainty(of: $0, design) }, dispersion: fit.dispersion)
    }
}
