/// Sums what the clauses of a text say into one reading.
struct Summary {
    let glossary: Glossary
    let scan: Scan
    let clauses: ClauseReader
    let text: UnsafeBufferPointer<UInt8>

    /// What was gathered on one aspect.
    private struct Tally {
        var score: Float
        var mentions = 0
        var firstMention: Int32 = -1
        var stated: Float = 0
        var all: Float = 0
        /// The votes that weigh most for and against.
        var best: Int32 = -1
        var worst: Int32 = -1
    }

    func reading() -> Reading {
        var reading = Reading()
        if scan.city >= 0 { reading.city = glossary.cities[Int(scan.city)].name }
        if clauses.dealer >= 0 { reading.dealer = glossary.dealers[Int(clauses.dealer)] }
        let main = mainProduct()
        if let main {
            reading.brand = main.brand
            reading.series = main.series
            reading.isOwnBrand = main.own
        }
        reading.intentToBuy = clauses.cues.contains(.buying) && !clauses.cues.contains(.bought)
        var total = clauses.loose * 0.5
        if !clauses.votes.isEmpty || !clauses.mentions.isEmpty {
            reading.opinions = opinions(main, &total)
        }
        reading.sentiment = Double(squash(total))
        return reading
    }

    private func opinions(_ main: Glossary.Product?, _ total: inout Float) -> [Opinion] {
        withUnsafeTemporaryAllocation(of: Tally.self, capacity: Aspect.all.count) { tallies in
            for index in tallies.indices {
                tallies.initializeElement(at: index, to: Tally(score: glossary.bias[index]))
            }
            countMentions(tallies)
            countVotes(tallies)
            settleService(tallies)
            var opinions: [Opinion] = []
            for index in tallies.indices where isSpokenOf(tallies[index], index) {
                opinions.append(opinion(Aspect.all[index], tallies[index], main))
                total += tallies[index].stated + 0.3 * (tallies[index].all - tallies[index].stated)
            }
            return opinions
        }
    }

    private func countMentions(_ tallies: UnsafeMutableBufferPointer<Tally>) {
        for (position, mention) in clauses.mentions.enumerated() {
            let aspect = Int(mention.aspect)
            if tallies[aspect].firstMention < 0 { tallies[aspect].firstMention = mention.token }
            tallies[aspect].mentions += 1
            if !isRepeated(position) { tallies[aspect].score += mention.salience }
        }
    }

    /// Whether the same word was counted before, among the last mentions.
    private func isRepeated(_ position: Int) -> Bool {
        let mention = clauses.mentions[position]
        let entry = scan.tokens[Int(mention.token)].entry
        for earlier in stride(from: position - 1, through: max(0, position - 24), by: -1) {
            let other = clauses.mentions[earlier]
            if other.aspect == mention.aspect, scan.tokens[Int(other.token)].entry == entry { return true }
        }
        return false
    }

    private func countVotes(_ tallies: UnsafeMutableBufferPointer<Tally>) {
        let votes = clauses.votes
        for (position, vote) in votes.enumerated() {
            let aspect = Int(vote.aspect)
            let number = Int32(truncatingIfNeeded: position)
            tallies[aspect].all += vote.value
            if vote.stated { tallies[aspect].stated += vote.value }
            if vote.value > 0 {
                let best = tallies[aspect].best
                if best < 0 || votes[Int(best)].value < vote.value { tallies[aspect].best = number }
            } else {
                let worst = tallies[aspect].worst
                if worst < 0 || votes[Int(worst)].value > vote.value { tallies[aspect].worst = number }
            }
        }
    }

    /// A complaint about the service of a store is after-sales service if the text tells of the workshop, and
    /// sales service otherwise; words such as 态度 name both.
    private func settleService(_ tallies: UnsafeMutableBufferPointer<Tally>) {
        let isWorkshop = clauses.cues.contains(.workshop)
        for (sale, repair) in ServiceTwins.pairs {
            guard hasAnything(tallies[sale]), hasAnything(tallies[repair]) else { continue }
            tallies[isWorkshop ? sale : repair] = Tally(score: -10)
        }
    }

