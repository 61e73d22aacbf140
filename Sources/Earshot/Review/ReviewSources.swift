/// Where a review finds what people did beside what customers said.
public struct ReviewSources: Sendable {
    let suggestions: any SuggestionDesk
    let notes: any NotedVoices
    let handOvers: any HandOverDesk
    let knowledge: any KnowledgeDesk
    let actions: any ActionDesk

    public init(
        suggestions: any SuggestionDesk, notes: any NotedVoices, handOvers: any HandOverDesk,
        knowledge: any KnowledgeDesk, actions: any ActionDesk
    ) {
        (self.suggestions, self.notes, self.handOvers) = (suggestions, notes, handOvers)
        (self.knowledge, self.actions) = (knowledge, actions)
    }
}

/// What one person reads in a review of a place over some days.
struct ReviewReader {
    let person: Person
    let place: VisiblePlace
    let days: ClosedRange<Day>
    let now: Timestamp
    let calendar: LocalCalendar
    let directory: any PeopleDirectory

    var today: Day { calendar.day(of: now) }
    var from: Timestamp { calendar.start(of: days.lowerBound) }
    /// Behind the last moment of the days; of a month that goes on, of which figures are told until yesterday, behind this one.
    var until: Timestamp {
        let end = calendar.start(of: days.upperBound + 1)
        return days.monthBefore == nil && days.upperBound + 1 >= today
            ? max(end, now + .milliseconds(1)) : end
    }

    /// Whether something happened in these days.
    func happened(_ moment: Timestamp?) -> Bool { moment.map { from <= $0 && $0 < until } ?? false }

    /// By their short names; nothing for the nation.
    var cities: Set<String>? { place.cityNames }
}
