/// Puts what is told of hand-overs into words, and into deliveries.
public struct HandOverPost: Sendable {
    private let texts: any Texts
    private let directory: any PeopleDirectory
    private let chain: ChainOfCommand
    private let reach: any Reachability
    private let rules: HandOverRules

    /// After so long a message has lost its meaning.
    private static let patience = Duration.seconds(3 * 86_400)
    /// Who has written so lately is in the chat, at whatever hour.
    private static let presence = Duration.seconds(3600)
    /// The lines that are shown to who takes one.
    static let shown = 10

    public init(
        texts: any Texts, directory: any PeopleDirectory, chain: ChainOfCommand, reach: any Reachability,
        rules: HandOverRules
    ) {
        self.texts = texts
        self.directory = directory
        self.chain = chain
        self.reach = reach
        self.rules = rules
    }

    /// Whom a message goes to, and how.
    struct Addressee: Sendable {
        var person: Person
        var way: Way
    }

    /// What is told of one, to whoever is not the one who did it.
    enum News: String, CaseIterable {
        case opened, reminded, escalated
        /// To the asker.
        case taken, finished, abandoned
        /// To whoever answers.
        case over, idle, takenByAnother

        /// Whether somebody is asked to take it up.
        var calls: Bool {
            switch self {
            case .opened, .reminded, .escalated: true
            case .taken, .finished, .abandoned, .over, .idle, .takenByAnother: false
            }
        }
    }

    /// The first of a place's chain of command who can be told, beginning at a level.
    func audience(
        ofCity name: String, from least: ChainOfCommand.Level, on day: Day
    ) async throws -> (level: ChainOfCommand.Level, people: [Addressee])? {
        guard let city = Gazetteer.china.city(named: name) else { return nil }
        for level in ChainOfCommand.Level.allCases where level >= least {
            let told = try await reached(chain.level(level, of: .city(city), on: day).told.map(\.person))
            if !told.isEmpty { return (level, told) }
        }
        return nil
    }

    /// All who are told of one by now: the holder, or those of the chain of command up to its level.
    func audience(of kept: HandOver, on day: Day) async throws -> [Addressee] {
        let handOver = try await checked(kept, on: day)
        if let holder = handOver.holder, handOver.alarm < .escalated {
            return try await reached([directory.person(id: holder.person)].compactMap(\.self))
        }
        guard let city = Gazetteer.china.city(named: handOver.city) else { return [] }
        let people = ChainOfCommand.Level.allCases.filter { $0 <= handOver.level }.flatMap {
            chain.level($0, of: .city(city), on: day).told.map(\.person)
        }
        let holder = handOver.holder.flatMap { directory.person(id: $0.person) }
        let told = try await reached(([holder].compactMap(\.self) + people).withoutRepeats)
        guard told.isEmpty else { return told }
        return try await audience(ofCity: handOver.city, from: .managers, on: day)?.people ?? []
    }

    /// A hand-over as it stands on a day: whoever is not in charge of the asker's city any more, is away or cannot be told
    /// holds it no longer, and it waits for those who are.
    func checked(_ handOver: HandOver, on day: Day) async throws -> HandOver {
        guard handOver.state == .taken, let holder = handOver.holder else { return handOver }
        if let person = directory.person(id: holder.person), !person.isAway(on: day),
            HandOverScope(of: person).answers(for: handOver), try await !reached([person]).isEmpty
        {
            return handOver
        }
        var changed = handOver
        (changed.holder, changed.state) = (nil, .waiting)
        return changed
    }

    func reached(_ people: [Person]) async throws -> [Addressee] {
        guard !people.isEmpty else { return [] }
        let ways = try await reach.ways(to: people)
        return people.compactMap { person in ways[person.id].map { Addressee(person: person, way: $0) } }
    }

    func reached(asker handOver: HandOver) async throws -> Addressee? {
        try await reached([directory.person(id: handOver.asker)].compactMap(\.self)).first
    }

    /// What somebody wrote, for the other side.
    ///
    /// - Parameter last: when somebody wrote before.
    func message(
        _ line: HandOverLine, in handOver: HandOver, after last: Timestamp, to addressee: Addressee,
        at now: Timestamp
    ) throws -> Delivery {
        var values = values(of: handOver)
        values["author"] = .text(name(line.author))
        values["text"] = .text(line.text)
        values["toAsker"] = .flag(addressee.person.id == handOver.asker)
        let reply = try texts.reply(.handOverMessage, .object(values))
        let isPresent =
            addressee.person.id == handOver.asker
            ? last + HandOverPost.presence > now
            : handOver.holder.map { $0.attendedAt + HandOverPost.presence > now } ?? false
        return delivery(
            reply, of: handOver, addressee.person.id == handOver.asker ? .news : .line, to: addressee,
            notBefore: handOver.holder == nil
                ? held(at: now)
                : isPresent ? nil : rules.quietHours.end(ifQuietAt: now, calendar: rules.calendar),
            priority: .urgent, at: now)
    }

