/// Hands what the bot cannot answer over to a person, and passes on what both write.
public struct HandOverService: AnsweringService {
    let desk: any HandOverDesk
    let directory: any PeopleDirectory
    let post: HandOverPost
    let rules: HandOverRules
    let contact: String?
    let words: HandOverWords
    /// Takes in what is kept of an answer.
    let knowledge: KnowledgeService?

    public let intents: Set<Intent> = [
        .handoff, .handOverTake, .handOverReply, .handOverEnd, .handOverKeep, .handOverList,
        .handOverProposed,
    ]
    /// Each of its proposals is understood by its words.
    public let proposals: [Proposal] = []

    static let mostListed = 8
    /// The longest message that is passed on, in characters.
    static let longestLine = 1000

    /// - Parameter contact: whom to turn to where nobody in charge can be told.
    public init(
        desk: any HandOverDesk, directory: any PeopleDirectory, post: HandOverPost, rules: HandOverRules,
        words: HandOverWords, contact: String? = nil, knowledge: KnowledgeService? = nil
    ) {
        self.desk = desk
        self.directory = directory
        self.post = post
        self.rules = rules
        self.words = words
        self.contact = contact
        self.knowledge = knowledge
    }

    public func answer(_ question: Question) async throws -> Answer {
        var answer = try await respond(question)
        // What was said to a person is no part of a question that follows.
        answer.remembered = answer.remembered ?? HandOverService.remembered(question.request)
        return answer
    }

    /// Without what was said; which one was taken up or answered is known from here on.
    private static func remembered(_ request: Request) -> Request {
        var remembered = Request(request.intent)
        if request.intent == .handOverTake || request.intent == .handOverReply {
            remembered.slots.handOver = request.slots.handOver
        }
        return remembered
    }

    private func respond(_ question: Question) async throws -> Answer {
        // Everybody would read what one person asks another.
        guard !question.isInGroup else { return refused(.inGroup) }
        if question.request.intent == .handoff { return try await open(question) }
        if question.request.intent == .handOverList { return try await list(question) }
        if question.request.intent == .handOverProposed { return try await listProposed(question) }
        guard let number = question.request.slots.handOver.flatMap({ Int64($0) }) else {
            return refused(.unsaid)
        }
        guard let kept = try await desk.handOver(number, within: scope(of: question).reach) else {
            return refused(.unknown, number)
        }
        let handOver = try await post.checked(kept, on: question.today)
        do {
            switch question.request.intent {
            case .handOverTake: return try await take(handOver, question)
            case .handOverReply: return try await reply(handOver, question)
            case .handOverEnd: return try await end(handOver, question)
            default: return try await keep(handOver, question)
            }
        } catch let refusal as HandOver.Refusal {
            return refused(refusal, handOver)
        }
    }

    func scope(of question: Question) -> HandOverScope { HandOverScope(of: question.person) }

    /// The hand-over that a message of somebody who asks belongs to.
    func open(of person: Person) async throws -> HandOver? {
        HandOverScope(of: person).asks ? try await desk.openHandOver(of: person.id) : nil
    }

    /// The open one of a number, where the person may answer in it.
    func open(_ number: Int64, answeredBy person: Person) async throws -> HandOver? {
        let scope = HandOverScope(of: person)
        guard scope.answers, let found = try await desk.handOver(number, within: scope.reach),
            found.state.isOpen
        else { return nil }
        return found
    }

    /// What somebody who answers means who names none.
    enum AtHand: Sendable {
        case none
        case one(HandOver)
        /// The person has several, or something was written in another one since the last was turned to: whoever answers
        /// may mean either.
        case several([HandOver])
    }

    /// Whether somebody waits for words of a person.
    func isAtHand(of person: Person, after last: Request?) async throws -> Bool {
        if case .none = try await atHand(of: person, after: last) { false } else { true }
    }

