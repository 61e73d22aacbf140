/// One of several values, each with its own weight.
struct WeightedChoice<Value: Sendable>: Sendable {
    private let values: [Value]
    /// The sum of the weights up to and including each value.
    private let cumulated: [Double]

    init(_ entries: [(Value, Double)]) {
        precondition(entries.isEmpty == false, "a choice needs something to choose from")
        values = entries.map(\.0)
        var sum = 0.0
        cumulated = entries.map {
            sum += $0.1
            return sum
        }
    }

    func pick(_ random: inout SeededRandom) -> Value {
        let target = random.fraction() * cumulated[cumulated.count - 1]
        var low = 0
        var high = cumulated.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulated[middle] > target { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}
