extension KnowledgeService {
    /// From which relevance on an entry fits a question; where that is not sure it is only offered. README tells what it brings.
    static let threshold = 0.3
    /// From which on one is offered where nothing else fits.
    static let leastOffered = 0.2
    /// From which on one is offered beside the answer to a question about voices.
    static let besideInsight = 0.6
    /// The same where the question says more than one asks about voices.
    static let besideOther = 0.25
    /// Those that reach so much of the best one's relevance fit nearly equally.
    private static let nearly = 0.92
    /// Entries that ask the same, the one for a wider place than the other.
    private static let sameQuestion = 0.85
    private static let mostChoices = 3

    /// The entries of the person's reach and of today that answer a question, the best first; of those for one question only
    /// the narrowest.
    func matches(_ text: String, _ question: Question, least: Double) async throws -> [KnowledgeIndex.Match] {
        let reach = scope(of: question).reach
        let index = try await index()
        let found = index.matches(text) {
            reach.contains($0.content.place) && $0.isValid(on: question.today)
        }.filter { $0.relevance >= least }
        guard let best = found.first else { return [] }
        let near = found.prefix { $0.relevance >= best.relevance * KnowledgeService.nearly }
        return near.filter { match in
            !near.contains { other in
                other.entry.content.place.narrowness > match.entry.content.place.narrowness
                    && index.likeness(of: match.entry, to: other.entry) >= KnowledgeService.sameQuestion
            }
        }
    }

    /// What is said to somebody who asks what to say.
    func guide(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        if let number = slots.entry.flatMap({ Int64($0) }) {
            guard let entry = try await desk.entry(number, within: scope(of: question).reach),
                entry.isValid(on: question.today)
            else { return Answer(.knowledgeUnknown, ["name": .text("#\(number)"), "unsaid": false]) }
            return give(entry, question)
        }
        if let number = slots.alert.flatMap({ Int64($0) }) {
            return try await giveReleased(number, question)
        }
        guard let text = slots.words else { return none(nil, question) }
        let found = try await matches(text, question, least: KnowledgeService.leastOffered)
        guard let first = found.first else { return none(text, question) }
        let isSure = first.isSure && first.relevance >= KnowledgeService.threshold
        guard found.count == 1, isSure else {
            var answer = Answer(
                .knowledgeWhich, ["several": .flag(found.count > 1)],
                offers: found.prefix(KnowledgeService.mostChoices).map {
                    KnowledgeService.proposal(.knowledgeAskOffer, .guidance, $0.entry)
                })
            // Whether it was what the person wanted is not known.
            if !isSure { answer.effects = KnowledgeService.counting(text, on: question.today) }
            return answer
        }
        // The index may be of a moment ago.
        guard let entry = try await desk.entry(first.entry.number, within: scope(of: question).reach),
            entry.isValid(on: question.today)
        else { return none(text, question) }
        return give(entry, question)
    }

    private func give(_ entry: KnowledgeEntry, _ question: Question) -> Answer {
        var answer = Answer(.knowledgeAnswer, .object(values(of: entry, question)))
        answer.effects = [
            .giveKnowledge(number: entry.number, version: entry.version, to: question.person.id)
        ]
        return answer
    }

    private func none(_ text: String?, _ question: Question) -> Answer {
        var answer = Answer(
            .knowledgeNone,
            offers: HandOverScope(of: question.person).asks && !question.isInGroup
                ? [HandOverService.offer(text)] : [])
        if let text { answer.effects = KnowledgeService.counting(text, on: question.today) }
        return answer
    }

    /// Counts a question that nothing is known to; nothing for what is no question.
    static func counting(_ text: String, on day: Day) -> [Turn.Effect] {
        let masked = PersonalData.masked(text).split(whereSeparator: \.isNewline).joined(separator: " ")
            .withoutOuterBlanks
        guard UnansweredQuestion.key(of: masked).count >= 3, saysSomething(masked) else { return [] }
        return [.countUnanswered(String(masked.prefix(UnansweredQuestion.longest)), on: day)]
    }

    /// Whether a text is more than a cry or a row of keys: three different Chinese characters, or two words in Latin letters.
    private static func saysSomething(_ text: String) -> Bool {
        let characters = Set(text.filter { $0.isLetter && !$0.isASCII && !cries.contains($0) })
        let words = text.split { !($0.isASCII && $0.isLetter) }.filter { $0.count > 1 }
        return characters.count >= 3 || words.count >= 2 || !characters.isEmpty && !words.isEmpty
    }

    private static let cries = Set("哈呵嘿嘻啊哦噢嗯呃额哎唉呀呜嗷哇喂咦")
}
