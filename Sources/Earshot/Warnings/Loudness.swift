/// By places, the largest excess of what stood out together there: what goes on alone and is no more than that is its echo.
package struct Loudness: Sendable, Hashable {
    private var excesses: [WatchedPlace: Double] = [:]

    package init() {}

    /// The largest excess of what stood out in a place; nothing where nothing did.
    package subscript(place: WatchedPlace) -> Double? { excesses[place] }

    /// In no order.
    package var places: [WatchedPlace] { Array(excesses.keys) }

    /// Takes note of what stands out in a place.
    package mutating func note(_ excess: Double, in place: WatchedPlace) {
        excesses[place] = max(excess, excesses[place] ?? excess)
    }

    /// Takes note of what stood out with something else.
    mutating func merge(_ other: Loudness) { excesses.merge(other.excesses, uniquingKeysWith: max) }

    /// Whether something that stands out in a place is no more than what was known to stand out there.
    func drowns(_ excess: Double, in place: WatchedPlace) -> Bool {
        excesses[place].map { excess <= $0 } ?? false
    }
}
