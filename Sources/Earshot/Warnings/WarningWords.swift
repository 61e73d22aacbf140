import Glibc

/// The values with which templates speak of a warning.
struct WarningWords {
    let warning: Warning
    private let directory: any PeopleDirectory
    let calendar: LocalCalendar
    private let now: Timestamp
    let reader: WarningScope
    private let hidesStores: Bool
    /// In which dealers are not told; with none nothing is said of what waits for their end.
    var quietHours: QuietHours?

    /// - Parameters:
    ///   - reader: what the person who reads it may see.
    ///   - hidesStores: whether a whole group reads it, which is told nothing of a store.
    init(
        _ warning: Warning, _ directory: any PeopleDirectory, calendar: LocalCalendar, at now: Timestamp,
        for reader: WarningScope, hidesStores: Bool = false
    ) {
        self.warning = warning
        self.directory = directory
        self.calendar = calendar
        self.now = now
        self.reader = reader
        self.hidesStores = hidesStores
    }

    private var today: Day { calendar.day(of: now) }

    /// What every template about a warning may say.
    var values: [String: TextValue] {
        var values = WarningWords.subject(warning.subject)
        values.merge(figures(warning.figures)) { $1 }
        values["name"] = .text(warning.name)
        values["severity"] = WarningWords.severity(warning.severity)
        values["state"] = .flags(WarningState.allCases.map { ("\($0)", $0 == warning.state) })
        values["mergedInto"] = .optional(warning.mergedName)
        values["since"] = .text(Figures.days(warning.since...warning.since, today: today))
        values["cities"] = .optional(neighbours)
        // Who of the colleagues has it is not a dealer's.
        let owner = reader.namesColleagues ? warning.owner : nil
        values["owner"] = .optional(owner.map(name))
        values["claimedAt"] = .optional(owner == nil ? nil : warning.claimedAt.map(moment))
        // Nobody is reminded of what is over.
        let silence = warning.state.isActive && warning.isSilenced(at: now) ? warning.silence : nil
        values["silentUntil"] = .optional(silence.map { moment($0.until) })
        values["telling"] = .optional(telling.map(moment))
        let isHidden = !reader.readsFigures(of: warning.subject)
        values["hidden"] = .flag(isHidden)
        if isHidden { for name in WarningWords.figuresExample.keys { values[name] = false } }
        let parts = reader.parts(of: warning).filter { part in
            if hidesStores, case .store = part.place { false } else { true }
        }
        // What lies on both sides of its border is no part of it.
        let beside = parts.filter(warning.subject.laps)
        // Nor is what the same customers say with it.
        let together = parts.filter(warning.subject.isBeside)
        let within = parts.filter { !beside.contains($0) && !together.contains($0) }
        for (name, parts) in [("parts", within), ("beside", beside), ("together", together)] {
            values[name] = .series(parts.prefix(WarningWords.mostParts).map { WarningWords.subject($0) })
        }
        return values
    }

    /// When it ended and by whom; nobody is named where it ended by itself, and of colleagues nobody to a dealer.
    var ending: [String: TextValue] {
        [
            "endedAt": .optional(warning.end.map { moment($0.at) }),
            "endedBy": .optional(reader.namesColleagues ? warning.end?.by.map(name) : nil),
        ]
    }

    static let endingExample: [String: TextValue] = ["endedAt": "11/24 09:20", "endedBy": "刘洋"]

    /// When dealers are sent the line to take that waits for the end of quiet hours; nothing where none waits any more.
    private var telling: Timestamp? {
        guard let guidance = warning.guidance, guidance.recipients > 0 else { return nil }
        return held(from: guidance.at)
    }

    /// Until when what was to be sent to dealers at a moment is held back; nothing where it is not, or is no more.
    func held(from moment: Timestamp) -> Timestamp? {
        heldUntil(moment).flatMap { $0 > now ? $0 : nil }
    }

    /// Until when what was to be sent to dealers at a moment is held back, be that over or not.
    func heldUntil(_ moment: Timestamp) -> Timestamp? {
        warning.subject.isDanger ? nil : quietHours?.end(ifQuietAt: moment, calendar: calendar)
    }

    /// Which cities a place without a border of its own has: 南京、镇江、扬州.
    private var neighbours: String? {
        guard case .surroundings(let middle) = warning.subject.place else { return nil }
        return Gazetteer.china.surroundings(of: middle).map(\.name).joined(separator: "、")
    }

    /// How many parts are named.
    private static let mostParts = 5

