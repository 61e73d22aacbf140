public import Earshot
internal import Synchronization

/// What was said in the console, and who waits to hear more.
///
/// Kept in memory: enough to show a conversation again after a reload, not a record. Entries are numbered
/// over all people, so that one number says how far a page has read everything.
public final class ConsoleFeed: Sendable {
    /// How much a feed keeps.
    public struct Limits: Sendable {
        /// Entries of one person; the oldest go first.
        public var entries = 200
        /// People with a history; who was silent longest is forgotten first.
        public var people = 50
        /// Requests that wait at the same time.
        public var waiters = 64

        public init() {}
    }

    struct Numbered: Sendable {
        let sequence: Int
        let entry: ConsoleEntry
    }

    struct News: Sendable {
        let entries: [Numbered]
        /// The number of the last entry of anybody.
        let last: Int
        /// How many messages were pushed to each person.
        let pushes: [String: Int]
    }

    enum Wait: Sendable, Equatable {
        /// There is something new, or somebody ended the waiting.
        case over
        /// Too many wait already.
        case refused
    }

    private struct History {
        var entries: [Numbered] = []
        var pushes = 0
        var last: Int { entries.last?.sequence ?? 0 }
    }

    private struct Waiter {
        let person: String
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var sequence = 0
        var lastPush = 0
        var histories: [String: History] = [:]
        var waiters: [Int: Waiter] = [:]
        var nextWaiter = 0
        var isFinished = false
    }

    /// Differs from start to start: a page that knows numbers of another feed begins anew.
    let name: String
    private let limits: Limits
    private let clock: any Clock
    private let state = Mutex(State())

    /// - Parameter name: Letters and digits, different at every start.
    public init(name: String, clock: any Clock, limits: Limits = Limits()) {
        precondition(isConsoleKey(name), "the name of a feed is letters, digits and hyphens: \(name)")
        self.name = name
        self.clock = clock
        self.limits = limits
    }

    /// Shows a message of the bot's own accord. The same key again changes nothing.
    public func push(_ reply: Reply, to person: String, key: String) throws {
        add(try .pushed(reply, key: key, at: clock.now), for: person)
    }

    /// Notes what a person wrote, once however often it comes.
    func record(sent text: String, key: String, by person: String) throws -> Numbered {
        add(try .sent(text, key: key, at: clock.now), for: person)
    }

    /// Notes the answer to a message, once however often it is given.
    func record(reply: Reply, key: String, for person: String) throws -> Numbered {
        add(try .reply(reply, key: key, at: clock.now), for: person)
    }

    /// What there is for a person behind an entry's number.
    func news(for person: String, after sequence: Int) -> News {
        state.withLock { state in
            let entries = state.histories[person]?.entries ?? []
            let start = entries.firstIndex { $0.sequence > sequence } ?? entries.endIndex
            return News(
                entries: Array(entries[start...]), last: state.sequence,
                pushes: state.histories.mapValues(\.pushes))
        }
    }

    /// Waits until a person has an entry behind `sequence`, or anybody was pushed one, or the task is
    /// cancelled, or the feed is finished.
    func wait(for person: String, after sequence: Int) async -> Wait {
        let number = state.withLock { state -> Int? in
            guard state.waiters.count < limits.waiters else { return nil }
            state.nextWaiter += 1
            return state.nextWaiter
        }
        guard let number else { return .refused }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    let hasNews =
                        state.lastPush > sequence || (state.histories[person]?.last ?? 0) > sequence
                    // A cancellation before this line found no waiter to wake.
                    guard !hasNews, !state.isFinished, !Task.isCancelled else { return false }
                    state.waiters[number] = Waiter(person: person, continuation: continuation)
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.continuation.resume()
        }
        return .over
    }

    /// Ends all waiting, now and later. Call it before the server stops, which else waits for the waiters.
    public func finish() {
        let waiters = state.withLock { state in
            state.isFinished = true
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.continuation.resume() }
    }

    /// How many requests wait.
    var waiting: Int { state.withLock { $0.waiters.count } }

    @discardableResult
    private func add(_ entry: ConsoleEntry, for person: String) -> Numbered {
        let (numbered, awake) = state.withLock { state -> (Numbered, [Waiter]) in
            var history = state.histories[person] ?? History()
            let known = history.entries.last { $0.entry.kind == entry.kind && $0.entry.key == entry.key }
            if let known { return (known, []) }
            state.sequence += 1
            let numbered = Numbered(sequence: state.sequence, entry: entry)
            history.entries.append(numbered)
            if history.entries.count > limits.entries { history.entries.removeFirst() }
            if entry.kind == .pushed {
                history.pushes += 1
                state.lastPush = state.sequence
            }
            state.histories[person] = history
            forgetSilent(&state)
            let woken = state.waiters.filter { entry.kind == .pushed || $0.value.person == person }
            for number in woken.keys { state.waiters[number] = nil }
            return (numbered, Array(woken.values))
        }
        for waiter in awake { waiter.continuation.resume() }
        return numbered
    }

    private func forgetSilent(_ state: inout State) {
        guard state.histories.count > limits.people else { return }
        if let silent = state.histories.min(by: { $0.value.last < $1.value.last }) {
            state.histories[silent.key] = nil
        }
    }
}

/// Whether a text can stand in the console's JSON as it is: 1 to 64 letters, digits and hyphens.
func isConsoleKey(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
        && text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-")
        }
}
