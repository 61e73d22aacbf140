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
        // 静默原因改成：… changes why, and not until when.
        if let remark, phrasebook.lengthWords.changes(remark) {
            understood.request.intent = .alertShow
            understood.request.slots.words = nil
            return
        }
        let head = command(of: understood, in: text)
        let isMarked = remark != nil && marksRemark(head)
        let (words, causes) = (phrasebook.pauseWords, phrasebook.triageWords.causes)
        for clause in silencing(text) {
            let place = phrasebook.lengthWords.place(in: clause, beside: phrasebook.silenceWords)
            if let before = words.before(place) ?? words.beforeReason(place, causes), context.minute != nil {
                // 到周五前 is before Friday.
                let said = words.until(before).flatMap { $0.before.isEmpty ? $0.day : nil } ?? before
                guard let duration = silence(before: said, context) else {
                    // 到下班前: nobody knows when that is.
                    if namesTime(said, context) || words.until(clause) != nil {
                        return refuseLength(of: &understood, keepsRemark: isMarked)
                    }
                    continue
                }
                understood.request.slots.duration = duration
                if remark.map({ clause.contains($0) }) != false {
                    understood.request.slots.words = reason(behind: said, in: text)
                }
                return
            }
            if let (_, until) = words.until(clause), context.minute != nil {
                // 到周五前 is until Friday.
                let said = words.before(until) ?? words.beforeReason(until, causes) ?? until
                if let minutes = minutes(untilHour: phrasebook.dayWords.written(said), context) {
                    understood.request.slots.duration = "\(minutes)m"
                    return
                }
                let day = words.trimmed(phrasebook.dayWords.leading(said))
                if phrasebook.dayWords.fill(said) || phrasebook.dayWords.nameDay(day),
                    let minutes = minutes(until: day, context)
                {
                    understood.request.slots.duration = "\(minutes)m"
                    return
                }
                if phrasebook.dayWords.fill(said),
                    namesTime(day, context) || phrasebook.dayWords.nameDay(day)
                {
                    return refuseLength(of: &understood, keepsRemark: isMarked)
                }
            }
            if isForever(clause) { return refuseLength(of: &understood, keepsRemark: isMarked) }
            // 到配件到货: nobody knows when that is.
            if context.minute != nil, let (before, said) = words.until(clause),
                said.contains(where: \.isLetter), endsInSilence(before)
            {
                return refuseLength(of: &understood, keepsRemark: isMarked)
            }
        }
        // 静默A1明天 names a time, and not how long.
        if context.minute != nil, silencing(text).contains(where: { namesTimeToCome($0, context) }) {
            return refuseLength(of: &understood, keepsRemark: isMarked)
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

    /// Whether a text ends in a word for silence, with nothing behind it that says anything.
    private func endsInSilence(_ text: String) -> Bool {
        phrasebook.silenceWords.contains { word in
            text.firstRange(of: word).map { range in
                phrasebook.pauseWords.trimmed(String(text[range.upperBound...])).withoutOuterBlanks.isEmpty
            } ?? false
        }
    }

    /// How long it is until a day or an hour that stands before 前: 周五前, 11月25日上午10点前.
    private func silence(before said: String, _ context: DialogueContext) -> String? {
        let days = phrasebook.dayWords
        if let minutes = minutes(untilHour: days.written(said), context) { return "\(minutes)m" }
        if let hour = features(of: Router.until + said, context).mentions.durations.first { return hour }
        let until = phrasebook.pauseWords.trimmed(days.leading(said))
        guard days.fill(said), days.nameDay(until) else { return nil }
        return minutes(until: until, context).map { "\($0)m" }
    }

    /// Why, where it stands behind a day and 前: 等厂家 of 周五前 原因：等厂家.
    private func reason(behind day: String, in text: String) -> String? {
        guard let range = text.firstRange(of: day) else { return nil }
        let rest = text[range.upperBound...].drop { !$0.isWhitespace && !$0.isPunctuation }
        return phrasebook.triageWords.reason(rest)
    }

    private static let until = "到"

    /// The clauses that may say how long: the one with the command or the number, and those that begin with 到 or are one
    /// word of endlessness. The others say why (静默 A12，配件到货要一周).
    func silencing(_ text: String) -> [String] {
        let words = phrasebook.pauseWords
        return silenceClauses(text).compactMap { written in
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

    /// The stretches between two signs; none of them ends at a colon between an hour and its minutes.
    private func silenceClauses(_ text: String) -> [Substring] {
        CommandClauses.split(text, at: "，,。；;！!：")
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
        understood.request.slots.duration = Slots.noLength
        if !keepsRemark { understood.request.slots.words = nil }
    }

    private func marksRemark(_ head: String) -> Bool {
        let head = head.withoutOuterBlanks
        return head.last.map { ":：,，;；。".contains($0) } ?? false
            || phrasebook.triageWords.causes.contains { head.hasSuffix($0) }
    }

    /// The day until which something lasts: the next one of that name, and none that is over.
    private func endOfSilence(_ text: String, _ context: DialogueContext) -> Day? {
        let due = phrasebook.pauseWords.due
        return due.comingDay(text, today: context.today)
            // 周一 that is over is the next one.
            ?? phrasebook.pauseWords.comingDay(text, today: context.today)
    }

    /// The minutes until the morning of a day, or the end of today.
    private func minutes(until text: String, _ context: DialogueContext) -> Int? {
        guard let minute = context.minute, let day = endOfSilence(text, context) else { return nil }
        let ahead = context.today.distance(to: day)
        return ahead == 0 ? 24 * 60 - minute : ahead * 24 * 60 + Router.morning - minute
    }

    /// The minutes until an hour of a day: 12月5日上午9点, 12/05 09:00; nothing for what is over, or names no day or no hour.
    private func minutes(untilHour text: String, _ context: DialogueContext) -> Int? {
        let message = features(of: text, context)
        let clocks = message.tokens.compactMap { token -> (start: Int, minutes: Int)? in
            for case .clock(let minutes) in token.senses {
                let end = ExpressionScanner.end(at: minutes, message.text.scalars[token.range])
                return (token.range.lowerBound, end)
            }
            return nil
        }
        guard let minute = context.minute, let clock = clocks.first, clocks.count == 1, clock.start > 0,
            (0...24 * 60).contains(clock.minutes)
        else { return nil }
        let scalars = text.unicodeScalars.prefix(Int(message.text.origins[clock.start]))
        let named = phrasebook.pauseWords.trimmed(
            String(String.UnicodeScalarView(scalars)).withoutOuterBlanks)
        guard let day = endOfSilence(named, context) else { return nil }
        let minutes = context.today.distance(to: day) * 24 * 60 + clock.minutes - minute
        return minutes > 0 ? minutes : nil
    }

    /// The hour at which a day that is named without one begins.
    private static let morning = 9 * 60

    /// Whether a clause of silence says nothing but a day or an hour that is not over: 今晚不要吵我, unlike 周末客流大.
    private func namesTimeToCome(_ clause: String, _ context: DialogueContext) -> Bool {
        let place = phrasebook.lengthWords.place(in: clause, beside: phrasebook.silenceWords)
        let message = features(of: place, context)
        // 今晚不要吵我 is one word.
        if message.unexplained == 0, message.says(phrasebook.features(of: .alertSilence)),
            phrasebook.lengthWords.beginsWithTime(place)
        {
            return true
        }
        let times = message.tokens.filter {
            !$0.features.isSubset(of: phrasebook.filler) || $0.features.isEmpty
        }
        return message.unexplained == 0 && !times.isEmpty
            && times.allSatisfy { token in
                token.senses.contains { sense in
                    switch sense {
                    case .period(let period): period.days(today: context.today).upperBound >= context.today
                    case .clock, .weekday: true
                    default: false
                    }
                }
            }
    }

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

extension Normalization {
    /// Whether a Latin letter stands at a position.
    fileprivate func isLatin(at position: Int) -> Bool { (0x61...0x7A).contains(scalars[position]) }
}

extension Slots {
    /// The length of a silence that is none.
    static let noLength = "0h"

    /// Whether a length is named that is none: 0小时, -2h.
    var silencesNothing: Bool { duration == Slots.noLength || duration?.hasPrefix("-") == true }
}