    private func hasAnything(_ tally: Tally) -> Bool {
        tally.mentions > 0 || tally.best >= 0 || tally.worst >= 0
    }

    private func isSpokenOf(_ tally: Tally, _ index: Int) -> Bool {
        let hasVote = tally.best >= 0 || tally.worst >= 0
        guard tally.mentions > 0 || hasVote else { return false }
        if glossary.isLearned[index] { return tally.score + (hasVote ? 2 : 0) >= 0 }
        return abs(tally.stated) >= 0.3 || (tally.mentions > 0 && !ServiceTwins.onlyIfJudged[index])
    }

    private func opinion(_ aspect: Aspect, _ tally: Tally, _ main: Glossary.Product?) -> Opinion {
        let all = tally.stated + 0.3 * (tally.all - tally.stated)
        let isLenient = glossary.isLearned[Int(aspect.index)]
        let threshold: Float = isLenient ? 0.8 : 0.3
        let polarity: Polarity =
            tally.stated >= threshold ? .positive : tally.stated <= -threshold ? .negative : .neutral
        let number = all < 0 ? tally.worst : tally.best >= 0 ? tally.best : tally.worst
        var opinion = Opinion(
            aspect: aspect, polarity: polarity, lean: Double(squash(all)), evidence: 0..<0)
        if number >= 0 {
            let vote = clauses.votes[Int(number)]
            opinion.evidence = scan.bytes(vote.start, vote.end)
            opinion.target = word(vote.target)
            if vote.product >= 0 {
                let product = glossary.products[Int(vote.product)]
                if let main, product != main, product.brand != main.brand || product.series != nil {
                    opinion.brand = product.brand
                    opinion.series = product.series
                }
            }
        } else if tally.firstMention >= 0 {
            let token = scan.tokens[Int(tally.firstMention)]
            opinion.evidence = scan.bytes(token.start, token.end)
            opinion.target = word(tally.firstMention)
        }
        return opinion
    }

    private func word(_ token: Int32) -> String? {
        guard token >= 0 else { return nil }
        let token = scan.tokens[Int(token)]
        return String(decoding: text[scan.bytes(token.start, token.end)], as: UTF8.self)
    }

    /// The product the text is about: the brand named most often, the first of equals, and its first series.
    private func mainProduct() -> Glossary.Product? {
        guard let first = clauses.products.first else { return nil }
        var brand = glossary.products[Int(first)].brand
        var most = 0
        for number in clauses.products.prefix(16) {
            let candidate = glossary.products[Int(number)].brand
            let count = clauses.products.reduce(0) {
                $0 + (glossary.products[Int($1)].brand == candidate ? 1 : 0)
            }
            if count > most {
                most = count
                brand = candidate
            }
        }
        let ofBrand = clauses.products.map { glossary.products[Int($0)] }.filter { $0.brand == brand }
        return ofBrand.first { $0.series != nil } ?? ofBrand.first
    }

    /// Brings a sum of strengths between -1 and 1: 1 becomes 0.5, 2 becomes 0.67.
    private func squash(_ value: Float) -> Float {
        value / (1 + abs(value))
    }
}

/// What is special about aspects of service and parts.
enum ServiceTwins {
    /// Children of sales and after-sales service that the same words name.
    static let pairs: [(sale: Int, repair: Int)] = ["attitude", "waiting"].compactMap { name in
        guard let sale = Aspect("sales_service." + name), let repair = Aspect("after_sales." + name) else {
            return nil
        }
        return (Int(sale.index), Int(repair.index))
    }

    /// Aspects that a mere mention does not bring up: everything says 轮胎, few speak about it.
    static let onlyIfJudged: [Bool] = Aspect.all.map {
        $0.root == Aspect.parts || $0.name == "quality" || $0.parent != nil
    }
}
