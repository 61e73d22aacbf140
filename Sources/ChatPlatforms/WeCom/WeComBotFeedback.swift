import Earshot

/// The object of a feedback event. Source: developer.work.weixin.qq.com, document 101027.
struct WeComBotFeedback: Decodable {
    private let id: String
    private let verdict: Feedback.Verdict
    private let reasons: [Feedback.Reason]
    private let comment: String?

    /// The platform offers four.
    private static let mostReasons = 16
    private static let longestComment = 4096

    private enum Key: String, CodingKey {
        case id, type, content
        case reasons = "inaccurate_reason_list"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        id = try fields.identifier(.id)
        let type = try fields.decode(LenientInteger.self, forKey: .type).value
        guard let verdict = WeComBotFeedback.verdicts[type] else {
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: fields, debugDescription: "no verdict that is known")
        }
        self.verdict = verdict
        let numbers = fields.ifUsable([LenientInteger].self, .reasons) ?? []
        reasons = numbers.prefix(WeComBotFeedback.mostReasons).map { number in
            // What the platform adds one day is kept under its number.
            WeComBotFeedback.reasons[number.value] ?? Feedback.Reason(rawValue: "reason-\(number.value)")
        }
        let words = fields.ifUsable(String.self, .content)?.trimmedOfWhitespace ?? ""
        comment = words.isEmpty ? nil : words.beginning(bytes: WeComBotFeedback.longestComment)
    }

    /// What it says, or nothing when it is of an answer that is not ours.
    func feedback(on bot: WeComBot, from account: String, event: MessageKey) -> Feedback? {
        guard let answer = WeComStream(id: id, of: bot) else { return nil }
        return Feedback(
            event: event, message: answer.message, account: account, verdict: verdict, reasons: reasons,
            comment: comment)
    }

    private static let verdicts: [Int64: Feedback.Verdict] = [1: .positive, 2: .negative, 3: .withdrawn]
    private static let reasons: [Int64: Feedback.Reason] = [
        1: .irrelevant, 2: .incomplete, 3: .wrong, 4: .analysis,
    ]
}
