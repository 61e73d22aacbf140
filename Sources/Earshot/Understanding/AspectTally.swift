/// What was gathered on one aspect.
struct AspectTally {
    var score: Float
    var mentions = 0
    var firstMention: Int32 = -1
    var stated: Float = 0
    var all: Float = 0
    /// What it adds to the sentiment of the whole text.
    var overall: Float = 0
    /// The sum of the opinions that are a clause of their own (动力足).
    var remarks: Float = 0
    /// The votes that weigh most for and against.
    var best: Int32 = -1
    var worst: Int32 = -1
    /// Whether a phrase says aspect and opinion outright (省油).
    var isPlain = false
    var isChosen = false

    /// The sum of all opinions, of which those that are only asked or wished for count less.
    var weighed: Float { stated + 0.3 * (all - stated) }
    var hasVote: Bool { best >= 0 || worst >= 0 }
    var isMet: Bool { mentions > 0 || hasVote }
}