    /// That something has become of one.
    ///
    /// - Parameters:
    ///   - lines: what was said in it.
    ///   - holder: who had it before: that another one has it now is told that person in any case, and others only where they
    ///     were called to it.
    func news(
        _ news: News, of handOver: HandOver, _ lines: [HandOverLine], to addressee: Addressee,
        contact: String? = nil, before holder: HandOver.Holder? = nil, at now: Timestamp
    ) throws -> Delivery {
        var values = values(of: handOver)
        values["news"] = .flags(News.allCases.map { ($0.rawValue, $0 == news) })
        values["lines"] = .list(lines.map(entry))
        values["before"] = .list(handOver.before.map(entry))
        values["contact"] = .optional(contact)
        values["answered"] = .flag(handOver.answers > 0)
        values["keeps"] = .flag(news == .over && handOver.answers > 0)
        var reply = try texts.reply(.handOverNews, .object(values))
        let wanted: [Phrase] =
            news.calls
            ? [.handOverTakeOffer] : news == .over && handOver.answers > 0 ? [.handOverKeepOffer] : []
        try add(wanted, of: handOver, to: &reply)
        let isForAsker = addressee.person.id == handOver.asker
        let isRelief = news == .takenByAnother && holder?.person != addressee.person.id
        return delivery(
            reply, of: handOver, news.calls ? .call : isRelief ? .relief : .news, to: addressee,
            notBefore: isForAsker
                ? (handOver.lastAt + HandOverPost.presence > now
                    ? nil : rules.quietHours.end(ifQuietAt: now, calendar: rules.calendar)) : held(at: now),
            // As what is said in it: its parts arrive in their order.
            priority: .urgent, at: now)
    }

    /// What somebody proposes to keep, for headquarters.
    func proposal(
        _ draft: (question: String, answer: String), of handOver: HandOver, by person: Person,
        to addressee: Addressee, at now: Timestamp
    ) throws -> Delivery {
        var values = values(of: handOver)
        values["by"] = .text(person.name)
        values["question"] = .text(draft.question)
        values["answer"] = .text(draft.answer)
        var reply = try texts.reply(.handOverProposal, .object(values))
        try add([.handOverKeepOffer], of: handOver, to: &reply)
        return delivery(
            reply, of: handOver, .news, to: addressee, notBefore: held(at: now), priority: .normal, at: now)
    }

    /// When somebody who works is told: now, or when the office opens.
    func held(at now: Timestamp) -> Timestamp? {
        rules.officeHours.isOpen(at: now) ? nil : rules.officeHours.opening(atOrAfter: now)
    }

    /// Whether nobody has learnt of one yet, because the office has not opened since.
    func isUntold(_ handOver: HandOver, at now: Timestamp) -> Bool {
        handOver.holder == nil && handOver.answers == 0
            && held(at: handOver.openedAt).map { now < $0 } == true
    }

    /// What every template about a hand-over may say.
    func values(of handOver: HandOver) -> [String: TextValue] {
        [
            "name": .text(handOver.name), "asker": .text(name(handOver.asker)),
            "store": .text(directory.dealer(id: handOver.store)?.name ?? handOver.city),
            "holder": .optional(handOver.holder.map { name($0.person) }),
            "openedAt": .text(rules.calendar.text(of: handOver.openedAt)),
        ]
    }

    func entry(_ line: HandOverLine) -> TextValue {
        ["author": .text(name(line.author)), "text": .text(line.text)]
    }

    func entry(_ turn: RecentTurn) -> TextValue {
        ["asked": .text(turn.asked), "answered": .optional(turn.answered.isEmpty ? nil : turn.answered)]
    }

    /// Those who have left the directory are called by their identifier.
    func name(_ id: String) -> String { directory.person(id: id)?.name ?? id }

    /// What may be done at once, as messages: the numbers are those of the last answer.
    private func add(_ choices: [Phrase], of handOver: HandOver, to reply: inout Reply) throws {
        guard !choices.isEmpty else { return }
        let labels = try choices.map { try texts.words($0.with(["name": .text(handOver.name)])) }
        reply.blocks.append(
            .choices(
                prompt: try texts.words(Phrase.noticeChoices.with()),
                labels.map { Reply.Choice(number: Reply.Choice.unnumbered, label: $0, text: $0) }))
    }

    private func delivery(
        _ reply: Reply, of handOver: HandOver, _ kind: HandOverKey.Kind, to addressee: Addressee,
        notBefore: Timestamp?, priority: Delivery.Priority, at now: Timestamp
    ) -> Delivery {
        Delivery(
            key: HandOverKey(handOver, kind, to: addressee.person.id).text,
            channel: addressee.way.channel, recipient: addressee.way.recipient, reply: reply,
            priority: priority, notBefore: notBefore,
            deadline: addressee.person.deadline(
                (notBefore ?? now) + HandOverPost.patience, rules.calendar))
    }
}

extension [Person] {
    /// Nobody twice.
    fileprivate var withoutRepeats: [Person] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}
