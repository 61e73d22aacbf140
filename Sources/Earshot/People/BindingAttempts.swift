/// The wrong codes one account has sent, which bound how many it may guess.
public struct BindingAttempts: Sendable, Equatable {
    /// So many wrong codes within `window`, and no further one is looked at until the oldest has left it.
    public static let most = 5
    public static let window = Duration.seconds(3600)

    /// When wrong codes came, in any order; those before the window do no harm.
    public var wrong: [Timestamp]

    public init(wrong: [Timestamp] = []) {
        self.wrong = wrong
    }

    /// Until when the account is not listened to, or nothing when it may try.
    public func blockedUntil(now: Timestamp) -> Timestamp? {
        let recent = wrong.filter { $0 > now - BindingAttempts.window }.sorted()
        guard recent.count >= BindingAttempts.most else { return nil }
        return recent[recent.count - BindingAttempts.most] + BindingAttempts.window
    }

    /// From when on wrong codes still matter; older ones may be forgotten.
    public static func horizon(now: Timestamp) -> Timestamp { now - window }
}
