/// Choices of which each value comes about as often as its weight asks, also among few and in every place: the longer a value has
/// been due, the likelier it is the next.
///
/// What was dealt is kept account of by keys, several of which one choice may be entered under: a city and its province, so that
/// neither has more of anything than it should. The order is left to chance. How often a value has come by any time differs from
/// its share by little more than one, where drawing each anew would let it pile up now and then.
struct DealtChoice<Key: Hashable & Sendable>: Sendable {
    /// By how much each value has come too seldom so far; below zero, too often.
    private var due: [Key: [Double]] = [:]

    /// Deals one of several values.
    ///
    /// - Parameters:
    ///   - values: with their weights, always as many for a key; what has none is never dealt.
    ///   - keys: under which it is entered; all of them say what is due.
    ///   - isLeftOut: what may not come this time, where there is anything else.
    mutating func deal<Value>(
        _ values: [(Value, Double)], under keys: [Key], _ random: inout SeededRandom,
        leavingOut isLeftOut: (Value) -> Bool = { _ in false }
    ) -> Value {
        precondition(values.isEmpty == false, "a choice needs something to choose from")
        let sum = values.reduce(0) { $0 + $1.1 }
        var all = [Double](repeating: 0, count: values.count)
        for key in keys {
            // Several of these shall not deal in step.
            var own = due[key] ?? values.map { _ in random.fraction() - 0.5 }
            due[key] = nil
            for index in values.indices {
                own[index] += values[index].1 / sum
                all[index] += own[index]
            }
            due[key] = own
        }
        let allowed = values.indices.filter { values[$0].1 > 0 && isLeftOut(values[$0].0) == false }
        let chosen = DealtChoice.choose(among: allowed, all, &random) ?? values.indices.first ?? 0
        for key in keys { due[key]?[chosen] -= 1 }
        return values[chosen].0
    }

    /// Deals whether something is so, in this share of times.
    mutating func deal(chance: Double, under key: Key, _ random: inout SeededRandom) -> Bool {
        deal([(true, chance), (false, 1 - chance)], under: [key], &random)
    }

    /// One of some positions, the likelier the more it is due; where none is, that which is the least too early.
    private static func choose(
        among positions: [Int], _ due: [Double], _ random: inout SeededRandom
    ) -> Int? {
        func weight(_ position: Int) -> Double { max(0, due[position]) * max(0, due[position]) }
        let sum = positions.reduce(0) { $0 + weight($1) }
        guard sum > 0 else { return positions.max { due[$0] < due[$1] } }
        var target = random.fraction() * sum
        for position in positions {
            target -= weight(position)
            if target < 0 { return position }
        }
        return positions.last { weight($0) > 0 }
    }
}
