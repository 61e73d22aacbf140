/// Something that would have happened to a warning at a moment, with those who would have been told of it.
public struct BacktestEvent: Sendable {
    public let at: Timestamp
    public let kind: Kind
    /// As it was then.
    public let warning: Warning
    /// Whether the warning changed; else people were told, or were not, of what had been so before.
    public internal(set) var isChange = false
    /// Who would have been told, by the directory's identifiers, in the order of the decisions.
    public internal(set) var told: [String] = []
    /// Who should have been told and is reached on no channel.
    public internal(set) var unreachable: [String] = []
    /// Who was not told for another reason.
    public internal(set) var withheld: [NoticeDecision] = []

    /// What happened, or what people were told of.
    public enum Kind: Sendable, Hashable {
        case changed(WarningStep.Kind)
        case escalated(ChainOfCommand.Level)
        case reminded
        /// The one who has it is away, and somebody stands in.
        case covered
        /// Those who wish to know are told.
        case subscribed

        /// What a notice tells of.
        init(_ notice: Notice) {
            self =
                switch notice {
                case .opened: .changed(.opened)
                case .escalated(let level): .escalated(level)
                case .reminded: .reminded
                case .worse(_, let reopenings): .changed(reopenings > 0 ? .reopened : .grew)
                case .spread: .changed(.spread)
                case .assigned: .changed(.assigned)
                case .covering: .covered
                case .subscribed: .subscribed
                case .guided: .changed(.told)
                case .ended: .changed(.ended)
                }
        }

        /// `opened`, `escalated`.
        public var name: String {
            switch self {
            case .changed(let kind): kind.rawValue
            case .escalated: "escalated"
            case .reminded: "reminded"
            case .covered: "covered"
            case .subscribed: "subscribed"
            }
        }
    }

    init(_ kind: Kind, of warning: Warning, at moment: Timestamp) {
        (self.kind, self.warning, at) = (kind, warning, moment)
    }

    /// Whether it is nothing but that somebody was not told.
    public var isSilent: Bool { !isChange && told.isEmpty && unreachable.isEmpty }

    mutating func take(_ decision: NoticeDecision) {
        switch decision.verdict {
        case .sent: told.append(decision.person)
        case .withheld(.unreachable): unreachable.append(decision.person)
        case .withheld: withheld.append(decision)
        }
    }
}
