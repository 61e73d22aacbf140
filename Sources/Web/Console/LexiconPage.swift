import Earshot
import HTTP

/// The page for whoever edits the word lists, and what it asks for.
struct LexiconPage: Sendable {
    /// More rows nobody reads; there is a search.
    static let mostTerms = 100
    /// Longest search, in UTF-16 units, which is what the page's input counts.
    static let longestSearch = 30

    let desk: any LexiconDesk

    /// Everything below `/console/lexicon`.
    ///
    /// - Parameter answer: Responds to whoever may use the console.
    func routes(
        _ answer:
            @escaping @Sendable (HTTP.Request, (HTTP.Request) async throws -> Response) async throws
            -> Response
    ) -> [Route] {
        PageFile.routes(of: "lexicon") + [.get("/console/lexicon/terms") { try await answer($0, show) }]
    }

    private func show(_ request: HTTP.Request) async throws -> Response {
        let query = request.queryParameters
        guard let order = LexiconUse.Order(rawValue: query["order"] ?? LexiconUse.Order.followed.rawValue)
        else { return .failure(400, "console.malformed", "请求格式不正确") }
        let search = query["search"] ?? ""
        guard search.utf16.count <= LexiconPage.longestSearch else {
            return .failure(400, "console.too-long", "要找的词太长，最多 \(LexiconPage.longestSearch) 个字")
        }
        let report = try await desk.report()
        let terms = report.use.ranked(by: order, containing: search)
        return try .data(
            LexiconRows(
                countedAt: report.countedAt.milliseconds, texts: report.use.texts, found: terms.count,
                fewestVotes: LexiconUse.fewestVotes,
                terms: terms.prefix(LexiconPage.mostTerms).map { term in
                    try LexiconRows.Term(term, in: order, naming: desk.name)
                }))
    }
}

/// What the page is told, as JSON.
private struct LexiconRows: Encodable {
    /// Milliseconds since 1970.
    let countedAt: Int64
    let texts: Int
    /// How many terms there are, of which the first are in `terms`.
    let found: Int
    let fewestVotes: Int
    let terms: [Term]

    struct Counts: Encodable {
        let followed: Int
        let overruled: Int
        let undecided: Int

        init(_ counts: TermUse.Counts) {
            (followed, overruled, undecided) = (counts.followed, counts.overruled, counts.undecided)
        }
    }

    struct OfAspect: Encodable {
        let name: String
        let votes: Counts
    }

    struct Quote: Encodable {
        let words: String
        let aspect: String
        let isPraise: Bool
        let outcome: String
    }

    struct Term: Encodable {
        let term: String
        let texts: Int
        let votes: Counts
        let aspects: [OfAspect]
        let quotes: [Quote]

        init(
            _ use: TermUse, in order: LexiconUse.Order, naming name: (Aspect) throws -> String
        ) throws {
            term = use.term
            texts = use.texts
            votes = Counts(use.all)
            aspects = try use.aspectsByVotes.map {
                OfAspect(name: try name($0.aspect), votes: Counts($0.counts))
            }
            quotes = try use.quotes(first: order.outcome).map { quote in
                Quote(
                    words: quote.words, aspect: try name(quote.vote.aspect),
                    isPraise: quote.vote.isPraise, outcome: quote.vote.outcome.rawValue)
            }
        }
    }
}
