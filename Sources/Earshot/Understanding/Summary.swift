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
        /// What it adds to the sentiment of the whole text.
        var overall: Float = 0
        /// The sum of the opinions that are a clause of their own (动力足).
        var remarks: Float = 0
        /// The votes that weigh most for and against.
        var best: Int32 = -1
        var worst: Int32 = -1
        /// Whether a phrase says aspect and opinion outright (省油).
        var isPlain = false
        var isChosen = false

        var hasVote: Bool { best >= 0 || worst >= 0 }
        var isMet: Bool { mentions > 0 || hasVote }
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
        reading.intentToBuy = scan.isByBuyer(glossary)
        reading.isAdvertisement = scan.isAdvertisement(glossary)
        if scan.courier >= 0 { reading.courier = glossary.firms[Int(scan.courier)].name }
        if scan.supplier >= 0 { reading.supplier = glossary.firms[Int(scan.supplier)].name }
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
            choose(tallies)
            var opinions: [Opinion] = []
            for index in tallies.indices where tallies[index].isChosen {
                opinions.append(opinion(Aspect.all[index], tallies[index], main))
                total += tallies[index].overall
            }
            return opinions
        }
    }

    /// 0.8 for the shortest texts, 1 at 30 characters, up to 1.6.
    private var lengthFactor: Float {
        min(1.6, 0.8 + Float(scan.offsets.count) / 150)
    }

    /// Whether a text that is little more than remarks has one on the aspect.
    private func isRemarked(_ tally: Tally) -> Bool { tally.remarks != 0 && isTerse }

    /// Whether the text is little more than remarks.
    private var isTerse: Bool {
        scan.offsets.count <= max(Summary.shortText, Summary.remarkLength * clauses.remarks)
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
            tallies[aspect].overall += vote.value * vote.weight * (vote.stated ? 1 : 0.3)
            if vote.stated {
                tallies[aspect].stated += vote.value
                if vote.isRemark { tallies[aspect].remarks += vote.value }
                if vote.target == vote.word, abs(vote.value) >= 1 { tallies[aspect].isPlain = true }
            }
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
        let isWorkshop = scan.cues.contains(.workshop)
        for (sale, repair) in ServiceTwins.pairs {
            guard tallies[sale].isMet, tallies[repair].isMet else { continue }
            tallies[isWorkshop ? sale : repair] = Tally(score: -10)
        }
    }

    /// Decides which aspects a text speaks of: all that are likelier than not, or else the likeliest.
    private func choose(_ tallies: UnsafeMutableBufferPointer<Tally>) {
        var best = -1
        var isAnyLearned = false
        for index in tallies.indices where tallies[index].isMet {
            if glossary.isLearned[index] {
                if tallies[index].hasVote { tallies[index].score += glossary.judged[index] }
                if tallies[index].isPlain { tallies[index].score += Summary.plainness }
                tallies[index].isChosen = tallies[index].score >= 0
                isAnyLearned = isAnyLearned || tallies[index].isChosen
                if best < 0 || tallies[index].score > tallies[best].score { best = index }
            } else {
                let isJudged = abs(tallies[index].stated) >= glossary.firmness[index]
                tallies[index].isChosen =
                    isJudged || (tallies[index].mentions > 0 && !ServiceTwins.onlyIfJudged[index])
            }
        }
        if !isAnyLearned, best >= 0, tallies[best].score > Summary.unlikely { tallies[best].isChosen = true }
        if isTerse { chooseRemarks(tallies) }
    }

    /// A remark of a terse text is about the likeliest of the aspects that its words name, however likely.
    private func chooseRemarks(_ tallies: UnsafeMutableBufferPointer<Tally>) {
        var word: Int32 = -1
        var likeliest = -1
        for vote in clauses.votes where vote.isRemark && glossary.isLearned[Int(vote.aspect)] {
            if vote.word != word {
                if likeliest >= 0 { tallies[likeliest].isChosen = true }
                likeliest = -1
                word = vote.word
            }
            let aspect = Int(vote.aspect)
            if likeliest < 0 || tallies[aspect].score > tallies[likeliest].score { likeliest = aspect }
        }
        if likeliest >= 0 { tallies[likeliest].isChosen = true }
    }

    /// What a phrase that says aspect and opinion outright adds to the log-odds.
    private static let plainness: Float = 0.5
    /// The part of an aspect's firmness that a clause of its own needs.
    private static let remarkShare: Float = 0.2
    /// A text of so many characters counts as terse, and one with no more than so many to a remark.
    private static let shortText = 14
    private static let remarkLength = 10
    /// The log-odds below which not even the likeliest aspect is taken.
    private static let unlikely: Float = -2

    private func opinion(_ aspect: Aspect, _ tally: Tally, _ main: Glossary.Product?) -> Opinion {
        let all = tally.stated + 0.3 * (tally.all - tally.stated)
        var threshold = glossary.firmness[Int(aspect.index)]
        // In a long post a word in passing is seldom its point. Service is no such matter.
        if glossary.isLearned[Int(aspect.index)] { threshold *= lengthFactor }
        if isRemarked(tally), tally.stated * tally.remarks > 0 { threshold *= Summary.remarkShare }
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
