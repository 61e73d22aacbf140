extension Delivery {
    /// How the keys of everything begin that is told of a warning to those in charge: `warning/12/notice/`.
    package static func key(ofNoticesOf warning: Int64) -> String { "warning/\(warning)/notice/" }

    static func key(_ notice: Notice, of warning: Int64, to person: String) -> String {
        "\(key(ofNoticesOf: warning))\(notice)/\(person)"
    }

    /// How the keys begin of lines to take that dealers are sent.
    package static func key(ofGuidanceOf warning: Int64) -> String { "warning/\(warning)/guidance/" }

    /// The key of a line to take. The moment makes a second line another one.
    static func key(ofGuidanceOf warning: Int64, at moment: Timestamp, to person: String) -> String {
        "\(key(ofGuidanceOf: warning))\(moment.milliseconds)/\(person)"
    }

    /// What the key of a line to take says of who is told, and when.
    package static func guided(byKey key: String) -> WaitingLine? {
        let parts = key.split(separator: "/")
        guard parts.count == 5, parts[2] == "guidance", let moment = Int64(parts[3]) else { return nil }
        return WaitingLine(at: Timestamp(milliseconds: moment), person: String(parts[4]))
    }

    /// The key of a word to whoever had a warning that somebody took over.
    static func key(ofReliefFrom warning: Int64, at moment: Timestamp, to person: String) -> String {
        "warning/\(warning)/relieved/\(moment.milliseconds)/\(person)"
    }

    /// Whether a notice says that somebody is wanted, which is so no more once somebody has acted.
    package static func isOvertaken(noticeKey key: String) -> Bool {
        let parts = key.split(separator: "/")
        guard parts.count > 3, let notice = Notice(String(parts[3])) else { return false }
        return switch notice {
        case .opened, .escalated, .reminded, .spread, .covering: true
        case .worse, .assigned, .subscribed, .guided, .ended: false
        }
    }
}
