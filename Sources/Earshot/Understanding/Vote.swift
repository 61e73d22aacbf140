/// One opinion word's say on one aspect.
struct Vote {
    var aspect: UInt8
    /// Below zero complaint, above praise; 1 is a plain "good".
    var value: Float
    /// Whether the sentence states it, not asks, wishes or supposes it.
    var stated: Bool
    /// Characters from the first to the last word that carry it.
    var start: Int32
    var end: Int32
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
