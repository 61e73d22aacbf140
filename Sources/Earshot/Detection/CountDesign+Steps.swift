import Glibc

/// Years since 2025. The origin is the same for all series, so that a trend does not depend on what comes later.
private func years(_ day: Day) -> Double { Double(day.number - 20_089) / 365 }

extension CountDesign<SIMD4<Double>> {
    /// Level, trend and, if wanted, season; the weekday is a step's group, a holiday or make-up workday its effect.
    static func daily(_ days: [Day], _ calendar: WorkCalendar, season: Bool) -> Self {
        var design = Self(
            numbers: [10, 0.7, 0.3, 0.3], groups: [Double](repeating: 0.5, count: 7), effects: [0.5, 0.3])
        for day in days {
            var numbers: SIMD4<Double> = [1, years(day), 0, 0]
            if season {
                let angle = 2 * Double.pi * Double(day.number) / 365.25
                (numbers[2], numbers[3]) = (cos(angle), sin(angle))
            }
            switch calendar[day] {
            // A holiday is like a Sunday and a worked day of a weekend like a Monday, but for an effect of their own.
            case .holiday: design.append(Step(numbers: numbers, group: 6, effect: 0))
            case .workday: design.append(Step(numbers: numbers, group: 0, effect: 1))
            case nil: design.append(Step(numbers: numbers, group: day.weekday))
            }
        }
        return design
    }
}

extension CountDesign<SIMD8<Double>> {
    /// Level, trend and a season of two waves.
    static func weekly(_ weeks: [Day]) -> Self {
        var design = Self(numbers: [10, 0.3, 0.7, 0.7, 0.7, 0.7, 1, 1])
        for week in weeks {
            // A year of 52 weeks, as surveillance counts it.
            let angle = 2 * Double.pi * Double(week.number / 7 % 52) / 52
            design.append(
                Step(
                    numbers: [
                        1, years(week), cos(angle), sin(angle), cos(2 * angle), sin(2 * angle), 0, 0,
                    ]))
        }
        return design
    }
}
