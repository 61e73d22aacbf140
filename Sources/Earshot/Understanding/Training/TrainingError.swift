/// Why labels are not enough to learn from.
public enum TrainingError: Error, Sendable, Equatable {
    /// No aspect is labelled in so many texts.
    case tooFewOpinions(Int)
    /// Fewer than so many texts are labelled as praise or complaint.
    case tooFewSentiments(Int)

    public var sentence: String {
        switch self {
        case .tooFewOpinions(let count): "no aspect is labelled in at least \(count) texts"
        case .tooFewSentiments(let count): "fewer than \(count) texts are labelled as praise or complaint"
        }
    }
}
