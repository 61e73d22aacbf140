/// Walks once over the tokens of a text and connects opinion words with what they are about.
///
/// A clause ends at a comma, a sentence at a full stop. Targets wait for the next opinion word; several joined by
/// 、 or 和 share it. Negation and degree act on the opinion word that follows within a few characters.
struct ClauseReader {
    private let glossary: Glossary
    private let scan: Scan

    private(set) var votes: [Vote] = []
    private(set) var mentions: [Mention] = []
    /// Sum of opinion words that found no aspect, for the sentiment of the whole text.
    private(set) var loose: Float = 0
    /// Products in order of appearance that are spoken of, not compared with.
    private(set) var products: [Int32] = []
    private(set) var dealer: Int32 = -1

    /// Targets that no opinion has used yet, and those of the last opinion.
    private var waiting: [Int32] = []
    private var used: [Int32] = []
    /// Targets of the clause before that no opinion has used.
    private var earlier: [Int32] = []
    private var waitingClause = 0

    private var clause = 0
    private var clauseVotes = 0
    private var sentenceVotes = 0
    private var clauseMentions = 0
    private var sentenceMentions = 0
    private var isUnstated = false
    private var isCompared = false

    private var negations = 0
    private var negationEnd: Int32 = -100
    private var factor: Float = 1
    private var factorEnd: Int32 = -100

    /// The last opinion, while a target right after it may still claim it.
    private var last = LastOpinion()
    private var product: Int32 = -1

    private struct LastOpinion {
        var token: Int32 = -1
        var firstVote = 0
        var sign: Float = 1
        var start: Int32 = 0
        var isBorrowed = false
    }

    /// How many characters may stand between a negation and the opinion word it turns.
    private static let negationReach: Int32 = 4
    /// How many characters may stand between a degree word and its opinion word.
    private static let degreeReach: Int32 = 3
    /// How many targets one opinion can be about.
    static let mostTargets = 8
    /// How many characters may stand between two targets that share an opinion.
    private static let chainReach: Int32 = 2

    init(_ scan: Scan, glossary: Glossary) {
        self.scan = scan
        self.glossary = glossary
    }

    mutating func read() {
        for index in scan.tokens.indices {
            let token = scan.tokens[index]
            if token.entry < 0 {
                boundary(token.entry)
            } else {
                word(Int32(truncatingIfNeeded: index), token)
            }
        }
        boundary(Scan.Token.stop)
    }

    private mutating func boundary(_ kind: Int32) {
        negations = 0
        factor = 1
        negationEnd = -100
        factorEnd = -100
        last.token = -1
        if kind == Scan.Token.pause { return }
        if kind == Scan.Token.question { unstate(fromSentence: true) }
        isUnstated = false
        isCompared = false
        clause += 1
        clauseVotes = votes.count
        clauseMentions = mentions.count
        if kind != Scan.Token.comma {
            sentenceVotes = votes.count
            sentenceMentions = mentions.count
            waiting.removeAll(keepingCapacity: true)
            used.removeAll(keepingCapacity: true)
            earlier.removeAll(keepingCapacity: true)
        }
    }

    private mutating func unstate(fromSentence: Bool) {
        for index in (fromSentence ? sentenceVotes : clauseVotes)..<votes.count {
            votes[index].stated = false
        }
        for index in (fromSentence ? sentenceMentions : clauseMentions)..<mentions.count {
            mentions[index].asked = true
        }
    }

    private mutating func word(_ index: Int32, _ token: Scan.Token) {
        let entry = glossary.entries[Int(token.entry)]
        if entry.product >= 0 { meet(product: entry.product) }
        if entry.dealer >= 0, dealer < 0 { dealer = entry.dealer }
        switch entry.role {
        case .none, .inert: break
        case .negation:
            if token.start - negationEnd > ClauseReader.negationReach { negations = 0 }
            negations += 1
            negationEnd = token.end
        case .degree:
            factor = token.start - factorEnd <= 1 ? factor * entry.factor : entry.factor
            factorEnd = token.end
        case .collective:
            waiting = Array((earlier + waiting).suffix(ClauseReader.mostTargets))
            earlier.removeAll(keepingCapacity: true)
        case .contrast: soften()
        case .question:
            unstate(fromSentence: false)
            isUnstated = true
        case .wish, .supposition: isUnstated = true
        case .comparison: isCompared = true
        case .inferior:
            judge(index, token, entry, strength: -1)
            isCompared = true
        }
        if entry.isTarget { meet(target: index, token, entry) }
        if entry.isOpinion { judge(index, token, entry, strength: entry.strength) }
    }

    /// What stands before a 但是 counts less.
    private mutating func soften() {
        for index in sentenceVotes..<votes.count { votes[index].value *= 0.7 }
        negations = 0
    }

    private mutating func meet(product number: Int32) {
        guard !isCompared else { return }
        products.append(number)
        product = number
    }
}

// MARK: - Targets

