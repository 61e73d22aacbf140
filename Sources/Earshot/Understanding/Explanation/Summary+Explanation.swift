/// What the rules and the model say of a text, in the open.
extension Summary {
    func explanation(with model: OpinionModel?) -> ReadingExplanation {
        var explanation = ReadingExplanation(
            reading: reading(with: model), clauses: explainedClauses(), votes: explainedVotes(),
            judgements: [], sentiment: nil)
        guard let model else { return explanation }
        let text = withTallies { studied($0, isBuying: explanation.reading.intentToBuy) }
        guard !text.normal.symbols.isEmpty else { return explanation }
        Judge.with(model, text) { judge in
            let general = judge.sentiment().general
            explanation.sentiment = judge.sentimentDecision { bytes(of: $0, in: text.normal) }
            let given = Set(explanation.reading.opinions.map(\.aspect))
            explanation.judgements = judge.judgements(general: general, isComplete: true).map { judgement in
                judge.explanation(
                    of: judgement, general: general,
                    isGiven: given.contains(model.header.heads[judgement.head])
                ) { bytes(of: $0, in: text.normal) }
            }.sorted { $0.probability > $1.probability }
        }
        return explanation
    }

    private func explainedClauses() -> [ReadingExplanation.Clause] {
        var clauses: [ReadingExplanation.Clause] = []
        var start: Int32 = 0
        var terms: [ReadingExplanation.Term] = []
        func end(at position: Int32) {
            if position > start {
                clauses.append(.init(bytes: self.clauses.scan.bytes(start, position), terms: terms))
            }
            terms.removeAll()
        }
        for token in self.clauses.scan.tokens {
            if token.entry >= 0 {
                let senses = senses(of: glossary.entries[Int(token.entry)])
                terms.append(.init(bytes: self.clauses.scan.bytes(token.start, token.end), senses: senses))
            } else if token.entry != Scan.Token.pause {
                end(at: token.start)
                start = token.end
            }
        }
        end(at: Int32(truncatingIfNeeded: self.clauses.scan.offsets.count - 1))
        return clauses
    }

    private func senses(of entry: Glossary.Entry) -> [ReadingExplanation.Sense] {
        var senses: [ReadingExplanation.Sense] = []
        if entry.product >= 0 {
            let product = glossary.products[Int(entry.product)]
            senses.append(.product(product.brand + (product.series.map { " \($0)" } ?? "")))
        }
        if entry.dealer >= 0 { senses.append(.dealer(glossary.dealers[Int(entry.dealer)])) }
        if entry.firm >= 0 { senses.append(.firm(glossary.firms[Int(entry.firm)].name)) }
        switch entry.role {
        case .none, .inert: break
        case .degree: senses.append(.degree(entry.factor))
        default: senses.append(.role("\(entry.role)"))
        }
        for link in glossary.links[Int(entry.targetsStart)..<Int(entry.targetsEnd)] {
            senses.append(.aspect(Aspect.all[Int(link.aspect)]))
        }
        guard entry.isOpinion else { return senses }
        if entry.strength != 0 { senses.append(.opinion(nil, strength: entry.strength)) }
        if entry.amount != 0 { senses.append(.amount(entry.amount)) }
        for link in glossary.links[Int(entry.ownStart)..<Int(entry.ownEnd)] {
            senses.append(.opinion(Aspect.all[Int(link.aspect)], strength: link.weight))
        }
        return senses
    }

    private func explainedVotes() -> [ReadingExplanation.Vote] {
        clauses.votes.map {
            ReadingExplanation.Vote(
                aspect: Aspect.all[Int($0.aspect)], value: $0.value, isStated: $0.stated,
                bytes: clauses.scan.bytes($0.start, $0.end))
        }
    }
}
