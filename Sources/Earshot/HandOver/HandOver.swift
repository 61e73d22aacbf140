/// A dealer's matter that a person answers instead of the bot.
///
/// A pure machine: what happens is an event, and what comes of it is the next version or the reason why not. The way is
/// waiting → taken → closed, or expired from either; nothing leads on from an end.
public struct HandOver: Sendable, Hashable {
    public var number: Int64
    public var version = 1
    /// The person of the directory who asks.
    public var asker: String
    /// The asker's store, by the directory's identifier.
    public var store: String
    /// The short name of the store's city: those in charge of it answer.
    public var city: String
    public var state = State.waiting
    public var openedAt: Timestamp
    /// Who has taken it, and when that person turned to it last.
    public var holder: Holder?
    /// Since when the asker waits for a word; nothing where the last word is the holder's.
    public var unansweredSince: Timestamp?
    public var lastAt: Timestamp
    /// Who is told by now, as far as the chain of command goes.
    public var level: ChainOfCommand.Level
    /// What was done since the asker waits.
    public var alarm = Alarm.none
    public var alarmedAt: Timestamp?
    /// When it is to be looked at again.
    public var due: Timestamp
    /// How often it was answered.
    public var answers = 0
    public var end: End?
    /// When somebody proposed to headquarters to keep the answer.
    public var proposedAt: Timestamp?
    /// What was said before, the oldest first.
    public var before: [RecentTurn]

    /// The numbers are stored.
    public enum State: Int, Sendable, Hashable, CaseIterable {
        /// Nobody has taken it.
        case waiting = 0
        case taken = 1
        /// One of both has ended it.
        case closed = 2
        /// Nobody went on with it.
        case expired = 3

        public var isOpen: Bool { self == .waiting || self == .taken }
    }

    public struct Holder: Sendable, Hashable {
        public var person: String
        public var attendedAt: Timestamp

        public init(_ person: String, attendedAt: Timestamp) {
            (self.person, self.attendedAt) = (person, attendedAt)
        }
    }

    public struct End: Sendable, Hashable {
        /// Nothing where time ended it.
        public var by: String?
        public var at: Timestamp

        public init(by: String?, at: Timestamp) { (self.by, self.at) = (by, at) }
    }

    /// What is done about one that is not answered, in its order. The numbers are stored.
    public enum Alarm: Int, Sendable, Hashable, Comparable, CaseIterable {
        case none = 0
        /// Those who were told are reminded.
        case reminded = 1
        /// The next of the chain of command are told.
        case escalated = 2
        /// All of it are told.
        case atTheTop = 3

        public static func < (left: Alarm, right: Alarm) -> Bool { left.rawValue < right.rawValue }
    }

    public enum Event: Sendable, Hashable {
        case take(by: String)
        case ask
        /// The asker says something that wants no answer, as 谢谢.
        case acknowledge
        case answer(by: String)
        case finish(by: String)
        case propose
        case alarm(Alarm, ChainOfCommand.Level)
        case expire
    }

    /// Why something is not done.
    public enum Refusal: Error, Sendable, Hashable {
        case ended(State)
        /// Somebody else has taken it, and answers in time.
        case taken(by: String)
        /// There is no answer to keep, or it was proposed before.
        case nothingToKeep
        case notEnded
    }

    public var name: String { "H\(number)" }

    public init(
        number: Int64, asker: Person, of store: Dealer, level: ChainOfCommand.Level, before: [RecentTurn],
        at now: Timestamp, _ rules: HandOverRules
    ) {
        self.init(
            number: number, asker: asker.id, store: store.id, city: store.city.name, level: level,
            openedAt: now, before: before)
        unansweredSince = now
        due = rules.next(of: self).at
    }

    /// As it is kept.
    public init(
        number: Int64, asker: String, store: String, city: String, level: ChainOfCommand.Level,
        openedAt: Timestamp, before: [RecentTurn]
    ) {
        (self.number, self.asker, self.store, self.city) = (number, asker, store, city)
        (self.level, self.openedAt, self.before) = (level, openedAt, before)
        (lastAt, due) = (openedAt, openedAt)
    }

    /// Whether somebody else than the holder may take it: nobody holds it, or the holder lets the asker wait.
    public func isFree(for person: String) -> Bool {
        guard let holder, holder.person != person else { return true }
        return alarm >= .escalated
    }

    /// - Throws: why it is not done; nothing has changed then.
    public mutating func apply(
        _ event: Event, at now: Timestamp, _ rules: HandOverRules
    ) throws(Refusal) {
        if event == .propose {
            guard !state.isOpen else { throw .notEnded }
            guard answers > 0, proposedAt == nil else { throw .nothingToKeep }
            proposedAt = now
            version += 1
            return
        }
        guard state.isOpen else { throw .ended(state) }
        switch event {
        case .take(let person):
            try hold(by: person, at: now)
        case .ask:
            unansweredSince = unansweredSince ?? now
            lastAt = now
        case .acknowledge: lastAt = now
        case .answer(let person):
            try hold(by: person, at: now)
            (unansweredSince, alarm, alarmedAt) = (nil, .none, nil)
            // Whoever waits again waits for those in charge first.
            level = .managers
            lastAt = now
            answers += 1
        case .finish(let person):
            state = .closed
            end = End(by: person, at: now)
        case .alarm(let alarm, let level):
            self.alarm = alarm
            self.level = max(level, self.level)
            alarmedAt = now
        case .expire:
            state = .expired
            end = End(by: nil, at: now)
        case .propose: break
        }
        version += 1
        due = rules.next(of: self).at
    }

    private mutating func hold(by person: String, at now: Timestamp) throws(Refusal) {
        if let holder, !isFree(for: person) { throw .taken(by: holder.person) }
        if holder?.person != person, alarm >= .escalated {
            // Who takes what others let wait is given as much time as they had, and keeps it as long.
            (unansweredSince, alarm, alarmedAt, level) = (now, .none, nil, .managers)
        }
        holder = Holder(person, attendedAt: now)
        state = .taken
    }
}

/// What somebody wrote in a hand-over.
public struct HandOverLine: Sendable, Hashable {
    /// The person of the directory.
    public var author: String
    /// Masked.
    public var text: String
    public var at: Timestamp

    public init(_ author: String, _ text: String, at: Timestamp) {
        (self.author, self.text, self.at) = (author, text, at)
    }
}

/// A message to the bot and how it was answered, as far as a person who is asked instead must know it.
public struct RecentTurn: Sendable, Hashable {
    /// Masked and cut.
    public var asked: String
    /// The beginning of the answer.
    public var answered: String

    /// How many are remembered.
    static let most = 3
    private static let longest = (asked: 120, answered: 40)

    public init(asked: String, answered: String) {
        (self.asked, self.answered) = (asked, answered)
    }

    /// The turn that a text and its answer make.
    init(_ text: String, _ reply: Reply) {
        func line(_ text: String, _ limit: Int) -> String {
            let words = PersonalData.masked(text).split(whereSeparator: \.isNewline).joined(separator: " ")
            return words.count > limit ? words.prefix(limit) + "…" : words
        }
        let first = reply.blocks.lazy.compactMap { block in
            switch block {
            case .title(let text), .text(let text): text
            default: nil
            }
        }.first
        self.init(
            asked: line(text, RecentTurn.longest.asked),
            answered: line(first ?? "", RecentTurn.longest.answered))
    }
}
