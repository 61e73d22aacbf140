/// What people asked and got answers to that they called bad, put together by what was asked.
public struct FailedQuestion: Sendable, Hashable {
    public var intent: Intent
    /// What it was about, wherever and whenever it was asked: 油耗 negative, or the words where there is nothing else.
    public var matter: Matter
    /// How many people and answers.
    public var count: Int
    /// How often each reason was given, the most frequent first.
    public var reasons: [(reason: Feedback.Reason, count: Int)] {
        Dictionary(grouping: allReasons) { $0 }.map { (reason: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
    }
    private var allReasons: [Feedback.Reason]
    /// The latest one.
    public var example: RatedAnswer
    /// What somebody wrote of it last, masked.
    public var comment: String?

    /// A question without its place and time.
    public struct Matter: Sendable, Hashable {
        public var aspect: Aspect?
        public var polarity: Polarity?
        public var product: Product?
        /// The letters and digits of what was written.
        var key: String

        init(_ request: Request) {
            aspect = request.slots.aspect
            polarity = request.slots.polarity
            product = request.slots.product
            key = UnansweredQuestion.key(of: request.slots.words ?? "")
        }
    }

    /// The longest comment and example, in characters.
    private static let longest = 100

    /// Puts together what is of the same question; those that failed most often first, of these the latest.
    ///
    /// - Parameter rated: those that were called bad, the newest first. What was answered and is known no more is left out.
    public static func grouped(_ rated: [RatedAnswer]) -> [FailedQuestion] {
        var groups: [Key: FailedQuestion] = [:]
        for one in rated {
            guard let request = one.answer?.request else { continue }
            let key = Key(intent: request.intent, matter: Matter(request))
            let comment = one.feedback.comment.map { String(PersonalData.masked($0).prefix(longest)) }
            if var known = groups[key] {
                known.count += 1
                known.allReasons += one.feedback.reasons
                known.comment = known.comment ?? comment
                groups[key] = known
            } else {
                groups[key] = FailedQuestion(
                    intent: request.intent, matter: key.matter, count: 1, allReasons: one.feedback.reasons,
                    example: one, comment: comment)
            }
        }
        return groups.values.sorted { ($1.count, $1.example.number) < ($0.count, $0.example.number) }
    }

    private struct Key: Hashable {
        var intent: Intent
        var matter: Matter
    }

    /// What was written where that is kept, masked.
    public var words: String? {
        example.answer?.request.slots.words.map {
            String(
                PersonalData.masked($0).split(whereSeparator: \.isNewline).joined(separator: " ")
                    .prefix(FailedQuestion.longest))
        }
    }

    /// The beginning of the latest answer, masked.
    public var answer: String? {
        example.answer.flatMap { answer in
            let turn = RecentTurn("", answer.reply)
            return turn.answered.isEmpty ? nil : turn.answered
        }
    }
}
