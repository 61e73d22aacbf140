/// One delivery's way from the queue to its end: a state machine without input or output.
public struct DeliveryProgress: Sendable, Hashable {
    public private(set) var state: DeliveryState
    /// Tries that the platform answered, or that may have arrived.
    public private(set) var tries: Int
    /// When it is to be tried; of meaning while the state is open.
    public private(set) var due: Timestamp
    /// When the first of the tries was begun that may have arrived; nothing where none may. Until so long after it as the
    /// platform recognises a repeat, it cannot be read twice.
    public private(set) var perhapsArrivedAt: Timestamp?
    /// When the try that is under way was begun.
    private var begunAt: Timestamp?
    /// By how much its own pauses are longer than the schedule's, from 0 to below 1: what failed together is not tried
    /// again together.
    private let scatter: Double
    public private(set) var deadline: Timestamp
    /// Why it stands where it stands, for the operator.
    public private(set) var note: String?
    /// The platform's name for the message it became; nothing where it gave none.
    public private(set) var receipt: String?
    /// The chat it was sent into, where the platform said so.
    public private(set) var receiptChat: String?

    public init(
        state: DeliveryState = .waiting, tries: Int = 0, due: Timestamp, begunAt: Timestamp? = nil,
        perhapsArrivedAt: Timestamp? = nil, scatter: Double = 0, deadline: Timestamp, note: String? = nil,
        receipt: String? = nil, receiptChat: String? = nil
    ) {
        self.state = state
        self.tries = tries
        self.due = due
        self.begunAt = begunAt
        self.scatter = scatter
        self.perhapsArrivedAt = perhapsArrivedAt
        self.deadline = deadline
        self.note = note
        self.receipt = receipt
        self.receiptChat = receiptChat
    }

    /// Whether an earlier try may have arrived, so that whoever has it tried again may have it read twice.
    public var mayHaveArrived: Bool { perhapsArrivedAt != nil }

    /// What can happen to a delivery.
    public enum Event: Sendable, Hashable {
        /// It is handed to the platform now, perhaps with others that may be sent until then.
        case begun(until: Timestamp)
        case ended(SendOutcome)
        /// The program ended while it was being sent.
        case interrupted
        /// This edition of the program cannot read what it says.
        case unreadable
        /// An operator takes it back.
        case cancelled
        /// What it shows is not to be shown any more.
        case withdrawn(String)
        /// The platform took its message back, as an operator wanted.
        case recalled
        /// An operator wants it tried again at once, until a new deadline.
        case retriedByHand(until: Timestamp)
    }

    /// Whether something can happen to it as it stands.
    public func takes(_ event: Event) -> Bool {
        var copy = self
        return copy.apply(event, at: due)
    }

    /// Takes in what happened.
    ///
    /// - Returns: whether that can happen in this state; nothing is changed where it cannot.
    public mutating func apply(_ event: Event, at now: Timestamp) -> Bool {
        switch (state, event) {
        case (.waiting, .begun(let until)), (.retrying, .begun(let until)):
            deadline = max(deadline, until)
            guard now < deadline else {
                state = .expired
                return true
            }
            state = .sending
            begunAt = now
            tries += 1
        case (.waiting, .unreadable), (.retrying, .unreadable):
            end("this edition of the program cannot read it")
        case (.sending, .ended(let outcome)):
            settle(outcome, at: now)
        case (.sending, .interrupted):
            perhapsArrivedAt = perhapsArrivedAt ?? begunAt ?? now
            // It keeps its place before all that was due later: the platform recognises a repeat for a while only.
            let place = min(due, now)
            retry(after: .zero, "the program ended while it was being sent", at: now)
            due = place
        case (.waiting, .cancelled), (.retrying, .cancelled), (.dead, .cancelled), (.expired, .cancelled):
            state = .cancelled
        case (.waiting, .withdrawn(let reason)), (.retrying, .withdrawn(let reason)):
            withdraw(reason)
        case (.sent, .recalled):
            state = .cancelled
        case (.dead, .retriedByHand(let until)), (.expired, .retriedByHand(let until)),
            (.waiting, .retriedByHand(let until)), (.retrying, .retriedByHand(let until)):
            state = .retrying
            tries = 0
            due = now
            deadline = max(deadline, until)
        default:
            return false
        }
        return true
    }

