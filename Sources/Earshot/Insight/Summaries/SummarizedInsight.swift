/// Insight whose overviews have a few sentences below them, where these were written before. Everything else is as without.
public struct SummarizedInsight: AnsweringService {
    private let insight: Insight
    private let texts: any Texts
    private let summaries: PreparedSummaries

    public init(_ insight: Insight, texts: any Texts, summaries: PreparedSummaries) {
        self.insight = insight
        self.texts = texts
        self.summaries = summaries
    }

    public var intents: Set<Intent> { insight.intents }

    public var proposals: [Proposal] { insight.proposals }

    public func answer(_ question: Question) async throws -> Answer {
        var answer = try await insight.answer(question)
        guard answer.prompt == .overview, case .object(var values) = answer.values else { return answer }
        // What the person reads is what may be said, but for the words of customers.
        let lines = try texts.reply(answer.prompt, answer.values).blocks.compactMap(\.ownLine)
        guard let summary = summaries.summary(of: lines) else { return answer }
        values["summary"] = .text(summary)
        answer.values = .object(values)
        return answer
    }
}

extension Reply.Block {
    /// The line as it reads where it is the program's own; nothing for the words of customers and what may be asked next.
    fileprivate var ownLine: String? {
        switch self {
        case .title(let text), .text(let text), .item(let text): text
        case .figure(let label, let value): "\(label) \(value)"
        case .quote, .choices: nil
        }
    }
}
