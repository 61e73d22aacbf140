/// A row of weights for aspects and their polarity.
typealias OpinionRow = SIMD32<Int8>

/// A row of weights for the sentiment of a text: after the document frequency the outputs of `SentimentOutput`.
typealias SentimentRow = SIMD4<Int8>

/// Where in an `OpinionRow` weights lie.
enum OpinionLane {
    /// The first lane is the document frequency's; then come the aspects.
    static let subjects = 1
    static let mostSubjects = 15

    /// A group of n-grams that the polarity is judged by; each has a lane for each output.
    enum Group: Int, CaseIterable {
        case whole, clauses, before, after

        var lane: Int { 16 + 4 * rawValue }
    }
}
