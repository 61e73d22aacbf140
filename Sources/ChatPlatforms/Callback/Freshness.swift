import Earshot

/// How far the signed time of a callback may be from now.
///
/// The platforms name no bound. Feishu repeats what got no answer for about seven hours, and what was handled is known
/// for a day: within this bound to both sides nothing that somebody recorded can be handled a second time.
enum Freshness {
    static let bound = Duration.seconds(12 * 3600)

    /// Later seconds than these are milliseconds: DingTalk signs these, WeCom and Feishu sign seconds.
    private static let mostSeconds: Int64 = 100_000_000_000

    /// Checks a timestamp whose signature is right.
    static func check(_ timestamp: String, now: Timestamp) throws(CallbackFault) {
        // Small enough that no sum with it overflows.
        guard (1...16).contains(timestamp.utf8.count),
            timestamp.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let sent = Int64(timestamp)
        else { throw .badTimestamp }
        let age = now.milliseconds - (sent < mostSeconds ? sent * 1000 : sent)
        guard abs(age) < bound.components.seconds * 1000 else { throw .staleTimestamp }
    }
}
