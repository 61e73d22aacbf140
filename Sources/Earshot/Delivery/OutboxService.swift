/// Answers an administrator's questions about deliveries in the chat, and has them tried again or taken back there: what
/// `earshot outbox` does on the machine.
///
/// What a delivery says is not told: it may be of customers, whose voices an administrator does not see.
public struct OutboxService: AnsweringService {
    private let desk: any OutboxDesk
    private let calendar: LocalCalendar

    public let intents: Set<Intent> = [.outboxList, .outboxShow, .outboxRetry, .outboxDrop]
    /// Each of its proposals names a delivery, and is understood by its words.
    public let proposals: [Proposal] = []

    /// The deliveries of a list that are named one by one.
    private static let mostListed = 6
    /// The most that one message has tried again: the answer waits for them.
    static let mostRetried = 200
    /// What stands in a list: everything that is not over.
    private static let listed: Set<DeliveryState> = [.waiting, .sending, .retrying, .dead, .expired]

    public init(desk: any OutboxDesk, calendar: LocalCalendar = .shanghai) {
        self.desk = desk
        self.calendar = calendar
    }

    public func answer(_ question: Question) async throws -> Answer {
        guard question.person.role == .admin else { return Answer(.outboxRefused, isRefusal: true) }
        // Everybody would read who is written to.
        guard !question.isInGroup else { return Answer(.outboxInGroup, isRefusal: true) }
        switch question.request.intent {
        case .outboxShow: return try await show(question)
        case .outboxRetry: return try await retry(question)
        case .outboxDrop: return try await drop(question)
        default: return try await list()
        }
    }

    private func list() async throws -> Answer {
        let loads = try await desk.channelLoads().filter { $0.waiting + $0.dead + $0.expired > 0 }
        let newest = try await desk.deliveries(
            in: OutboxService.listed, on: nil, limit: OutboxService.mostListed)
        func sum(_ count: (ChannelLoad) -> Int) -> Int { loads.reduce(0) { $0 + count($1) } }
        let all = sum(\.waiting) + sum(\.dead) + sum(\.expired)
        let channels = loads.map { load -> TextValue in
            [
                "channel": .text(load.channel), "waiting": .positive(load.waiting),
                "dead": .positive(load.dead), "expired": .positive(load.expired),
                "since": .optional(load.oldest.map(calendar.text)),
            ]
        }
        return Answer(
            .outboxList,
            [
                "none": .flag(all == 0), "waiting": .positive(sum(\.waiting)),
                "dead": .positive(sum(\.dead)), "expired": .positive(sum(\.expired)),
                "channels": .list(channels), "deliveries": .list(newest.map { .object(fields($0)) }),
                "further": .positive(all - newest.count),
            ],
            offers: (sum(\.dead) > 0 ? [Proposal(Phrase.retryAllOffer.with(), .retryAll)] : [])
                + newest.prefix(2).map { offer(.showOffer, .outboxShow, $0.number) })
    }

    private func show(_ question: Question) async throws -> Answer {
        guard let number = question.number else { return .which(question.request.intent) }
        guard let delivery = try await desk.delivery(number) else { return .impossible(number, nil) }
        let summary = delivery.summary
        var values = fields(summary)
        let others = delivery.together.filter { $0 != number }.map(String.init)
        values["key"] = .text(summary.key)
        values["tries"] = .count(summary.progress.tries)
        values["enqueued"] = .text(calendar.text(of: summary.enqueuedAt))
        values["changed"] = .text(calendar.text(of: delivery.changedAt))
        values["deadline"] = .text(calendar.text(of: summary.progress.deadline))
        values["together"] = .optional(others.isEmpty ? nil : others.joined(separator: ", "))
        var offers: [Proposal] = []
        if try await canRetry(delivery) { offers.append(offer(.retryOffer, .outboxRetry, number)) }
        if summary.progress.takes(.cancelled) { offers.append(offer(.dropOffer, .outboxDrop, number)) }
        return Answer(.outboxShow, .object(values), offers: offers)
    }

    private func retry(_ question: Question) async throws -> Answer {
        guard question.request.slots.delivery != Slots.allDead else {
            return try await retryAll(by: question.person)
        }
        guard let number = question.number else { return .which(.outboxRetry) }
        guard let delivery = try await desk.delivery(number), try await canRetry(delivery) else {
            let state = try await desk.states(of: [number])[number]
            return .impossible(number, state, isShown: try await desk.delivery(number)?.isShown ?? false)
        }
        return .done(.retryDeliveries([number], by: question.person.id), number: number)
    }

