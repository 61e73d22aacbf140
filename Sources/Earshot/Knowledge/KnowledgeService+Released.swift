extension KnowledgeService {
    private static let mostBeside = 2

    /// The warnings whose line was sent to dealers and answers what somebody asks; none in a group, for they were sent to each.
    ///
    /// - Parameter named: what the text speaks of beside the opinions in it.
    func releasedLines(
        answering text: String, about named: Set<Aspect>, _ question: Question
    ) async throws -> [Warning] {
        guard let released, !question.isInGroup else { return [] }
        return try await released.warnings(
            answering: text, about: named.union(aspects(text)), for: question.person, at: question.now)
    }

    /// The line that was sent for a warning; what headquarters has filed for the same question is offered beside it.
    func giveReleased(_ number: Int64, _ question: Question) async throws -> Answer {
        guard let released, !question.isInGroup,
            let warning = try await released.warning(number, for: question.person, at: question.now)
        else { return Answer(.knowledgeUnknown, ["name": .text("A\(number)"), "unsaid": false]) }
        var offers = [WarningService.proposal(.detailsOffer, .alertShow, warning)]
        if let text = question.request.slots.words {
            offers += try await releasedLines(answering: text, about: [], question)
                .filter { $0.number != number }.prefix(KnowledgeService.mostBeside)
                .map(KnowledgeService.releasedProposal)
            offers += try await matches(text, question, least: KnowledgeService.leastOffered)
                .prefix(KnowledgeService.mostBeside)
                .map { KnowledgeService.proposal(.knowledgeAskOffer, .guidance, $0.entry) }
        }
        var answer = Answer(
            .knowledgeReleased, .object(released.values(of: warning, for: question.person, at: question.now)),
            offers: offers)
        if let guidance = warning.guidance {
            answer.effects = [
                .giveReleased(warning: number, sentAt: guidance.at, to: question.person.id)
            ]
        }
        return answer
    }

    /// Asks for the line that was sent for a warning.
    static func releasedProposal(_ warning: Warning) -> Proposal {
        var slots = Slots()
        slots.alert = String(warning.number)
        return Proposal(
            Phrase.releasedOffer.with(
                WarningWords.subject(warning.subject).merging(["name": .text(warning.name)]) { $1 }),
            Request(.guidance, slots))
    }
}
