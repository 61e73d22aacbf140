import Earshot

/// How many voices fall on each day, and when within the day.
struct DaySchedule: Sendable {
    let end: Day
    private let start: Day
    /// The number of voices before each day, and the total at the end.
    private let before: [Int]

    /// Weekends are busier, the brand grows a little, and no two weeks are alike.
    init(_ sample: SampleBrand, random: inout SeededRandom) {
        start = sample.today - sample.days
        end = sample.today
        var sums = [0.0]
        for day in start..<end {
            let weekday = day.weekday >= 5 ? 1.22 : 1.0
            let growth = 1 + 0.1 * Double(day.number - start.number) / Double(sample.days)
            sums.append(sums[sums.count - 1] + weekday * growth * (0.95 + 0.1 * random.fraction()))
        }
        let total = sums[sums.count - 1]
        before = sums.map { Int(Double(sample.count) * $0 / total + 0.5) }
    }

    func count(on day: Day) -> Int {
        let index = day.number - start.number
        return before[index + 1] - before[index]
    }

    /// The moment of one of the day's voices, in the time of 上海: few at night, most in the evening.
    func moment(_ position: Int, of count: Int, on day: Day, random: inout SeededRandom) -> Timestamp {
        let share = (Double(position) + random.fraction()) / Double(count)
        let hour: Double
        switch share {
        case ..<0.05: hour = share / 0.05 * 7
        case ..<0.32: hour = 7 + (share - 0.05) / 0.27 * 5
        case ..<0.62: hour = 12 + (share - 0.32) / 0.30 * 6
        default: hour = 18 + (share - 0.62) / 0.38 * 6
        }
        let seconds = min(86_399, Int(hour * 3600))
        return Timestamp(seconds: Int64(day.number * 86_400 + seconds - 8 * 3600))
    }
}
