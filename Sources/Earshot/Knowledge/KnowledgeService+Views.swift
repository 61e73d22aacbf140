extension KnowledgeService {
    /// What was not answered is counted over so many days.
    private static let unansweredDays = 30

    /// The entries of the person's reach: for whoever files them also those whose time is over.
    func list(_ question: Question) async throws -> Answer {
        let scope = scope(of: question)
        let filter = KnowledgeFilter(validOn: scope.files ? nil : question.today)
        let count = try await desk.count(filter, within: scope.reach)
        let offset = min(question.page?.offset ?? 0, count)
        let shown = try await desk.entries(
            filter, within: scope.reach, offset: offset, limit: KnowledgeService.mostListed)
        let last = offset + shown.count
        var answer = Answer(
            .knowledgeList,
            [
                "none": .flag(count == 0), "count": .count(count), "from": .count(min(offset + 1, count)),
                "to": .count(last), "further": .flag(last < count),
                "entries": .list(shown.map { .object(values(of: $0, question)) }),
            ])
        if last < count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }

    /// One entry: for whoever files them with its history.
    func show(_ question: Question) async throws -> Answer {
        guard let entry = try await named(question) else { return unknown(question) }
        let scope = scope(of: question)
        guard scope.files else {
            return entry.isValid(on: question.today) ? try await guide(question) : unknown(question)
        }
        var values = values(of: entry, question)
        let words = KnowledgeWords(directory: directory, calendar: calendar)
        values["history"] =
            question.isInGroup ? .list([]) : words.history(try await desk.revisions(of: entry.number))
        return Answer(.knowledgeShow, .object(values))
    }

    /// What nothing was known to, the most frequent first.
    func unanswered(_ question: Question) async throws -> Answer {
        let since = question.today - (KnowledgeService.unansweredDays - 1)
        let count = try await desk.countUnanswered(since: since)
        let offset = min(question.page?.offset ?? 0, count)
        let shown = try await desk.unanswered(
            since: since, offset: offset, limit: KnowledgeService.mostListed)
        let last = offset + shown.count
        var answer = Answer(
            .knowledgeUnanswered,
            [
                "none": .flag(count == 0), "days": .count(KnowledgeService.unansweredDays),
                "count": .count(count), "from": .count(min(offset + 1, count)), "to": .count(last),
                "further": .flag(last < count),
                "questions": .list(
                    shown.map { ["text": .text($0.text), "times": .count($0.count)] }),
            ],
            offers: shown.compactMap { asked in
                guard let field = words.fieldForQuestion else { return nil }
                var slots = Slots()
                slots.words = "\(field)：\(asked.text)"
                return Proposal(
                    Phrase.knowledgeFileOffer.with(["question": .text(String(asked.text.prefix(20)))]),
                    Request(.knowledgeFile, slots))
            })
        if last < count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }
}
