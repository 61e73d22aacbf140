/// Sums what the clauses of a text say into one reading.
struct Summary: ~Copyable {
    let glossary: Glossary
    let clauses: ClauseReader
    let text: UnsafeBufferPointer<UInt8>

    func reading(with model: OpinionModel?, withEdge: Bool = false) -> Reading {
        var reading = Reading()
        if let place = clauses.scan.place {
            reading.city = glossary.cities[Int(place.city)].name
            reading.cityMention = CityMention(
                setting: place.setting,
                bytes: clauses.scan.bytes(place.name.lowerBound, place.name.upperBound))
        }
        if clauses.dealer >= 0 { reading.dealer = glossary.dealers[Int(clauses.dealer)] }
        let main = mainProduct()
        if let main {
            reading.brand = main.brand
            reading.series = main.series
            reading.isOwnBrand = main.own
        }
        reading.intentToBuy = clauses.scan.isByBuyer(glossary)
        if clauses.scan.courier >= 0 { reading.courier = glossary.firms[Int(clauses.scan.courier)].name }
        if clauses.scan.supplier >= 0 { reading.supplier = glossary.firms[Int(clauses.scan.supplier)].name }
        withTallies { tallies in
            if let model {
                judge(&reading, with: model, tallies, main, withEdge: withEdge)
            } else {
                reading.opinions = opinions(tallies, main)
                reading.sentiment = sentiment(tallies)
            }
        }
        reading.isAdvertisement = clauses.scan.isAdvertisement(
            glossary, isBlaming: reading.opinions.contains { $0.lean <= -Polarity.leanThreshold })
        return reading
    }

    /// What a model's features are made of.
    func studied(_ tallies: UnsafeMutableBufferPointer<AspectTally>, isBuying: Bool) -> StudiedText {
        let normal = NormalText(text, characters: clauses.scan.offsets.count - 1, forms: glossary.forms)
        var studied = StudiedText(normal, sentiment: Float(sentiment(tallies)), isBuying: isBuying)
        for index in tallies.indices where tallies[index].isChosen {
            let aspect = Aspect.all[index]
            let verdict = verdict(aspect, tallies[index])
            studied.ruled.append(.init(aspect: aspect, polarity: verdict.polarity, lean: verdict.lean))
        }
        let votes = min(clauses.votes.count, Summary.mostSpots)
        let mentions = min(clauses.mentions.count, Summary.mostSpots)
        studied.spots.reserveCapacity(votes + mentions)
        for vote in clauses.votes[..<votes] {
            add(
                vote.aspect, normal.span(vote.start, vote.end), span(of: vote.target, in: normal),
                to: &studied.spots)
        }
        for mention in clauses.mentions[..<mentions] {
            let target = span(of: mention.token, in: normal)
            add(mention.aspect, target, target, to: &studied.spots)
        }
        return studied
    }

    private func add(
        _ aspect: UInt8, _ span: Range<Int32>, _ target: Range<Int32>, to spots: inout [StudiedText.Spot]
    ) {
        spots.append(.init(aspect: aspect, root: Summary.roots[Int(aspect)], span: span, target: target))
    }

    /// More than a text has that is read as a whole; who repeats a word thousands of times costs no more time.
    private static let mostSpots = 256

    /// By aspect: the one at the top above it.
    private static let roots = Aspect.all.map(\.root.index)

    private func span(of token: Int32, in normal: NormalText) -> Range<Int32> {
        guard token >= 0 else { return 0..<0 }
        return normal.span(clauses.scan.tokens[Int(token)].start, clauses.scan.tokens[Int(token)].end)
    }

    /// Gathers what the clauses say of each aspect and decides by the rules which of them the text speaks of.
    func withTallies<Result>(_ body: (UnsafeMutableBufferPointer<AspectTally>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: AspectTally.self, capacity: Aspect.all.count) { tallies in
            for index in tallies.indices {
                tallies.initializeElement(at: index, to: AspectTally(score: glossary.bias[index]))
            }
            if !clauses.votes.isEmpty || !clauses.mentions.isEmpty {
                countMentions(tallies)
                countVotes(tallies)
                settleService(tallies)
                choose(tallies)
            }
            return body(tallies)
        }
    }

    func opinions(
        _ tallies: UnsafeMutableBufferPointer<AspectTally>, _ main: Glossary.Product?
    ) -> [Opinion] {
        tallies.indices.filter { tallies[$0].isChosen }.map { opinion(Aspect.all[$0], tallies[$0], main) }
    }

