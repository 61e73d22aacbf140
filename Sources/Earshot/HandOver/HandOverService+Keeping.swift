extension HandOverService {
    /// Proposes to headquarters to keep the answer as a line to take; whoever files lines to take is shown what would be filed.
    func keep(_ handOver: HandOver, _ question: Question) async throws -> Answer {
        guard scope(of: question).answers else { return refused(.notForAskers) }
        guard let knowledge, var draft = try await draft(of: handOver) else {
            throw HandOver.Refusal.nothingToKeep
        }
        if let words = question.request.slots.words {
            draft.answer = String(PersonalData.masked(words).prefix(KnowledgeDraft.longestAnswer))
        }
        if let filed = try await filed(draft, of: handOver) {
            return refused(.alreadyFiled, handOver.number, values: ["entry": .text(filed.name)])
        }
        if question.person.role == .hq {
            guard !handOver.state.isOpen else { throw HandOver.Refusal.notEnded }
            var filing = question
            filing.request = Request(.knowledgeFile)
            filing.request.slots.words = fields(of: draft, handOver)
            var answer = try await knowledge.answer(filing)
            if case .object(var values) = answer.values {
                values["edits"] = true
                answer.values = .object(values)
            }
            answer.remembered = remembered(handOver)
            return answer
        }
        var changed = handOver
        try changed.apply(.propose, at: question.now, rules)
        let audience = try await post.audience(
            ofCity: handOver.city, from: .headquarters, on: question.today)
        guard let audience else { return refused(.nobody) }
        var values = post.values(of: changed)
        values["question"] = .text(draft.question)
        values["answer"] = .text(draft.answer)
        guard question.request.slots.isConfirmed == true else {
            return show(draft, of: handOver, .object(values))
        }
        values["to"] = .series(audience.people.map { ["name": .text($0.person.name)] })
        var answer = Answer(.handOverKept, .object(values))
        answer.effects = [
            change(
                changed, handOver, "proposed", question,
                // What headquarters are asked to file is filed word by word.
                line: HandOverLine(question.person.id, draft.answer, at: question.now),
                deliveries: try audience.people.map {
                    try post.proposal(draft, of: changed, by: question.person, to: $0, at: question.now)
                })
        ]
        return answer
    }

    /// The line to take in force that has the same answer to its question, for the region that the answer holds for or for the nation.
    func filed(
        _ draft: (question: String, answer: String), of handOver: HandOver
    ) async throws -> KnowledgeEntry? {
        guard let knowledge else { return nil }
        let key = KnowledgeEntry.key(of: draft.question)
        let holder = handOver.holder.flatMap { directory.person(id: $0.person) }
        let region = HandOverService.region(of: holder, answering: handOver)
        for place in (region.map { [Territory.region($0.name)] } ?? []) + [.nation] {
            if let entry = try await knowledge.desk.entry(asking: key, in: place),
                KnowledgeEntry.key(of: entry.content.answer) == KnowledgeEntry.key(of: draft.answer)
            {
                return entry
            }
        }
        return nil
    }

    /// Shows what would be proposed, to be changed or confirmed.
    private func show(
        _ draft: (question: String, answer: String), of handOver: HandOver, _ values: TextValue
    ) -> Answer {
        var request = remembered(handOver)
        (request.slots.words, request.slots.isConfirmed) = (draft.answer, true)
        var answer = Answer(
            .handOverDraft, values, offers: [Proposal(Phrase.handOverProposeOffer.with(), request)])
        answer.remembered = remembered(handOver)
        return answer
    }

    /// 改成 … is of this one from here on.
    private func remembered(_ handOver: HandOver) -> Request {
        var request = Request(.handOverKeep)
        request.slots.handOver = String(handOver.number)
        return request
    }

    /// What was asked first, and what was proposed as its answer; without a proposal everything that was answered, without
    /// thanks and greetings.
    func draft(of handOver: HandOver) async throws -> (question: String, answer: String)? {
        var lines = try await desk.lines(ofHandOver: handOver.number, limit: HandOverService.mostRead)
        // Nothing is written behind an end but what is proposed.
        var proposed: String?
        if let moment = handOver.proposedAt, let last = lines.last, last.at >= moment {
            proposed = lines.removeLast().text
        }
        let told = lines.indices.filter { index in
            let line = lines[index]
            let before = lines[..<index].last { $0.author != line.author }?.text
            return !words.isCourtesy(line.text, after: before ?? handOver.before.last?.asked)
        }.map { lines[$0] }
        let asked =
            told.first { $0.author == handOver.asker && !words.complains($0.text) }?.text
            ?? handOver.before.last { !words.complains($0.asked) }?.asked
        let answers =
            proposed.map { [$0] } ?? told.filter { $0.author != handOver.asker }.map(\.text)
        guard let asked, !answers.isEmpty else { return nil }
        return (
            String(
                asked.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(
                    KnowledgeDraft.longestQuestion)),
            String(answers.joined(separator: "\n").prefix(KnowledgeDraft.longestAnswer))
        )
    }

    private static let mostRead = 100

    /// As whoever files it writes it. What stands in it is anybody's words: a colon would begin another field (批准：…).
    private func fields(of draft: (question: String, answer: String), _ handOver: HandOver) -> String {
        func plain(_ text: String) -> String {
            text.replacing("：", with: "，").replacing(":", with: "，")
        }
        var fields = "问题：\(plain(draft.question))\n回答：\(plain(draft.answer))"
        let holder = handOver.holder.flatMap { directory.person(id: $0.person) }
        // What a manager answers holds for the own region, of several for the one that the question came from.
        if let region = HandOverService.region(of: holder, answering: handOver) {
            fields += "\n范围：\(region.name)"
        }
        return fields
    }

    /// For which of the regions of whoever answered a hand-over the answer holds; nothing for headquarters.
    static func region(of holder: Person?, answering handOver: HandOver) -> Region? {
        let regions = holder?.regions ?? []
        return regions.first { $0.cities.contains { $0.name == handOver.city } } ?? regions.first
    }
}
