/// What the end of a clause decides.
extension ClauseReader {
    /// Marks the opinions beside which their clause says nothing.
    mutating func markRemarks(before end: Int32) {
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
    mutating func stress(before end: Int32) {
        guard end - factorEnd <= 1, degree > 0, negations == 0 else { return }
        voteOnWaiting(before: factorEnd, within: ClauseReader.endingReach, good: 0, bad: -degree)
    }

    /// Judges the lack of a thing with which the clause ends: 没有一点噪音, 没什么安全感.
    mutating func lack(before end: Int32) {
        guard negations % 2 == 1, let target = waiting.last else { return }
        let token = scan.tokens[Int(target)]
        guard end - token.end <= 1, (0...ClauseReader.negationReach).contains(token.start - negationEnd)
        else { return }
        let first = votes.count
        voteOnWaiting(before: end, within: 1, good: -0.6, bad: 0.6)
        for index in first..<votes.count { votes[index].spokenStart = negationStart }
    }

    /// Judges the last target of the clause without an opinion word, by whether much of it is good or bad.
    mutating func voteOnWaiting(before end: Int32, within reach: Int32, good: Float, bad: Float) {
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
    mutating func deny(before end: Int32) {
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
