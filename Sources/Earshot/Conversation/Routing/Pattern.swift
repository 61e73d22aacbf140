/// One way of wording a command, compiled from the small language of `commands.json5`.
///
/// A pattern is a row of elements divided by blanks. All must be found in the message, in any order:
///
///     原话          this word
///     <quotes>     any word of this class
///     <a|b>        any word of either class
///     {aspect}     a value of this slot; {text} is at least four characters that nothing else explains
///     [<look>]     welcome but not necessary
///     -<offtopic>  must not be there
///     ^<record>    must be the first thing said after politeness
///     <a> > <b>    a before b
///     =            nothing else may be said
///     ...          free text may follow at no cost
///     @dealer      only for this role
///     ~alert       only after a message of an intent that begins so
///     ~{alert}     only after a message about one warning
///     +20          points in addition (-20: less)
///
/// A pattern is worth the sum of the points of what it finds; the message goes to the command whose pattern
/// is worth most, if that is at least `Pattern.threshold` after a deduction for what remains unexplained.
struct Pattern: Sendable {
    /// The position of its command.
    var command: Int
    /// As written, for messages.
    var source: String
    var required: [Element] = []
    var welcome: [Element] = []
    var forbidden = FeatureSet()
    var head: Element?
    var orders: [(before: Element, after: Element)] = []
    var saysNothingElse = false
    var leavesText = false
    var roles: [Role] = []
    var previous: [String] = []
    /// Whether the message before must have been about one warning.
    var followsAlert = false
    var bonus = 0

    /// All features that its elements can take up.
    var features = FeatureSet()
    /// Those without which it cannot match: a quick first test.
    var necessary = FeatureSet()

    static let threshold = 20
    /// Points deducted for each unexplained character, and the most that is deducted for all.
    static let unexplainedCost = 6
    static let greatestDeduction = 50
    /// Points for a slot that the command takes though the pattern does not name it.
    static let takenSlot = 2

    /// Any of these features.
    struct Element: Sendable {
        var features: FeatureSet
        var members: [(feature: Int, weight: Int)]

        /// The points of the best member that is present, or nothing.
        func weight(in present: FeatureSet) -> Int? {
            var best: Int?
            for member in members where present.contains(member.feature) {
                best = max(best ?? Int.min, member.weight)
            }
            return best
        }
    }

    /// Whether it asks for nothing but slots: such a message may be a follow-up.
    var isBare: Bool { required.allSatisfy { $0.members.allSatisfy { $0.feature < Feature.slots.count } } }
}
