/// Daily counts of one matter in many places at once.
public struct PlaceMap: Sendable {
    public let first: Day
    public let days: Int
    public let places: Int
    /// Day by day, a count for each place; −1 where nothing is known.
    private var cells: [Int32]

    /// A map without any data.
    public init(first: Day, days: Int, places: Int) {
        (self.first, self.days, self.places) = (first, days, places)
        cells = [Int32](repeating: -1, count: days * places)
    }

    /// A count, or nothing where data is missing. Nothing is not 0.
    public subscript(day: Int, place: Int) -> Int? {
        get {
            let cell = cells[day * places + place]
            return cell < 0 ? nil : Int(cell)
        }
        set { cells[day * places + place] = newValue.map { Int32(clamping: max(0, $0)) } ?? -1 }
    }

    /// Whether any place of a day has data.
    public func isKnown(_ day: Int) -> Bool {
        cells[(day * places)..<((day + 1) * places)].contains { $0 >= 0 }
    }
}
