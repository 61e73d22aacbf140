extension HandOverService {
    /// A line to take that somebody proposed to headquarters and nobody has filed yet.
    struct Proposed: Sendable {
        var handOver: HandOver
        var question: String
        var answer: String
    }

    /// What waited longer is looked for no more: it was filed in other words, or is not wanted.
    private static let longestWait = Duration.seconds(60 * 86_400)
    private static let mostProposed = 200

    /// Those that wait for approval, the longest first: also the newest ones where many were filed before them.
    func proposed(at now: Timestamp) async throws -> [Proposed] {
        var waiting: [Proposed] = []
        var seen: Set<Int64> = []
        var moment = now - HandOverService.longestWait
        while waiting.count < HandOverService.mostProposed {
            let page = try await desk.proposedHandOvers(since: moment, limit: HandOverService.mostProposed)
            for handOver in page where seen.insert(handOver.number).inserted {
                guard let draft = try await draft(of: handOver),
                    try await !isFiled(draft.question, of: handOver)
                else { continue }
                waiting.append(Proposed(handOver: handOver, question: draft.question, answer: draft.answer))
            }
            guard page.count == HandOverService.mostProposed, let last = page.last?.proposedAt else { break }
            // Several may be of the last moment, but no page is of one alone.
            moment = last > moment ? last : last + .milliseconds(1)
        }
        return waiting
    }

    /// Whether its question was filed since, for the region of whoever answered it or for the nation: also where that was retired
    /// later on.
    private func isFiled(_ question: String, of handOver: HandOver) async throws -> Bool {
        guard let knowledge, let proposed = handOver.proposedAt else { return true }
        let holder = handOver.holder.flatMap { directory.person(id: $0.person) }
        let region = HandOverService.region(of: holder, answering: handOver)
        let key = KnowledgeEntry.key(of: question)
        for place in [.nation] + (region.map { [Territory.region($0.name)] } ?? []) {
            if try await knowledge.desk.wasFiled(key, in: place, since: proposed) { return true }
        }
        return false
    }

    /// What waits for headquarters' approval, with what files the first ones.
    func listProposed(_ question: Question) async throws -> Answer {
        guard question.person.role == .hq else { return refused(.notHeadquarters) }
        let all = try await proposed(at: question.now)
        let shown = all.prefix(HandOverService.mostListed)
        return Answer(
            .handOverProposed,
            [
                "none": .flag(all.isEmpty), "count": .count(all.count),
                "further": .flag(all.count > shown.count),
                "lines": .list(
                    shown.map { line in
                        var values = post.values(of: line.handOver)
                        values["question"] = .text(line.question)
                        values["answer"] = .text(Excerpt.of(line.answer, around: nil, limit: 80))
                        return .object(values)
                    }),
            ],
            offers: shown.prefix(HandOverService.mostKept).map {
                HandOverService.proposal(.handOverKeepOffer, .handOverKeep, $0.handOver)
            })
    }

    private static let mostKept = 3
}
