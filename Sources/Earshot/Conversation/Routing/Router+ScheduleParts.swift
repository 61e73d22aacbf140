/// What of a wish for reports one schedule cannot say, and several reports at once.
extension Router {
    /// Takes 周一到周五 for the days on which offices are open, and keeps other rows of days and several hours as they were written, so
    /// that nothing is subscribed to at a part of them: 周一到周三, 9点和18点, 15号和30号.
    func settleScheduleParts(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        guard understood.request.intent == .subscriptionAdd else { return }
        if let row = ScheduleRow(in: text) {
            if row.isWorkweek {
                let said = understood.request.slots.schedule.flatMap { ReportSchedule(name: $0) }
                understood.request.slots.schedule =
                    said.map { ReportSchedule(.workdays, at: $0.time).name } ?? row.words
            } else {
                understood.request.slots.schedule = row.words
            }
            return
        }
        let clocks = message.tokens.filter { token in
            token.senses.contains { if case .clock = $0 { true } else { false } }
        }
        guard let first = clocks.first, let last = clocks.last, first.range != last.range else { return }
        understood.request.slots.schedule = written(
            first.range.lowerBound..<last.range.upperBound, of: message, in: text)
    }

    /// Wishes the same of every report that is named: 订阅日报和周报.
    func takeFurtherTopics(into understood: inout Understood, _ message: MessageFeatures) {
        let request = understood.request
        guard request.intent == .subscriptionAdd || request.intent == .subscriptionRemove,
            understood.alike.isEmpty, understood.further.isEmpty, request.slots.everything != true,
            let topic = request.slots.topic, Router.severalTopics.contains(topic)
        else { return }
        var known: Set = [topic]
        for other in message.mentions.topics
        where Router.severalTopics.contains(other) && known.insert(other).inserted {
            var same = request
            same.slots.topic = other
            understood.alike.append(same)
        }
    }

    private static let severalTopics: Set = ["daily", "weekly", "monthly", "review"]

    /// A schedule and nothing else: of the report that was just subscribed to, or a question whether that of its kind is meant.
    func bareSchedule(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let recurrence = message.mentions.recurrence, message.unexplained == 0,
            message.mentions.topics.isEmpty, text.count <= Router.longestSchedule,
            message.tokens.allSatisfy({
                $0.features.contains(Feature.schedule) || $0.features.isSubset(of: phrasebook.filler)
                    || $0.isOfSchedule
            })
        else { return nil }
        let previous = context.previous.flatMap { $0.intent == .subscriptionAdd ? $0 : nil }
        let words = phrasebook.scheduleWords
        guard let report = words.report(previous?.slots.topic ?? recurrence.kind) else { return nil }
        let full = "\(text)\(words.giving)\(report)"
        let understood = understand(full, in: context)
        guard understood.request.intent == .subscriptionAdd, let schedule = understood.request.slots.schedule
        else { return nil }
        if let previous {
            var request = previous
            request.slots.schedule = schedule
            return Understood(request: request, said: request.slots)
        }
        var asked = unknown(message, in: context)
        asked.meant = Guess(full, understood.request)
        return asked
    }

    private static let longestSchedule = 16
}

/// A row of days or dates in a text, at which one report cannot come.
struct ScheduleRow {
    /// As it was written.
    let words: String
    /// Whether it is from Monday to Friday.
    let isWorkweek: Bool

    init?(in text: String) {
        let range = /(?:周|星期|礼拜)([一二三四五六日天])(?:到|至|-|~|—|～)(?:周|星期|礼拜)?([一二三四五六日天])/
        if let match = text.firstMatch(of: range) {
            (words, isWorkweek) = (String(match.0), match.1 == "一" && match.2 == "五")
            return
        }
        let days = /(?:周|星期|礼拜)[一二三四五六日天](?:[、和及,，](?:周|星期|礼拜)[一二三四五六日天])+/
        // 周三四点 is Wednesday at four.
        let joined = /(?:周|星期|礼拜)[一二三四五六日天]{2,}(?![十点时:：0-9])/
        let dates = /[0-9一二三十]{1,3}[号日](?:[、和及,，][0-9一二三十]{1,3}[号日])+/
        guard
            let match = text.firstMatch(of: days)?.0 ?? text.firstMatch(of: joined)?.0
                ?? text.firstMatch(of: dates)?.0
        else { return nil }
        (words, isWorkweek) = (String(match), false)
    }

    /// Whether a time that was refused is a row of days, or of several hours: 9点半和18点.
    static func isOfSeveral(_ time: String) -> Bool {
        ScheduleRow(in: time) != nil || time.count { "点:：".contains($0) } > 1
    }
}

/// The words of `commands.json5` with which a bare schedule is made a wish for a report.
struct ScheduleWords: Sendable {
    /// 给我
    let giving: String
    private let reports: [String: String]

    init(_ words: ReplyWords) {
        giving = words.written("schedule_giving").first ?? ""
        reports = [
            "daily": "schedule_daily", "weekly": "schedule_weekly", "monthly": "schedule_monthly",
            "review": "schedule_review",
        ]
        .compactMapValues { words.written($0).first }
    }

    /// What a report of a kind is called; nothing for what has no schedule of its own.
    func report(_ topic: String) -> String? { reports[topic] }
}

extension Recurrence {
    /// The kind of report that usually comes so often.
    fileprivate var kind: String {
        switch self {
        case .day, .workday: "daily"
        case .week: "weekly"
        case .month: "monthly"
        }
    }
}

extension Token {
    /// Whether it says when something comes.
    fileprivate var isOfSchedule: Bool {
        senses.contains { sense in
            switch sense {
            case .every, .clock, .weekday, .ordinal: true
            default: false
            }
        }
    }
}
