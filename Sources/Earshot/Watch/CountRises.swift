/// Tells cheaply where a series of counts may have risen, so that only there it need be judged.
///
/// A judgement asks what was to be expected of that very day; this asks only whether a few days together have far more than
/// a part of what quiet weeks had, which every rise worth a warning has.
struct CountRises {
    private let known: [Bool]

    /// Days that are taken together: as many as the detector does, and more where nothing is known of some of them.
    private static let windows = [1, 2, 3, 5, 7, 10]
    private static let longerWindows = windows + [14]
    /// Weeks before that tell what is usual, and the days between them and today.
    private static let (weeks, gap) = (13, 7)
    /// The part of what is usual that an ordinary day may have, for its season or for a holiday.
    private static let least = 0.6
    /// The same of whole weeks, which have every weekday, and of which quiet ones are among those before.
    private static let leastOfWeeks = 0.9
    /// Counts that are to be expected at least where their absence says something.
    private static let telling = 10.0
    /// Standard deviations of a Poisson count above that.
    private static let deviations = 3.0

    init(known: [Bool]) {
        self.known = known
    }

    /// The first step from one on at which a row may have risen, or nothing.
    func first(in row: [Int?], from start: Int, atLeast fewest: Int) -> Int? {
        // The sum of the counts, and of the known days, before each step.
        var (sums, days) = ([0], [0])
        sums.reserveCapacity(row.count + 1)
        days.reserveCapacity(row.count + 1)
        for (count, isKnown) in zip(row, known) {
            sums.append(sums[sums.count - 1] + (count ?? 0))
            days.append(days[days.count - 1] + (isKnown ? 1 : 0))
        }
        func mean(_ from: Int, _ end: Int) -> Double {
            let span = days[end] - days[from]
            return span > 0 ? Double(sums[end] - sums[from]) / Double(span) : 0
        }
        return (start..<row.count).first { step in
            // Of thirteen weeks without the three with most: past outbreaks do not lift it.
            let end = max(0, step + 1 - CountRises.gap)
            var ofWeeks: [Double] = []
            for week in 0..<CountRises.weeks where end - 7 * week >= 7 {
                ofWeeks.append(mean(end - 7 * week - 7, end - 7 * week))
            }
            ofWeeks.sort()
            let quiet = ofWeeks.prefix(max(1, ofWeeks.count * 10 / CountRises.weeks))
            let usual = quiet.isEmpty ? 0 : quiet.reduce(0, +) / Double(quiet.count)
            let isWhole = days[step + 1] - days[max(0, step - 9)] >= 10
            return (isWhole ? CountRises.windows : CountRises.longerWindows).contains { window in
                let from = max(0, step + 1 - window)
                let observed = sums[step + 1] - sums[from]
                guard observed >= fewest else { return false }
                // A Sunday is judged by Sundays, a day after holidays by the holidays, where there are counts enough to tell.
                var low = usual
                if window < 7, usual * 8 >= CountRises.telling {
                    let same = (1...8).compactMap { week -> Int? in
                        let day = step - 7 * week
                        return day >= 0 ? row[day] : nil
                    }
                    if !same.isEmpty { low = min(low, Double(same.reduce(0, +)) / Double(same.count)) }
                    let before = mean(max(0, from - 3), from)
                    if usual * 3 >= CountRises.telling, before < usual / 2 {
                        low = min(low, max(before, usual / 4))
                    }
                }
                let least = window < 7 ? CountRises.least : CountRises.leastOfWeeks
                let expected = least * low * Double(days[step + 1] - days[from])
                return Double(observed) > expected + CountRises.deviations * expected.squareRoot()
            }
        }
    }
}
