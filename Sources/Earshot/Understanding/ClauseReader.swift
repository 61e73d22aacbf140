/// Walks once over the tokens of a text and connects opinion words with what they are about.
///
/// A clause ends at a comma, a sentence at a full stop. Targets wait for the next opinion word; several joined by
/// 、 or 和 share it. Negation and degree act on the opinion word that follows within a few characters.
struct ClauseReader {
    private let glossary: Glossary
    private let scan: Scan

    private(set) var votes: [Vote] = []
    private(set) var mentions: [Mention] = []
    /// Clauses that say nothing but an opinion.
    private(set) var remarks = 0
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
    /// Where the clause begins, or goes on after a 但是.
    private var clauseStart: Int32 = 0
    private var clauseVotes = 0
    private var sentenceVotes = 0
    private var clauseMentions = 0
    private var sentenceMentions = 0
    private var isUnstated = false
    private var isCompared = false

    private var negations = 0
    private var negationStart: Int32 = -100
    private var negationEnd: Int32 = -100
    /// Whether a word such as 觉得 carries the negation on.
    private var isCarried = false
    /// Whether the negation may deny what stands before it.
    private var isDenial = false
    private var factor: Float = 1
    private var factorEnd: Int32 = -100
    /// How much the degree word says of a target that it follows; 0 if it cannot.
    private var degree: Float = 0

    /// The last opinion, while a target right after it may still claim it.
    private var last = LastOpinion()
    private var product: Int32 = -1

    private struct LastOpinion {
        var token: Int32 = -1
        var firstVote = 0
        var sign: Float = 1
        var loose: Float = 0
        var start: Int32 = 0
        var isBorrowed = false
    }

