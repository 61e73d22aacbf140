import Glibc

/// A source that brings no voices any more, though its habit says that it should: no data is not zero.
///
/// Whether a source brings something on a day is a coin whose odds are learned from its last 28 known days (Beta-Bernoulli,
/// Jeffreys' prior), and the probability of the days without any is the one that this predicts. Four habits are weighed by how
/// well they foretold the days that are known (Bayesian model averaging; Hoeting et al., Statistical Science 14, 1999): all
/// days alike, workdays and days of rest apart, every weekday for itself, and days after a delivery apart from others, as with
/// sources that come in bursts. It is a silence once a source of this habit is by chance as long without a voice less than
/// once in two years. In 60 simulated years of each of 17 ordinary habits there were 0 to 0.6 false alarms a year, and 1.5 with
/// sources that come and stay away in bursts; a daily source is missed after four days, a weekly one in the third week.
public struct SourceSilence: Sendable, Equatable {
    /// The first day without a voice.
    public let since: Day
    /// Days without a voice, all of them over.
    public let days: Int
    /// Voices a day in the days before, those without any among them.
    public let usual: Double
    /// The probability that after a delivery as many days pass without another.
    public let chance: Double
    /// Years after which that comes about by chance with this source.
    public let returnPeriod: Double

    /// Days before today whose arrivals decide.
    public static let memory = habit + longest
    /// Known days that make a habit, at most and at least.
    private static let habit = 28
    private static let fewest = 7
    /// Days after which a silence is an end, counted from its first day, and from the day on which it became unusual.
    private static let longest = 28
    private static let mourned = 14
    /// Silences a year that come about by chance at most.
    private static let rate = 0.5

    /// The share of a place's voices a day from which on the absence of silent sources leaves open whether a day was ordinary.
    ///
    /// A fifth less is within what chance does to a day's count: where 4 voices are usual 0.8 are missing, and their standard
    /// deviation is 2; where 25 are, both are 5. What is abnormal is mostly several times the usual, of which four fifths are
    /// abnormal still, so a day that is ordinary without those sources would rarely not be so with them. If any source counted,
    /// however small, ten of which each is silent for two weeks of a year would keep warnings from ending for months of it.
    static let materialShare = 0.2

    /// How many voices a source brought a day in its last 28 days that are over, or since its first one, where that is later.
    ///
    /// - Parameter arrivals: as `judge` takes them.
    static func voicesADay(_ arrivals: [DailyArrivals], today: Day) -> Double {
        let known = arrivals.filter { $0.voices > 0 && $0.day < today && $0.day >= today - memory }
        guard let first = known.map(\.day).min() else { return 0 }
        let voices = known.reduce(0) { $0 + ($1.day >= today - habit ? $1.voices : 0) }
        return Double(voices) / Double(min(habit, first.distance(to: today)))
    }

    /// The silence of a source, seen from a day that is not over.
    ///
    /// - Parameters:
    ///   - arrivals: of the last `memory` days, one entry a day, in any order; days without an entry had none.
    ///   - calendar: tells days of rest.
    /// - Returns: nothing while it speaks or rests as usual, while fewer than seven days of it are known, and when it has been
    ///   silent for so long that it has ended.
    public static func judge(
        _ arrivals: [DailyArrivals], today: Day, calendar: WorkCalendar
    ) -> SourceSilence? {
        let counts = Dictionary(
            arrivals.filter { $0.voices > 0 && $0.day >= today - memory }.map { ($0.day, $0.voices) },
            uniquingKeysWith: +)
        guard let last = counts.keys.max(), let oldest = counts.keys.min(), last < today - 1 else {
            return nil
        }
        let silent = (last + 1)...(today - 1)
        let known = max(oldest, last - (habit - 1))...last
        guard known.count >= fewest, silent.count <= longest else { return nil }
        var forecast = SilenceForecast(days: known, delivered: Set(counts.keys), calendar: calendar)
        let perYear = 365 * Double(known.count { counts[$0] != nil }) / Double(known.count)
        var (chance, unusual): (Double, Day?) = (1, nil)
        for day in silent {
            chance = forecast.chanceOfSilence(through: day)
            if unusual == nil, perYear * chance <= rate { unusual = day }
        }
        guard let unusual, today - 1 < unusual + mourned else { return nil }
        let voices = known.reduce(0) { $0 + (counts[$1] ?? 0) }
        return SourceSilence(
            since: silent.lowerBound, days: silent.count, usual: Double(voices) / Double(known.count),
            chance: chance, returnPeriod: 1 / (perYear * chance))
    }
}

