/// New voices whose source named a city that nobody knows. They count for the nation only; who sees their number can
/// mend what the source sends.
public struct UnplacedVoices: Sendable, Hashable {
    public private(set) var count = 0
    /// The first of the unknown names, each once; at most `listLimit`.
    public private(set) var cities: [String] = []

    /// How many names are listed.
    public static let listLimit = 10

    public init() {}

    mutating func add(city: String) {
        count += 1
        if cities.count < UnplacedVoices.listLimit, !cities.contains(city) { cities.append(city) }
    }
}
