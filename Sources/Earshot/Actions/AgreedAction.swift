/// What was agreed when figures were looked at together: who does what until when, and what became of it.
public struct AgreedAction: Sendable, Hashable {
    /// People write it with an R before it: R3. Never given twice.
    public let number: Int64
    /// Counts its changes, so that who decides on an old one notices.
    public package(set) var version = 0
    /// Who does it, by the directory's identifier.
    public package(set) var owner: String
    /// Who recorded it, by the directory's identifier.
    public let recorder: String
    /// Whether whoever recorded it was of headquarters then: it is not a manager's to call off.
    public let isOfHeadquarters: Bool
    public package(set) var place: Territory
    /// As it was written, personal data masked.
    public let words: String
    public package(set) var due: Day
    public let recordedAt: Timestamp
    public package(set) var state = State.open
    public package(set) var end: End?
    /// What whoever does it is still to be told of it.
    public package(set) var news: News?
    /// What whoever recorded it is still to be told of it; nothing where that is who does it.
    public package(set) var recorderNews: News?
    /// When whoever does it was reminded that its day has passed.
    public package(set) var remindedAt: Timestamp?

    /// The numbers are stored.
    public enum State: Int, Sendable, Hashable, CaseIterable {
        case open = 0
        case done = 1
        case cancelled = 2
    }

    /// Who ended it, when, and in which words.
    public struct End: Sendable, Hashable {
        public var by: String
        public var at: Timestamp
        public var remark: String?

        public init(by: String, at: Timestamp, remark: String?) {
            (self.by, self.at, self.remark) = (by, at, remark)
        }
    }

    /// What happened to it. The names are stored.
    public enum News: String, Sendable, Hashable, CaseIterable {
        case recorded, moved, passed, done, cancelled, reopened
    }

    package init(
        number: Int64, owner: String, recorder: String, isOfHeadquarters: Bool = false, place: Territory,
        words: String, due: Day, recordedAt: Timestamp
    ) {
        (self.number, self.owner, self.recorder, self.place) = (number, owner, recorder, place)
        self.isOfHeadquarters = isOfHeadquarters
        (self.words, self.due, self.recordedAt) = (words, due, recordedAt)
        news = owner == recorder ? nil : .recorded
    }

    /// R3.
    public var name: String { "R\(number)" }

    /// Whether it should have been done by now.
    public func isOverdue(on today: Day) -> Bool { state == .open && due < today }

    /// Who is still to be told something of it.
    public var told: [String] { (news == nil ? [] : [owner]) + (recorderNews == nil ? [] : [recorder]) }

    /// What a person is still to be told of it.
    func news(for person: String) -> News? {
        person == owner ? news : person == recorder ? recorderNews : nil
    }
}

/// What somebody does about an action.
enum ActionStep: Sendable, Hashable {
    /// Somebody else does it from now on, until its day or another one.
    case pass(to: String, place: Territory, due: Day?)
    case finish(remark: String?)
    case cancel(remark: String?)
    case move(to: Day)
    /// What was ended by mistake goes on.
    case reopen

    var news: AgreedAction.News {
        switch self {
        case .pass: .passed
        case .finish: .done
        case .cancel: .cancelled
        case .move: .moved
        case .reopen: .reopened
        }
    }
}

/// Why a step is not taken.
enum ActionStepRefusal: Error, Hashable {
    case ended(AgreedAction.State)
    case open
    case sameDay
    case sameOwner
}

extension AgreedAction {
    /// Takes a step: an open one ends or gets another day, an ended one stays as it is or is opened again.
    mutating func apply(
        _ step: ActionStep, by person: String, at now: Timestamp
    ) throws(ActionStepRefusal) {
        guard step != .reopen else { return try reopen(by: person) }
        guard state == .open else { throw .ended(state) }
        // Whoever does it has not heard of it yet.
        let untold = news.flatMap { $0 == .recorded || $0 == .passed ? $0 : nil }
        if case .pass(let next, let place, let day) = step {
            guard owner != next else { throw .sameOwner }
            (owner, self.place, due, remindedAt) = (next, place, day ?? due, nil)
        }
        // Whoever does it and whoever recorded it learn of what another did.
        let (ownerNews, ownNews) = (owner == person ? nil : step.news, recorder == person ? nil : step.news)
        recorderNews = owner == recorder ? nil : ownNews
        switch step {
        case .pass: news = ownerNews
        case .finish(let remark):
            state = .done
            end = End(by: person, at: now, remark: remark)
            news = untold == nil ? ownerNews : nil
        case .cancel(let remark):
            state = .cancelled
            end = End(by: person, at: now, remark: remark)
            // Of what nobody has heard nobody hears that it is off.
            news = untold == nil ? ownerNews : nil
        case .move(let day):
            guard day != due else { throw .sameDay }
            due = day
            remindedAt = nil
            // Who is told of it now learns the new day with it.
            news = owner == person ? nil : untold ?? ownerNews
        case .reopen: break
        }
        version += 1
    }

    private mutating func reopen(by person: String) throws(ActionStepRefusal) {
        guard state != .open else { throw .open }
        // Until when it is due, and what it is, is said with it: nothing that was untold is lost.
        recorderNews = owner == recorder || recorder == person ? nil : .reopened
        news = owner == person ? nil : .reopened
        (state, end, remindedAt) = (.open, nil, nil)
        version += 1
    }
}
