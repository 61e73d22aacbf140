/// The rounds of hand-overs: reminds of those that nobody answers, tells those further up, and ends what nobody goes on with.
public struct HandOverRounds: Sendable {
    private let register: any HandOverRegister
    private let situation: @Sendable () -> Situation
    private let clock: any Clock
    /// Looked at in one round.
    private static let most = 200

    /// What the rounds go by; a reload makes another one.
    public struct Situation: Sendable {
        public var post: HandOverPost
        public var rules: HandOverRules
        /// Whom to turn to instead.
        public var contact: String?

        public init(post: HandOverPost, rules: HandOverRules, contact: String?) {
            (self.post, self.rules, self.contact) = (post, rules, contact)
        }
    }

    public init(
        register: any HandOverRegister, clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        (self.register, self.clock, self.situation) = (register, clock, situation)
    }

    /// Does what is due.
    ///
    /// - Returns: the deliveries that were enqueued.
    /// - Throws: the first fault; the others are looked at all the same.
    @discardableResult
    public func look() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        var told: [Delivery] = []
        var fault: (any Error)?
        for handOver in try await register.handOversDue(at: now, limit: HandOverRounds.most) {
            do {
                guard let change = try await change(handOver, situation, at: now) else { continue }
                try await register.keep(change, at: now)
                told += change.deliveries
            } catch is ConversationConflict {
                // Somebody has just written: the next round looks again.
                continue
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                fault = fault ?? error
            }
        }
        if let fault { throw fault }
        return told
    }

    private func change(
        _ kept: HandOver, _ situation: Situation, at now: Timestamp
    ) async throws -> HandOverChange? {
        let (rules, post) = (situation.rules, situation.post)
        // Whoever is not in charge any more holds none, so that others may take it.
        let handOver = try await post.checked(kept, on: rules.calendar.day(of: now))
        let (at, next) = rules.next(of: handOver, by: now)
        var changed = handOver
        guard at <= now else {
            // The settings have changed since it was last looked at.
            changed.due = at
            changed.version += 1
            return HandOverChange(changed, before: handOver.version, event: "deferred", by: nil)
        }
        let day = rules.calendar.day(of: now)
        let lines = try await register.lines(ofHandOver: handOver.number, limit: HandOverPost.shown)
        var deliveries: [Delivery] = []
        switch next {
        case .alarm(let alarm):
            let further = try await further(alarm, handOver, post, on: day)
            do throws(HandOver.Refusal) {
                try changed.apply(.alarm(alarm, further?.level ?? handOver.level), at: now, rules)
            } catch { return nil }
            let people =
                if let further { further.people } else { try await post.audience(of: handOver, on: day) }
            for person in people {
                deliveries.append(
                    try post.news(
                        further == nil ? .reminded : .escalated, of: changed, lines, to: person, at: now))
            }
        case .expire:
            do throws(HandOver.Refusal) { try changed.apply(.expire, at: now, rules) } catch { return nil }
            if let asker = try await post.reached(asker: handOver) {
                deliveries.append(
                    try post.news(
                        handOver.unansweredSince == nil ? .finished : .abandoned, of: changed, [], to: asker,
                        contact: situation.contact, at: now))
            }
            for person in try await post.audience(of: handOver, on: day) {
                let unsent = try await register.unsentLines(of: handOver, to: person.person.id)
                deliveries.append(
                    try post.news(
                        handOver.answers > 0 && handOver.unansweredSince == nil ? .over : .idle, of: changed,
                        unsent, to: person, at: now))
            }
        }
        return HandOverChange(
            changed, before: handOver.version, event: changed.state == .expired ? "expired" : "alarmed",
            by: nil, deliveries: deliveries)
    }

    /// Those further up who are told now; nothing where those who know are reminded.
    private func further(
        _ alarm: HandOver.Alarm, _ handOver: HandOver, _ post: HandOverPost, on day: Day
    ) async throws -> (level: ChainOfCommand.Level, people: [HandOverPost.Addressee])? {
        guard alarm > .reminded else { return nil }
        let least: ChainOfCommand.Level = alarm == .atTheTop ? .headquarters : .heads
        guard handOver.level < least else { return nil }
        return try await post.audience(ofCity: handOver.city, from: least, on: day)
    }
}
