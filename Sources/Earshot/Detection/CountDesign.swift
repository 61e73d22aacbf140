/// What the expected counts of a series depend on, step by step: numbers that all steps have (level, trend, season),
/// the group that a step belongs to (its weekday) and an effect that only some steps have (a holiday).
///
/// The steps stand in blocks of rows, so that a whole row is worked on at once: in the first block a row has a step of each group,
/// lane by lane (without groups, eight steps in turn); the steps of each effect, which are of one group, have a block of their own.
struct CountDesign: Sendable {
    /// What steps of one kind have in common besides their numbers.
    struct Effect: Sendable {
        /// The standard deviation of the coefficient's Gaussian prior around 0.
        var deviation: Double
        /// The group that its steps belong to, from 0.
        var group: Int
    }

    /// Where a step stands.
    struct Position: Sendable {
        /// 0, or one more than the number of the step's effect.
        var block: Int
        var row: Int
        var lane: Int
    }

    /// The standard deviation of each coefficient's Gaussian prior around 0; the first number is the level and 1 in every step.
    let numberDeviations: [Double]
    let groupDeviations: [Double]
    let effects: [Effect]

    /// The group of the first step, if it had no effect.
    private let phase: Int
    /// Lanes of a row of the first block.
    private let width: Int
    private(set) var positions: [Position] = []
    /// Of each block the numbers behind the level, row by row, and of each row one after the other.
    private(set) var numbers: [[Lanes]]
    /// How many steps each effect has.
    private var counts: [Int]

    /// - Parameter phase: the group of the first step, if it had no effect; those behind it follow in turn.
    init(numbers: [Double], groups: [Double] = [], effects: [Effect] = [], phase: Int = 0) {
        precondition(!numbers.isEmpty && groups.count <= Lanes.scalarCount && phase >= 0)
        (numberDeviations, groupDeviations, self.effects, self.phase) = (numbers, groups, effects, phase)
        width = groups.isEmpty ? Lanes.scalarCount : groups.count
        self.numbers = [[Lanes]](repeating: [], count: effects.count + 1)
        counts = effects.map { _ in 0 }
    }

    /// All coefficients: those of the numbers, of the groups, of the effects.
    var coefficients: Int { numberDeviations.count + groupDeviations.count + effects.count }

    /// Numbers behind the level.
    var slopes: Int { numberDeviations.count - 1 }

    var hasGroups: Bool { !groupDeviations.isEmpty }

    /// Adds a step.
    ///
    /// - Parameter numbers: without the level.
    mutating func append(_ numbers: [Double], effect: Int? = nil) {
        precondition(numbers.count == slopes)
        let position: Position
        if let effect {
            let (row, lane) = counts[effect].quotientAndRemainder(dividingBy: Lanes.scalarCount)
            position = Position(block: effect + 1, row: row, lane: lane)
            counts[effect] += 1
        } else {
            let (row, lane) = (positions.count + phase).quotientAndRemainder(dividingBy: width)
            position = Position(block: 0, row: row, lane: lane)
        }
        while self.numbers[position.block].count < (position.row + 1) * slopes {
            self.numbers[position.block].append(.zero)
        }
        for (k, number) in numbers.enumerated() {
            self.numbers[position.block][position.row * slopes + k][position.lane] = number
        }
        positions.append(position)
    }

    /// Gives the column of each coefficient that a step has, with its number.
    @inline(__always)
    func forEachColumn(of step: Int, _ body: (_ column: Int, _ number: Double) -> Void) {
        let position = positions[step]
        body(0, 1)
        for k in 0..<slopes {
            body(k + 1, numbers[position.block][position.row * slopes + k][position.lane])
        }
        if hasGroups { body(slopes + 1 + group(at: position), 1) }
        if position.block > 0 { body(slopes + groupDeviations.count + position.block, 1) }
    }

    /// The group of the step at a position; 0 without groups.
    func group(at position: Position) -> Int {
        guard hasGroups else { return 0 }
        return position.block == 0 ? position.lane : effects[position.block - 1].group
    }
}
