/// The classes of words for warnings and for what is done about them; each may be missing from the file.
struct WarningFeatures: Sendable {
    /// A warning: 预警.
    private(set) var alert = FeatureSet()
    /// Those that nobody has taken on (没有人认领), that are over (历史预警), that were dealt with (解决了的), that were none (误报的).
    private(set) var unclaimed = FeatureSet()
    private(set) var ended = FeatureSet()
    private(set) var settled = FeatureSet()
    private(set) var misreported = FeatureSet()
    /// What is not dealt with.
    private(set) var pending = FeatureSet()
    /// Of what is taken back: that it was a false alarm (撤销误报), and that it is over (撤销解决).
    private(set) var undismissing = FeatureSet()
    private(set) var unresolving = FeatureSet()
    private(set) var claim = FeatureSet()
    private(set) var handle = FeatureSet()
    /// What is not settled (还没解决), and what is no false alarm.
    private(set) var unsettled = FeatureSet()
    private(set) var noFalseAlarm = FeatureSet()
    /// What is done to which something may be added, and what takes it back.
    private(set) var remarkable = FeatureSet()
    private(set) var takingActsBack = FeatureSet()

    /// What is done about a warning.
    var acts: FeatureSet { remarkable.union(claim).union(handle).union(takingActsBack) }

    /// Takes a class of the file, which means nothing here where it is of something else.
    mutating func add(_ name: String, _ wordClass: WordClass) {
        let feature = wordClass.feature
        switch name {
        case "alert": alert.insert(feature)
        case "unclaimed": unclaimed.insert(feature)
        case "ended": ended.insert(feature)
        case "settled": settled.insert(feature)
        case "misreported": misreported.insert(feature)
        case "pending": pending.insert(feature)
        case "claim": claim.insert(feature)
        case "handle": handle.insert(feature)
        case "unsettled": unsettled.insert(feature)
        case "no_false_alarm": noFalseAlarm.insert(feature)
        case "broadcast", "send_guidance", "silence", "resolved", "assign": remarkable.insert(feature)
        case "false_alarm":
            remarkable.insert(feature)
            undismissing.insert(feature)
        case "undismiss":
            undismissing.insert(feature)
            takingActsBack.insert(feature)
        case "unresolve", "closing": unresolving.insert(feature)
        case "unsilence", "restore", "undo": takingActsBack.insert(feature)
        default: break
        }
    }
}
