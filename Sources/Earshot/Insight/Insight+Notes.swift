extension Insight {
    /// How many notes of stores there are beside what customers said themselves: for a dealer those of the own store, for
    /// everybody else those of the place; nothing without any, and beside what is said of a rival.
    func noted(
        beside focus: Focus, _ aspect: Aspect?, _ span: Span, _ question: Question
    ) async throws -> TextValue {
        guard focus.isQuotable, focus.rival == nil, question.request.slots.ofRivals != true else {
            return false
        }
        let subject: Cut.Subject
        var store = focus.store
        if store == nil, question.person.role == .dealer, case .seen(let own) = question.scope.dealer(nil) {
            store = own
        }
        if let store {
            guard !question.hidesStores else { return false }
            subject = .notesOf(store)
        } else {
            subject = .notes(in: focus.place)
        }
        let count = try await figures.slices([Cut(subject, during: span.days)])[0][aspect].total
        return count == 0 ? false : ["count": .count(count), "ofStore": .flag(store != nil)]
    }
}
