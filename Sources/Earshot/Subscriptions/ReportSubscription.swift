/// A person's wish to be sent a report again and again.
public struct ReportSubscription: Sendable, Hashable {
    /// Never given twice; nothing until it is kept.
    public var number: Int64?
    public var person: String
    public var topic: ReportTopic
    public var schedule: ReportSchedule
    /// When it was wished for, or wished for otherwise: what was due before does not come.
    public var since: Timestamp
    /// When it does not come meanwhile.
    public var pause: ReportPause?

    public init(
        number: Int64? = nil, person: String, topic: ReportTopic, schedule: ReportSchedule, since: Timestamp,
        pause: ReportPause? = nil
    ) {
        (self.number, self.person, self.topic, self.schedule) = (number, person, topic, schedule)
        (self.since, self.pause) = (since, pause)
    }

    /// The same with another pause.
    func paused(_ pause: ReportPause?) -> ReportSubscription {
        var changed = self
        changed.pause = pause
        return changed
    }
}

/// What somebody has subscribed to.
enum Subscribed: Hashable {
    case warnings(WarningSubscription)
    case report(ReportSubscription)

    /// `alert`, `daily`, `weekly`, `monthly` or `review`.
    var topic: String {
        switch self {
        case .warnings: "alert"
        case .report(let report): report.topic.kind.rawValue
        }
    }

    var place: WatchedPlace {
        switch self {
        case .warnings(let warnings): warnings.place
        case .report(let report): report.topic.place
        }
    }

    var aspect: Aspect? {
        switch self {
        case .warnings(let warnings): warnings.aspect
        case .report(let report): report.topic.aspect
        }
    }

    var subject: ReportSubject {
        switch self {
        case .warnings(let warnings): warnings.wish.subject
        case .report(let report): report.topic.subject
        }
    }

    /// The store that it is of alone, by the directory's identifier.
    var store: String? { if case .store(let store) = place { store.id } else { nil } }

    /// What ends it and nothing else.
    var removal: Request {
        var slots = Slots()
        switch place {
        case .nation: slots.area = .nation
        case .region(let region): slots.region = region.name
        case .province(let name): slots.area = .province(name)
        case .surroundings(let city): slots.area = .surroundings(of: city.name)
        case .city(let city): slots.city = city.name
        case .store: break
        }
        (slots.topic, slots.aspect, slots.isConfirmed) = (topic, aspect, true)
        subject.fill(&slots)
        return Request(.subscriptionRemove, slots, store: store)
    }

    /// 杭州油耗日报.
    var name: [String: TextValue] {
        if case .warnings(let warnings) = self { return warnings.wish.name }
        return [
            "place": topic == ReportTopic.Kind.answers.rawValue ? false : place.words,
            "matter": subject.words ?? false, "aspect": .optional(aspect?.words), "praise": false,
            "topic": .flags(Subscribed.topics.map { ($0, $0 == topic) }),
        ]
    }

    static let topics = ["alert"] + ReportTopic.Kind.allCases.map(\.rawValue)
    static let exampleName: [String: TextValue] = [
        "place": "杭州", "matter": "星驰X5", "aspect": "油耗", "praise": false,
        "topic": .flags(topics.map { ($0, $0 == "daily") }),
    ]

    /// The same with when it comes.
    func values(today: Day, _ calendar: LocalCalendar, at now: Timestamp) -> [String: TextValue] {
        var values = name
        for key in ["schedule", "paused", "untilResumed", "pausedAhead"] { values[key] = false }
        guard case .report(let report) = self else { return values }
        values["schedule"] = report.schedule.words
        guard let pause = report.pause, !pause.isOver(at: now) else { return values }
        let day = calendar.day(of: pause.until)
        guard pause.holds(now) else {
            let first = pause.from.map { calendar.day(of: $0) } ?? today
            values["pausedAhead"] = .text(Figures.days(first...(day - 1), today: today))
            return values
        }
        values["untilResumed"] = .flag(pause.endsWhenResumed)
        values["paused"] = .text(Figures.days(day...day, today: today))
        return values
    }
}

extension ReportSchedule {
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// 每周一 09:00.
    var words: TextValue {
        var values: [String: TextValue] = ["time": .text("\(time)")]
        switch recurrence {
        case .daily: values["daily"] = true
        case .workdays: values["workdays"] = true
        case .weekly(let weekday):
            values["weekly"] = true
            values[ReportSchedule.weekdays[weekday]] = true
        case .monthly(31): values["monthEnd"] = true
        case .monthly(let day): values["monthly"] = .text("\(day)")
        }
        return Phrase.schedule.with(values)
    }

    static let examples: [[String: TextValue]] =
        [
            ["time": "08:30", "daily": true], ["time": "08:30", "workdays": true],
            ["time": "09:00", "monthly": "1"], ["time": "09:00", "monthEnd": true],
        ] + weekdays.map { ["time": "09:00", "weekly": true, $0: true] }
}
