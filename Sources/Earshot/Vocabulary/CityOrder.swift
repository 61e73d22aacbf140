/// In which order the cities of a place are put beside each other. The numbers are stored.
public enum CityOrder: Int, Sendable, Hashable, Codable, CaseIterable {
    /// By net praise.
    case best = 0
    case worst = 1
    /// By how much is said.
    case loudest = 2
    case quietest = 3
    /// By how many of the voices are complaints.
    case mostComplained = 4
    case leastComplained = 5
    /// By how many are praise.
    case mostPraised = 6
    case leastPraised = 7
}
