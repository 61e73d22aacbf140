/// In which order the cities of a place are put beside each other. The numbers are stored.
public enum CityOrder: Int, Sendable, Hashable, Codable, CaseIterable {
    /// By net praise.
    case best = 0
    case worst = 1
    /// By how much is said.
    case loudest = 2
    case quietest = 3
}
