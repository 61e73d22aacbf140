import Earshot

/// A register of conversations that says what its turns have changed, once that is on disk.
struct WakingRegister: ConversationRegister {
    private let register: any ConversationRegister
    private let wake: @Sendable ([Turn.Effect]) -> Void

    /// - Parameter wake: called on any thread; it must not wait.
    init(_ register: any ConversationRegister, wake: @escaping @Sendable ([Turn.Effect]) -> Void) {
        self.register = register
        self.wake = wake
    }

    func recall(_ message: MessageKey, in conversation: ConversationKey) async throws -> Recollection {
        try await register.recall(message, in: conversation)
    }

    func commit(_ turn: Turn) async throws -> Reply {
        let reply = try await register.commit(turn)
        if !turn.effects.isEmpty { wake(turn.effects) }
        return reply
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
    /// What it sends.
    var deliveries: [Delivery] {
        switch self {
        case .changeWarning(let change, _): change.deliveries
        case .changeHandOver(let change): change.deliveries
        case .changeAction(let change): change.deliveries
        case .showAttachments(let shown): shown.deliveries
        default: []
        }
    }

    /// Whether the voices have to learn of it.
    var changesNote: Bool { if case .changeNote = self { true } else { false } }

    /// Whether somebody is to be told of an action.
    var changesAction: Bool { if case .changeAction = self { true } else { false } }

    /// Whether others may have to be told of it.
    var changesWarning: Bool { if case .changeWarning = self { true } else { false } }
}
