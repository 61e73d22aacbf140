/// New voices whose source named a dealer that nobody knows. They are kept under that id and count for no store until
/// one has it; who sees their number can mend what the source sends, or add the store.
public struct UnassignedVoices: Sendable, Hashable {
    public private(set) var count = 0
    /// The first of the unknown ids, each once; at most `listLimit`.
    public private(set) var dealers: [String] = []

    /// How many ids are listed.
    public static let listLimit = 10

    public init() {}

    mutating func add(dealer: String) {
        count += 1
        if dealers.count < UnassignedVoices.listLimit, !dealers.contains(dealer) { dealers.append(dealer) }
    }
}
