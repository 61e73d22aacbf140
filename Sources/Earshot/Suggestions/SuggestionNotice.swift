/// What somebody who wants a suggestion is to be told of it, from the moment it happened.
public struct SuggestionNotice: Sendable, Hashable {
    /// The number of the step.
    public var id: Int64
    public var step: SuggestionStep
    public var person: String
    /// The suggestion by which the person wanted it then: itself, or one that was a part of it. Nothing where nobody knows.
    public var wanted: Int64?

    public init(id: Int64, _ step: SuggestionStep, to person: String, wanting wanted: Int64?) {
        (self.id, self.step, self.person, self.wanted) = (id, step, person, wanted)
    }
}

/// When a person is told of what happened, in one message: not while it may still change, once a day, and not at night.
struct SuggestionNoticePlan {
    let quietHours: QuietHours
    let calendar: LocalCalendar

    /// So long after the last change somebody is told: who decides often corrects it at once.
    static let settling = Duration.seconds(600)
    /// When those are told who were told of something on the day before.
    static let morning = Duration.seconds(9 * 3600)

    enum Decision: Equatable {
        case tell
        case wait(until: Timestamp, Reason)
    }

    enum Reason: Equatable {
        /// It may still change.
        case settling
        /// The person was told of something today.
        case toldToday
        case quietHours
    }

    /// - Parameters:
    ///   - changes: when what the person is not told of yet happened.
    ///   - told: when the person was last told of something, at the latest today.
    func decide(changes: [Timestamp], told: Timestamp?, at now: Timestamp) -> Decision {
        guard let first = changes.min(), let last = changes.max() else { return .tell }
        // What a clock wrote that ran ahead keeps nobody waiting for ever.
        let settled = last + SuggestionNoticePlan.settling
        if last <= now, now < settled { return .wait(until: settled, .settling) }
        if let told {
            let next = calendar.start(of: calendar.day(of: told) + 1) + SuggestionNoticePlan.morning
            let waited = calendar.day(of: first) <= calendar.day(of: told)
            let isToday = calendar.day(of: told) == calendar.day(of: now)
            if now < next, waited || isToday { return .wait(until: next, .toldToday) }
        }
        if let end = quietHours.end(ifQuietAt: now, calendar: calendar) {
            return .wait(until: end, .quietHours)
        }
        return .tell
    }
}
