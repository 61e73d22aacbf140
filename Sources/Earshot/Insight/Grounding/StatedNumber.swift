/// A number as a text states it.
struct StatedNumber: Hashable, Sendable {
    /// In ten-thousandths; never below zero.
    var value: Int64
    var unit: Unit
    /// What is said of where it goes or on which side of zero it lies; nothing where nothing is.
    var direction: Direction?

    enum Unit: Hashable, Sendable {
        /// Of voices, places in a ranking, or anything else that is counted.
        case count
        case percent
        /// 百分点.
        case points
        /// 倍.
        case times
        /// Of a date, or of days and longer: 近7天, 11/14, 11月14日.
        case time(StatedTime)
    }

    enum Direction: Hashable, Sendable {
        case up
        case down
    }

    static let one: Int64 = 10_000

    /// Whether somebody who has read this number may state the other one: with a direction where this one has it, as it would
    /// be another number without.
    func bears(out other: StatedNumber) -> Bool {
        value == other.value && unit == other.unit && direction == other.direction
    }
}
