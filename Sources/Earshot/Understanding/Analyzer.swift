/// Understands texts: what they praise and complain about, where, about which product and dealer.
///
/// One pass over the bytes finds all terms (Aho-Corasick); rules connect opinion words with aspects. An analyzer
/// never changes after it is made and may be used from any number of threads.
public final class Analyzer: Sendable {
    let glossary: Glossary
    /// Decides on the aspects that it was fitted on; without one the rules of the lexicon decide on all.
    public let model: OpinionModel?
    /// Everything that decides its readings.
    let content: EditionDigest

    /// Builds the automaton, which takes some ten milliseconds.
    ///
    /// - Parameters:
    ///   - catalogue: the own brand and its rivals.
    ///   - dealers: the brand's stores, recognised by name and alias.
    ///   - places: every name by which a text can name a city, `Gazetteer.china.spokenNames`.
    ///   - decoys: words in which such a name is no place, `Gazetteer.china.spokenDecoys`.
    ///   - model: what `OpinionTrainer` fitted.
    /// - Throws: `LexiconError` for a name that cannot be matched.
    public init(
        lexicon: Lexicon, catalogue: ProductCatalogue, dealers: [Dealer],
        places: [(name: String, city: City)], decoys: [String] = [], model: OpinionModel? = nil
    ) throws(LexiconError) {
        glossary = try Glossary(
            lexicon: lexicon, catalogue: catalogue, dealers: dealers, places: places, decoys: decoys)
        self.model = model
        var content = EditionDigest()
        content.add(ReadingEdition.rules)
        content.add(lexicon)
        content.add(catalogue)
        content.add(dealers)
        content.add(places, decoys: decoys)
        content.add(model?.edition ?? "")
        self.content = content
    }

    /// Tells apart what reads texts differently.
    public var edition: ReadingEdition { content.edition }

    /// What is understood of a text of any length; the same for the same text.
    ///
    /// - Parameter withEdge: whether the opinions are wanted, too, that are a little too unlikely to be given.
    public func analyze(_ text: String, withEdge: Bool = false) -> Reading {
        read(text) { $0.reading(with: model, withEdge: withEdge) }
    }

    /// Why a text is understood as it is.
    public func explain(_ text: String) -> ReadingExplanation {
        read(text) { $0.explanation(with: model) }
    }

    /// What a model's features of a text are made of.
    func study(_ text: String) -> StudiedText {
        read(text) { summary in
            summary.withTallies { tallies in
                summary.studied(tallies, isBuying: summary.clauses.scan.isByBuyer(summary.glossary))
            }
        }
    }

    func read<Result>(_ text: String, _ body: (borrowing Summary) -> Result) -> Result {
        var text = text
        return text.withUTF8 { bytes in
            var clauses = ClauseReader(Scan(bytes, with: glossary), glossary: glossary)
            clauses.read()
            return body(Summary(glossary: glossary, clauses: clauses, text: bytes))
        }
    }
}
