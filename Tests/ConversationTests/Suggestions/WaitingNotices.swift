import Earshot

extension SuggestionNotices {
    /// What anybody was not told of yet and happened since a moment, in order.
    func noticesWaiting(since moment: Timestamp) async throws -> [SuggestionNotice] {
        var notices: [SuggestionNotice] = []
        for person in try await peopleWaiting(since: moment, after: "", limit: 1000) {
            notices += try await noticesWaiting(of: person, since: moment, limit: 1000)
        }
        return notices.sorted { ($0.id, $0.person) < ($1.id, $1.person) }
    }
}
