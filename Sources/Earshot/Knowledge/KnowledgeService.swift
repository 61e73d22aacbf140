/// Answers with the lines to take and common questions that headquarters approved, and takes these in.
public struct KnowledgeService: AnsweringService {
    let desk: any KnowledgeDesk
    let directory: any PeopleDirectory
    let words: KnowledgeCommandWords
    let calendar: LocalCalendar
    /// Which aspects a text speaks of.
    let aspects: @Sendable (String) -> Set<Aspect>
    /// Has the lines that were sent for warnings; nothing where there are no warnings.
    let released: ReleasedLines?
    private let shelf: KnowledgeShelf

    public let intents: Set<Intent> = [
        .guidance, .knowledgeFile, .knowledgeChange, .knowledgeRetire, .knowledgeList, .knowledgeShow,
        .unansweredList,
    ]
    /// Each of its proposals is understood by its words.
    public let proposals: [Proposal] = []

    /// The entries of a list.
    static let mostListed = 8

    public init(
        desk: any KnowledgeDesk, directory: any PeopleDirectory, words: KnowledgeCommandWords,
        lexicon: KnowledgeLexicon, calendar: LocalCalendar = .shanghai,
        aspects: @escaping @Sendable (String) -> Set<Aspect> = { _ in [] }, released: ReleasedLines? = nil
    ) {
        self.released = released
        self.desk = desk
        self.directory = directory
        self.words = words
        self.calendar = calendar
        self.aspects = aspects
        shelf = KnowledgeShelf(desk, lexicon)
    }

    public func answer(_ question: Question) async throws -> Answer {
        let intent = question.request.intent
        var answer: Answer
        switch intent {
        case .guidance: answer = try await guide(question)
        case .knowledgeList: answer = try await list(question)
        case .knowledgeShow: answer = try await show(question)
        default:
            guard scope(of: question).files else { return Answer(.knowledgeForOthers, isRefusal: true) }
            switch intent {
            case .knowledgeFile: answer = try await file(question)
            case .knowledgeChange: answer = try await change(question)
            case .knowledgeRetire: answer = try await retire(question)
            default: answer = try await unanswered(question)
            }
        }
        // What was filed or asked is no part of a question that follows.
        answer.remembered = Request(intent)
        return answer
    }

    func scope(of question: Question) -> KnowledgeScope {
        KnowledgeScope(of: question.person, in: directory)
    }

    func index() async throws -> KnowledgeIndex { try await shelf.index() }

    func values(of entry: KnowledgeEntry, _ question: Question) -> [String: TextValue] {
        KnowledgeWords(directory: directory, calendar: calendar).values(
            of: entry, on: question.today, namesPeople: scope(of: question).files && !question.isInGroup)
    }

    static func proposal(_ words: Phrase, _ intent: Intent, _ entry: KnowledgeEntry) -> Proposal {
        var slots = Slots()
        slots.entry = String(entry.number)
        return Proposal(words.with(["question": .text(entry.content.question)]), Request(intent, slots))
    }
}
