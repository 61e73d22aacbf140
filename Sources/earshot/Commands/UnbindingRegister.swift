import Earshot

/// Keeps conversations, but binds nobody: what is typed in the terminal comes from no account of a chat platform, and
/// would use up the code of somebody who waits for it.
struct UnbindingRegister: ConversationRegister {
    private let register: any ConversationRegister

    init(_ register: any ConversationRegister) {
        self.register = register
    }

    func commit(_ turn: Turn) async throws -> Reply {
        guard turn.effects.contains(where: \.isBinding) else { return try await register.commit(turn) }
        var turn = turn
        turn.effects.removeAll(where: \.isBinding)
        turn.reply = Reply([
            .text(
                "The code is good and was not used up. An account is bound in the company's chat, not here.")
        ])
        return try await register.commit(turn)
    }

    func recall(
        _ message: MessageKey, in conversation: ConversationKey
    ) async throws -> Recollection {
        try await register.recall(message, in: conversation)
    }

    func reply(to message: MessageKey) async throws -> Reply? { try await register.reply(to: message) }

    func invitation(_ code: InvitationCode) async throws -> Invitation? {
        try await register.invitation(code)
    }

    func attempts(of account: String, since moment: Timestamp) async throws -> BindingAttempts {
        try await register.attempts(of: account, since: moment)
    }
}

extension Turn.Effect {
    fileprivate var isBinding: Bool {
        if case .bind = self { true } else { false }
    }
}
