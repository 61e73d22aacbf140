/// Tokens of a text that wait for an opinion or have one, in the order of the text; at most eight, kept without memory of
/// their own because every clause begins such lists.
struct TargetList: RandomAccessCollection {
    /// Nobody lists more things before saying what they are; without a bound a text of nothing but targets and opinions would
    /// take time and memory that grow with its square.
    static let most = 8

    private var tokens = SIMD8<Int32>()
    private(set) var endIndex = 0

    init() {}

    init(_ token: Int32) {
        append(token)
    }

    var startIndex: Int { 0 }

    subscript(position: Int) -> Int32 {
        precondition(position < endIndex)
        return tokens[position]
    }

    /// Adds a token, unless the list is full.
    mutating func append(_ token: Int32) {
        guard endIndex < TargetList.most else { return }
        tokens[endIndex] = token
        endIndex += 1
    }

    mutating func removeAll() { endIndex = 0 }

    /// The last tokens of this list and another that stands behind it.
    func followed(by other: TargetList) -> TargetList {
        var joined = TargetList()
        for token in suffix(TargetList.most - other.count) { joined.append(token) }
        for token in other { joined.append(token) }
        return joined
    }
}
