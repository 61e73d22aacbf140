import Earshot

/// Where a voice is published, with the habits of the place.
enum Outlet: Sendable {
    case forum, weibo, redbook, review, complaint, call, survey

    /// The source's name.
    var name: String {
        switch self {
        case .forum: "论坛"
        case .weibo: "微博"
        case .redbook: "小红书"
        case .review: "点评"
        case .complaint: "投诉平台"
        case .call: "电话回访"
        case .survey: "问卷"
        }
    }

    var kind: Voice.Kind {
        switch self {
        case .forum, .weibo, .redbook: .post
        case .review: .review
        case .complaint: .complaint
        case .call: .call
        case .survey: .survey
        }
    }

    /// What the source's identifiers begin with.
    var prefix: String {
        switch self {
        case .forum: "lt"
        case .weibo: "wb"
        case .redbook: "xhs"
        case .review: "dp"
        case .complaint: "ts"
        case .call: "hf"
        case .survey: "wj"
        }
    }

    /// Whether people write as they talk there.
    var isSocial: Bool {
        switch self {
        case .forum, .weibo, .redbook: true
        case .review, .complaint, .call, .survey: false
        }
    }

    /// Whether other people see it, like it and answer.
    var isPublic: Bool {
        switch self {
        case .forum, .weibo, .redbook, .complaint: true
        case .review, .call, .survey: false
        }
    }

    static let praising = WeightedChoice<Outlet>([
        (.forum, 32), (.weibo, 19), (.redbook, 18), (.review, 13), (.call, 8), (.survey, 10),
    ])
    static let complaining = WeightedChoice<Outlet>([
        (.forum, 31), (.weibo, 18), (.redbook, 8), (.review, 11), (.complaint, 15), (.call, 9), (.survey, 8),
    ])
    static let asking = WeightedChoice<Outlet>([(.forum, 55), (.weibo, 20), (.redbook, 25)])
}