    private func retryAll(by person: Person) async throws -> Answer {
        let dead = try await desk.numbers(in: .dead, on: nil)
        var chosen: [Int64] = []
        var shown = 0
        for number in dead where chosen.count < OutboxService.mostRetried {
            guard let delivery = try await desk.delivery(number) else { continue }
            if delivery.isShown { shown += 1 }
            if try await canRetry(delivery) { chosen.append(number) }
        }
        guard !chosen.isEmpty else { return .impossible(nil, nil) }
        return .done(
            .retryDeliveries(chosen, by: person.id), count: chosen.count,
            rest: dead.count - chosen.count - shown, shown: shown)
    }

    private func drop(_ question: Question) async throws -> Answer {
        guard let number = question.number else { return .which(.outboxDrop) }
        guard let delivery = try await desk.delivery(number), delivery.summary.progress.takes(.cancelled)
        else { return .impossible(number, try await desk.states(of: [number])[number]) }
        return .done(.dropDeliveries([number], by: question.person.id), number: number)
    }

    /// What was in one message goes together: none of it while another is under way.
    private func canRetry(_ delivery: DeliveryDetails) async throws -> Bool {
        let progress = delivery.summary.progress
        guard !delivery.isShown, progress.takes(.retriedByHand(until: progress.deadline)) else {
            return false
        }
        return try await !desk.states(of: delivery.together).values.contains(.sending)
    }

    private func offer(_ words: Phrase, _ intent: Intent, _ number: Int64) -> Proposal {
        Proposal(words.with(["number": .text(String(number))]), .about(intent, String(number)))
    }

    private func fields(_ delivery: DeliverySummary) -> [String: TextValue] {
        let progress = delivery.progress
        return [
            "number": .text(String(delivery.number)), "state": .state(progress.state),
            "channel": .text(delivery.channel), "recipient": .text(delivery.recipient),
            "next": .optional(progress.state.isOpen ? calendar.text(of: progress.due) : nil),
            "note": .optional(progress.note),
            "perhapsArrived": .flag(progress.mayHaveArrived && progress.state != .sent),
        ]
    }
}

extension DeliveryDetails {
    /// Whether it shows somebody what came with a suggestion, who asked for it then.
    fileprivate var isShown: Bool { AttachmentsShown.isShown(by: summary.key) }
}

extension Question {
    /// The number of the delivery that it names.
    fileprivate var number: Int64? { request.slots.delivery.flatMap { Int64($0) } }
}

extension Request {
    fileprivate static let retryAll = about(.outboxRetry, Slots.allDead)

    fileprivate static func about(_ intent: Intent, _ delivery: String) -> Request {
        var slots = Slots()
        slots.delivery = delivery
        return Request(intent, slots)
    }
}

extension TextValue {
    /// A number, or a flag that is off where there is nothing.
    fileprivate static func positive(_ number: Int) -> TextValue { number > 0 ? .count(number) : false }

    fileprivate static func state(_ state: DeliveryState?) -> TextValue {
        .object(
            Dictionary(uniqueKeysWithValues: DeliveryState.allCases.map { ("\($0)", .flag($0 == state)) }))
    }
}

extension Answer {
    fileprivate static func which(_ intent: Intent) -> Answer {
        Answer(
            .outboxWhich,
            [
                "retry": .flag(intent == .outboxRetry), "drop": .flag(intent == .outboxDrop),
                "show": .flag(intent == .outboxShow),
            ])
    }

    /// - Parameters:
    ///   - number: Nothing where all dead ones were meant.
    ///   - state: Why not; nothing where there is no such delivery.
    fileprivate static func impossible(
        _ number: Int64?, _ state: DeliveryState?, isShown: Bool = false
    ) -> Answer {
        // One that was sent or taken back is so, whatever it shows.
        let isShown = isShown && state != .sent && state != .cancelled
        return Answer(
            .outboxImpossible,
            [
                "number": .optional(number.map { String($0) }), "state": .state(isShown ? nil : state),
                "shown": .flag(isShown),
                "missing": .flag(number != nil && state == nil), "noneDead": .flag(number == nil),
            ])
    }

    fileprivate static func done(
        _ effect: Turn.Effect, number: Int64? = nil, count: Int = 0, rest: Int = 0, shown: Int = 0
    ) -> Answer {
        let isRetry = if case .retryDeliveries = effect { true } else { false }
        var answer = Answer(
            .outboxDone,
            [
                "retry": .flag(isRetry), "drop": .flag(!isRetry),
                "number": .optional(number.map { String($0) }), "count": .positive(count),
                "rest": .positive(rest), "shown": .positive(shown),
            ])
        answer.effects = [effect]
        return answer
    }
}