    /// From -1 to 1, by the rules.
    func sentiment(_ tallies: UnsafeMutableBufferPointer<AspectTally>) -> Double {
        let total = tallies.reduce(clauses.loose * 0.5) { $0 + ($1.isChosen ? $1.overall : 0) }
        return Double(squash(total))
    }

    /// 0.8 for the shortest texts, 1 at 30 characters, up to 1.6.
    private var lengthFactor: Float {
        min(1.6, 0.8 + Float(clauses.scan.offsets.count) / 150)
    }

    /// Whether a text that is little more than remarks has one on the aspect.
    private func isRemarked(_ tally: AspectTally) -> Bool { tally.remarks != 0 && isTerse }

    /// Whether the text is little more than remarks.
    private var isTerse: Bool {
        clauses.scan.offsets.count <= max(Summary.shortText, Summary.remarkLength * clauses.remarks)
    }

    private func countMentions(_ tallies: UnsafeMutableBufferPointer<AspectTally>) {
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
        let entry = clauses.scan.tokens[Int(mention.token)].entry
        for earlier in stride(from: position - 1, through: max(0, position - 24), by: -1) {
            let other = clauses.mentions[earlier]
            if other.aspect == mention.aspect, clauses.scan.tokens[Int(other.token)].entry == entry {
                return true
            }
        }
        return false
    }

    private func countVotes(_ tallies: UnsafeMutableBufferPointer<AspectTally>) {
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
    private func settleService(_ tallies: UnsafeMutableBufferPointer<AspectTally>) {
        let isWorkshop = clauses.scan.cues.contains(.workshop)
        for (sale, repair) in ServiceTwins.pairs {
            guard tallies[sale].isMet, tallies[repair].isMet else { continue }
            tallies[isWorkshop ? sale : repair] = AspectTally(score: -10)
        }
    }

    /// Decides which aspects a text speaks of: all that are likelier than not, or else the likeliest.
    private func choose(_ tallies: UnsafeMutableBufferPointer<AspectTally>) {
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
    private func chooseRemarks(_ tallies: UnsafeMutableBufferPointer<AspectTally>) {
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

    /// How the rules judge what was gathered on an aspect.
    func verdict(_ aspect: Aspect, _ tally: AspectTally) -> (polarity: Polarity, lean: Float) {
        var threshold = glossary.firmness[Int(aspect.index)]
        // In a long post a word in passing is seldom its point. Service is no such matter.
        if glossary.isLearned[Int(aspect.index)] { threshold *= lengthFactor }
        if isRemarked(tally), tally.stated * tally.remarks > 0 { threshold *= Summary.remarkShare }
        let polarity: Polarity =
            tally.stated >= threshold ? .positive : tally.stated <= -threshold ? .negative : .neutral
        return (polarity, squash(tally.weighed))
    }

    func opinion(_ aspect: Aspect, _ tally: AspectTally, _ main: Glossary.Product?) -> Opinion {
        let (polarity, lean) = verdict(aspect, tally)
        let number = tally.weighed < 0 ? tally.worst : tally.best >= 0 ? tally.best : tally.worst
        var opinion = Opinion(aspect: aspect, polarity: polarity, lean: Double(lean), evidence: 0..<0)
        if number >= 0 {
            let vote = clauses.votes[Int(number)]
            opinion.evidence = clauses.scan.bytes(vote.start, vote.end)
            opinion.target = word(vote.target)
            if vote.product >= 0 {
                let product = glossary.products[Int(vote.product)]
                if let main, product != main, product.brand != main.brand || product.series != nil {
                    opinion.brand = product.brand
                    opinion.series = product.series
                }
            }
        } else if tally.firstMention >= 0 {
            let token = clauses.scan.tokens[Int(tally.firstMention)]
            opinion.evidence = clauses.scan.bytes(token.start, token.end)
            opinion.target = word(tally.firstMention)
        }
        return opinion
    }

    private func word(_ token: Int32) -> String? {
        guard token >= 0 else { return nil }
        let token = clauses.scan.tokens[Int(token)]
        return String(decoding: text[clauses.scan.bytes(token.start, token.end)], as: UTF8.self)
    }

    /// The product the text is about: the brand named most often, the first of equals, and its first series.
    func mainProduct() -> Glossary.Product? {
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
