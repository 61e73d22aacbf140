public import Earshot
import SQLite

extension BotStore {
    public func invitation(_ code: InvitationCode) async throws -> Invitation? {
        let digest = digest(code.characters)
        return try database.readBlocking { connection in
            try connection.queryOne(
                """
                SELECT person, created_at, expires_at, redeemed_at, redeemed_by, revoked_at
                FROM invitation
                WHERE code_hash = ?
                """, digest
            ) { row in
                Invitation(
                    person: row.text(0), issued: Timestamp(milliseconds: row.int64(1)),
                    expires: Timestamp(milliseconds: row.int64(2)),
                    state: BotStore.state(
                        redeemed: row.optionalInt64(3), by: row.optionalText(4), revoked: row.optionalInt64(5)
                    ))
            }
        }
    }

    private static func state(redeemed: Int64?, by account: String?, revoked: Int64?) -> Invitation.State {
        if let redeemed { return .redeemed(account: account ?? "", at: Timestamp(milliseconds: redeemed)) }
        return revoked.map { .revoked(at: Timestamp(milliseconds: $0)) } ?? .open
    }

    public func attempts(of account: String, since moment: Timestamp) async throws -> BindingAttempts {
        try database.readBlocking { connection in
            BindingAttempts(
                wrong: try connection.query(
                    "SELECT at FROM wrong_code WHERE account = ? AND at > ?", account, moment.milliseconds
                ) { Timestamp(milliseconds: $0.int64(0)) })
        }
    }

    /// Keeps a new invitation, and takes back the open ones of the same person.
    ///
    /// - Parameter actor: who made it, for the audit trail.
    public func add(_ invitation: Invitation, code: InvitationCode, by actor: String) async throws {
        let digest = digest(code.characters)
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE invitation SET revoked_at = ?
                WHERE person = ? AND redeemed_at IS NULL AND revoked_at IS NULL
                """, invitation.issued.milliseconds, invitation.person)
            try connection.execute(
                "INSERT INTO invitation (code_hash, person, created_at, expires_at) VALUES (?, ?, ?, ?)",
                digest, invitation.person, invitation.issued.milliseconds, invitation.expires.milliseconds)
            try BotStore.audit(
                actor, "people.invite", invitation.person, at: invitation.issued, on: connection)
        }
    }

    /// The accounts that were bound with a code, by person.
    public func bindings() async throws -> [(account: String, person: String)] {
        try await database.read { connection in
            try connection.query("SELECT account, person FROM binding ORDER BY person, account") {
                (account: $0.text(0), person: $0.text(1))
            }
        }
    }

    /// Takes an account's binding away.
    ///
    /// - Returns: whether there was one.
    public func unbind(_ account: String, by actor: String, at moment: Timestamp) async throws -> Bool {
        let account = Account.canonical(account)
        return try await database.write { connection in
            try connection.execute("DELETE FROM binding WHERE account = ?", account)
            guard connection.changes > 0 else { return false }
            try BotStore.audit(actor, "people.unbind", account, at: moment, on: connection)
            return true
        }
    }

    /// Carries out what a turn changes beside the conversation.
    func apply(
        _ effect: Turn.Effect, of message: MessageKey, at moment: Timestamp, on connection: Connection
    ) throws {
        switch effect {
        case .bind(let account, let code, let person):
            try connection.execute(
                """
                UPDATE invitation SET redeemed_at = ?, redeemed_by = ?
                WHERE code_hash = ? AND redeemed_at IS NULL AND revoked_at IS NULL
                """, moment.milliseconds, account, digest(code.characters))
            guard connection.changes == 1 else { throw ConversationConflict() }
            try connection.execute(
                """
                INSERT INTO binding (account, person, bound_at)
                VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET person = excluded.person, bound_at = excluded.bound_at
                """, account, person, moment.milliseconds)
            try BotStore.audit(account, "people.bind", person, at: moment, on: connection)
        case .wrongCode(let account):
            try connection.execute(
                "INSERT INTO wrong_code (account, at) VALUES (?, ?)", account, moment.milliseconds)
        case .retryDeliveries(let numbers, let actor):
            let deadline = moment + Delivery.patienceByHand
            let retried = try BotStore.retry(numbers, until: deadline, at: moment, on: connection)
            guard Set(numbers).isSubset(of: retried) else { throw ConversationConflict() }
            for number in retried {
                try BotStore.audit(actor, "outbox.retry", String(number), at: moment, on: connection)
            }
        case .dropDeliveries(let numbers, let actor):
            let dropped = try BotStore.cancel(numbers, at: moment, on: connection)
            guard Set(numbers).isSubset(of: dropped) else { throw ConversationConflict() }
            for number in dropped {
                try BotStore.audit(actor, "outbox.drop", String(number), at: moment, on: connection)
            }
        case .keep(let attachment):
            try BotStore.keep(attachment, of: message, at: moment, on: connection)
        case .changeWarning(let change, let actor):
            try apply(change, by: actor, at: moment, on: connection)
        case .subscribe(let subscription):
            try BotStore.keep(subscription, at: moment, on: connection)
        case .unsubscribe(let subscriptions):
            for subscription in subscriptions {
                try BotStore.remove(subscription, at: moment, on: connection)
            }
        case .subscribeToReport(let subscription):
            try BotStore.keep(subscription, at: moment, on: connection)
        case .unsubscribeFromReports(let subscriptions):
            for subscription in subscriptions {
                try BotStore.remove(subscription, at: moment, on: connection)
            }
        case .pauseReports(let subscriptions):
            for subscription in subscriptions {
                try BotStore.pause(subscription, at: moment, on: connection)
            }
        case .keepQuiet(let hours, let person):
            try BotStore.keep(hours, of: person, at: moment, on: connection)
        case .issueReport(let issue):
            try BotStore.keep(issue, on: connection)
        case .fileSuggestion(let filing):
            try BotStore.file(filing, at: moment, on: connection)
        case .changeSuggestion(let change, let actor):
            try BotStore.apply(change, by: actor, at: moment, on: connection)
        case .changeKnowledge(let change):
            try BotStore.apply(change, on: connection)
        case .changeNote(let change):
            try BotStore.apply(change, at: moment, on: connection)
        case .brief(let person, let day):
            try BotStore.keepBriefing(of: person, on: day, on: connection)
        case .answerAsking(let person):
            try BotStore.answerAsking(of: person, at: moment, on: connection)
        case .giveKnowledge(let number, let version, let person):
            try BotStore.audit(
                person, "knowledge.answered", "#\(number)/\(version)", at: moment, on: connection)
        case .giveReleased(let warning, let sentAt, let person):
            try BotStore.audit(
                person, AuditAction.answeredWithLine, "A\(warning)/\(Notice.guided(sentAt))", at: moment,
                on: connection)
        case .countUnanswered(let text, let day):
            try BotStore.countUnanswered(text, on: day, on: connection)
        case .showWords(let shown):
            try BotStore.audit(
                shown.person, AuditAction.words, shown.object, at: moment, on: connection)
        case .changeHandOver(let change):
            try BotStore.apply(change, at: moment, on: connection)
        case .changeAction(let change):
            try BotStore.apply(change, at: moment, on: connection)
        case .rate(let feedback, let request):
            try BotStore.keep(feedback, of: request, at: moment, on: connection)
        case .showAttachments(let shown):
            try BotStore.apply(shown, at: moment, on: connection)
        }
    }
}