    /// How many characters may stand between a negation and the opinion word it turns.
    private static let negationReach: Int32 = 4
    /// The same where 觉得 or the like carries it on.
    private static let carriedReach: Int32 = 8
    /// How many characters may stand between 喜欢 and what is liked (这款车的).
    private static let objectReach: Int32 = 6
    /// How many characters may stand between what is denied and a 没有 at the end of the clause (一句好话都没有).
    private static let denialReach: Int32 = 2
    /// How far before the end of its clause a target may stand that the end judges (风噪很明显, 诚意都没有).
    private static let endingReach: Int32 = 5
    /// How many characters a clause may have beside a remark (我觉得).
    private static let remarkRest: Int32 = 2
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
                boundary(token.entry, from: token.start, to: token.end)
            } else {
                word(Int32(truncatingIfNeeded: index), token)
            }
        }
        let end = Int32(truncatingIfNeeded: scan.offsets.count - 1)
        boundary(Scan.Token.stop, from: end, to: end)
    }

    private mutating func boundary(_ kind: Int32, from start: Int32, to end: Int32) {
        if kind != Scan.Token.pause {
            deny(before: start)
            stress(before: start)
            lack(before: start)
            markRemarks(before: start)
            clauseStart = end
        }
        negations = 0
        isCarried = false
        degree = 0
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
            if negations == 0 { negationStart = token.start }
            negations += 1
            negationEnd = token.end
            isCarried = false
            isDenial = entry.isDenial
        case .carrier:
            if negations > 0, token.start - negationEnd <= 1 {
                negationEnd = token.end
                isCarried = true
            }
        case .degree:
            factor = token.start - factorEnd <= 1 ? factor * entry.factor : entry.factor
            factorEnd = token.end
            degree = entry.amount
        case .collective:
            waiting = Array((earlier + waiting).suffix(ClauseReader.mostTargets))
            earlier.removeAll(keepingCapacity: true)
        case .contrast:
            markRemarks(before: token.start)
            soften()
            clauseStart = token.end
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
        if entry.isOpinion, entry.role != .degree { judge(index, token, entry, strength: entry.strength) }
    }

    /// What stands before a 但是 counts less for the whole text; what it says of its aspect stays.
    private mutating func soften() {
        for index in sentenceVotes..<votes.count { votes[index].weight *= 0.7 }
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
        if last.token >= 0, last.isBorrowed, token.start - scan.tokens[Int(last.token)].end <= reachOfLast {
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

extension ClauseReader {
    /// How many characters behind the last opinion a target may stand that it takes.
    private var reachOfLast: Int32 {
        let entry = glossary.entries[Int(scan.tokens[Int(last.token)].entry)]
        return entry.takesObject ? ClauseReader.objectReach : 1
    }
}

// MARK: - Opinions

extension ClauseReader {
    private mutating func judge(
        _ index: Int32, _ token: Scan.Token, _ entry: Glossary.Entry, strength: Float
    ) {
        var sign: Float = 1
        var start = token.start
        var spokenStart = token.start
        // A whole phrase is turned only by a negation right before it: 没几天又坏了 denies nothing.
        let reach =
            isCarried ? ClauseReader.carriedReach : entry.reach == .own ? 1 : ClauseReader.negationReach
        if token.start - negationEnd <= reach, negations > 0 {
            spokenStart = negationStart
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
        isCarried = false
        degree = 0
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
        for position in firstVote..<votes.count {
            votes[position].spokenStart = min(votes[position].start, spokenStart)
        }
        last = LastOpinion(
            token: index, firstVote: firstVote, sign: sign, start: token.start,
            isBorrowed: isBorrowed && entry.reach != .own)
        if votes.count == firstVote, strength != 0, !isUnstated {
            last.loose = strength * sign
            loose += last.loose
        }
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
                aspect: aspect, value: value, stated: !isUnstated, start: start, end: end, spokenStart: start,
                spokenEnd: end, target: target, word: word, product: product))
    }
}

// MARK: - The end of a clause

extension ClauseReader {
    /// Marks the opinions beside which their clause says nothing.
    private mutating func markRemarks(before end: Int32) {
        var isAny = false
        for index in clauseVotes..<votes.count where votes[index].stated {
            let vote = votes[index]
            let spoken = vote.spokenEnd - max(vote.spokenStart, clauseStart)
            guard spoken > 0, end - clauseStart - spoken <= ClauseReader.remarkRest else { continue }
            votes[index].isRemark = true
            isAny = true
        }
        if isAny { remarks += 1 }
    }

    /// Blames what is bad in itself when the clause ends with how much of it there is: 风噪明显, 抖动严重.
    private mutating func stress(before end: Int32) {
        guard end - factorEnd <= 1, degree > 0, negations == 0 else { return }
        voteOnWaiting(before: factorEnd, within: ClauseReader.endingReach, good: 0, bad: -degree)
    }

    /// Judges the lack of a thing with which the clause ends: 没有一点噪音, 没什么安全感.
    private mutating func lack(before end: Int32) {
        guard negations % 2 == 1, let target = waiting.last else { return }
        let token = scan.tokens[Int(target)]
        guard end - token.end <= 1, (0...ClauseReader.negationReach).contains(token.start - negationEnd)
        else { return }
        let first = votes.count
        voteOnWaiting(before: end, within: 1, good: -0.6, bad: 0.6)
        for index in first..<votes.count { votes[index].spokenStart = negationStart }
    }

    /// Judges the last target of the clause without an opinion word, by whether much of it is good or bad.
    private mutating func voteOnWaiting(before end: Int32, within reach: Int32, good: Float, bad: Float) {
        guard waitingClause == clause, let target = waiting.last else { return }
        let token = scan.tokens[Int(target)]
        let entry = glossary.entries[Int(token.entry)]
        guard entry.direction != 0, (0...reach).contains(end - token.end) else { return }
        let value = entry.direction > 0 ? good : bad
        guard value != 0 else { return }
        for position in Int(entry.targetsStart)..<Int(entry.targetsEnd) {
            append(glossary.links[position].aspect, value, token.start, end, target, target)
        }
    }

    /// Turns what stands before a 没有 that ends the clause: 一句好话没有, 一点诚意都没有, 异响没有.
    private mutating func deny(before end: Int32) {
        guard negations > 0, isDenial, end - negationEnd <= 1 else { return }
        if last.token >= 0, scan.tokens[Int(last.token)].end >= clauseStart {
            let word = scan.tokens[Int(last.token)]
            guard (0...ClauseReader.denialReach).contains(negationStart - word.end), last.sign > 0 else {
                return
            }
            for index in last.firstVote..<votes.count {
                votes[index].value *= votes[index].value < 0 ? -0.6 : -0.9
                votes[index].end = negationEnd
                votes[index].spokenEnd = negationEnd
            }
            loose -= 1.9 * last.loose
        } else {
            voteOnWaiting(before: negationEnd, within: ClauseReader.endingReach, good: -0.9, bad: 0.6)
        }
    }
}
