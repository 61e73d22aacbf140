import Glibc

/// Years since 2025. The origin is the same for all series, so that a trend does not depend on what comes later.
private func years(_ day: Day) -> Double { Double(day.number - 20_089) / 365 }

extension CountDesign {
    /// Level, trend and, if wanted, season; the weekday is a step's group, a holiday or make-up workday its effect.
    static func daily(_ days: [Day], _ calendar: WorkCalendar, season: Bool) -> Self {
        var design = Self(
            numbers: season ? [10, 0.7, 0.3, 0.3] : [10, 0.7], groups: [Double](repeating: 0.5, count: 7),
            // A holiday is like a Sunday and a worked day of a weekend like a Monday, but for an effect of their own.
            effects: [Effect(deviation: 0.5, group: 6), Effect(deviation: 0.3, group: 0)],
            phase: days.first?.weekday ?? 0)
        for day in days {
            let angle = 2 * Double.pi * Double(day.number) / 365.25
            let numbers = season ? [years(day), cos(angle), sin(angle)] : [years(day)]
            let effect: Int? =
                switch calendar[day] {
                case .holiday: 0
                case .workday: 1
                case nil: nil
                }
            design.append(numbers, effect: effect)
        }
        return design
    }

    /// Level, trend and a season of two waves.
    static func weekly(_ weeks: [Day]) -> Self {
        var design = Self(numbers: [10, 0.3, 0.7, 0.7, 0.7, 0.7])
        for week in weeks {
            // A year of 52 weeks, as surveillance counts it.
            let angle = 2 * Double.pi * Double(week.number / 7 % 52) / 52
            design.append([years(week), cos(angle), sin(angle), cos(2 * angle), sin(2 * angle)])
        }
        return design
    }
}
