/// What of a wish for reports one schedule cannot say, and several reports at once.
extension Router {
    /// Takes 周一到周五 for the days on which offices are open, and keeps other rows of days and several hours as they were written, so
    /// that nothing is subscribed to at a part of them: 周一到周三, 9点和18点, 15号和30号.
    func settleScheduleParts(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        guard understood.request.intent == .subscriptionAdd else { return }
        defer { markPart(of: &understood, text, message) }
        let clocks = message.tokens.filter { token in
            token.senses.contains { if case .clock = $0 { true } else { false } }
        }
        if let first = clocks.first, let last = clocks.last, first.range != last.range {
            // 到8点半或9点
            let words = message.text.scalars[first.range]
            let start = first.range.lowerBound + words.prefix { ReportSchedule.leading.contains($0) }.count
            let range = start..<last.range.upperBound
            understood.request.slots.schedule = written(range, of: message, in: text)
            return
        }
        let said = understood.request.slots.schedule.flatMap { ReportSchedule(name: $0) }
        if phrasebook.scheduleWords.nameMonthEnd(message.text), message.mentions.ordinals.isEmpty,
            let kind = understood.request.slots.topic.flatMap({ ReportTopic.Kind(rawValue: $0) }),
            case .monthly = kind.usualSchedule.recurrence
        {
            // The last day, also of a month that is shorter.
            let time = said?.time ?? kind.usualSchedule.time
            understood.request.slots.schedule = ReportSchedule(.monthly(day: 31), at: time).name
            return
        }
        // 月报改到5号.
        if let kind = understood.request.slots.topic.flatMap({ ReportTopic.Kind(rawValue: $0) }),
            case .monthly = kind.usualSchedule.recurrence, message.mentions.recurrence == nil,
            let day = ReportSchedule.day(movedToIn: text) ?? message.mentions.ordinals.first,
            (1...31).contains(day)
        {
            let time = said?.time ?? kind.usualSchedule.time
            understood.request.slots.schedule = ReportSchedule(.monthly(day: day), at: time).name
            return
        }
        // 周报从周一改到周三.
        if let weekday = ReportSchedule.weekday(movedToIn: text), let said, case .weekly = said.recurrence {
            understood.request.slots.schedule = ReportSchedule(.weekly(weekday: weekday), at: said.time).name
            return
        }
        guard let row = ScheduleRow(in: text) else { return settleEveryDay(of: &understood, message) }
        understood.request.slots.schedule =
            row.isWorkweek ? said.map { ReportSchedule(.workdays, at: $0.time).name } ?? row.words : row.words
    }

    /// 每天给我日报, of which the hour is not said, is every day; 每天给我周报 is no rhythm of that, which is said.
    private func settleEveryDay(of understood: inout Understood, _ message: MessageFeatures) {
        guard understood.request.slots.schedule == nil, case .day? = message.mentions.recurrence,
            let kind = understood.request.slots.topic.flatMap({ ReportTopic.Kind(rawValue: $0) })
        else { return }
        switch kind {
        case .daily: understood.request.slots.words = ReportSchedule.everyDay
        case .weekly, .monthly, .review:
            understood.request.slots.schedule = ReportSchedule(.daily, at: kind.usualSchedule.time).name
        case .asking, .answers: break
        }
    }

    /// Says which part of a schedule was said alone, so that the other one stays as it was: 日报改到9点.
    private func markPart(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        guard let said = understood.request.slots.schedule, ReportSchedule(name: said) != nil else { return }
        let hasTime = message.mentions.clock != nil
        let hasDays =
            message.mentions.recurrence != nil || message.mentions.weekday != nil
            || !message.mentions.ordinals.isEmpty || ReportSchedule.day(movedToIn: text) != nil
            || ScheduleRow(in: text) != nil
            || phrasebook.scheduleWords.nameMonthEnd(message.text)
        guard hasTime != hasDays else { return }
        understood.request.slots.words = hasTime ? ReportSchedule.timeAlone : ReportSchedule.daysAlone
    }

