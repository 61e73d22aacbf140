/// The values with which templates speak of an agreed action.
struct ActionValues {
    private let action: AgreedAction
    private let directory: any PeopleDirectory
    private let calendar: LocalCalendar
    private let now: Timestamp
    private let reader: String

    /// - Parameter reader: the identifier of whoever reads it.
    init(
        _ action: AgreedAction, _ directory: any PeopleDirectory, calendar: LocalCalendar, at now: Timestamp,
        reader: String
    ) {
        (self.action, self.directory, self.calendar) = (action, directory, calendar)
        (self.now, self.reader) = (now, reader)
    }

    /// What every template about an action may say.
    var values: [String: TextValue] {
        let today = calendar.day(of: now)
        func day(_ moment: Timestamp) -> String {
            let day = calendar.day(of: moment)
            return Figures.days(day...day, today: today)
        }
        return [
            "name": .text(action.name), "owner": .text(person(action.owner)),
            "recorder": .text(person(action.recorder)), "mine": .flag(action.owner == reader),
            "words": .text(action.words), "place": .optional(action.place.name),
            "due": .text(Figures.days(action.due...action.due, today: today)),
            "overdue": action.isOverdue(on: today) ? .count(action.due.distance(to: today)) : false,
            "done": .flag(action.state == .done), "cancelled": .flag(action.state == .cancelled),
            "ended": .optional(action.end.map { day($0.at) }),
            "by": .optional(action.end.map { person($0.by) }), "remark": .optional(action.end?.remark),
        ]
    }

    private func person(_ id: String) -> String { directory.name(of: id) ?? id }

    /// Where it is passed on, besides: whether it is told whoever did it until then.
    static let news: [String: TextValue] = example.merging([
        "event": event(.recorded), "relieved": true,
    ]) { $1 }

    static func event(_ event: AgreedAction.News) -> TextValue {
        .flags(AgreedAction.News.allCases.map { ($0.rawValue, $0 == event) })
    }

    static let example: [String: TextValue] = [
        "name": "R3", "owner": "林枫", "recorder": "周清", "mine": true, "words": "复查杭州门店的保养排队", "place": "杭州",
        "due": "12/15", "overdue": "2", "done": true, "cancelled": true, "ended": "12/14", "by": "林枫",
        "remark": "已排两班",
    ]

    /// Where there is no action.
    static let none: [String: TextValue] = example.mapValues { _ in false }
}
