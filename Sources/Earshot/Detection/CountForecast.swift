/// What is expected of some steps of a series, by one estimate of its ordinary course.
struct CountForecast: Sendable {
    let expectation: CountExpectation
    /// The first step with an expected count.
    let first: Int
    let means: [Double]
    /// Variances of the means' logarithms.
    let uncertainties: [Double]
    let dispersion: Double

    /// How abnormal a step is whose count is known, with those before it that an outbreak may have begun at.
    ///
    /// - Parameter counts: the count of a step of the series, or nothing where data is missing.
    func judge(_ step: Int, counts: (Int) -> Int?) -> CountJudgement {
        let known = (0..<min(expectation.longest, step - first + 1)).compactMap { age in
            counts(step - age).map { (age: age, count: $0) }
        }
        let least = known.reduce(Double.infinity) { min($0, uncertainties[step - $1.age - first]) }
        let steps = known.map { age, count in
            let position = step - age - first
            var dispersion = dispersion
            if expectation.odds.variance == .quadratic {
                // What is less sure of this day than of the others (a first holiday) is its own.
                dispersion += expectation.doubt + 2 * (uncertainties[position] - least)
            }
            return OutbreakOdds.Step(
                age: age, count: Double(count), mean: means[position], dispersion: dispersion)
        }
        let level = least + expectation.drift
        let verdict = expectation.odds.verdict(on: steps, deviation: level.squareRoot())
        var judgement = CountJudgement(
            step: step, score: verdict.score, duration: verdict.duration, observed: 0, expected: 0,
            variance: 0)
        for past in steps where past.age < verdict.duration {
            judgement.observed += Int(past.count)
            judgement.expected += past.mean
            judgement.variance +=
                past.mean * expectation.odds.variance.factor(mean: past.mean, dispersion: past.dispersion)
        }
        judgement.variance += level * judgement.expected * judgement.expected
        return judgement
    }
}
