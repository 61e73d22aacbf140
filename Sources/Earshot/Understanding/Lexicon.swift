/// The words by which opinions are understood: the content of `bot-config/lexicon`, checked.
///
/// It holds what people wrote; `Analyzer` turns it into an automaton.
public struct Lexicon: Sendable {
    /// Terms in their own spelling, in no particular order.
    private(set) var terms: [String: Term] = [:]
    private(set) var notPlaces: Set<String> = []
    private(set) var placeWords = PlaceWords<String>()
    /// The firms beside maker and store that a text may name.
    private(set) var firms: [Firm] = []
    private(set) var variants: [(from: Unicode.Scalar, to: Unicode.Scalar)] = []
    /// Log-odds of each aspect before any word is seen, by `Aspect.index`; nothing learned is `nil`.
    private(set) var bias = [Double?](repeating: nil, count: Aspect.all.count)
    /// What an opinion word adds to them.
    private(set) var judged = [Double](repeating: 0, count: Aspect.all.count)
    /// The sum of stated strengths at which an aspect counts as praised or blamed. It is low for service and
    /// parts; of the product people remark and ask more than they judge.
    private(set) var firmness = [Double](repeating: 0.3, count: Aspect.all.count)

    /// Puts the files of a lexicon together, each given with the name by which errors shall mention it.
    ///
    /// - Throws: `LexiconError` naming the file, the field and the term.
    public init(files: [(name: String, part: LexiconPart)]) throws(LexiconError) {
        for (name, part) in files {
            var reader = LexiconReader(file: name, terms: terms)
            terms = [:]
            try reader.read(part)
            terms = reader.terms
            firms += try reader.firms(part)
            notPlaces.formUnion(reader.words(part.notPlaces))
            placeWords.add(part)
            try addVariants(part.variants, in: name)
            for (aspect, value) in part.bias {
                bias[Int(try reader.aspect(aspect, in: "bias").index)] = value
            }
            for (aspect, value) in part.judged {
                judged[Int(try reader.aspect(aspect, in: "judged").index)] = value
            }
            for (aspect, value) in part.firmness {
                firmness[Int(try reader.aspect(aspect, in: "firmness").index)] = value
            }
        }
        // What one file weighs may be a target of another.
        for (name, part) in files {
            var reader = LexiconReader(file: name, terms: terms)
            terms = [:]
            try reader.weigh(part.salience)
            terms = reader.terms
        }
    }

    private mutating func addVariants(_ text: String, in file: String) throws(LexiconError) {
        for pair in text.split(whereSeparator: \.isWhitespace) {
            let scalars = Array(pair.unicodeScalars)
            guard scalars.count == 2 else {
                throw LexiconError(
                    code: .malformed, file: file, field: "variants", term: String(pair),
                    message: "is not a pair of characters",
                    hint: "write the variant and the usual form side by side, 動动")
            }
            variants.append((scalars[0], scalars[1]))
        }
    }
}