/// Foretells from the days on which a source brought something that it brings nothing.
private struct SilenceForecast {
    private var habits: [Habit] = []
    /// The last known day.
    private let last: Day
    private let calendar: WorkCalendar

    /// Days that are alike.
    private struct Group {
        var days = 0
        var deliveries = 0

        /// The logarithm of the probability of just these days.
        var evidence: Double {
            SilenceForecast.logBeta(Double(deliveries) + 0.5, Double(days - deliveries) + 0.5)
                - SilenceForecast.logBeta(0.5, 0.5)
        }

        /// The probability that the next one brings nothing.
        var chanceOfNone: Double { (Double(days - deliveries) + 0.5) / (Double(days) + 1) }
    }

    /// One way of telling days apart.
    private struct Habit {
        var kind: Kind
        /// How likely it is at first, and, with the known days, in comparison to the others.
        var weight: Double
        var groups: [Int: Group] = [:]
        var chance = 1.0
    }

    private enum Kind {
        case alike, rest, weekday, bursts
    }

    init(days: ClosedRange<Day>, delivered: Set<Day>, calendar: WorkCalendar) {
        (last, self.calendar) = (days.upperBound, calendar)
        habits = [(.alike, 0.5), (.rest, 0.2), (.weekday, 0.2), (.bursts, 0.1)].map {
            Habit(kind: $0, weight: $1)
        }
        for index in habits.indices {
            for day in days {
                // Nothing is known of the day before the first.
                let isBehind = day == days.lowerBound || delivered.contains(day - 1)
                let group = group(of: day, isBehindDelivery: isBehind, habits[index].kind)
                habits[index].groups[group, default: Group()].days += 1
                if delivered.contains(day) { habits[index].groups[group]?.deliveries += 1 }
            }
            habits[index].weight *= exp(habits[index].groups.values.reduce(0) { $0 + $1.evidence })
        }
    }

    /// The probability that nothing comes from the last known day to this one, asked for day by day.
    mutating func chanceOfSilence(through day: Day) -> Double {
        for index in habits.indices {
            let group = group(of: day, isBehindDelivery: day == last + 1, habits[index].kind)
            habits[index].chance *= (habits[index].groups[group] ?? Group()).chanceOfNone
            habits[index].groups[group, default: Group()].days += 1
        }
        let total = habits.reduce(0) { $0 + $1.weight }
        return habits.reduce(0) { $0 + $1.weight * $1.chance } / total
    }

    private func group(of day: Day, isBehindDelivery: Bool, _ kind: Kind) -> Int {
        switch kind {
        case .alike: 0
        case .rest: calendar.isRest(day) ? 1 : 0
        case .weekday: calendar[day] == .holiday ? 6 : day.weekday
        case .bursts: isBehindDelivery ? 1 : 0
        }
    }

    private static func logBeta(_ a: Double, _ b: Double) -> Double {
        logGamma(a) + logGamma(b) - logGamma(a + b)
    }

    /// lgamma writes a global variable.
    private static func logGamma(_ value: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(value, &sign)
    }
}

extension WorkCalendar {
    /// Whether offices are closed: a public holiday, or a day of a weekend that is not worked.
    public func isRest(_ day: Day) -> Bool {
        switch self[day] {
        case .holiday: true
        case .workday: false
        case nil: day.weekday >= 5
        }
    }
}
