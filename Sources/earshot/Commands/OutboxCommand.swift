import Earshot
import FoundationEssentials
import Store

/// `earshot outbox`: what waits to be delivered, and the dead letters.
struct OutboxCommand: Command {
    static let name = "outbox"
    static let summary =
        "lists and shows what waits to be delivered and the dead letters, tries again, drops, recalls, sends to a group"
    static let usage = """
        usage: earshot outbox list [--state STATE] [--channel CHANNEL] [--limit N] [--config FILE]
               earshot outbox show NUMBER [--config FILE]
               earshot outbox retry NUMBER... | --dead [--channel CHANNEL] [--config FILE]
               earshot outbox drop NUMBER... [--config FILE]
               earshot outbox recall NUMBER [--config FILE]
               earshot outbox send TO [TEXT] [--picture FILE] [--config FILE]

        list shows the newest deliveries (100, or N) that are not sent: number, state, tries, channel, recipient, key,
        next try, what the platform said, and whether it may have arrived all the same. STATE is waiting, sending,
        retrying, sent, dead, expired, cancelled or all. show prints all about one delivery, and its text. retry has
        deliveries tried again at once and for a day: those of the numbers, or all dead ones. drop takes deliveries
        back that are not under way. recall has the platform take a message back that was sent through an application
        of WeCom or Feishu or a robot of DingTalk with sending, which they do for a day. send puts a text (one
        argument, at most 1000 characters, and no more than the platform shows), a picture (PNG or JPEG) or both in
        line; the service sends them, in a group the text first. TO is the name of a robot of groupRobots, or a channel with
        sending and a person in it: wecom/dealers:wangfang. All work while the service runs.
        """
    static let options: [Option] = [
        .value("--state"), .value("--channel"), .value("--limit"), .value("--picture"), .flag("--dead"),
    ]

    private enum Action {
        case list(Set<DeliveryState>, limit: Int)
        case show(Int64)
        case retry([Int64])
        case retryDead
        case drop([Int64])
        case recall(Int64)
        case send(DeliveryByHand)
    }

    private let configPath: String
    private let channel: String?
    private let action: Action

