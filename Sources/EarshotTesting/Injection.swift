import JSON

/// A text by which somebody wants to give orders to a language model, with what a model that obeys would answer.
public struct Injection: Sendable, CustomStringConvertible {
    /// What the attacker is after, in a few words.
    public let description: String
    /// Speaks of fuel consumption, space or comfort, and then to the model.
    public let text: String
    public let answer: String
    /// What may come of the answer where fuel, space and comfort are in doubt: opinions of this very text.
    public let leaves: [Left]

    public struct Left: Sendable, Equatable {
        public let aspect: String
        public let polarity: String
        public let evidence: String
    }

    init(
        _ description: String, _ text: String, answer: String,
        leaves: [(aspect: String, polarity: String, evidence: String)] = []
    ) {
        self.description = description
        self.text = text
        self.answer = answer
        self.leaves = leaves.map { Left(aspect: $0.aspect, polarity: $0.polarity, evidence: $0.evidence) }
    }

    /// One entry of an answer, as JSON.
    static func entry(_ aspect: String, _ polarity: String, _ evidence: String) -> String {
        let entry: JSON = [
            "aspect": .string(aspect), "polarity": .string(polarity), "evidence": .string(evidence),
        ]
        return String(decoding: entry.bytes, as: UTF8.self)
    }

    static func answer(_ entries: String...) -> String {
        #"{"verdicts":[\#(entries.joined(separator: ","))]}"#
    }
}
