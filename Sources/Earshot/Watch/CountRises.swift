/// Tells cheaply where a series of counts may have risen, so that only there it need be judged.
///
/// A judgement asks what was to be expected of that very day; this asks only whether a few days together have far more than
/// a part of what the months before had on average, which every rise worth a warning has.
struct CountRises {
    private let known: [Bool]

    /// Days that are taken together.
    private static let windows = [1, 2, 3, 5, 7]
    /// The days of which the average is taken, and those between them and today.
    private static let (memory, gap) = (90, 7)
    /// The part of the average that an ordinary day may have at least, by its weekday, its season or for a holiday.
    private static let least = 0.6
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
        return (start..<row.count).first { step in
            let end = max(0, step - CountRises.gap + 1)
            let begin = max(0, end - CountRises.memory)
            let span = days[end] - days[begin]
            let mean = span > 0 ? Double(sums[end] - sums[begin]) / Double(span) : 0
            return CountRises.windows.contains { window in
                let from = max(0, step + 1 - window)
                let observed = sums[step + 1] - sums[from]
                let expected = CountRises.least * mean * Double(days[step + 1] - days[from])
                return observed >= fewest
                    && Double(observed) > expected + CountRises.deviations * expected.squareRoot()
            }
        }
    }
}
