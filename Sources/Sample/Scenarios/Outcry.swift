import Earshot

/// Many customers who complain of one thing, each in other words.
struct Outcry {
    let scenario: String
    let aspect: Aspect
    let series: [String]
    /// How texts begin, what they complain of and how they end: of each list the next one, so that with numbers of entries
    /// that have no divisor in common no text comes twice before all are used up, and neighbours have nothing in common.
    let openings: [String]
    let grievances: [String]
    let endings: [String]
    private(set) var arrivals: [Scenario.Arrival] = []

    init(
        _ scenario: String, of aspect: String, series: [String], openings: [String], grievances: [String],
        endings: [String]
    ) {
        self.scenario = scenario
        self.aspect = Scenario.aspect(aspect)
        self.series = series
        (self.openings, self.grievances, self.endings) = (openings, grievances, endings)
    }

    /// Adds a wave in a city.
    ///
    /// - Parameters:
    ///   - start: minutes after the scenario's beginning.
    ///   - halfHours: how many come in each half hour since then, spread evenly over it.
    mutating func add(_ city: String, from start: Int, _ halfHours: [Int]) {
        for (index, count) in halfHours.enumerated() {
            for position in 0..<count {
                let seconds = (start + 30 * index) * 60 + 1800 * position / count
                add(Scenario.city(city), after: .seconds(seconds))
            }
        }
    }

    /// All that come, in order.
    var inOrder: [Scenario.Arrival] {
        arrivals.sorted { ($0.after, $0.number) < ($1.after, $1.number) }
    }

    private mutating func add(_ city: City, after: Duration) {
        let number = arrivals.count
        let text =
            openings[number % openings.count] + grievances[number % grievances.count]
            + endings[number % endings.count]
        arrivals.append(
            Scenario.Arrival(
                after: after, city: city, aspect: aspect, isDanger: false, number: number, scenario: scenario,
                series: series[number % series.count], text: text))
    }
}
