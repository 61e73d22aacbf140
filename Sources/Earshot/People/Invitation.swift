/// The offer to one person to bind one account, good once and for a while.
///
/// It is kept under a digest of its code, so that who reads the storage cannot use it. Transitions: open to
/// redeemed, open to revoked; nothing leads back.
public struct Invitation: Sendable, Equatable {
    /// How long an invitation is good.
    public static let validity = Duration.seconds(72 * 3600)

    /// The person of the directory it is for.
    public let person: String
    public let issued: Timestamp
    /// The first moment at which it is no longer good.
    public let expires: Timestamp
    public private(set) var state: State

    public enum State: Sendable, Equatable {
        case open
        case redeemed(account: String, at: Timestamp)
        case revoked(at: Timestamp)
    }

    /// A new invitation.
    public init(person: String, now: Timestamp, validity: Duration = Invitation.validity) {
        self.init(person: person, issued: now, expires: now + validity, state: .open)
    }

    /// An invitation as it was stored.
    public init(person: String, issued: Timestamp, expires: Timestamp, state: State) {
        self.person = person
        self.issued = issued
        self.expires = expires
        self.state = state
    }

    /// Takes an open invitation back; does nothing to any other.
    public mutating func revoke(now: Timestamp) {
        if state == .open { state = .revoked(at: now) }
    }

    /// Why it cannot be redeemed now, or nothing.
    func refusal(now: Timestamp) -> Redemption.Refusal? {
        switch state {
        case .redeemed: .used
        case .revoked: .revoked
        case .open: now >= expires ? .expired : nil
        }
    }

    fileprivate mutating func redeem(by account: String, now: Timestamp) {
        state = .redeemed(account: account, at: now)
    }
}

/// What becomes of one account's try to bind itself with a code.
public enum Redemption: Sendable, Equatable {
    /// The account now belongs to the invitation's person; keep the invitation as it is here.
    case bound(Invitation)
    case refused(Refusal)

    public enum Refusal: Sendable, Equatable {
        /// What was sent is no code of ours, or none that was ever made.
        case unknownCode
        case expired
        case used
        case revoked
        /// The person it was for has left the directory.
        case personGone
        /// The account already belongs to somebody.
        case accountBound(person: String)
        /// Too many wrong codes from this account.
        case tooManyAttempts(until: Timestamp)

        /// Whether it counts as a guess, which the account has only a few of.
        public var countsAsAttempt: Bool {
            switch self {
            case .unknownCode, .expired, .used, .revoked: true
            case .personGone, .accountBound, .tooManyAttempts: false
            }
        }
    }

    /// Decides, and changes nothing but the invitation it returns.
    ///
    /// - Parameters:
    ///   - invitation: the one stored under the digest of the typed code; nothing when there is none, or when
    ///     what was typed cannot be a code.
    ///   - account: whose message it is, as the platform signed it.
    ///   - owner: the person the account already belongs to.
    ///   - attempts: the account's wrong tries.
    ///   - isKnown: whether the directory still has the invitation's person.
    public static func decide(
        _ invitation: Invitation?, by account: String, owner: String?, attempts: BindingAttempts,
        isKnown: (String) -> Bool, now: Timestamp
    ) -> Redemption {
        if let owner { return .refused(.accountBound(person: owner)) }
        // Before the code is looked at, so that a blocked account learns nothing about it.
        if let until = attempts.blockedUntil(now: now) { return .refused(.tooManyAttempts(until: until)) }
        guard var invitation else { return .refused(.unknownCode) }
        if let refusal = invitation.refusal(now: now) { return .refused(refusal) }
        guard isKnown(invitation.person) else { return .refused(.personGone) }
        invitation.redeem(by: account, now: now)
        return .bound(invitation)
    }
}
