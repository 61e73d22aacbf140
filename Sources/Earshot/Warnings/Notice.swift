/// What of a warning a person is told, once.
public enum Notice: Sendable, Hashable {
    /// That there is one: those in charge.
    case opened
    /// That nobody has taken it on: the next level.
    case escalated(ChainOfCommand.Level)
    /// That nobody has taken it on yet, on another day.
    case reminded(Day)
    /// That it has become worse, or has opened again after it was over, for the so-manieth time; of a danger
    /// also that more voices tell of it.
    case worse(Severity, reopenings: Int)
    /// That it has spread to a wider place, for so many times: it is nobody's any more.
    case spread(Int)
    /// That somebody gave it to the person, at a moment.
    case assigned(Timestamp)
    /// That the one who has it is away from a day on: whoever stands in.
    case covering(Day)
    /// That there is one: those who wish to know.
    case subscribed
    /// What to say about it: the dealers concerned, at a moment.
    case guided(Timestamp)
    /// That it is over, for so many times.
    case ended(reopenings: Int)
}

extension Notice {
    /// Whether it says what to say, to those who are not in charge.
    var isGuidance: Bool { if case .guided = self { true } else { false } }
}

extension Notice: CustomStringConvertible {
    /// The form in which it is kept, and a part of its delivery's key.
    public var description: String {
        switch self {
        case .opened: "opened"
        case .escalated(let level): "escalated-\(level.rawValue)"
        case .reminded(let day): "reminded-\(day.number)"
        case .worse(let severity, let reopenings): "worse-\(severity.rawValue)-\(reopenings)"
        case .spread(let times): "spread-\(times)"
        case .assigned(let moment): "assigned-\(moment.milliseconds)"
        case .covering(let day): "covering-\(day.number)"
        case .subscribed: "subscribed"
        case .guided(let moment): "guided-\(moment.milliseconds)"
        case .ended(let reopenings): "ended-\(reopenings)"
        }
    }

    /// Reads what `description` wrote.
    public init?(_ text: String) {
        let parts = text.split(separator: "-").map(String.init)
        let numbers = parts.dropFirst().compactMap { Int64($0) }
        guard let name = parts.first, numbers.count == parts.count - 1 else { return nil }
        switch (name, numbers.count) {
        case ("opened", 0): self = .opened
        case ("escalated", 1):
            guard let level = ChainOfCommand.Level(rawValue: Int(numbers[0])) else { return nil }
            self = .escalated(level)
        case ("reminded", 1): self = .reminded(Day(number: Int(numbers[0])))
        case ("worse", 2):
            guard let severity = Severity(rawValue: Int(numbers[0])) else { return nil }
            self = .worse(severity, reopenings: Int(numbers[1]))
        case ("spread", 1): self = .spread(Int(numbers[0]))
        case ("assigned", 1): self = .assigned(Timestamp(milliseconds: numbers[0]))
        case ("covering", 1): self = .covering(Day(number: Int(numbers[0])))
        case ("subscribed", 0): self = .subscribed
        case ("guided", 1): self = .guided(Timestamp(milliseconds: numbers[0]))
        case ("ended", 1): self = .ended(reopenings: Int(numbers[0]))
        default: return nil
        }
    }
}