extension ClauseReader {
    private mutating func meet(target index: Int32, _ token: Scan.Token, _ entry: Glossary.Entry) {
        for position in Int(entry.targetsStart)..<Int(entry.targetsEnd) {
            let link = glossary.links[position]
            mentions.append(
                Mention(aspect: link.aspect, salience: link.weight, token: index, asked: isUnstated))
        }
        // 漂亮的外观: the opinion that stands right before takes this target.
        if last.token >= 0, last.isBorrowed, token.start - scan.tokens[Int(last.token)].end <= 1 {
            let opinion = scan.tokens[Int(last.token)]
            let word = glossary.entries[Int(opinion.entry)]
            votes.removeSubrange(last.firstVote...)
            used = [index]
            vote(
                last.token, word, on: [index], strength: word.strength, sign: last.sign, from: last.start,
                to: token.end)
            last.token = -1
            return
        }
        if let previous = waiting.last {
            let isNear =
                waitingClause == clause
                && token.start - scan.tokens[Int(previous)].end <= ClauseReader.chainReach
            if !isNear {
                if waitingClause != clause { earlier = waiting }
                waiting.removeAll(keepingCapacity: true)
            }
        }
        // Nobody lists more things before saying what they are; without a bound a text of nothing but targets and
        // opinions would take time and memory that grow with its square.
        if waiting.count < ClauseReader.mostTargets { waiting.append(index) }
        waitingClause = clause
    }
}

// MARK: - Opinions

extension ClauseReader {
    private mutating func judge(
        _ index: Int32, _ token: Scan.Token, _ entry: Glossary.Entry, strength: Float
    ) {
        var sign: Float = 1
        var start = token.start
        // A whole phrase is turned only by a negation right before it: 没几天又坏了 denies nothing.
        let reach = entry.reach == .own ? 1 : ClauseReader.negationReach
        if token.start - negationEnd <= reach, negations > 0 {
            // 不是很好 is milder than 不好, and 没有异响 milder than praise.
            sign = negations % 2 == 1 ? (strength < 0 ? -0.6 : -0.9) : 0.8
            if factorEnd > negationEnd { factor = min(factor, 1) }
        }
        if token.start - factorEnd <= ClauseReader.degreeReach { sign *= factor }
        if isAskedByRepetition(index, token) {
            unstate(fromSentence: false)
            isUnstated = true
        }
        negations = 0
        factor = 1
        let firstVote = votes.count
        var isBorrowed = false
        if entry.reach != .own || entry.role == .inferior {
            var targets = waiting
            if targets.isEmpty {
                targets = used
                isBorrowed = true
            }
            if let first = targets.first { start = min(start, scan.tokens[Int(first)].start) }
            if vote(index, entry, on: targets, strength: strength, sign: sign, from: start, to: token.end) {
                used = targets
                earlier.removeAll(keepingCapacity: true)
                waiting.removeAll(keepingCapacity: true)
            } else {
                isBorrowed = true
            }
        }
        let foundTarget = votes.count > firstVote
        if entry.reach == .own || entry.reach == .both || (entry.reach == .targetOrOwn && !foundTarget) {
            for position in Int(entry.ownStart)..<Int(entry.ownEnd) {
                let link = glossary.links[position]
                append(link.aspect, link.weight * sign, token.start, token.end, index, index)
            }
        }
        if votes.count == firstVote, strength != 0, !isUnstated { loose += strength * sign }
        last = LastOpinion(
            token: index, firstVote: firstVote, sign: sign, start: token.start,
            isBorrowed: isBorrowed && entry.reach != .own)
    }

    /// Whether the same word stood before a 不 just now: 贵不贵.
    private func isAskedByRepetition(_ index: Int32, _ token: Scan.Token) -> Bool {
        guard index >= 2 else { return false }
        let middle = scan.tokens[Int(index) - 1]
        let before = scan.tokens[Int(index) - 2]
        return before.entry == token.entry && before.end == middle.start && middle.end == token.start
            && middle.entry >= 0 && glossary.entries[Int(middle.entry)].role == .negation
    }

    /// Lets an opinion word speak about targets; false if it has nothing to say about any of them.
    @discardableResult
    private mutating func vote(
        _ index: Int32, _ entry: Glossary.Entry, on targets: [Int32], strength: Float, sign: Float,
        from start: Int32, to end: Int32
    ) -> Bool {
        guard let head = targets.last else { return false }
        var said = false
        let direction = Float(glossary.entries[Int(scan.tokens[Int(head)].entry)].direction)
        for target in targets {
            let word = glossary.entries[Int(scan.tokens[Int(target)].entry)]
            for position in Int(word.targetsStart)..<Int(word.targetsEnd) {
                let aspect = glossary.links[position].aspect
                var value = entry.amount * direction
                if value == 0 { value = own(entry, aspect) ?? strength }
                guard value != 0 else { continue }
                said = true
                append(aspect, value * sign, start, end, target, index)
            }
        }
        return said
    }

    private func own(_ entry: Glossary.Entry, _ aspect: UInt8) -> Float? {
        for position in Int(entry.ownStart)..<Int(entry.ownEnd)
        where glossary.links[position].aspect == aspect {
            return glossary.links[position].weight
        }
        return nil
    }

    private mutating func append(
        _ aspect: UInt8, _ value: Float, _ start: Int32, _ end: Int32, _ target: Int32, _ word: Int32
    ) {
        votes.append(
            Vote(
                aspect: aspect, value: value, stated: !isUnstated, start: start, end: end, target: target,
                word: word, product: product))
    }
}
