internal import Earshot
internal import HTTP

/// Wrong tokens of the last minute, and who may still try.
///
/// Counted for each caller's block of addresses, so that a stranger locks nobody else out. The ceiling for all
/// together bounds both the memory and what many strangers can try.
struct FailedTries: Sendable {
    /// Of one caller within a minute, before its right token is refused as well.
    static let perCaller = 10
    static let ceiling = 1000
    private static let memory = Duration.seconds(60)

    private var failures: [(caller: IPAddress?, time: Timestamp)] = []

    /// Whether the caller may try a token now.
    mutating func allow(_ caller: IPAddress?, at now: Timestamp) -> Bool {
        failures.removeAll { $0.time <= now - FailedTries.memory }
        guard failures.count < FailedTries.ceiling else { return false }
        return failures.count { $0.caller == caller?.block } < FailedTries.perCaller
    }

    mutating func add(_ caller: IPAddress?, at now: Timestamp) {
        failures.append((caller?.block, now))
    }
}
