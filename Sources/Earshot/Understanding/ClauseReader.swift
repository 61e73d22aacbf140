/// Walks once over the tokens of a text and connects opinion words with what they are about.
///
/// A clause ends at a comma, a sentence at a full stop. Targets wait for the next opinion word; several joined by
/// 、 or 和 share it. Negation and degree act on the opinion word that follows within a few characters.
struct ClauseReader: ~Copyable {
    let glossary: Glossary
    let scan: Scan

    var votes: [Vote] = []
    var mentions: [Mention] = []
    /// Clauses that say nothing but an opinion.
    var remarks = 0
    /// Sum of opinion words that found no aspect, for the sentiment of the whole text.
    var loose: Float = 0
    /// Products in order of appearance that are spoken of, not compared with.
    var products: [Int32] = []
    var dealer: Int32 = -1

    /// Targets that no opinion has used yet, and those of the last opinion.
    var waiting = TargetList()
    var used = TargetList()
    /// Targets of the clause before that no opinion has used.
    var earlier = TargetList()
    var waitingClause = 0

    var clause = 0
    /// Where the clause begins, or goes on after a 但是.
    var clauseStart: Int32 = 0
    var clauseVotes = 0
    var sentenceVotes = 0
    var clauseMentions = 0
    var sentenceMentions = 0
    var isUnstated = false
    var isCompared = false

    var negations = 0
    var negationStart: Int32 = -100
    var negationEnd: Int32 = -100
    /// Whether a word such as 觉得 carries the negation on.
    var isCarried = false
    /// Whether the negation may deny what stands before it.
    var isDenial = false
    var factor: Float = 1
    var factorEnd: Int32 = -100
    /// How much the degree word says of a target that it follows; 0 if it cannot.
    var degree: Float = 0

    /// The last opinion, while a target right after it may still claim it.
    var last = LastOpinion()
    var product: Int32 = -1

    struct LastOpinion {
        var token: Int32 = -1
        var firstVote = 0
        var sign: Float = 1
        var loose: Float = 0
        var start: Int32 = 0
        var isBorrowed = false
    }

    /// How many characters may stand between a negation and the opinion word it turns.
    static let negationReach: Int32 = 4
    /// The same where 觉得 or the like carries it on.
    static let carriedReach: Int32 = 8
    /// How many characters may stand between 喜欢 and what is liked (这款车的).
    static let objectReach: Int32 = 6
    /// How many characters may stand between what is denied and a 没有 at the end of the clause (一句好话都没有).
    static let denialReach: Int32 = 2
    /// How far before the end of its clause a target may stand that the end judges (风噪很明显, 诚意都没有).
    static let endingReach: Int32 = 5
    /// How many characters a clause may have beside a remark (我觉得).
    static let remarkRest: Int32 = 2
    /// How many characters may stand between a degree word and its opinion word.
    static let degreeReach: Int32 = 3
    /// Few posts have more votes, or mentions.
    private static let usualVotes = 16
    /// How many characters may stand between two targets that share an opinion.
    static let chainReach: Int32 = 2

    init(_ scan: consuming Scan, glossary: Glossary) {
        self.scan = scan
        self.glossary = glossary
        votes.reserveCapacity(ClauseReader.usualVotes)
        mentions.reserveCapacity(ClauseReader.usualVotes)
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

    mutating func boundary(_ kind: Int32, from start: Int32, to end: Int32) {
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
            waiting.removeAll()
            used.removeAll()
            earlier.removeAll()
        }
    }

    mutating func unstate(fromSentence: Bool) {
        for index in (fromSentence ? sentenceVotes : clauseVotes)..<votes.count {
            votes[index].stated = false
        }
        for index in (fromSentence ? sentenceMentions : clauseMentions)..<mentions.count {
            mentions[index].asked = true
        }
    }

    mutating func word(_ index: Int32, _ token: Scan.Token) {
        let entry = glossary.entries[Int(token.entry)]
        if entry.product >= 0 {
            stand(beside: token)
            meet(product: entry.product)
        }
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
            waiting = earlier.followed(by: waiting)
            earlier.removeAll()
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
    mutating func soften() {
        for index in sentenceVotes..<votes.count { votes[index].weight *= 0.7 }
        negations = 0
    }

    /// 没有比亚迪省油: what is said is said of the other one, and denied of the own.
    mutating func stand(beside product: Scan.Token) {
        guard isDenial, negations > 0, product.start == negationEnd else { return }
        negationEnd = product.end
        isCarried = true
        isCompared = true
    }

    mutating func meet(product number: Int32) {
        guard !isCompared else { return }
        products.append(number)
        product = number
    }
}

// MARK: - Targets

extension ClauseReader {
    mutating func meet(target index: Int32, _ token: Scan.Token, _ entry: Glossary.Entry) {
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
            used = TargetList(index)
            vote(
                last.token, word, on: used, strength: word.strength, sign: last.sign, from: last.start,
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
                waiting.removeAll()
            }
        }
        waiting.append(index)
        waitingClause = clause
    }
}

extension ClauseReader {
    /// How many characters behind the last opinion a target may stand that it takes.
    var reachOfLast: Int32 {
        let entry = glossary.entries[Int(scan.tokens[Int(last.token)].entry)]
        return entry.takesObject ? ClauseReader.objectReach : 1
    }
}
