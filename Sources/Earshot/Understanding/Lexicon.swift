public import FoundationEssentials

/// The words by which opinions are understood: the content of `bot-config/lexicon`, checked.
///
/// It holds what people wrote; `Analyzer` turns it into an automaton.
public struct Lexicon: Sendable {
    /// Terms in their own spelling, in no particular order.
    private(set) var terms: [String: Term] = [:]
    private(set) var notPlaces: Set<String> = []
    private(set) var variants: [(from: Unicode.Scalar, to: Unicode.Scalar)] = []
    /// Log-odds of each aspect before any word is seen, by `Aspect.index`; nothing learned is `nil`.
    private(set) var bias = [Double?](repeating: nil, count: Aspect.all.count)
    /// What an opinion word adds to them.
    private(set) var judged = [Double](repeating: 0, count: Aspect.all.count)
    /// The sum of stated strengths at which an aspect counts as praised or blamed. It is low for service and
    /// parts; of the product people remark and ask more than they judge.
    private(set) var firmness = [Double](repeating: 0.3, count: Aspect.all.count)

    /// Reads the files of a lexicon, each given with the name by which errors shall mention it.
    ///
    /// - Throws: `LexiconError` naming the file and the term.
    public init(files: [(name: String, content: Data)]) throws(LexiconError) {
        var saliences: [(file: String, figures: [String: [String: Double]])] = []
        for file in files {
            let part = try JSON5.decode(LexiconPart.self, from: file.content, named: file.name)
            var reader = LexiconReader(file: file.name, terms: terms)
            terms = [:]
            try reader.read(part)
            terms = reader.terms
            notPlaces.formUnion(reader.words(part.notPlaces))
            try addVariants(part.variants, in: file.name)
            for (name, value) in part.bias {
                bias[Int(try reader.aspect(name).index)] = value
            }
            for (name, value) in part.judged {
                judged[Int(try reader.aspect(name).index)] = value
            }
            for (name, value) in part.firmness {
                firmness[Int(try reader.aspect(name).index)] = value
            }
            saliences.append((file.name, part.salience))
        }
        for (file, figures) in saliences {
            var reader = LexiconReader(file: file, terms: terms)
            terms = [:]
            try reader.weigh(figures)
            terms = reader.terms
        }
    }

    private mutating func addVariants(_ text: String, in file: String) throws(LexiconError) {
        for pair in text.split(whereSeparator: \.isWhitespace) {
            let scalars = Array(pair.unicodeScalars)
            guard scalars.count == 2 else {
                throw LexiconError(
                    code: .malformed, file: file, term: String(pair), message: "is not a pair of characters",
                    hint: "write the variant and the usual form side by side, 動动")
            }
            variants.append((scalars[0], scalars[1]))
        }
    }
}

/// Reads the people's JSON: comments, trailing commas and unquoted keys are allowed.
enum JSON5 {
    static func decode<Value: Decodable>(
        _ type: Value.Type, from content: Data, named file: String
    ) throws(LexiconError) -> Value {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(type, from: content)
        } catch let error as DecodingError {
            throw LexiconError(
                code: .malformed, file: file, term: "", message: reason(error),
                hint: "compare with the file that came with the program")
        } catch {
            throw LexiconError(
                code: .malformed, file: file, term: "", message: "\(error)",
                hint: "compare with the file that came with the program")
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
            .dataCorrupted(let found):
            context = found
        @unknown default: return "\(error)"
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        let cause = context.underlyingError.map { ": \($0)" } ?? ""
        return "\(path.isEmpty ? "" : path + ": ")\(context.debugDescription)\(cause)"
    }
}
