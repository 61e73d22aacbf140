/// Whether an opinion praises, complains or does neither.
public enum Polarity: String, Codable, Sendable, Hashable, CaseIterable {
    case negative
    case neutral
    case positive

    /// -1, 0 or 1: the form in which it is stored and summed.
    public var sign: Int {
        switch self {
        case .negative: -1
        case .neutral: 0
        case .positive: 1
        }
    }

    /// The polarity of a stored sign: below zero negative, above positive.
    public init(sign: Int) {
        self = sign < 0 ? .negative : sign > 0 ? .positive : .neutral
    }
}
