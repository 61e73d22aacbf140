/// A question that an answer proposes to ask next: the words for its button, and what is meant.
public struct Proposal: Sendable, Hashable {
    public var label: TextValue
    public var request: Request

    public init(_ label: TextValue, _ request: Request) {
        self.label = label
        self.request = request
    }
}

/// The questions that answers propose, by their words.
///
/// Whoever types such words, or presses a button of an answer from a while ago, means that question, in whatever
/// words an editor has put it.
struct ProposedQuestions: Sendable {
    private let requests: [String: Request]

    init(_ services: [any AnsweringService], _ texts: any Texts) throws {
        let known = try services.flatMap(\.proposals).map { (try texts.words($0.label), $0.request) }
        requests = Dictionary(known) { first, _ in first }
    }

    /// The question whose words a text is, about the place and period of the question before.
    func request(for text: String, after previous: Request?) -> Request? {
        guard var request = requests[text], let before = previous?.slots else { return requests[text] }
        if request.slots.area == nil { request.slots.takePlace(of: before) }
        request.slots.period = request.slots.period ?? before.period
        if request.intent == .compare { request.slots.aspect = before.aspect }
        if request.intent != .overview, request.intent != .competitors { request.store = previous?.store }
        return request
    }
}
