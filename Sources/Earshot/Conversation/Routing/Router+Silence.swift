extension Router {
    /// What is said of how long after a warning was silenced, or was to be: 两小时, 到明早8点; and which one, where that was asked.
    func silenceAnswer(_ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let previous = context.previous, previous.intent == .alertSilence,
            message.unexplained == 0, !message.text.isQuestion,
            message.pieces.allSatisfy({ piece in
                piece.features.contains(Feature.duration) || piece.features.contains(Feature.alert)
                    || piece.features.isSubset(of: phrasebook.filler)
            })
        else { return nil }
        var said = Slots()
        said.alert = message.mentions.alerts.first.map { String($0) }
        said.duration = message.mentions.durations.first
        // A12 behind one that is silenced wants to be looked at.
        guard said.duration != nil || said.alert != nil && previous.slots.alert == nil else { return nil }
        var slots = said
        slots.alert = said.alert ?? previous.slots.alert
        slots.duration = said.duration ?? previous.slots.duration
        var understood = Understood(request: Request(.alertSilence, slots))
        understood.said = said
        return understood
    }

    /// Settles how long a warning is silenced where no length is said: until a day (静默 A1 到下周五), and for none at all where
    /// what is said cannot be one (到昨天, 到2月30日, abc, 永远): the usual length must not stand in for it.
    func settleSilence(of understood: inout Understood, _ text: String, _ context: DialogueContext) {
        guard understood.request.intent == .alertSilence, understood.request.slots.duration == nil else {
            return
        }
        let remark = understood.request.slots.words
        let head = command(of: understood, in: text)
        let isMarked = remark != nil && marksRemark(head)
        let command = isMarked ? head : text
        let words = phrasebook.pauseWords
        if let (_, said) = words.until(command), context.minute != nil {
            let until = words.trimmed(
                said.replacing(/[AaＡａ]\s*[0-9０-９]+/, with: "")
                    .filter { !$0.isWhitespace && (!$0.isPunctuation || "-/.:：".contains($0)) })
            if let minutes = minutes(until: until, context) {
                understood.request.slots.duration = "\(minutes)m"
                return
            }
            if namesTime(until, context) { return refuseLength(of: &understood) }
        }
        if words.forever.contains(where: { command.contains($0) }) { return refuseLength(of: &understood) }
        // A reason is in the person's language, and has more than a word.
        if let remark, !isMarked, remark.allSatisfy({ $0.isASCII && !$0.isWhitespace }) {
            return refuseLength(of: &understood)
        }
        guard remark == nil else { return }
        let message = features(of: command, context)
        let gaps = message.gaps
        let isStrange = gaps.indices.contains { gaps[$0] && message.text.isLatin(at: $0) }
        if isStrange { refuseLength(of: &understood) }
    }

    /// No length is one.
    private func refuseLength(of understood: inout Understood) {
        understood.request.slots.duration = "0h"
        understood.request.slots.words = nil
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

extension Normalization {
    /// Whether a Latin letter stands at a position.
    fileprivate func isLatin(at position: Int) -> Bool { (0x61...0x7A).contains(scalars[position]) }
}
