import Earshot

/// What would have happened, as one JSON object a line.
struct BacktestRows {
    private let budget: Double
    private let calendar: LocalCalendar

    init(budget: Double, _ calendar: LocalCalendar) {
        (self.budget, self.calendar) = (budget, calendar)
    }

    func row(_ event: BacktestEvent) -> JSONLine {
        var line = begun(event.kind.name, at: event.at, event.warning)
        add(event.warning, event.warning.figures, to: &line)
        if let other = event.warning.end?.mergedInto { line.add("into", "A\(other)") }
        if case .escalated(let level) = event.kind { line.add("level", "\(level)") }
        line.add("told", event.told)
        if !event.unreachable.isEmpty { line.add("unreachable", event.unreachable) }
        return line
    }

    /// One for everybody who was not told.
    func withheld(_ event: BacktestEvent) -> [JSONLine] {
        event.withheld.compactMap { decision in
            guard case .withheld(let reason) = decision.verdict else { return nil }
            var line = begun("withheld", at: event.at, event.warning)
            line.add("of", event.kind.name)
            line.add("person", decision.person)
            let record = reason.record
            line.add("reason", record.name)
            if let until = record.until { line.add("until", calendar.text(of: until)) }
            return line
        }
    }

    /// A warning that a replay with another budget has nothing of.
    func only(_ warning: Warning) -> JSONLine {
        var line = begun("only", at: warning.openedAt, warning)
        add(warning, warning.peak, to: &line)
        return line
    }

    private func begun(_ event: String, at moment: Timestamp, _ warning: Warning) -> JSONLine {
        var line = JSONLine()
        line.add("event", event)
        line.add("at", calendar.text(of: moment))
        line.add("budget", budget)
        line.add("warning", warning.name)
        return line
    }

    private func add(_ warning: Warning, _ figures: WarningFigures, to line: inout JSONLine) {
        line.add("subject", "\(warning.subject)")
        line.add("severity", "\(warning.severity)")
        line.add("from", "\(figures.days.lowerBound)")
        line.add("to", "\(figures.days.upperBound)")
        line.add("observed", figures.observed)
        line.add("expected", figures.expected, digits: 2)
    }
}
