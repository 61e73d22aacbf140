/// Collects the sections of one lexicon file into terms and rejects what contradicts.
struct LexiconReader {
    let file: String
    var terms: [String: Term]
    /// What is being read, for errors: `targets.fuel`.
    private(set) var field = ""
    /// Whether what is read are phrases that count wherever they stand.
    private(set) var isReadingPhrases = false

    mutating func read(_ part: LexiconPart) throws(LexiconError) {
        for (name, text) in part.targets {
            let aspect = try aspect(name, in: "targets")
            for word in words(text) { try add(target: word, aspect) }
        }
        field = "more_is_better"
        for word in words(part.moreIsBetter) { try direct(word, 1) }
        field = "more_is_worse"
        for word in words(part.moreIsWorse) { try direct(word, -1) }
        try eachStrength(part.much, in: "much") { (reader, word, value) throws(LexiconError) in
            try reader.measure(word, value)
        }
        try eachStrength(part.little, in: "little") { (reader, word, value) throws(LexiconError) in
            try reader.measure(word, -value)
        }
        try eachStrength(part.opinions, in: "opinions") { (reader, word, value) throws(LexiconError) in
            try reader.judge(word, value, reach: .target, aspect: nil)
        }
        try readAspectOpinions(part.descriptions, in: "descriptions", reach: .targetOrOwn)
        try readAspectOpinions(part.phrases, in: "phrases", reach: .own)
        try readAspectOpinions(part.faults, in: "faults", reach: .both)
        for (word, links) in part.byAspect {
            for (name, value) in links {
                let aspect = try aspect(name, in: "by_aspect.\(word)")
                try change(word) { $0.own.append(.init(aspect: aspect, weight: Float(value))) }
            }
            try change(word) { if $0.reach == .none { $0.reach = .target } }
        }
        try readRoles(part)
    }

    private mutating func readRoles(_ part: LexiconPart) throws(LexiconError) {
        let roles: [(String, String, Term.Role)] = [
            ("negations", part.negations, .negation), ("carriers", part.carriers, .carrier),
            ("collectives", part.collectives, .collective),
            ("contrasts", part.contrasts, .contrast), ("questions", part.questions, .question),
            ("wishes", part.wishes, .wish), ("suppositions", part.suppositions, .supposition),
            ("comparisons", part.comparisons, .comparison), ("inferiors", part.inferiors, .inferior),
            ("inert", part.inert, .inert),
        ]
        for (name, text, role) in roles {
            field = name
            for word in words(text) { try assign(role, to: word, factor: 1) }
        }
        try eachStrength(part.degrees, in: "degrees") { (reader, word, value) throws(LexiconError) in
            try reader.assign(.degree, to: word, factor: value)
        }
        field = "feelings"
        for word in words(part.feelings) { try change(word) { $0.takesObject = true } }
        field = "denials"
        for word in words(part.denials) { try change(word) { $0.isDenial = true } }
        let cues: [(String, String, Term.Cue)] = [
            ("buying", part.buying, .buying), ("bought", part.bought, .bought),
            ("pricing", part.pricing, .pricing), ("asking", part.asking, .asking),
            ("adverts", part.adverts, .advert), ("offers", part.offers, .offer),
            ("contacts", part.contacts, .contact), ("sellers", part.sellers, .seller),
            ("customers", part.customers, .customer),
            ("workshop", part.workshop, .workshop),
        ]
        isReadingPhrases = true
        for (name, text, cue) in cues {
            field = name
            for word in words(text) { try change(word) { $0.cue.insert(cue) } }
        }
        isReadingPhrases = false
    }

    private mutating func readAspectOpinions(
        _ section: [String: [String: String]], in sectionName: String, reach: Term.Reach
    ) throws(LexiconError) {
        for (name, strengths) in section {
            let aspect = try aspect(name, in: sectionName)
            try eachStrength(strengths, in: field) { (reader, word, value) throws(LexiconError) in
                try reader.judge(word, value, reach: reach, aspect: aspect)
            }
        }
    }

    /// Sets the learned salience of targets.
    mutating func weigh(_ figures: [String: [String: Double]]) throws(LexiconError) {
        for (name, values) in figures {
            let aspect = try aspect(name, in: "salience")
            for (word, value) in values {
                guard let position = terms[word]?.targets.firstIndex(where: { $0.aspect == aspect }) else {
                    throw LexiconError(
                        code: .unknownName, file: file, field: "\(field).\(word)", term: word,
                        message: "has a salience for \(name) but is not a target of it",
                        hint: "add it under targets or remove the figure")
                }
                terms[word]?.targets[position].weight = Float(value)
            }
        }
    }

