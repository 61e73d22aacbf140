/// Days on which no report is wished, however many are named: 明天不发日报, 明天和后天别发, 明天起三天不要发日报.
extension Router {
    /// A pause in each row of days that is named; nothing where a message names none, or says more than that.
    func unwishedDays(_ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        let words = phrasebook.pauseWords
        let ofBefore = context.previous?.intent.isAboutSubscriptions == true
        let unwished = words.unwishedRanges(message.text)
        guard !unwished.isEmpty, !message.text.isQuestion, message.mentions.recurrence == nil,
            // 明天别推预警 is of no report.
            ofBefore && !message.says(phrasebook.warnings.alert) || !reports(in: message).isEmpty,
            !message.says(phrasebook.condition),
            !phrasebook.onceWords.subscribe(message.text),
            // 明天发日报，后天不发 wishes it on one of them.
            !words.isWished(message.text, beside: unwished), !words.except(message.text)
        else { return nil }
        var rows: [ClosedRange<Day>] = []
        // 今天别发 is one word.
        if message.mentions.periods.isEmpty, words.nameToday(message.text) {
            rows.append(context.today...context.today)
        }
        var counted = 0
        for named in message.mentions.periods {
            let range = message.tokens[named.token].range
            // 三天 in 明天起三天.
            guard range.lowerBound >= counted else { continue }
            guard !words.standBefore(message.text.scalars[range.upperBound...]),
                let days = days(of: named.value, written: range, message, context)
            else { return nil }
            guard phrasebook.onceWords.begin(at: range, of: message.text) else {
                rows.append(days)
                continue
            }
            // From a day on without an end is no pause.
            guard let (length, end) = words.length(behind: range.upperBound, of: message.text) else {
                return nil
            }
            rows.append(days.lowerBound...(days.lowerBound + (length - 1)))
            counted = end
        }
        let pauses = Self.joined(rows).map { pause($0, message, context) }
        guard var first = pauses.first else { return nil }
        // 日报和周报明天都别发 is of both, and what names none is of the one that was spoken of.
        let said = reports(in: message)
        guard said.count < 2 || pauses.count == 1 && topicRow(in: message).count == said.count else {
            return nil
        }
        let before = context.previous?.slots.topic.flatMap { ReportTopic.Kind(rawValue: $0) }.map(\.rawValue)
        let topics = said.isEmpty ? [before].compactMap(\.self) : said
        let requests =
            topics.isEmpty
            ? pauses.map(\.request)
            : topics.flatMap { topic in
                pauses.map { pause in
                    var request = pause.request
                    request.slots.topic = topic
                    return request
                }
            }
        first.request = requests[0]
        first.said = first.request.slots
        first.alike = Array(requests.dropFirst())
        return leavesNoDoubt(first.request, message) ? first : nil
    }

    /// The kinds of report that a message names, each once.
    func reports(in message: MessageFeatures) -> [String] {
        message.mentions.topics.filter { ReportTopic.Kind(rawValue: $0) != nil }.reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// Rows of days in their order, those that follow on one another put together.
    private static func joined(_ rows: [ClosedRange<Day>]) -> [ClosedRange<Day>] {
        rows.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, row in
            if let last = joined.last, row.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, row.upperBound)
            } else {
                joined.append(row)
            }
        }
    }
}
