/// How much of the alarm budget one place and aspect has, as people's answers have moved it: 1 before the first.
///
/// Every false alarm halves what ordinary days may bring of this place and aspect. Every warning of which dealers were told
/// what to say gives a quarter to it; one that was only dealt with gives back what false alarms took. Within bounds: a sixteenth still finds
/// what is grave, and four times the usual share is no flood.
public struct AlarmShare: Sendable, Hashable {
    /// The subject, as `WarningSubject.description` writes it.
    public var subject: String
    public private(set) var factor: Double
    public private(set) var falseAlarms: Int
    public private(set) var confirmed: Int

    public static let bounds = 1.0 / 16...4.0

    public init(subject: String, factor: Double = 1, falseAlarms: Int = 0, confirmed: Int = 0) {
        self.subject = subject
        self.factor = min(max(factor, AlarmShare.bounds.lowerBound), AlarmShare.bounds.upperBound)
        self.falseAlarms = falseAlarms
        self.confirmed = confirmed
    }

    mutating func noteFalseAlarm() {
        falseAlarms += 1
        factor = max(AlarmShare.bounds.lowerBound, factor / 2)
    }

    /// What was called a false alarm was none.
    mutating func takeBackFalseAlarm() {
        falseAlarms = max(0, falseAlarms - 1)
        factor = min(AlarmShare.bounds.upperBound, factor * 2)
    }

    /// - Parameter limit: what it does not grow beyond.
    /// - Returns: by how much it grew, 1 at the limit.
    @discardableResult
    mutating func noteConfirmed(upTo limit: Double = bounds.upperBound) -> Double {
        let before = factor
        confirmed += 1
        factor = max(factor, min(limit, factor * AlarmShare.gain))
        return factor / before
    }

    /// What had confirmed it was called back before anybody read it.
    ///
    /// - Parameter gain: by how much it had grown.
    mutating func takeBackConfirmed(_ gain: Double = gain) {
        confirmed = max(0, confirmed - 1)
        factor = max(AlarmShare.bounds.lowerBound, factor / gain)
    }

    /// By how much dealers' being told what to say raises it.
    static let gain = 1.25

    /// As templates say it: what ordinary days may bring, of the usual, and whether it is less.
    var words: TextValue {
        [
            "percent": .text(Figures.percent(factor)), "falseAlarms": .count(falseAlarms),
            "confirmed": .count(confirmed), "less": .flag(factor < 1), "usual": .flag(factor == 1),
        ]
    }

    static let example: TextValue = [
        "percent": "50%", "falseAlarms": "2", "confirmed": "1", "less": true, "usual": true,
    ]
}
