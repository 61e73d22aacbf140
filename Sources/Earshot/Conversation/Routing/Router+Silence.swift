extension Router {
    /// What is said of how long after a warning was silenced, or was to be: 两小时, 到明早8点; and which one, where that was asked.
    func silenceAnswer(
        _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        guard context.openForm == nil, let previous = context.previous, previous.intent == .alertSilence,
            !message.text.isQuestion
        else { return nil }
        // 十分钟左右 is a length as it stands.
        let whole = phrasebook.lengthWords.wholeLength(text)
        guard
            whole != nil
                || message.unexplained == 0
                    && message.pieces.allSatisfy({ piece in
                        piece.features.contains(Feature.duration) || piece.features.contains(Feature.alert)
                            || piece.features.isSubset(of: phrasebook.filler)
                    })
        else { return nil }
        var said = Slots()
        said.alert = message.mentions.alerts.first.map { String($0) }
        said.duration = whole ?? message.mentions.durations.first
        // A12 behind one that is silenced wants to be looked at.
        guard said.duration != nil || said.alert != nil && previous.slots.alert == nil else { return nil }
        var slots = said
        slots.alert = said.alert ?? previous.slots.alert
        slots.duration = said.duration ?? previous.slots.duration
        // Why it is silenced holds for as long as it is of the same one.
        if previous.slots.alert == nil || slots.alert == previous.slots.alert {
            slots.words = previous.slots.words
        }
        var understood = Understood(request: Request(.alertSilence, slots))
        understood.said = said
        return understood
    }

    /// Settles how long a warning is silenced where no length is said: until a day (静默 A1 到下周五), and for none at all where
    /// what is said cannot be one (到昨天, 到2月30日, abc, 永远): the usual length must not stand in for it.
    func settleSilence(of understood: inout Understood, _ text: String, _ context: DialogueContext) {
        guard understood.request.intent == .alertSilence, !settleLength(of: &understood, text),
            understood.request.slots.duration == nil
        else { return }
        let remark = understood.request.slots.words
        let head = command(of: understood, in: text)
        let isMarked = remark != nil && marksRemark(head)
        let words = phrasebook.pauseWords
        for clause in silencing(text) {
            if let said = words.before(
                phrasebook.lengthWords.place(in: clause, beside: phrasebook.silenceWords)),
                context.minute != nil
            {
                let until = words.trimmed(DayWords.leading(said))
                let length =
                    DayWords.fill(said) && DayWords.nameDay(until) ? minutes(until: until, context) : nil
                let hour = features(of: "到" + said, context).mentions.durations.first
                guard let duration = hour ?? length.map({ "\($0)m" }) else {
                    if namesTime(said, context) {
                        return refuseLength(of: &understood, keepsRemark: isMarked)
                    }
                    continue
                }
                understood.request.slots.duration = duration
                if remark.map({ clause.contains($0) }) == true { understood.request.slots.words = nil }
                return
            }
            if let (_, said) = words.until(clause), context.minute != nil {
                if let minutes = minutes(untilHour: DayWords.written(said), context) {
                    understood.request.slots.duration = "\(minutes)m"
                    return
                }
                let until = words.trimmed(DayWords.leading(said))
                if DayWords.fill(said) || DayWords.nameDay(until),
                    let minutes = minutes(until: until, context)
                {
                    understood.request.slots.duration = "\(minutes)m"
                    return
                }
                if DayWords.fill(said), namesTime(until, context) {
                    return refuseLength(of: &understood, keepsRemark: isMarked)
                }
            }
            if isForever(clause) { return refuseLength(of: &understood, keepsRemark: isMarked) }
        }
        // A reason is in the person's language, has more than a word, or is an abbreviation (OTA).
        if let remark, !isMarked, remark.allSatisfy({ $0.isASCII && !$0.isWhitespace }),
            !isAbbreviation(remark)
        {
            return refuseLength(of: &understood, keepsRemark: false)
        }
        guard remark == nil else { return }
        let message = features(of: text, context)
        let gaps = message.gaps
        let isStrange = gaps.indices.contains { gaps[$0] && message.text.isLatin(at: $0) }
        guard isStrange else { return }
        if let reason = text.split(whereSeparator: { !$0.isASCII || !$0.isLetter }).first(where: {
            isAbbreviation(String($0))
        }) {
            understood.request.slots.words = String(reason)
        } else {
            refuseLength(of: &understood, keepsRemark: false)
        }
    }

    /// The clauses that may say how long: the one with the command or the number, and those that begin with 到 or are one
    /// word of endlessness. The others say why (静默 A12，配件到货要一周).
    func silencing(_ text: String) -> [String] {
        let words = phrasebook.pauseWords
        return text.split { $0.isNewline || "，,。；;！!：".contains($0) }.compactMap { written in
            let number = /[AaＡａ]\s*[0-9０-９]+/
            let clause = written.replacing(number, with: " ")
            let rest = clause.withoutOuterBlanks
            let isOfCommand =
                written.contains(number) || phrasebook.silenceWords.contains { clause.contains($0) }
            let isLength =
                words.until(rest)?.before.isEmpty == true || words.forever.contains(rest)
                || phrasebook.lengthWords.isLength(rest)
            return isOfCommand || isLength ? rest : nil
        }
    }

    /// Whether a word of endlessness stands in the place of a length: by itself, or right beside the command.
    private func isForever(_ clause: String) -> Bool {
        let words = phrasebook.pauseWords
        return clause.split(whereSeparator: \.isWhitespace).contains { part in
            let part = words.trimmed(String(part))
            return words.forever.contains { forever in
                part == forever
                    || phrasebook.silenceWords.contains {
                        part == $0 + forever || part == forever + $0 || part.hasSuffix(forever + $0)
                    }
            }
        }
    }

    private func isAbbreviation(_ word: String) -> Bool {
        word.count > 1 && word.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            && word.contains(where: \.isUppercase)
    }

    /// No length is one.
    private func refuseLength(of understood: inout Understood, keepsRemark: Bool) {
        understood.request.slots.duration = "0h"
        if !keepsRemark { understood.request.slots.words = nil }
    }

    private func marksRemark(_ head: String) -> Bool {
        let head = head.withoutOuterBlanks
        return head.last.map { ":：,，;；。".contains($0) } ?? false
            || phrasebook.triageWords.causes.contains { head.hasSuffix($0) }
    }

    /// The minutes until the morning of a day, or the end of today.
    private func minutes(until text: String, _ context: DialogueContext) -> Int? {
        let due = phrasebook.pauseWords.due
        guard let minute = context.minute,
            let day = due.day(text, today: context.today)
                // 周一 that is over is the next one.
                ?? due.day(Router.next + text, today: context.today)
        else { return nil }
        let ahead = context.today.distance(to: day)
        return ahead == 0 ? 24 * 60 - minute : ahead * 24 * 60 + Router.morning - minute
    }

    /// The minutes until an hour of a day: 12月5日上午9点, 12/05 09:00; nothing for what is over, or names no day or no hour.
    private func minutes(untilHour text: String, _ context: DialogueContext) -> Int? {
        let message = features(of: text, context)
        let clocks = message.tokens.compactMap { token -> (start: Int, minutes: Int)? in
            for case .clock(let minutes) in token.senses { return (token.range.lowerBound, minutes) }
            return nil
        }
        guard let minute = context.minute, let clock = clocks.first, clocks.count == 1, clock.start > 0,
            (0..<24 * 60).contains(clock.minutes)
        else { return nil }
        let scalars = text.unicodeScalars.prefix(Int(message.text.origins[clock.start]))
        let named = phrasebook.pauseWords.trimmed(
            String(String.UnicodeScalarView(scalars)).withoutOuterBlanks)
        let due = phrasebook.pauseWords.due
        guard
            let day = due.day(named, today: context.today)
                ?? due.day(Router.next + named, today: context.today)
        else { return nil }
        let minutes = context.today.distance(to: day) * 24 * 60 + clock.minutes - minute
        return minutes > 0 ? minutes : nil
    }

    /// The hour at which a day that is named without one begins.
    private static let morning = 9 * 60
    private static let next = "下"

    /// Whether a text speaks of a day or an hour, be it one that is over or none: not so 到店核实.
    private func namesTime(_ text: String, _ context: DialogueContext) -> Bool {
        features(of: text, context).tokens.flatMap(\.senses).contains { sense in
            switch sense {
            case .period, .noPeriod, .clock, .weekday, .ordinal, .number, .every: true
            default: false
            }
        }
    }
}

