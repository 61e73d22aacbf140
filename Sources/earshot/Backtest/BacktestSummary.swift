import Earshot

/// What a replay comes to: how many warnings, and for whom.
struct BacktestSummary {
    private let course: BacktestCourse
    private let budget: Double
    private let sheet: BacktestSheet

    init(_ course: BacktestCourse, budget: Double, _ sheet: BacktestSheet) {
        (self.course, self.budget, self.sheet) = (course, budget, sheet)
    }

    /// Lines for a person.
    var lines: [String] {
        let severities = Severity.allCases.map { "\(course.count($0)) \($0)" }.joined(separator: ", ")
        var lines = [
            "\(course.days.lowerBound) to \(course.days.upperBound), budget \(BacktestSummary.text(budget)): "
                + "\(aWeek(course.warnings.count, "warning")): \(severities)",
            "\(course.endedUnclaimed) ended unclaimed, \(course.merged) became a part of another one, "
                + "\(course.active) not over",
            aWeek(course.notices, "notice"),
        ]
        lines += course.noticesByPerson.map { "    \(sheet.person($0.person))  \($0.count)" }
        lines += course.unreachable.map { "    \(sheet.person($0.person))  not reachable  \($0.count)" }
        return lines
    }

    var json: JSONLine {
        var line = JSONLine()
        line.add("event", "summary")
        line.add("budget", budget)
        line.add("from", "\(course.days.lowerBound)")
        line.add("to", "\(course.days.upperBound)")
        line.add("warnings", course.warnings.count)
        line.add("warnings_a_week", Double(course.warnings.count) / course.weeks, digits: 2)
        line.add("notice", course.count(.notice))
        line.add("serious", course.count(.serious))
        line.add("severe", course.count(.severe))
        line.add("ended_unclaimed", course.endedUnclaimed)
        line.add("merged", course.merged)
        line.add("active", course.active)
        line.add("notices", course.notices)
        line.add("people", course.noticesByPerson.map { person($0.person, $0.count) })
        line.add("unreachable", course.unreachable.map { person($0.person, $0.count) })
        return line
    }

    /// 2, 0.5.
    static func text(_ budget: Double) -> String {
        budget == budget.rounded() ? "\(Int(budget))" : "\(budget)"
    }

    private func person(_ id: String, _ count: Int) -> JSONLine {
        var line = JSONLine()
        line.add("person", id)
        line.add("count", count)
        return line
    }

    /// 3 warnings (0.7 a week).
    private func aWeek(_ count: Int, _ what: String) -> String {
        let rate = (Double(count) / course.weeks * 10).rounded() / 10
        return "\(count) \(what)\(count == 1 ? "" : "s") (\(rate) a week)"
    }
}
