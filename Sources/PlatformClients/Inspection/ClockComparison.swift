public import Earshot

/// How far this machine's clock is from a server's, from what the server's answer says of the time.
public struct ClockComparison: Sendable, Hashable {
    /// Positive when this machine is ahead.
    public let ahead: Duration

    /// From so much on it is told. An answer's time is of whole seconds, and the answer took some to come.
    public static let tolerance = Duration.seconds(60)

    /// - Parameter date: The answer's `Date` field; nothing comes of one that is none.
    public init?(date: String?, now: Timestamp) {
        guard let date, let theirs = Timestamp(httpDate: date) else { return nil }
        ahead = .milliseconds(now.milliseconds - theirs.milliseconds)
    }

    /// Without a sign.
    public var difference: Duration { ahead < .zero ? .zero - ahead : ahead }

    /// What is to be said of it; nothing while it does not matter.
    ///
    /// - Parameters:
    ///   - server: Whose clock it was compared with.
    ///   - limit: From this difference on signatures are refused, by the platform or here.
    public func finding(server: String, limit: Duration) -> Finding? {
        guard difference >= ClockComparison.tolerance else { return nil }
        let seconds = difference.components.seconds
        let (direction, word) = ahead < .zero ? ("behind", "慢") : ("ahead of", "快")
        let bound = limit.components.seconds / 60
        // Five sixths of the way: what drifts that far goes on drifting.
        let isNear = difference >= limit * 5 / 6
        return Finding(
            isNear ? .fault : .warning, "clock",
            Advice(
                "this machine's clock is \(seconds) s \(direction) \(server)'s; from \(bound) min on signatures are "
                    + "refused. Switch time synchronisation on: timedatectl set-ntp true",
                "本机时钟比 \(server) \(word) \(seconds) 秒；相差到 \(bound) 分钟，签名会被拒绝。请开启时间同步：timedatectl set-ntp true"
            ))
    }
}
