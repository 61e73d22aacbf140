import Earshot
import Texts

/// What would have happened, as lines for a person.
struct BacktestSheet {
    private let directory: Directory
    private let calendar: LocalCalendar
    private let texts: PromptTexts

    init(_ installation: Installation, _ texts: PromptTexts) {
        directory = installation.everybody
        calendar = installation.calendar
        self.texts = texts
    }

    /// `2026-11-20 08:30  A1  opened  杭州 油耗  notice, 15 in 4 days, 2.7 expected  → 刘洋 (liu-yang)`
    func line(_ event: BacktestEvent) throws -> String {
        var fields = [
            calendar.text(of: event.at), event.warning.name, event.kind.name, try subject(event.warning),
            detail(event),
        ]
        if !event.told.isEmpty { fields.append("→ " + event.told.map(person).joined(separator: ", ")) }
        if !event.unreachable.isEmpty {
            fields.append("not reachable: " + event.unreachable.map(person).joined(separator: ", "))
        }
        return fields.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// A line for everybody who was not told, with the reason.
    func withheld(_ event: BacktestEvent) throws -> [String] {
        let subject = try subject(event.warning)
        return event.withheld.compactMap { decision in
            guard case .withheld(let reason) = decision.verdict else { return nil }
            return [
                calendar.text(of: event.at), event.warning.name, "withheld", event.kind.name, subject,
                "\(person(decision.person)): \(words(reason))",
            ].joined(separator: "  ")
        }
    }

    /// `A1  杭州 油耗  serious  2026-11-20 to 2026-11-24  at its worst 31 in 5 days, 4.1 expected`
    func line(_ warning: Warning) throws -> String {
        [
            warning.name, try subject(warning), "\(warning.severity)",
            "\(warning.since) to \(warning.lastAbnormal)", "at its worst \(figures(warning.peak))",
        ].joined(separator: "  ")
    }

    /// 杭州 油耗; 南京 praise of 远岚M6.
    func subject(_ warning: Warning) throws -> String {
        let subject = warning.subject
        let aspect = try subject.aspect.map { try texts.words($0.words) }
        let what: [String?] =
            switch subject {
            case .complaints(let matter): [matter.series, aspect ?? "complaints"]
            case .praise(let matter): ["praise of", matter.rival?.name, aspect]
            case .danger(let danger): [danger.title]
            case .silence(let source): [source]
            }
        let words = [try texts.words(subject.place.words)] + what.compactMap(\.self)
        return Terminal.field(words.joined(separator: " "))
    }

    /// 刘洋 (liu-yang); the identifier alone of somebody who is not in the directory.
    func person(_ id: String) -> String {
        Terminal.field(directory.person(id: id).map { "\($0.name) (\(id))" } ?? id)
    }

    private func detail(_ event: BacktestEvent) -> String {
        let warning = event.warning
        return switch event.kind {
        case .changed(.merged): warning.end?.mergedInto.map { "into A\($0)" } ?? ""
        case .changed(.ordinary), .changed(.ended): ""
        case .escalated(.managers), .escalated(.heads): "to the heads of the region"
        case .escalated(.headquarters): "to headquarters"
        case .reminded: "nobody has taken it on"
        case .covered: "whoever has it is away"
        default: "\(warning.severity), \(figures(warning.figures))"
        }
    }

    private func figures(_ figures: WarningFigures) -> String {
        let days = figures.days.count
        let expected = (figures.expected * 10).rounded() / 10
        return "\(figures.observed) in \(days == 1 ? "a day" : "\(days) days"), \(expected) expected"
    }

    private func words(_ reason: NoticeDecision.Reason) -> String {
        switch reason {
        case .quietHours(let until): "quiet hours until \(calendar.text(of: until))"
        case .silenced(let until, let by): "silenced by \(person(by)) until \(calendar.text(of: until))"
        case .claimed(let by): "\(person(by)) has taken it on"
        case .ordinary: "the days since are ordinary"
        case .stale: "it was too long ago"
        case .away: "away, and nobody stands in"
        case .unreachable: "reached on no channel"
        case .ended: "it was over before"
        case .merged(let whole): "it became a part of A\(whole) before"
        case .own: "did it"
        case .elsewhere: "in charge of it no more"
        case .guided: "was told what to say"
        }
    }
}