    /// Wishes the same of every report of a row (订阅日报和周报): at its usual time, or at the hour that is said for all. Where a day is
    /// said as well it is the first one's, and the others are offered.
    func takeFurtherTopics(into understood: inout Understood, _ message: MessageFeatures) {
        let request = understood.request
        guard request.intent == .subscriptionAdd || request.intent == .subscriptionRemove,
            understood.alike.isEmpty, understood.further.isEmpty,
            message.unexplained == 0
                // 把日报和周报都停了
                || request.intent == .subscriptionRemove && leavesNoDoubt(request, message),
            !message.text.isQuestion,
            !phrasebook.triageWords.asks(message.text)
        else { return }
        let row = topicRow(in: message)
        guard row.first == request.slots.topic else { return }
        let said = request.slots.schedule.flatMap { ReportSchedule(name: $0) }
        let saysDay = message.mentions.recurrence != nil || message.mentions.weekday != nil
        for topic in row.dropFirst() {
            var same = request
            same.slots.topic = topic
            same.slots.schedule = nil
            guard request.intent == .subscriptionAdd, let said else {
                understood.alike.append(same)
                continue
            }
            guard !saysDay, let usual = ReportTopic.Kind(rawValue: topic)?.usualSchedule.recurrence else {
                understood.further.append(same)
                understood.furtherWords[same] = phrasebook.scheduleWords.subscribing(topic)
                continue
            }
            same.slots.schedule = ReportSchedule(usual, at: said.time).name
            understood.alike.append(same)
        }
    }

    /// Ends the report of the clause that says so: 日报 in 订阅周报，不要日报.
    func settleEndedTopic(of understood: inout Understood, _ text: String, _ context: DialogueContext) {
        guard understood.request.intent == .subscriptionRemove,
            let topic = understood.request.slots.topic, Router.severalTopics.contains(topic)
        else { return }
        takeOtherAspect(into: &understood, topic)
        let ending = phrasebook.unsubscribe.union(phrasebook.negation)
        let saying = clauses(of: text, DateReader(context)).filter {
            $0.says(ending) && !$0.mentions.topics.isEmpty
        }
        guard saying.count == 1, let named = saying[0].mentions.topics.first,
            Router.severalTopics.contains(named)
        else { return }
        (understood.request.slots.topic, understood.said.topic) = (named, named)
        takeOtherTopic(into: &understood, text, named)
    }

    /// Ends the report of what stands before 换成 where another of the same kind shall come in its place: 刹车日报换成空调日报.
    func takeExchanged(in understood: inout Understood, _ message: MessageFeatures) {
        let request = understood.request
        guard request.intent == .subscriptionAdd, let topic = request.slots.topic,
            Router.severalTopics.contains(topic), understood.alike.isEmpty, understood.further.isEmpty,
            let word = phrasebook.onceWords.moveRange(message.text), leavesNoDoubt(request, message)
        else { return }
        func named(_ isWanted: (Token) -> Bool) -> (aspect: Aspect?, product: Product?) {
            var found: (aspect: Aspect?, product: Product?) = (nil, nil)
            for token in message.tokens where isWanted(token) {
                for sense in token.senses {
                    if case .aspect(let aspect) = sense { found.aspect = found.aspect ?? aspect }
                    if case .product(let product) = sense { found.product = found.product ?? product }
                }
            }
            return found
        }
        let old = named { $0.range.upperBound <= word.lowerBound }
        let new = named { $0.range.lowerBound >= word.upperBound }
        guard old.aspect != nil && new.aspect != nil || old.product != nil && new.product != nil else {
            return
        }
        var ended = Request(.subscriptionRemove, request.slots)
        (ended.slots.aspect, ended.slots.product, ended.slots.schedule) = (old.aspect, old.product, nil)
        // That one and no other.
        ended.slots.isConfirmed = true
        var wished = request
        (wished.slots.aspect, wished.slots.product) = (new.aspect, new.product)
        understood.request = ended
        understood.alike = [wished]
    }

