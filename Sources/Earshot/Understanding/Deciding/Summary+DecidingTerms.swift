/// What each term of a text decides.
extension Summary {
    func decidingTerms(with model: OpinionModel?) -> [DecidingTerm] {
        var terms: [DecidingTerm] = []
        var positions: [String: Int] = [:]
        // By token: the position of its term.
        let owners = clauses.scan.tokens.map { token -> Int? in
            guard token.entry >= 0, glossary.entries[Int(token.entry)].isOfWordLists else { return nil }
            let spelling = spelling(of: token)
            if let known = positions[spelling] { return known }
            positions[spelling] = terms.count
            terms.append(DecidingTerm(term: spelling, votes: []))
            return terms.count - 1
        }
        guard !clauses.votes.isEmpty else { return terms }
        let given = directions(of: reading(with: model))
        for vote in clauses.votes where vote.stated && vote.value != 0 {
            guard let outcome = Summary.outcome(of: vote, given) else { continue }
            let told = DecidingTerm.Vote(
                aspect: Aspect.all[Int(vote.aspect)], isPraise: vote.value > 0, outcome: outcome,
                evidence: clauses.scan.bytes(vote.start, vote.end))
            for token in [vote.target, vote.word] where token >= 0 {
                if let owner = owners[Int(token)] { terms[owner].add(told) }
            }
        }
        return terms
    }

    /// By `Aspect.index`: -1 for complaint, 1 for praise, 0 for neither; nothing where the reading does not give the aspect.
    private func directions(of reading: Reading) -> [Int?] {
        var directions = [Int?](repeating: nil, count: Aspect.all.count)
        for opinion in reading.opinions {
            directions[Int(opinion.aspect.index)] = Polarity(lean: opinion.lean).sign
        }
        return directions
    }

    /// Nothing for a vote whose word names two aspects of service of which the text can only mean one, when it is the other.
    private static func outcome(of vote: Vote, _ given: [Int?]) -> DecidingTerm.Outcome? {
        let aspect = Int(vote.aspect)
        guard let direction = given[aspect] else {
            let twin = ServiceTwins.twins[aspect]
            return twin.flatMap { given[$0] } == nil ? .overruled : nil
        }
        if direction == 0 { return .undecided }
        return (direction > 0) == (vote.value > 0) ? .followed : .overruled
    }

    private func spelling(of token: Scan.Token) -> String {
        let written = String(decoding: text[clauses.scan.bytes(token.start, token.end)], as: UTF8.self)
        return glossary.classes.normalised(written)
    }
}

extension DecidingTerm {
    fileprivate mutating func add(_ vote: Vote) {
        guard !votes.contains(where: { $0.aspect == vote.aspect && $0.isPraise == vote.isPraise }) else {
            return
        }
        votes.append(vote)
    }
}

extension Glossary.Entry {
    /// Whether the word lists say what it does, and not only the products, stores and firms.
    fileprivate var isOfWordLists: Bool { isTarget || isOpinion || (role != .none && role != .inert) }
}

extension CharacterClasses {
    /// A spelling in lower case, half width and simplified form.
    func normalised(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { Unicode.Scalar(normalised($0.value)) ?? $0 }))
    }
}

extension ServiceTwins {
    /// By `Aspect.index`: the other one of its pair.
    fileprivate static let twins: [Int?] = Aspect.all.indices.map { index in
        pairs.lazy.compactMap { pair in
            pair.sale == index ? pair.repair : pair.repair == index ? pair.sale : nil
        }.first
    }
}
