/// All words of the safety lexicon, with the names of makers, in the form in which texts are searched for them.
struct SafetyGlossary: Sendable {
    /// What a word is to a danger. A word can be several.
    enum Piece: Sendable {
        /// Says it outright.
        case whole(danger: Int)
        /// Begins a sequence, or ends it.
        case first(sequence: Int)
        case then(sequence: Int)
        /// Means something else.
        case except(danger: Int)
    }

    /// What a word of a sentence tells of the dangers in it.
    struct Cue: OptionSet, Sendable {
        let rawValue: UInt16
        static let denial = Cue(rawValue: 1)
        static let denialBehind = Cue(rawValue: 2)
        static let supposition = Cue(rawValue: 4)
        static let suppositionBehind = Cue(rawValue: 8)
        static let fear = Cue(rawValue: 16)
        static let question = Cue(rawValue: 32)
        static let questionBehind = Cue(rawValue: 64)
        static let risk = Cue(rawValue: 128)
        static let riskBehind = Cue(rawValue: 256)
        static let frequency = Cue(rawValue: 512)
        static let hearsay = Cue(rawValue: 1024)
        static let exercise = Cue(rawValue: 2048)
        static let explanation = Cue(rawValue: 4096)
        static let opponent = Cue(rawValue: 8192)
        static let ownName = Cue(rawValue: 16_384)
        static let rivalName = Cue(rawValue: 32_768)
        /// Only hides shorter ones inside it.
        static let inert: Cue = []
    }

    /// A sequence of a danger's words.
    struct Sequence: Sendable {
        var danger: Int
        var within: Int
    }

    private(set) var dangers: [Danger] = []
    private(set) var sequences: [Sequence] = []
    private(set) var classes: CharacterClasses
    /// By term of each automaton.
    private(set) var pieces: [[Piece]] = []
    private(set) var cues: [Cue] = []
    private(set) var pieceAutomaton = Automaton(terms: [], classCount: 1)
    private(set) var cueAutomaton = Automaton(terms: [], classCount: 1)

    private let file: String
    private var pieceCodes: [[UInt16]] = []
    private var cueCodes: [[UInt16]] = []
    private var pieceNumbers: [[UInt16]: Int] = [:]
    private var cueNumbers: [[UInt16]: Int] = [:]

    init(
        _ part: SafetyPart, file: String, variants: [(from: Unicode.Scalar, to: Unicode.Scalar)],
        catalogue: ProductCatalogue
    ) throws(LexiconError) {
        self.file = file
        classes = CharacterClasses(variants: variants)
        for (index, entry) in part.dangers.enumerated() { try add(entry, at: "dangers[\(index)]") }
        let lists: [(String, String, Cue)] = [
            ("denials", part.denials, .denial),
            ("denials_behind", part.denialsBehind, .denialBehind),
            ("suppositions", part.suppositions, .supposition),
            ("suppositions_behind", part.suppositionsBehind, .suppositionBehind),
            ("fears", part.fears, .fear), ("questions", part.questions, .question),
            ("questions_behind", part.questionsBehind, .questionBehind), ("risks", part.risks, .risk),
            ("risks_behind", part.risksBehind, .riskBehind), ("frequencies", part.frequencies, .frequency),
            ("hearsay", part.hearsay, .hearsay), ("exercises", part.exercises, .exercise),
            ("explanations", part.explanations, .explanation), ("opponents", part.opponents, .opponent),
            ("inert", part.inert, .inert),
        ]
        for (field, text, cue) in lists {
            for word in SafetyGlossary.words(text) { try add(cue, word, in: field) }
        }
        // The first to claim a name keeps it: the own brand's come first, and words of the lists before all names.
        for (name, product) in catalogue.spokenNames {
            guard let code = classes.encode(name), !code.isEmpty, cueNumbers[code] == nil else { continue }
            append(product.isOwn ? .ownName : .rivalName, code)
        }
        classes.close()
        pieceAutomaton = Automaton(terms: pieceCodes, classCount: classes.count)
        cueAutomaton = Automaton(terms: cueCodes, classCount: classes.count)
        (pieceCodes, cueCodes, pieceNumbers, cueNumbers) = ([], [], [:], [:])
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private mutating func add(_ entry: SafetyPart.Entry, at place: String) throws(LexiconError) {
        guard let aspect = Aspect(entry.aspect[...]) else {
            throw error(
                .unknownAspect, "\(place).aspect", entry.aspect, "is not an aspect",
                hint: "use a dotted name of the vocabulary, parts.brake")
        }
        let isName = entry.key.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }
        guard isName, !entry.key.isEmpty, !dangers.contains(where: { $0.key == entry.key }) else {
            throw error(
                .malformed, "\(place).key", entry.key, "is no name, or already another danger's",
                hint: "use small letters and _, another name for each danger")
        }
        guard !entry.title.isEmpty else {
            throw error(
                .malformed, "\(place).title", "", "is empty", hint: "give the name that messages shall show")
        }
        let danger = dangers.count
        dangers.append(Danger(key: entry.key, title: entry.title, aspect: aspect))
        for word in SafetyGlossary.words(entry.words) {
            try add(.whole(danger: danger), word, in: "\(place).words")
        }
        for word in SafetyGlossary.words(entry.except) {
            try add(.except(danger: danger), word, in: "\(place).except")
        }
        for (index, sequence) in entry.sequences.enumerated() {
            let field = "\(place).sequences[\(index)]"
            let (first, then) = (SafetyGlossary.words(sequence.first), SafetyGlossary.words(sequence.then))
            guard (0...40).contains(sequence.within), !first.isEmpty, !then.isEmpty else {
                throw error(
                    .malformed, field, "", "is no sequence",
                    hint: "give words under first and then, and 0 to 40 characters under within")
            }
            for word in first { try add(.first(sequence: sequences.count), word, in: "\(field).first") }
            for word in then { try add(.then(sequence: sequences.count), word, in: "\(field).then") }
            sequences.append(Sequence(danger: danger, within: sequence.within))
        }
    }

    private mutating func add(_ piece: Piece, _ word: String, in field: String) throws(LexiconError) {
        let code = try code(of: word, in: field)
        if let number = pieceNumbers[code] {
            pieces[number].append(piece)
        } else {
            pieceNumbers[code] = pieces.count
            pieceCodes.append(code)
            pieces.append([piece])
        }
    }

    private mutating func add(_ cue: Cue, _ word: String, in field: String) throws(LexiconError) {
        let code = try code(of: word, in: field)
        guard let number = cueNumbers[code] else { return append(cue, code) }
        if cue == cues[number] { return }
        guard cue != .inert, cues[number] != .inert else {
            throw error(
                .conflict, field, word, "is inert and stands in another list", hint: "leave it in one of them"
            )
        }
        cues[number].formUnion(cue)
    }

    private mutating func append(_ cue: Cue, _ code: [UInt16]) {
        cueNumbers[code] = cues.count
        cueCodes.append(code)
        cues.append(cue)
    }

    private mutating func code(of word: String, in field: String) throws(LexiconError) -> [UInt16] {
        guard let code = classes.encode(word), !code.isEmpty else {
            throw error(
                .emptyTerm, field, word, "has characters that cannot be matched", hint: "correct the word")
        }
        return code
    }

    private func error(
        _ code: LexiconError.Code, _ field: String, _ term: String, _ message: String, hint: String
    ) -> LexiconError {
        LexiconError(code: code, file: file, field: field, term: term, message: message, hint: hint)
    }
}
