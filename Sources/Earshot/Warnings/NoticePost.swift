/// Puts what is told of warnings into words, and into deliveries.
public struct NoticePost: Sendable {
    private let texts: any Texts
    private let figures: any VoiceFigures
    private let directory: any PeopleDirectory
    private let calendar: LocalCalendar
    private let stores: StoreNames

    /// After so long a notice has lost its meaning.
    private static let patience = Duration.seconds(24 * 3600)
    /// Voices that are quoted, and among how many of the newest they are chosen.
    private static let quotes = (shown: 2, among: 20)

    /// - Parameter stores: the brand's, of whose names a dealer reads none in quotes but the own store's.
    public init(
        texts: any Texts, figures: any VoiceFigures, directory: any PeopleDirectory, stores: [Dealer] = [],
        calendar: LocalCalendar = .shanghai
    ) {
        self.stores = StoreNames(of: stores)
        self.texts = texts
        self.figures = figures
        self.directory = directory
        self.calendar = calendar
    }

    /// What a person is told.
    ///
    /// - Parameters:
    ///   - steps: What happened to the warning, for what is said of one that is over.
    ///   - isReopenedBefore: Whether somebody was told already that it has opened again, so that it has only grown since.
    ///   - isWishedAgain: Whether several of the person's subscriptions cover it, so that to end one ends nothing.
    func delivery(
        _ decision: NoticeDecision, of warning: Warning, _ steps: [WarningStep], to person: Person,
        by way: Way, isReopenedBefore: Bool = false, isWishedAgain: Bool = false, at now: Timestamp
    ) async throws -> Delivery {
        let words = WarningWords(
            warning, directory, calendar: calendar, at: now, for: WarningScope(of: person, in: directory))
        var values = words.values
        values["notice"] = NoticePost.flags(
            decision.notice, tellings: isReopenedBefore ? warning.turns : warning.tellings)
        values["instead"] = .series(decision.insteadOf.map { ["name": .text(words.name($0))] })
        values["wish"] = decision.wish.map { .object($0.name) } ?? false
        values["wishedAgain"] = .flag(isWishedAgain)
        values["giver"] = .optional(warning.assignedBy.map(words.name))
        values["summary"] = words.summary(
            warning, steps, voices: try await voices(of: warning, for: person),
            forDealers: person.role == .dealer)
        values["quotes"] = .list(try await quotes(of: warning, for: person))
        var reply = try texts.reply(.warningNotice, .object(values))
        try add(choices(of: warning, for: person, at: now), of: warning, to: &reply)
        if WarningScope(of: person, in: directory).acts(on: warning) {
            let label = try texts.words(Phrase.moreOffer.with(["name": .text(warning.name)]))
            reply.lead(further: label)
        }
        return Delivery(
            key: Delivery.key(decision.notice, of: warning.number, to: person.id), channel: way.channel,
            recipient: way.recipient, reply: reply,
            priority: warning.subject.isDanger ? .urgent : .normal,
            deadline: person.deadline(now + NoticePost.patience, calendar))
    }

    /// The line to take, as a dealer reads it.
    func guidance(
        _ words: String, of warning: Warning, from sender: Person, to person: Person, by way: Way,
        notBefore: Timestamp?, at now: Timestamp
    ) throws -> Delivery {
        var values = WarningWords(
            warning, directory, calendar: calendar, at: now, for: WarningScope(of: person, in: directory)
        ).values
        values["words"] = .text(words)
        values["sender"] = .text(sender.name)
        return Delivery(
            key: Delivery.key(ofGuidanceOf: warning.number, at: now, to: person.id), channel: way.channel,
            recipient: way.recipient, reply: try texts.reply(.warningGuidance, .object(values)),
            notBefore: notBefore,
            deadline: person.deadline((notBefore ?? now) + NoticePost.patience, calendar))
    }