    /// - Parameter last: what was said here last. The one that was taken up with it is meant, as long as it is open; where
    ///   it is over, it must be asked even if one is left.
    func atHand(of person: Person, after last: Request?) async throws -> AtHand {
        let scope = HandOverScope(of: person)
        guard scope.answers else { return .none }
        let found = try await desk.handOversAtHand(
            of: person.id, within: scope.reach, limit: HandOverService.mostListed)
        guard let first = found.first, let holder = first.holder, holder.person == person.id else {
            return .none
        }
        let spoken = last.flatMap { last in
            last.intent == .handOverTake || last.intent == .handOverReply
                ? last.slots.handOver.flatMap { Int64($0) } : nil
        }
        let isTakenUp = last?.intent == .handOverTake && spoken == first.number
        let others = found.dropFirst().filter { other in
            // Headquarters are told of one that waits when it comes to them.
            let isTold = other.holder != nil || person.role != .hq || other.level == .headquarters
            let isOwn = other.holder?.person == person.id
            return isTold && (isOwn && !isTakenUp || other.lastAt >= holder.attendedAt)
        }
        if let spoken, !found.contains(where: { $0.number == spoken && $0.state.isOpen }) {
            return .several([first] + others)
        }
        return others.isEmpty ? .one(first) : .several([first] + others)
    }

    private static let mostOpen = 200

    /// Those that nobody has taken up and that a person may, the longest waiting first.
    func waiting(for person: Person) async throws -> [HandOver] {
        let scope = HandOverScope(of: person)
        guard scope.answers else { return [] }
        let open = try await desk.openHandOvers(within: scope.reach, limit: HandOverService.mostOpen)
        return Array(open.filter { $0.holder == nil }.prefix(HandOverService.mostListed))
    }

    /// The offer to hand something over to a person.
    static func offer(_ words: String? = nil) -> Proposal {
        var request = Request(.handoff)
        request.slots.isConfirmed = true
        request.slots.words = words
        return Proposal(Phrase.handOverOffer.with(), request)
    }

    static func proposal(_ words: Phrase, _ intent: Intent, _ handOver: HandOver) -> Proposal {
        var request = Request(intent)
        request.slots.handOver = String(handOver.number)
        return Proposal(words.with(["name": .text(handOver.name)]), request)
    }

    /// Whom to turn to in person.
    static func contacts(
        of person: Person, in directory: any PeopleDirectory, contact: String?
    ) -> TextValue {
        let managers = person.dealer.map { directory.managers(of: $0.city) } ?? []
        return [
            "managers": .list(
                managers.map {
                    ["name": .text($0.name), "region": .text($0.region?.name ?? ""), "last": false]
                }),
            "contact": .optional(contact), "nobody": .flag(managers.isEmpty && contact == nil),
        ]
    }

    // MARK: What is not done

    /// Why nothing is done, as templates name it.
    enum Problem: String, CaseIterable {
        case inGroup, unsaid, unknown, ended, taken, nothingToKeep, notEnded, notForAskers
        case unreachable, empty, tooLong, nobody, notHeadquarters, alreadyFiled
    }

    func refused(_ problem: Problem, _ number: Int64? = nil, values: [String: TextValue] = [:]) -> Answer {
        Answer(
            .handOverRefused,
            .object(
                [
                    "problem": .flags(Problem.allCases.map { ($0.rawValue, $0 == problem) }),
                    "name": .optional(number.map { "H\($0)" }), "holder": false, "entry": false,
                    "limit": .count(HandOverService.longestLine),
                ].merging(values) { $1 }), isRefusal: true)
    }

    private func refused(_ refusal: HandOver.Refusal, _ handOver: HandOver) -> Answer {
        switch refusal {
        case .ended: refused(.ended, handOver.number)
        case .taken(let by): refused(.taken, handOver.number, values: ["holder": .text(post.name(by))])
        case .nothingToKeep: refused(.nothingToKeep, handOver.number)
        case .notEnded: refused(.notEnded, handOver.number)
        }
    }
}