    func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The aspect of a section's key, which is then what is being read.
    mutating func aspect(_ name: String, in section: String) throws(LexiconError) -> Aspect {
        field = "\(section).\(name)"
        guard let aspect = Aspect(name[...]) else {
            throw LexiconError(
                code: .unknownAspect, file: file, field: field, term: name, message: "is not an aspect",
                hint: "use a dotted name of the vocabulary, after_sales.waiting")
        }
        return aspect
    }

    private mutating func eachStrength(
        _ section: [String: String], in sectionName: String,
        _ body: (inout LexiconReader, String, Float) throws(LexiconError) -> Void
    ) throws(LexiconError) {
        for (key, text) in section {
            field = "\(sectionName).\(key)"
            guard let value = Float(key), value.isFinite, abs(value) <= 3 else {
                throw LexiconError(
                    code: .unknownName, file: file, field: field, term: key, message: "is not a strength",
                    hint: "use a number from -3 to 3")
            }
            for word in words(text) { try body(&self, word, value) }
        }
    }

    private mutating func add(target word: String, _ aspect: Aspect) throws(LexiconError) {
        try change(word) {
            if !$0.targets.contains(where: { $0.aspect == aspect }) {
                $0.targets.append(.init(aspect: aspect, weight: Term.usualSalience))
            }
        }
    }

    private mutating func direct(_ word: String, _ direction: Int8) throws(LexiconError) {
        let known = terms[word]?.direction ?? 0
        guard known == 0 || known == direction else { throw conflict(word, "more is better and worse") }
        try change(word) { $0.direction = direction }
    }

    private mutating func measure(_ word: String, _ amount: Float) throws(LexiconError) {
        let known = terms[word]?.amount ?? 0
        guard known == 0 || known == amount else { throw conflict(word, "two different amounts") }
        try change(word) {
            $0.amount = amount
            if $0.reach == .none { $0.reach = .target }
        }
    }

    private mutating func judge(
        _ word: String, _ value: Float, reach: Term.Reach, aspect: Aspect?
    ) throws(LexiconError) {
        if let known = terms[word], known.reach != .none, known.reach != reach, known.amount == 0 {
            throw conflict(word, "an opinion in two sections")
        }
        if let aspect {
            let old = terms[word]?.own.first { $0.aspect == aspect }
            guard old == nil || old?.weight == value else {
                throw conflict(word, "two strengths for one aspect")
            }
            if old == nil { try change(word) { $0.own.append(.init(aspect: aspect, weight: value)) } }
        }
        let strength = terms[word]?.strength ?? 0
        guard strength == 0 || (strength < 0) == (value < 0),
            aspect != nil || strength == 0 || strength == value
        else { throw conflict(word, "praise and complaint, or two strengths") }
        try change(word) {
            $0.reach = reach
            if reach != .own, abs(value) > abs($0.strength) { $0.strength = value }
        }
    }

    private mutating func assign(_ role: Term.Role, to word: String, factor: Float) throws(LexiconError) {
        let known = terms[word] ?? Term()
        guard known.role == .none || (known.role == role && known.factor == factor) else {
            throw conflict(word, "two roles, \(known.role) and \(role)")
        }
        if role == .inert, known != Term(), known.role != .inert {
            throw conflict(word, "inert and something else")
        }
        try change(word) {
            $0.role = role
            $0.factor = factor
        }
    }

    private mutating func change(_ word: String, _ body: (inout Term) -> Void) throws(LexiconError) {
        guard
            word.unicodeScalars.contains(where: {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "?"
            })
        else {
            throw LexiconError(
                code: .emptyTerm, file: file, field: field, term: word, message: "has no letter to match",
                hint: "remove it")
        }
        if let mark = word.unicodeScalars.first(where: isNoPartOfWords) {
            throw LexiconError(
                code: .malformed, file: file, field: field, term: word,
                message: "holds \(LexiconReader.name(of: mark)), which no word has",
                hint: "divide words by blanks alone")
        }
        body(&terms[word, default: Term()])
    }

    /// Marks by which people divide words, and characters that nobody sees. A phrase that tells who writes may reach over
    /// clauses (您好，我是).
    private func isNoPartOfWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format: true
        default: !isReadingPhrases && "，、；;。|".unicodeScalars.contains(scalar)
        }
    }

    private static func name(of mark: Unicode.Scalar) -> String {
        mark.properties.generalCategory == .otherPunctuation || mark == "|"
            ? "\"\(mark)\"" : "the character U+\(String(mark.value, radix: 16, uppercase: true))"
    }

    private func conflict(_ word: String, _ what: String) -> LexiconError {
        LexiconError(
            code: .conflict, file: file, field: field, term: word, message: "stands for \(what)",
            hint: "keep the one that is meant")
    }
}