    /// That a warning is no longer a person's, because somebody else has it.
    func relief(
        from warning: Warning, takenBy taker: Person, to person: Person, by way: Way, notBefore: Timestamp?,
        at now: Timestamp
    ) throws -> Delivery {
        let words = WarningWords(
            warning, directory, calendar: calendar, at: now, for: WarningScope(of: person, in: directory))
        return Delivery(
            key: Delivery.key(ofReliefFrom: warning.number, at: now, to: person.id), channel: way.channel,
            recipient: way.recipient,
            reply: try texts.reply(
                .warningRelieved, .object(words.values.merging(["taker": .text(taker.name)]) { $1 })),
            notBefore: notBefore,
            deadline: person.deadline((notBefore ?? now) + NoticePost.patience, calendar))
    }

    /// How many voices a warning that is over was of, from its first abnormal day to its last; nothing where they are not
    /// counted, or a person may not read how many.
    func voices(of warning: Warning, for person: Person) async throws -> Int? {
        let scope = WarningScope(of: person, in: directory)
        let subject = warning.subject
        guard warning.end != nil, subject.matter != nil, scope.readsFigures(of: subject) else { return nil }
        // Of what is not all the person's the own part alone may be read, which would not be its count.
        guard let voices = scope.voices(of: subject), scope.readsWhole(of: subject.place) else { return nil }
        let days = warning.since...max(warning.since, warning.lastAbnormal)
        guard let slice = try await figures.slices([Cut(voices.subject, during: days)]).first else {
            return nil
        }
        return slice[subject.aspect][subject.polarity]
    }

    /// Some of the voices, masked; none where the person may not read them.
    func quotes(of warning: Warning, for person: Person) async throws -> [TextValue] {
        if let evidence = warning.evidence {
            return [["text": .text(evidence), "source": .text(warning.figures.days.upperBound.slashed)]]
        }
        let scope = WarningScope(of: person, in: directory)
        guard let voices = scope.voices(of: warning.subject), voices.isQuotable else {
            return []
        }
        let selection = VoiceSelection(
            voices.subject, during: warning.figures.days, aspect: warning.subject.aspect,
            polarity: warning.subject.polarity)
        let candidates = try await figures.voices(selection, limit: NoticePost.quotes.among)
        return QuoteChoice.worthShowing(candidates, count: NoticePost.quotes.shown).map {
            stores.quote($0, to: person, limit: 60)
        }
    }

    /// What may be done at once, as messages: nobody knows what else was said meanwhile, so they have no numbers.
    private func add(_ choices: [Phrase], of warning: Warning, to reply: inout Reply) throws {
        guard !choices.isEmpty else { return }
        let labels = try choices.map {
            try texts.words($0.with(["name": .text(warning.name)]))
        }
        reply.blocks.append(
            .choices(
                prompt: try texts.words(Phrase.noticeChoices.with()),
                labels.map { Reply.Choice(number: Reply.Choice.unnumbered, label: $0, text: $0) }))
    }

    private func choices(of warning: Warning, for person: Person, at now: Timestamp) -> [Phrase] {
        guard WarningScope(of: person, in: directory).acts(on: warning) else {
            return warning.state.isActive && !warning.subject.isTechnical ? [.detailsOffer] : []
        }
        return WarningOffers.all(warning, offersDetails: true, at: now).map(\.words)
    }

    /// - Parameter tellings: how many of the turns that the notice counts are voices of a danger and no reopenings.
    static func flags(_ notice: Notice, tellings: Int = 0) -> TextValue {
        let kind =
            switch notice {
            case .opened: "opened"
            case .escalated: "escalated"
            case .reminded: "reminded"
            case .worse(_, let reopenings): reopenings > tellings ? "reopened" : "worse"
            case .spread: "spread"
            case .assigned: "assigned"
            case .covering: "covering"
            case .subscribed: "subscribed"
            case .guided: "guided"
            case .ended: "ended"
            }
        return .flags(notices.map { ($0, $0 == kind) })
    }

    static let notices = [
        "opened", "escalated", "reminded", "worse", "reopened", "spread", "assigned", "covering",
        "subscribed", "guided", "ended",
    ]
}
