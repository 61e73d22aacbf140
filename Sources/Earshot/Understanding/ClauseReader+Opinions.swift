/// How an opinion word meets what it is about.
extension ClauseReader {
    mutating func judge(
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
                earlier.removeAll()
                waiting.removeAll()
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
    func isAskedByRepetition(_ index: Int32, _ token: Scan.Token) -> Bool {
        guard index >= 2 else { return false }
        let middle = scan.tokens[Int(index) - 1]
        let before = scan.tokens[Int(index) - 2]
        return before.entry == token.entry && before.end == middle.start && middle.end == token.start
            && middle.entry >= 0 && glossary.entries[Int(middle.entry)].role == .negation
    }

    /// Lets an opinion word speak about targets; false if it has nothing to say about any of them.
    @discardableResult
    mutating func vote(
        _ index: Int32, _ entry: Glossary.Entry, on targets: TargetList, strength: Float, sign: Float,
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

    func own(_ entry: Glossary.Entry, _ aspect: UInt8) -> Float? {
        for position in Int(entry.ownStart)..<Int(entry.ownEnd)
        where glossary.links[position].aspect == aspect {
            return glossary.links[position].weight
        }
        return nil
    }

    mutating func append(
        _ aspect: UInt8, _ value: Float, _ start: Int32, _ end: Int32, _ target: Int32, _ word: Int32
    ) {
        votes.append(
            Vote(
                aspect: aspect, value: value, stated: !isUnstated, start: start, end: end, spokenStart: start,
                spokenEnd: end, target: target, word: word, product: product))
    }
}
