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

    /// How the keys begin of words to those who had a warning that somebody took over.
    package static func key(ofReliefsFrom warning: Int64) -> String { "warning/\(warning)/relieved/" }

    /// The key of such a word.
    static func key(ofReliefFrom warning: Int64, at moment: Timestamp, to person: String) -> String {
        "\(key(ofReliefsFrom: warning))\(moment.milliseconds)/\(person)"
    }

    /// Who is told by a delivery of such a key that somebody took a warning over.
    package static func relieved(byKey key: String) -> String? {
        let parts = key.split(separator: "/", maxSplits: 4)
        return parts.count == 5 && parts[2] == "relieved" ? String(parts[4]) : nil
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