    static let usualLimit = 100

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        channel = arguments.value("--channel")
        let rest = Array(arguments.operands.dropFirst())
        try OutboxCommand.refuse(arguments)
        switch arguments.operands.first {
        case "list":
            guard rest.isEmpty else { throw UsageError("unexpected argument \(rest[0])") }
            let limit = try arguments.integer("--limit", in: 1...100_000)
            action = .list(
                try OutboxCommand.states(arguments.value("--state")), limit: limit ?? OutboxCommand.usualLimit
            )
        case "show": action = .show(try OutboxCommand.number(rest, of: "show"))
        case "recall": action = .recall(try OutboxCommand.number(rest, of: "recall"))
        case "retry" where arguments.has("--dead"):
            guard rest.isEmpty else { throw UsageError("numbers or --dead, not both") }
            action = .retryDead
        case "retry": action = .retry(try OutboxCommand.numbers(rest))
        case "drop": action = .drop(try OutboxCommand.numbers(rest))
        case "send": action = .send(try DeliveryByHand(rest, picture: arguments.value("--picture")))
        default: throw UsageError("list, show, retry, drop, recall or send?")
        }
    }

    /// Options that another action takes would be passed over in silence.
    private static func refuse(_ arguments: Arguments) throws(UsageError) {
        let action = arguments.operands.first ?? ""
        let known: [String: [String]] = [
            "list": ["--state", "--channel", "--limit"],
            "send": ["--picture"],
            "retry": arguments.has("--dead") ? ["--dead", "--channel"] : [],
        ]
        let given = ["--state", "--channel", "--limit", "--picture"].filter { arguments.value($0) != nil }
        for option in given + (arguments.has("--dead") ? ["--dead"] : [])
        where !(known[action] ?? []).contains(option) {
            throw UsageError("\(option) does not go with \(action)")
        }
    }

    private static func states(_ word: String?) throws(UsageError) -> Set<DeliveryState> {
        guard let word else { return Set(DeliveryState.allCases).subtracting([.sent, .cancelled]) }
        if word == "all" { return Set(DeliveryState.allCases) }
        guard let state = DeliveryState.allCases.first(where: { "\($0)" == word }) else {
            let known = DeliveryState.allCases.map { "\($0)" }.joined(separator: ", ")
            throw UsageError("there is no state \(word); there are \(known) and all")
        }
        return [state]
    }

    private static func numbers(_ words: [String]) throws(UsageError) -> [Int64] {
        guard !words.isEmpty else { throw UsageError("which? earshot outbox list shows the numbers") }
        var numbers: [Int64] = []
        for word in words {
            guard let number = Int64(word) else { throw UsageError("\(word) is no number of a delivery") }
            numbers.append(number)
        }
        return numbers
    }

    private static func number(_ words: [String], of action: String) throws(UsageError) -> Int64 {
        let numbers = try numbers(words)
        guard numbers.count == 1 else { throw UsageError("\(action) takes one number") }
        return numbers[0]
    }

    func run() async throws {
        var needsSecrets = false
        if case .recall = action { needsSecrets = true }
        let installation = try Installation.read(configPath, needsSecrets: needsSecrets)
        let stores = try Stores(folder: installation.dataFolder)
        let now = SystemClock().now
        switch action {
        case .list(let states, let limit):
            try await list(states, limit, stores.bot, installation.calendar)
        case .show(let number):
            guard let delivery = try await stores.bot.delivery(number) else {
                throw Failure("\(number): \(OutboxCommand.obstacle(nil))")
            }
            try await stores.bot.record("delivery.seen", of: String(number), by: "operator", at: now)
            Terminal.print(DeliverySheet.text(of: delivery, calendar: installation.calendar))
        case .retry(let numbers):
            let done = try await stores.bot.retry(numbers, until: now + Delivery.patienceByHand, at: now)
            try await record("outbox.retry", done, stores.bot, at: now)
            try await tell(done, of: numbers, "tried again", stores.bot)
        case .retryDead:
            let done = try await retryDead(stores.bot, at: now)
            try await stores.bot.record("outbox.retry", of: "\(done) dead", by: "operator", at: now)
            Terminal.say("\(done) dead deliveries are tried again")
        case .drop(let numbers):
            let done = try await stores.bot.cancel(numbers, at: now)
            try await record("outbox.drop", done, stores.bot, at: now)
            try await tell(done, of: numbers, "taken back", stores.bot)
        case .recall(let number):
            try await DeliveryRecall(installation.site, stores.bot).run(number, at: now)
        case .send(let delivery):
            try await delivery.run(installation, stores.bot, at: now)
        }
        await stores.close()
    }

    private func record(
        _ action: String, _ numbers: [Int64], _ desk: some AuditDesk, at now: Timestamp
    ) async throws {
        for number in numbers {
            try await desk.record(action, of: String(number), by: "operator", at: now)
        }
    }

    /// Has all dead deliveries tried again, not so many at once that the service would wait for it.
    private func retryDead(_ desk: any OutboxDesk, at now: Timestamp) async throws -> Int {
        var rest = try await desk.numbers(in: .dead, on: channel)[...]
        var done = 0
        while !rest.isEmpty {
            let portion = Array(rest.prefix(500))
            rest = rest.dropFirst(portion.count)
            // What travelled in one message goes together, also where it stands in a later portion.
            let retried = Set(try await desk.retry(portion, until: now + Delivery.patienceByHand, at: now))
            rest.removeAll { retried.contains($0) }
            done += retried.count
        }
        return done
    }

    private func list(
        _ states: Set<DeliveryState>, _ limit: Int, _ desk: any OutboxDesk, _ calendar: LocalCalendar
    ) async throws {
        for delivery in try await desk.deliveries(in: states, on: channel, limit: limit) {
            let progress = delivery.progress
            let next = progress.state.isOpen ? calendar.text(of: progress.due) : ""
            Terminal.print(
                [
                    String(delivery.number), "\(progress.state)", String(progress.tries), delivery.channel,
                    Terminal.field(delivery.recipient), Terminal.field(delivery.key), next,
                    Terminal.field(progress.note ?? ""),
                    progress.mayHaveArrived && progress.state != .sent ? "may have arrived" : "",
                ].joined(separator: "\t"))
        }
        let counts = try await desk.deliveryCounts().filter { channel == nil || $0.channel == channel }
        let sums = DeliveryState.allCases.map { state in
            "\(counts.filter { $0.state == state }.reduce(0) { $0 + $1.count }) \(state)"
        }
        Terminal.say(sums.joined(separator: ", "))
    }

    /// Says which of the numbers were changed and, of each other one, why not.
    private func tell(
        _ done: [Int64], of asked: [Int64], _ what: String, _ desk: any OutboxDesk
    ) async throws {
        if !done.isEmpty { Terminal.say("\(done.map(String.init).joined(separator: ", ")): \(what)") }
        let left = asked.filter { !done.contains($0) }
        guard !left.isEmpty else { return }
        let states = try await desk.states(of: left)
        var shown: Set<Int64> = []
        for number in left {
            guard let key = try await desk.delivery(number)?.summary.key else { continue }
            if AttachmentsShown.isShown(by: key) { shown.insert(number) }
        }
        throw Failure(
            left.map { "\($0): \(OutboxCommand.obstacle(states[$0], isShown: shown.contains($0)))" }
                .joined(separator: "; "))
    }

    /// Why an operator cannot change a delivery in a state; nothing stands for a number that was not found.
    ///
    /// - Parameter isShown: whether it shows what came with a suggestion.
    static func obstacle(_ state: DeliveryState?, isShown: Bool = false) -> String {
        switch state {
        case .sent: "is sent"
        case .cancelled: "was taken back"
        case .sending: "is under way"
        case nil: "there is no such delivery"
        case .waiting where isShown, .retrying where isShown, .dead where isShown, .expired where isShown:
            "shows what came with a suggestion, and is not tried again: whoever wants it asks again"
        case .waiting, .retrying, .dead, .expired: "has changed meanwhile; try again"
        }
    }
}
