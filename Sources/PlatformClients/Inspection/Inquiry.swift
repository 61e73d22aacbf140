import ChatPlatforms
import Crypto
import Earshot
import HTTP

/// The questions to one platform's server about one channel, and what its answers tell besides.
struct Inquiry {
    let channel: String
    private let connection: PlatformConnection
    private let clock: any Earshot.Clock
    /// From the last answer that told the time.
    private(set) var clockComparison: ClockComparison?
    private var redaction: Redaction

    init(
        channel: String, server: String, secrets: [Secret], client: Client, clock: any Earshot.Clock,
        timeLimit: Duration
    ) {
        self.channel = channel
        self.clock = clock
        connection = PlatformConnection(base: server, client: client, timeLimit: timeLimit)
        redaction = Redaction(secrets)
    }

    mutating func ask<Answer: CallResult>(
        _ call: PlatformCall, reading read: (PlatformResponse) -> Answer
    ) async -> Answer {
        var date: String?
        let answer = await connection.perform(call) { response in
            date = response.field("Date")
            return read(response)
        }
        clockComparison = ClockComparison(date: date, now: clock.now) ?? clockComparison
        return answer
    }

    /// Asks for a token and then, with it, something else.
    mutating func ask<Value>(
        token: PlatformCall, reading readToken: (PlatformResponse) -> PlatformAnswered<PlatformToken>,
        then call: PlatformCall, reading read: (PlatformResponse) -> PlatformAnswered<Value>
    ) async -> TokenAnswer<Value> {
        switch await ask(token, reading: readToken) {
        case .failed(let outcome): return .noToken(outcome.remark)
        case .value(let granted):
            redaction.add(granted.value)
            switch await ask(call.authorized(by: granted.value), reading: read) {
            case .value(let value): return .value(value)
            case .failed(.refused(let remark)): return .refused(remark, isOnlyOfWhatWasAsked: true)
            case .failed(let outcome): return .refused(outcome.remark, isOnlyOfWhatWasAsked: false)
            }
        }
    }

    enum TokenAnswer<Value> {
        case noToken(PlatformRemark)
        /// A token was granted; what was asked with it was not answered. Where it is not only of what was asked, the
        /// token, the channel, its rate or the platform is why.
        case refused(PlatformRemark, isOnlyOfWhatWasAsked: Bool)
        case value(Value)
    }

    /// What is shown of a remark of the platform's: its code, what it means, and its own words.
    func finding(
        _ remark: PlatformRemark, _ explanation: Advice, weight: Finding.Weight = .fault
    ) -> Finding {
        // A remark of ours says the same as the explanation.
        let words =
            remark.code.hasPrefix("http.")
            ? "" : redaction.applied(to: remark.words).beginning(characters: 300)
        let code = redaction.applied(to: remark.code).beginning(characters: 80)
        return Finding(
            weight, channel,
            Advice(
                "\(code): \(explanation.english)" + (words.isEmpty ? "" : " (in its words: \(words))"),
                "\(code)：\(explanation.chinese)"))
    }

    /// The finding without anything secret in it.
    func shown(_ finding: Finding) -> Finding { redaction.applied(to: finding) }
}

extension String {
    fileprivate func beginning(characters: Int) -> String {
        count <= characters ? self : prefix(characters) + "…"
    }
}
