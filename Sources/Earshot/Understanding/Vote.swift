/// One opinion word's say on one aspect.
struct Vote {
    var aspect: UInt8
    /// Below zero complaint, above praise; 1 is a plain "good".
    var value: Float
    /// How much of it counts for the sentiment of the whole text.
    var weight: Float = 1
    /// Whether its clause says nothing else: 动力足.
    var isRemark = false
    /// Whether the sentence states it, not asks, wishes or supposes it.
    var stated: Bool
    /// Characters from the first to the last word that carry it.
    var start: Int32
    var end: Int32
    /// The same with the words that deny it.
    var spokenStart: Int32
    var spokenEnd: Int32
    /// The token of the target, or -1.
    var target: Int32
    /// The token of the opinion word.
    var word: Int32
    /// Index of the product it is said of, or -1 for whatever the text is about.
    var product: Int32
}

/// A target word met in the text, for one aspect.
struct Mention {
    var aspect: UInt8
    var salience: Float
    var token: Int32
    var asked: Bool
}
