import Earshot
import Store
import Texts

/// Keeps voices, and who wrote them, for no longer than the settings say.
struct VoiceKeeping {
    let stores: Stores
    let rules: RetentionRules
    let calendar: LocalCalendar
    /// The one in force.
    let comprehension: @Sendable () throws -> Comprehension
    /// What stands in an author's place, and which names are words of their own; asked for where something is due.
    let authors: @Sendable () throws -> Authors

    struct Authors: Sendable {
        var word: String
        var isWord: @Sendable (String) -> Bool
    }

    /// What was done.
    struct Done: Sendable {
        var voices = ExpiredVoices()
        var authors = ForgottenVoices()
    }

    init(
        _ installation: Installation, _ stores: Stores,
        comprehension: @escaping @Sendable () throws -> Comprehension
    ) {
        self.stores = stores
        self.comprehension = comprehension
        rules = installation.site.settings.retention.rules
        calendar = installation.calendar
        authors = {
            let words = try installation.evidenceWords()
            return Authors(
                word: try installation.texts().words(.phrase(.formerCustomer, [:])), isWord: words.isKnown)
        }
    }

    func amounts(at now: Timestamp) async throws -> [RetainedKind: RetainedAmount] {
        [
            .voices: try await stores.voices.retained(before: horizon(of: .voices, at: now)),
            .authors: try await stores.voices.authored(before: horizon(of: .authors, at: now)),
        ]
    }

    /// Removes what is due. What was done stands in the audit trail, also where the rest of it could not be.
    func run(at now: Timestamp, by actor: String) async throws -> Done {
        var done = Done()
        if let horizon = horizon(of: .voices, at: now),
            try await stores.voices.isDue(before: horizon, onlyWithAuthors: false)
        {
            let comprehension = try comprehension()
            let fault = await failure {
                try await stores.voices.expire(
                    before: horizon, calendar: calendar, into: &done.voices,
                    reading: { comprehension.understand(again: $0) })
            }
            try await note(
                done.voices.removed, AuditAction.expiredVoices, before: horizon, by: actor, at: now)
            if let fault { throw fault }
        }
        if let horizon = horizon(of: .authors, at: now),
            try await stores.voices.isDue(before: horizon, onlyWithAuthors: true)
        {
            let authors = try authors()
            let fault = await failure {
                try await stores.voices.minimise(
                    before: horizon, as: authors.word, into: &done.authors, leaving: authors.isWord)
            }
            try await note(
                done.authors.voices, AuditAction.expiredAuthors, before: horizon, by: actor, at: now)
            if let fault { throw fault }
        }
        return done
    }

    private func failure(of work: () async throws -> Void) async -> (any Error)? {
        do {
            try await work()
            return nil
        } catch {
            return error
        }
    }

    private func horizon(of kind: RetainedKind, at now: Timestamp) -> Timestamp? {
        rules.horizon(ofPublished: kind, at: now, calendar)
    }

    /// Also by a task that was cancelled.
    private func note(
        _ count: Int, _ action: String, before horizon: Timestamp, by actor: String, at now: Timestamp
    ) async throws {
        guard count > 0 else { return }
        let object = "\(count) voices before \(calendar.day(of: horizon))"
        try await Task { [stores] in
            try await stores.bot.record(action, of: object, by: actor, at: now)
        }.value
    }
}
