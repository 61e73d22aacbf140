import Earshot

/// The time in the signed headers of DingTalk's callbacks: milliseconds, as text.
enum DingTalkTimestamp {
    /// Checks that a time is one and lies within `DingTalkRobot.freshness` of ours.
    static func check(_ text: String, now: Timestamp) throws(CallbackFault) {
        guard let sent = milliseconds(text) else { throw .badTimestamp }
        let age = now.milliseconds - sent
        guard abs(age) < DingTalkRobot.freshness.components.seconds * 1000 else { throw .staleTimestamp }
    }

    /// A positive number in ASCII digits, small enough that no sum with it overflows.
    private static func milliseconds(_ text: String) -> Int64? {
        guard text.utf8.count <= 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(text)
    }
}