    private mutating func withdraw(_ reason: String) {
        state = .cancelled
        note = reason
    }

    private mutating func settle(_ outcome: SendOutcome, at now: Timestamp) {
        if let reason = outcome.withdrawal { return withdraw(reason) }
        switch outcome {
        case .sent(let receipt):
            // A delivery has one recipient, so whoever was not reached is that one.
            guard let unreached = receipt.unreached.first else {
                state = .sent
                note = nil
                self.receipt = receipt.identifier
                receiptChat = receipt.chat
                return
            }
            switch unreached.reason {
            case .tooFast:
                retry(
                    after: RetrySchedule.pause(afterTry: tries, scatter: scatter), "too fast for this person",
                    at: now)
            case .gone, .unlicensed:
                end("the platform did not reach this person: \(unreached.reason.rawValue)")
            }
        case .retry(let wait, let remark):
            retry(
                after: max(wait ?? .zero, RetrySchedule.pause(afterTry: tries, scatter: scatter)),
                "\(remark)", at: now)
        case .recipientGone(let remark), .refused(let remark):
            end("\(remark)")
        case .tooFast(let wait, let remark): waitForChannel(wait, remark, at: now)
        case .tokenInvalid(let remark): waitForChannel(RetrySchedule.refusedToken, remark, at: now)
        case .channelStopped(let remark): waitForChannel(RetrySchedule.stoppedChannel, remark, at: now)
        case .unclear(_, let remark):
            // Also where the platform recognises a repeat: it does so for a while only.
            perhapsArrivedAt = perhapsArrivedAt ?? begunAt ?? now
            retry(after: RetrySchedule.pause(afterTry: tries, scatter: scatter), "\(remark)", at: now)
        }
    }

    /// Not the delivery's fault: it does not count as a try, and waits as the whole channel does. The deadline bounds it.
    private mutating func waitForChannel(_ pause: Duration, _ remark: PlatformRemark, at now: Timestamp) {
        tries -= 1
        retry(after: pause, "\(remark)", at: now)
    }

    private mutating func end(_ reason: String) {
        state = .dead
        note = reason
    }

    private mutating func retry(after pause: Duration, _ reason: String, at now: Timestamp) {
        note = reason
        begunAt = nil
        due = now + min(pause, RetrySchedule.longestPause)
        if tries >= RetrySchedule.mostTries {
            state = .dead
        } else if due >= deadline {
            state = .expired
        } else {
            state = .retrying
        }
    }
}

/// When a delivery is tried again.
public enum RetrySchedule {
    /// After so many tries it goes to the dead letters.
    public static let mostTries = 12
    /// Longer pauses that a platform asks for are not believed.
    static let longestPause = Duration.seconds(7 * 86_400)
    /// How long nothing is tried on a channel that somebody has to put right.
    public static let stoppedChannel = Duration.seconds(600)
    /// How long nothing is tried on a channel whose access token was refused, and so was a fresh one.
    public static let refusedToken = Duration.seconds(60)

    /// The pause after a try, counted from 1: 5 s, 15 s, 45 s, … at most an hour; five hours in all.
    ///
    /// - Parameter scatter: From 0 to below 1; it makes the pause longer by up to a quarter.
    public static func pause(afterTry number: Int, scatter: Double = 0) -> Duration {
        var seconds = 5
        for _ in 1..<max(1, min(number, 10)) { seconds = min(seconds * 3, 3600) }
        return .milliseconds(Int64(Double(seconds) * 1000 * (1 + scatter / 4)))
    }
}