    static let example: [String: TextValue] = subjectExample.merging(figuresExample) { $1 }.merging([
        "name": "A12", "severity": severity(.serious),
        "state": .flags(WarningState.allCases.map { ("\($0)", $0 == .open) }), "mergedInto": "A11",
        "since": "11/22",
        "cities": "南京、镇江、扬州",
        "owner": "刘洋", "claimedAt": "11/24 09:20", "silentUntil": "11/24 14:00", "telling": "11/25 08:00",
        "parts": .series([subjectExample]), "beside": .series([subjectExample]),
        "together": .series([subjectExample]),
        "hidden": false,
    ]) { $1 }

    /// 杭州 油耗: the place, and the aspect, the danger or the source.
    static func subject(_ subject: WarningSubject) -> [String: TextValue] {
        var values: [String: TextValue] = [
            "place": subject.place.words, "aspect": .optional(subject.aspect?.words), "danger": false,
            "source": false, "rival": .optional(subject.matter?.rival?.name),
            "series": .optional(subject.matter?.series),
        ]
        switch subject {
        case .complaints, .praise: break
        case .danger(let danger): values["danger"] = .text(danger.title)
        case .silence(let source): values["source"] = .text(source)
        }
        return values
    }

    static let subjectExample: [String: TextValue] = [
        "place": "杭州", "aspect": "油耗", "danger": "刹车失灵", "source": "论坛", "rival": "云途L7",
        "series": "星驰X5",
    ]

    static func severity(_ severity: Severity) -> TextValue {
        .flags(Severity.allCases.map { ("\($0)", $0 == severity) })
    }

    /// 平时每天约 4 条,11/24 一天 19 条,这样的日子约 9 年一遇.
    func figures(_ figures: WarningFigures) -> [String: TextValue] {
        let days = figures.days.count
        return [
            "days": .text(Figures.days(figures.days, today: today)),
            "several": days > 1 ? .count(days) : false, "observed": .count(figures.observed),
            "many": .flag(figures.observed > 1),
            "usual": .optional(WarningWords.usual(figures.expected / Double(days))),
            "expected": .optional(WarningWords.usual(figures.expected)),
            "rarity": WarningWords.rarity(figures.returnPeriod),
        ]
    }

    private static let figuresExample: [String: TextValue] = [
        "days": "11/24", "several": "3", "observed": "19", "many": true, "usual": "4", "expected": "12",
        "rarity": ["days": "20", "months": "3", "years": "9", "centuries": true, "ages": true],
    ]

    /// A count that is expected, to two figures; nothing for less than one.
    private static func usual(_ expected: Double) -> String? {
        guard expected >= 0.95 else { return nil }
        let step = expected < 100 ? 1.0 : pow(10, (log10(expected)).rounded(.down) - 1)
        return Figures.count(Int((expected / step).rounded() * step))
    }

    /// How often as many come about by chance, from the days between two such times.
    private static func rarity(_ days: Double) -> TextValue {
        switch days {
        case ..<2: .object([:])
        case ..<45: ["days": .count(Int(days.rounded()))]
        case ..<700: ["months": .count(Int((days / 30.4).rounded()))]
        case ..<36_525: ["years": .count(Int((days / 365.25).rounded()))]
        // Nobody knows so rare a thing to the year.
        case ..<365_000: ["centuries": true]
        default: ["ages": true]
        }
    }

    /// A person's name; the identifier of somebody who is in the directory no more.
    func name(_ person: String) -> String { directory.name(of: person) ?? person }

    /// 11/24 09:20, without the day where it is today.
    func moment(_ moment: Timestamp) -> String {
        let text = calendar.text(of: moment)
        let (day, time) = (text.prefix(10), text.suffix(5))
        guard let day = Day(day) else { return text }
        return day == today ? String(time) : "\(Figures.days(day...day, today: today)) \(time)"
    }

    /// How long something took, in the largest fitting unit.
    static func duration(_ from: Timestamp, _ until: Timestamp) -> TextValue {
        let minutes = max(0, until.milliseconds - from.milliseconds) / 60_000
        return switch minutes {
        case ..<120: ["minutes": .count(Int(max(1, minutes)))]
        case ..<(48 * 60): ["hours": .count(Int((Double(minutes) / 60).rounded()))]
        default: ["days": .count(Int((Double(minutes) / 1440).rounded()))]
        }
    }

    static let durationExample: TextValue = ["minutes": "20", "hours": "3", "days": "2"]
}

extension WatchedPlace {
    /// 杭州, 浙江, 华东 or 全国.
    package var words: TextValue {
        switch self {
        case .nation: Phrase.nation.with()
        case .region(let region): .text(region.name)
        case .province(let name): .text(name)
        case .surroundings(let city):
            Phrase.surroundings.with(["city": .text(city.name), "region": false])
        case .city(let city): .text(city.name)
        case .store(let store): .text(store.name)
        }
    }
}

extension TextValue {
    static func flags(_ flags: [(String, Bool)]) -> TextValue {
        .object(Dictionary(flags.map { ($0.0, .flag($0.1)) }) { $1 })
    }
}
