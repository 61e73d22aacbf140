/// The words of `commands.json5` that may stand beside what is subscribed to, ended or paused and leave no doubt that it is wished.
///
/// What else is said there (别忘了发日报, 节假日不要发日报, 日报写得真好) makes of it something else, and nobody can list all of that: it
/// is asked about.
struct SubscribingWords: Sendable {
    private let plain: [[UInt32]]
    private let adding: [[UInt32]]
    private let ending: [[UInt32]]
    private let pausing: [[UInt32]]
    /// What asks politely: 能不能, 可以吗.
    private let polite: [[UInt32]]
    /// What asks about a report that comes or does not: 没收到, 几点.
    private let wondering: [[UInt32]]
    /// On days on which no report is wished: 周末.
    private let weekend: [[UInt32]]
    /// At the end of a message, and in it, what tells that something was done (停了, 被), and with which somebody is asked to do it: 把.
    private let told: [[UInt32]]
    private let toldWithin: [[UInt32]]
    private let asking: [[UInt32]]
    /// What tells that something came, unless it is wished: 收到, and 想.
    private let came: [[UInt32]]
    private let wished: [[UInt32]]
    /// What denies, and what ends something: 不要, and 停.
    private let denying: [[UInt32]]
    private let ends: [[UInt32]]
    private let monthEnd: [[UInt32]]
    private let pauses: [[UInt32]]
    /// What tells how something is: 一般.
    private let telling: [[UInt32]]
    /// What moves something, without saying to when: 推迟.
    private let moving: [[UInt32]]
    /// 了
    private static let done: UInt32 = 0x4E86
    static let subscribing = "订阅".unicodeScalars.map(\.value)
    private static let question = Set("吗么?？".unicodeScalars.map(\.value))

    init(_ words: ReplyWords) {
        (plain, adding) = (words.words("plain_subscription"), words.words("plain_subscribing"))
        (ending, pausing) = (words.words("plain_unsubscribing"), words.words("plain_pausing"))
        polite = words.words("plain_asking")
        (told, toldWithin) = (words.words("subscription_told"), words.words("subscription_told_within"))
        (came, wished) = (words.words("subscription_came"), words.words("subscription_wished"))
        (asking, pauses) = (words.words("subscription_asked"), words.words("subscription_pauses"))
        (denying, ends) = (words.words("subscription_denying"), words.words("subscription_ends"))
        monthEnd = words.words("schedule_month_end")
        (telling, moving) = (words.words("subscription_telling"), words.words("subscription_moving"))
        (wondering, weekend) = (words.words("subscription_wondering"), words.words("subscription_weekend"))
    }

    /// Whether a message says nothing but what is wished, in words that leave no doubt.
    ///
    /// - Parameter names: whether a token says what of, where, or when.
    func leaveNoDoubt(
        _ intent: Intent, _ message: MessageFeatures, _ schedule: ReportSchedule?, names: (Token) -> Bool
    ) -> Bool {
        let scalars = message.text.scalars
        guard !isTold(scalars), intent == .subscriptionAdd || !deniesEnding(scalars),
            // 日报是8点发, 日报暂停到周五了 tell of something.
            !telling.stand(in: scalars),
            intent != .subscriptionPause || scalars.last != SubscribingWords.done
                || denying.stand(in: scalars)
        else { return false }
        let asksPolitely = intent == .subscriptionAdd && polite.stand(in: scalars)
        var words = plain + (asksPolitely ? polite : [])
        switch intent {
        case .subscriptionAdd:
            words += adding + (schedule?.recurrence == .monthly(day: 31) ? monthEnd : [])
        case .subscriptionPause: words += pausing + ending
        default: words += ending
        }
        // Two words may begin alike (开, 开通), of which only one leaves what follows whole.
        var reached = Set([0])
        for position in scalars.indices where reached.contains(position) {
            let isQuestion = SubscribingWords.question.contains(scalars[position])
            let isSign = scalars[position] == Normalization.separator || message.text.divides(at: position)
            if isQuestion ? asksPolitely : isSign { reached.insert(position + 1) }
            for token in message.tokens where token.range.lowerBound == position && names(token) {
                reached.insert(token.range.upperBound)
            }
            for word in words where scalars[position...].starts(with: word) {
                reached.insert(position + word.count)
            }
        }
        return reached.contains(scalars.count)
    }

    /// Whether a message says that something came or was done, which nobody wishes for by it: 收到预警了, 日报停了, 日报被取消了.
    private func isTold(_ scalars: [UInt32]) -> Bool {
        let words = scalars.filter { $0 != Normalization.separator }
        return told.contains { words.suffix($0.count).elementsEqual($0) } && !asking.stand(in: words)
            || toldWithin.stand(in: words)
            || came.stand(in: words) && !wished.stand(in: words)
    }

    /// Whether what ends something is not wished: 不要停发日报.
    private func deniesEnding(_ scalars: [UInt32]) -> Bool {
        scalars.indices.contains { position in
            denying.contains { word in
                let behind = scalars[position...].dropFirst(word.count).prefix(SubscribingWords.near)
                    .prefix { $0 != Normalization.separator }
                return scalars[position...].starts(with: word) && ends.stand(in: behind)
            }
        }
    }

    /// So far behind what denies it stands what is denied: 不要再停发.
    private static let near = 3

    /// Whether a message asks about a report that comes or does not.
    func wonder(_ text: Normalization) -> Bool { wondering.stand(in: text.scalars) }

    /// Whether a message moves something: 日报推迟.
    func move(_ text: Normalization) -> Bool { moving.stand(in: text.scalars) }

    /// Whether a message says until when something shall pause.
    func namePause(_ text: Normalization) -> Bool { pauses.stand(in: text.scalars) }

    /// Whether a message speaks of the days on which nobody works.
    func nameWeekend(_ text: Normalization) -> Bool { weekend.stand(in: text.scalars) }
}