    /// The same report of another aspect in the place of the one that ends: 刹车 in 油耗的日报不要了，换成刹车的.
    private func takeOtherAspect(into understood: inout Understood, _ topic: String) {
        for (index, request) in understood.further.enumerated() where request.intent == .aspect {
            guard let words = understood.furtherWords[request],
                phrasebook.onceWords.move(Normalization(words))
            else { continue }
            var wished = Request(.subscriptionAdd, request.slots)
            (wished.slots.topic, wished.slots.period) = (topic, nil)
            understood.further[index] = wished
            understood.furtherWords[wished] = words
        }
    }

    /// The report that is wished in the place of the one that ends: 周报 in 不要日报要周报, 订阅周报，不要日报.
    private func takeOtherTopic(into understood: inout Understood, _ text: String, _ ended: String) {
        let message = MessageFeatures(
            Normalization(text), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
        let topics = message.mentions.topics.filter { $0 != ended && Router.severalTopics.contains($0) }
        guard understood.alike.isEmpty, understood.further.isEmpty, let other = topics.first,
            topics.allSatisfy({ $0 == other }),
            let named = message.tokens.first(where: { $0.senses.contains(.topic(other)) }),
            phrasebook.scheduleWords.wish(before: named.range.lowerBound, in: message.text)
        else { return }
        var slots = Slots()
        slots.topic = other
        let wished = Request(.subscriptionAdd, slots)
        understood.further = [wished]
        understood.furtherWords[wished] = phrasebook.scheduleWords.subscribing(other)
    }

    /// The kinds of report that stand in one row, with nothing but 和 and its like between them.
    func topicRow(in message: MessageFeatures) -> [String] {
        var row: [(topic: String, range: Range<Int>)] = []
        for token in message.tokens {
            for case .topic(let topic) in token.senses where Router.severalTopics.contains(topic) {
                row.append((topic, token.range))
                break
            }
        }
        guard var end = row.first?.range.upperBound else { return [] }
        var topics = [row[0].topic]
        for (topic, range) in row.dropFirst() {
            guard phrasebook.scheduleWords.join(message.text.scalars[end..<range.lowerBound]) else {
                return []
            }
            if !topics.contains(topic) { topics.append(topic) }
            end = range.upperBound
        }
        return topics
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
        // 每周一 behind a daily report is of another one.
        let previous = context.previous.flatMap { previous in
            previous.intent == .subscriptionAdd && previous.slots.topic == recurrence.kind ? previous : nil
        }
        let words = phrasebook.scheduleWords
        guard let report = words.report(previous?.slots.topic ?? recurrence.kind) else { return nil }
        let full = "\(text)\(words.giving)\(report)"
        let understood = understand(full, in: context)
        guard understood.request.intent == .subscriptionAdd, let schedule = understood.request.slots.schedule
        else { return nil }
        if let previous {
            var request = previous
            request.slots.schedule = schedule
            request.slots.words = understood.request.slots.words
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
        let day = /(?:周|星期|礼拜)[一二三四五六日天]/
        if let match = text.firstMatch(of: range) {
            let rest = text[match.range.upperBound...]
            // 周一到周五9点，周六10点 is more than one can say.
            if let further = rest.firstMatch(of: day) {
                (words, isWorkweek) = (String(text[match.range.lowerBound..<further.range.upperBound]), false)
            } else {
                (words, isWorkweek) = (String(match.0), match.1 == "一" && match.2 == "五")
            }
            return
        }
        let days = /(?:周|星期|礼拜)[一二三四五六日天](?:[、和及,，](?:周|星期|礼拜)[一二三四五六日天])+/
        // 周三四点 is Wednesday at four, 周一日报 a daily report.
        let joined = /(?:周|星期|礼拜)([一二三四五六日天]{2,})(?![十点时:：0-9早起次报共同])/
        let dates = /[0-9一二三十]{1,3}[号日](?:[、和及,，][0-9一二三十]{1,3}[号日])+/
        let together = text.firstMatch(of: joined).flatMap { Set($0.1).count == $0.1.count ? $0.0 : nil }
        guard let match = text.firstMatch(of: days)?.0 ?? together ?? text.firstMatch(of: dates)?.0 else {
            return nil
        }
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
    private let subscribing: String
    private let reports: [String: String]
    /// Between reports of a row: 和.
    private let joints: [[UInt32]]
    /// By which it is asked how two differ: 区别.
    private let comparing: [[UInt32]]
    /// The last day of a month: 月底.
    private let monthEnd: [[UInt32]]
    /// Right before a report that is wished, and before that what denies it: 要, 不.
    private let wishing: [[UInt32]]
    private let unwished: [[UInt32]]

    init(_ words: ReplyWords) {
        giving = words.written("schedule_giving").first ?? ""
        subscribing = words.written("schedule_subscribing").first ?? ""
        (joints, comparing) = (words.words("schedule_joints"), words.words("schedule_compares"))
        monthEnd = words.words("schedule_month_end")
        (wishing, unwished) = (words.words("schedule_wishing"), words.words("schedule_unwished"))
        reports = [
            "daily": "schedule_daily", "weekly": "schedule_weekly", "monthly": "schedule_monthly",
            "review": "schedule_review",
        ]
        .compactMapValues { words.written($0).first }
    }

    /// What a report of a kind is called; nothing for what has no schedule of its own.
    func report(_ topic: String) -> String? { reports[topic] }

    /// Whether a message asks how reports differ.
    func compare(_ text: Normalization) -> Bool { comparing.stand(in: text.scalars) }

    /// Whether a message names the last day of a month.
    func nameMonthEnd(_ text: Normalization) -> Bool { monthEnd.stand(in: text.scalars) }

    /// Whether a word right before a position says that what stands there is wished: 要周报, and not 不要周报.
    func wish(before position: Int, in text: Normalization) -> Bool {
        let before = text.scalars[..<position]
        let words = wishing.filter { before.suffix($0.count).elementsEqual($0) }
        return !words.isEmpty
            && words.allSatisfy { word in
                !unwished.contains { before.dropLast(word.count).suffix($0.count).elementsEqual($0) }
            }
    }

    /// What subscribes to a report of a kind: 订阅周报.
    func subscribing(_ topic: String) -> String? { report(topic).map { subscribing + $0 } }

    /// Whether a stretch says nothing but that what stands around it is of one row.
    func join(_ stretch: ArraySlice<UInt32>) -> Bool {
        let words = stretch.filter { $0 != Normalization.separator }
        return words.isEmpty ? !stretch.isEmpty : joints.contains { $0 == words }
    }
}

extension ReportSchedule {
    /// The day of the month that something is moved to: 5 of 改到5号.
    fileprivate static func day(movedToIn text: String) -> Int? {
        text.firstMatch(of: /[到成为]([0-9]{1,2})[号日]/).flatMap { Int($0.1) }
    }

    /// The day of the week that something is moved to, 0 for Monday: 2 of 改到周三.
    fileprivate static func weekday(movedToIn text: String) -> Int? {
        text.firstMatch(of: /(?:改|换|调|调整|移|挪|变|推迟|推后|延后|提前)[到成为至](?:每)?(?:周|星期|礼拜)([一二三四五六日天])/)
            .flatMap { $0.1.unicodeScalars.first }.flatMap { ExpressionScanner.weekday($0.value) }
    }

    /// What leads to a time: 到8点.
    fileprivate static let leading = Set("到至成为".unicodeScalars.map(\.value))
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
