extension HandOverService {
    /// Proposes to headquarters to keep the answer as a line to take; whoever files lines to take is shown what would be filed.
    func keep(_ handOver: HandOver, _ question: Question) async throws -> Answer {
        guard scope(of: question).answers else { return refused(.notForAskers) }
        guard let knowledge, let draft = try await draft(of: handOver) else {
            throw HandOver.Refusal.nothingToKeep
        }
        if question.person.role == .hq {
            guard !handOver.state.isOpen else { throw HandOver.Refusal.notEnded }
            var filing = question
            filing.request = Request(.knowledgeFile)
            filing.request.slots.words = fields(of: draft, handOver)
            return try await knowledge.answer(filing)
        }
        var changed = handOver
        try changed.apply(.propose, at: question.now, rules)
        let audience = try await post.audience(
            ofCity: handOver.city, from: .headquarters, on: question.today)
        guard let audience else { return refused(.nobody) }
        var values = post.values(of: changed)
        values["to"] = .series(audience.people.map { ["name": .text($0.person.name)] })
        values["question"] = .text(draft.question)
        values["answer"] = .text(draft.answer)
        var answer = Answer(.handOverKept, .object(values))
        answer.effects = [
            change(
                changed, handOver, "proposed", question,
                deliveries: try audience.people.map {
                    try post.proposal(draft, of: changed, by: question.person, to: $0, at: question.now)
                })
        ]
        return answer
    }

    /// What was asked first, and everything that was answered, without thanks and greetings.
    private func draft(of handOver: HandOver) async throws -> (question: String, answer: String)? {
        let lines = try await desk.lines(ofHandOver: handOver.number, limit: HandOverService.mostRead)
        let told = lines.filter { !words.isCourtesy($0.text) }
        let asked = told.first { $0.author == handOver.asker }?.text ?? handOver.before.last?.asked
        let answers = told.filter { $0.author != handOver.asker }.map(\.text)
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
        // What a manager answers holds for the own region.
        if let region = holder?.region { fields += "\n范围：\(region.name)" }
        return fields
    }
}