/// The words of days and hours at the beginning of what stands behind 到.
private enum DayWords {
    /// What is written of a day or an hour, without what follows: 周五 of 周五配件到货.
    static func leading(_ text: String) -> String {
        String(text.prefix(while: isPart).filter { !$0.isWhitespace })
    }

    /// The same as it is written.
    static func written(_ text: String) -> String { String(text.prefix(while: isPart)).withoutOuterBlanks }

    /// Whether nothing else is said, or it is said behind a blank.
    static func fill(_ text: String) -> Bool {
        let said = text.prefix(while: isPart)
        return !said.isEmpty && (said.count == text.count || said.last?.isWhitespace == true)
    }

    /// Whether a day or hour is named, and no mere number.
    static func nameDay(_ text: String) -> Bool { text.contains { "周期拜天日号早晚点".contains($0) } }

    private static func isPart(_ character: Character) -> Bool {
        character.isWhitespace || character.wholeNumberValue != nil || parts.contains(character)
    }

    private static let parts = Set("两-/.:：点时分半刻整月日号天周星期礼拜今明昨后前去上下本这个早晚午中夜里凌晨清傍间年末初底为止了吧")
}

extension Normalization {
    /// Whether a Latin letter stands at a position.
    fileprivate func isLatin(at position: Int) -> Bool { (0x61...0x7A).contains(scalars[position]) }
}
