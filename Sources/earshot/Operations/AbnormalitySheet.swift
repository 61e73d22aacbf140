import Earshot

/// An abnormality as a line for a person, or as JSON.
struct AbnormalitySheet {
    private let abnormality: Abnormality
    private let day: Day

    init(_ abnormality: Abnormality, on day: Day) {
        (self.abnormality, self.day) = (abnormality, day)
    }

    /// `2026-11-25  杭州  fuel  23 in 7 days, 4.8 expected  by chance here once in 9 years, anywhere once in 9 days`
    var line: String {
        let days = abnormality.days.count
        let span = days == 1 ? "in a day" : "in \(days) days"
        return [
            "\(day)", place, what,
            "\(abnormality.observed) \(span), \(rounded(abnormality.expected)) expected",
            "by chance here \(AbnormalitySheet.often(abnormality.returnPeriod)), anywhere "
                + AbnormalitySheet.often(abnormality.falseAlarmPeriod),
        ].joined(separator: "  ")
    }

    var json: JSONLine {
        var line = JSONLine()
        line.add("day", "\(day)")
        line.add("place", place)
        if let aspect = abnormality.matter.aspect { line.add("aspect", aspect.name) }
        if let series = abnormality.matter.series { line.add("series", series) }
        if let rival = abnormality.matter.rival { line.add("praise_of", rival.name) }
        line.add("from", "\(abnormality.days.lowerBound)")
        line.add("observed", abnormality.observed)
        line.add("expected", abnormality.expected, digits: 2)
        line.add("score", abnormality.score, digits: 3)
        line.add("return_period_days", abnormality.returnPeriod, digits: 0)
        line.add("false_alarm_days", abnormality.falseAlarmPeriod, digits: 1)
        if !abnormality.parts.isEmpty {
            line.add("parts", abnormality.parts.map { AbnormalitySheet($0, on: day).json })
        }
        return line
    }

    /// `fuel`, `complaints`, `complaints about 星驰X5`, or `praise of 云途L7`.
    private var what: String {
        if let rival = abnormality.matter.rival { return "praise of \(rival.name)" }
        if let series = abnormality.matter.series { return "complaints about \(series)" }
        return abnormality.matter.aspect?.name ?? "complaints"
    }

    private var place: String {
        switch abnormality.matter.place {
        case .nation: "全国"
        case .region(let region): region.name
        case .province(let name): name
        case .surroundings(let city): "\(city.name) and around"
        case .store(let store): store.name
        case .city(let city): city.name
        }
    }

    /// How often as many come about by chance, in words.
    private static func often(_ days: Double) -> String {
        switch days {
        case ..<60: return "once in \(Int(max(1, days))) days"
        case ..<730: return "once in \(Int(days / 30)) months"
        case ..<365_000: return "once in \(Int(days / 365)) years"
        default: return "less than once in 1,000 years"
        }
    }

    private func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }
}
