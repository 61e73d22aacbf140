public import Earshot
import SQLite

extension BotStore: ConversationRegister {
    public func recall(
        _ message: MessageKey, in conversation: ConversationKey
    ) async throws -> Recollection {
        try database.readBlocking { connection in
            var known = Recollection()
            known.reply = try BotStore.reply(to: message, on: connection)
            known.state = try connection.queryOne(
                "SELECT state FROM conversation WHERE account = ? AND chat = ?", conversation.account,
                conversation.chat
            ) { $0.text(0) }
            // What another edition of the program wrote may not be readable: then the talk begins anew.
            .flatMap { try? DialogueState(record: $0) }
            known.boundPerson = try connection.queryOne(
                "SELECT person FROM binding WHERE account = ?", conversation.account
            ) { $0.text(0) }
            return known
        }
    }

    public func reply(to message: MessageKey) async throws -> Reply? {
        try database.readBlocking { try BotStore.reply(to: message, on: $0) }
    }

    public func commit(_ turn: Turn) async throws -> Reply {
        let reply = turn.reply.record
        let state = turn.state.record
        let request = turn.request?.record
        let earlier = try await database.write { [self] connection -> Reply? in
            try connection.execute(
                """
                INSERT INTO handled (channel, message, reply, handled_at, request, account)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, turn.message.channel, turn.message.id, reply, turn.at.milliseconds, request,
                turn.conversation.account)
            if connection.changes == 0 { return try BotStore.reply(to: turn.message, on: connection) }
            try connection.execute(
                """
                INSERT INTO conversation (account, chat, state, updated_at)
                VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at
                """, turn.conversation.account, turn.conversation.chat, state, turn.at.milliseconds)
            for effect in turn.effects { try apply(effect, of: turn.message, at: turn.at, on: connection) }
            return nil
        }
        return earlier ?? turn.reply
    }

    private static func reply(to message: MessageKey, on connection: Connection) throws -> Reply? {
        try connection.queryOne(
            "SELECT reply FROM handled WHERE channel = ? AND message = ?", message.channel, message.id
        ) { try Reply(record: $0.text(0)) }
    }
}
