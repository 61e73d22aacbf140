/// Insight whose overviews have a few sentences below them, where these were written before. Everything else is as without.
public struct SummarizedInsight: AnsweringService {
    private let insight: Insight
    private let texts: any Texts
    private let summaries: PreparedSummaries
    private let rivals: Set<String>

    /// - Parameter catalogue: rivals outside it are not told to whoever writes the summaries.
    public init(
        _ insight: Insight, texts: any Texts, summaries: PreparedSummaries, catalogue: ProductCatalogue
    ) {
        self.insight = insight
        self.texts = texts
        self.summaries = summaries
        rivals = Set(
            catalogue.brands.flatMap { brand in
                ([""] + brand.series.map(\.name)).map { Rival(brand: brand.name, series: $0).name }
            })
    }

    public var intents: Set<Intent> { insight.intents }

    public var proposals: [Proposal] { insight.proposals }

    public func answer(_ question: Question) async throws -> Answer {
        var answer = try await insight.answer(question)
        guard answer.prompt == .overview, case .object(var values) = answer.values else { return answer }
        let lines = try texts.reply(answer.prompt, .object(told(values))).blocks.compactMap(\.ownLine)
        guard let summary = summaries.summary(of: lines) else { return answer }
        values["summary"] = .text(summary)
        answer.values = .object(values)
        return answer
    }

    /// What may be said: what the person reads, but for the words of others, which would make their own names and numbers
    /// true and may carry orders. Those of customers are no lines of the program's own.
    private func told(_ values: [String: TextValue]) -> [String: TextValue] {
        var told = values
        // Of the asker's own message, and no figures.
        told["strange"] = false
        told["leftOut"] = false
        // What a source calls a product is whatever it likes.
        if case .object(let rival)? = told["rival"], case .text(let name)? = rival["name"],
            !rivals.contains(name)
        {
            told["rival"] = false
        }
        return told
    }
}

extension Reply.Block {
    /// The line as it reads where it is the program's own; nothing for the words of customers and what may be asked next.
    fileprivate var ownLine: String? {
        switch self {
        case .title(let text), .text(let text), .item(let text): text
        case .figure(let label, let value): "\(label) \(value)"
        case .quote, .link, .choices: nil
        }
    }
}
