extension Router {
    /// Several wishes of one message: the first understood, the others as what else was wished. Nothing where the
    /// message holds one wish.
    ///
    /// A message is divided only where each part is a question or command by itself, and where a word like 再 or 顺便
    /// leads on to the next one or it is of quite another kind: 看下油耗,再订阅日报.
    func wishes(in text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, !message.dropsAspect else { return nil }
        let parts = Clauses(message, phrasebook).parts
        guard (2...Router.mostWishes).contains(parts.count) else { return nil }
        var first: Understood?
        var rest: [Request] = []
        var said: [Request: String] = [:]
        var before = context
        for part in parts {
            let words = words(of: part.range, in: text, message)
            let reading = read(words, before)
            if reading.isMerePoliteness { continue }
            // 认领A2，我去南京协调: why or how it is done is no wish.
            if first?.request.intent.isAct == true, reading.message.mentions.alerts.isEmpty,
                phrasebook.uncertainWords.tellOfOneself(reading.message.text)
            {
                return nil
            }
            guard reading.isWish, reading.message.unexplained <= Router.mostUnexplained else { return nil }
            let understood = understand(words, reading, before)
            // 谁在骂我们，联系方式给我: what is not given out decides.
            if understood.explains == .personal { return understood }
            let request = understood.request
            guard request.intent != .unknown else { return nil }
            // 认领A12,算了: what was said before is taken back, which the whole message tells.
            if first != nil, request.intent == .cancel { return nil }
            // 看油耗的差评,再跟全国比: what is compared was said before, so that it is one wish.
            if first != nil, request.intent == .compare { return nil }
            if let known = first {
                let last = rest.last ?? known.request
                guard last != request, part.isLed || last.intent.family != request.intent.family else {
                    return nil
                }
                rest.append(request)
                said[request] = words
            } else {
                first = understood
                first?.firstWords = words
            }
            before.previous = request
        }
        guard !rest.isEmpty else { return nil }
        first?.further += rest
        first?.furtherWords = said
        return first
    }

    private static let mostWishes = 4
    /// How many characters of a wish may remain without meaning.
    static let mostUnexplained = 1

    /// The one part of a message that is more than politeness, where there is one: 宁波呢 in 早上好,宁波呢, 是误报 in 是误报，帮我标一下.
    func partBesidePoliteness(
        of text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> (words: String, reading: Reading)? {
        let parts = Clauses(message, phrasebook).parts
        guard (2...Router.mostWishes).contains(parts.count) else { return nil }
        let wishes = parts.map { part in
            let words = self.words(of: part.range, in: text, message)
            return (words, read(words, context))
        }.filter { !$0.1.isMerePoliteness }
        let ends = wishes.contains { $0.1.intent == .alertResolve || $0.1.intent == .alertDismiss }
        let own = ends ? wishes.filter { !asksForTheSame($0.1) } : wishes
        return own.count == 1 && own[0].1.intent != .unknown ? own[0] : nil
    }

    /// Whether a clause asks for no more than that what ends a warning is done: 帮我标一下 behind 是误报.
    private func asksForTheSame(_ reading: Reading) -> Bool {
        phrasebook.actWords.asksForTheSame.contains(
            reading.message.text.scalars.filter { $0 != Normalization.separator })
    }

    private func words(of range: Range<Int>, in text: String, _ message: MessageFeatures) -> String {
        let origins = message.text.origins
        let (from, to) = (Int(origins[range.lowerBound]), Int(origins[range.upperBound - 1]))
        return String(String.UnicodeScalarView(Array(text.unicodeScalars)[from...to]))
    }

    func read(_ words: String, _ context: DialogueContext) -> Reading {
        let dates = DateReader(context)
        return read(
            MessageFeatures(Normalization(words), phrasebook: phrasebook, dates: dates), dates, context)
    }
}

/// A message divided where another wish may begin.
private struct Clauses {
    /// A stretch of scalars, without the word that leads to it, and whether there is such a word.
    private(set) var parts: [(range: Range<Int>, isLed: Bool)] = []

    init(_ message: MessageFeatures, _ phrasebook: Phrasebook) {
        let scalars = message.text.scalars
        var start = 0
        var isLed = false
        var position = 0
        func end(at position: Int) {
            if position > start { parts.append((start..<position, isLed)) }
        }
        while position < scalars.count {
            let isBreak = message.text.divides(at: position)
            let next = isBreak ? position + 1 : position
            let words = isBreak ? phrasebook.joints : position > start ? phrasebook.dividers : []
            let word = words.first { scalars[next...].starts(with: $0) }
            guard isBreak || word != nil else {
                position += 1
                continue
            }
            end(at: position)
            (start, isLed) = (next + (word?.count ?? 0), word != nil)
            position = max(start, position + 1)
        }
        end(at: scalars.count)
    }
}

extension Router.Reading {
    /// 谢谢, 老师好: beside a wish it is none.
    var isMerePoliteness: Bool {
        intent == .thanks || intent == .greeting || message.pieces.isEmpty && message.unexplained == 0
    }
}

extension Intent {
    /// What stands before the dot: insight, alert.
    fileprivate var family: Substring { rawValue.prefix { $0 != "." } }
}
