extension Router {
    /// Settles the lengths of a silence that are of several units (两天三小时), of a year or of seconds, or about one
    /// (十分钟左右), and those that say none (一会儿, 下班前): neither the usual length nor a part may stand in for them.
    ///
    /// - Returns: whether it is settled.
    func settleLength(of understood: inout Understood, _ text: String) -> Bool {
        let clauses = silencing(text)
        for clause in clauses.isEmpty ? [text.withoutOuterBlanks] : clauses {
            let place = phrasebook.lengthWords.place(in: clause, beside: phrasebook.silenceWords)
            if understood.request.slots.duration == nil,
                let said = phrasebook.lengthWords.vague(place)
                    ?? phrasebook.lengthWords.uncounted(place, isNumbered: text.contains(Router.numbered))
            {
                settle(Slots.noLength, said, of: &understood, text)
                return true
            }
            let scalars = place.unicodeScalars.map { Normalization.folded($0.value) }
            let lengths = SpokenLength.all(in: scalars, at: 0)
            guard let longest = lengths.first else { continue }
            guard let length = lengths.first(where: { phrasebook.lengthWords.isSaid($0, in: place) }) else {
                // 一年前的老投诉 is a reason, and no part of 一天半前的老投诉 is a length.
                if longest.isPlain { continue }
                (understood.request.slots.duration, understood.said.duration) = (nil, nil)
                understood.request.slots.words = phrasebook.triageWords.reason(place[...])
                return true
            }
            guard !length.isPlain || understood.request.slots.duration == nil else { continue }
            let behind = String(place.unicodeScalars.dropFirst(length.end))
            let said = String(place.unicodeScalars.prefix(length.end))
            settle(
                length.duration ?? Slots.noLength, said + phrasebook.lengthWords.about(behind),
                of: &understood, text)
            return true
        }
        return false
    }

    /// Whether a message may say how long a warning is silenced.
    func speaksOfSilence(_ text: String, _ context: DialogueContext) -> Bool {
        context.previous?.intent == .alertSilence || phrasebook.silenceWords.contains { text.contains($0) }
    }

    /// A12, 12号. No longer than a number can be: of a row of digits each would begin one.
    private static var numbered: Regex<Substring> { /[AaＡａ]\s*[0-9０-９]|[0-9０-９]{1,9}号/ }

    /// What stands behind the length is the reason.
    private func settle(
        _ duration: String, _ said: String, of understood: inout Understood, _ text: String
    ) {
        (understood.request.slots.duration, understood.said.duration) = (duration, duration)
        guard let words = understood.request.slots.words, let range = text.firstRange(of: said) else {
            return
        }
        let behind = text[range.upperBound...]
        guard !behind.withoutOuterBlanks.hasSuffix(words) else { return }
        understood.request.slots.words = phrasebook.triageWords.reason(behind)
    }
}

/// The words of `commands.json5` around how long a warning is silenced.
struct SilenceLengthWords: Sendable {
    /// In the place of a length, without being one: 一会儿.
    private let vague: [String]
    /// Behind a number, without being a unit of lengths: 个工作日.
    private let uncounted: [String]
    /// Before a length: 大概.
    private let before: [String]
    /// Behind one: 左右.
    private let behind: [String]
    /// Behind what says when something was or will be, and is no length: 前 of 一天半前的老投诉.
    private let ofWhen: [String]
    private let causes: [String]
    /// At the beginning of a word for silence, when that shall be: 今晚不要吵我.
    private let times: [String]
    /// Before another reason: 改成.
    private let changing: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (vague, before) = (list("silence_vague"), list("silence_before"))
        uncounted = list("silence_uncounted")
        (times, changing) = (list("silence_times"), list("silence_changing"))
        (behind, ofWhen, causes) = (list("silence_behind"), list("silence_when"), list("cause"))
    }

    /// A clause without the command and what says nothing: where the length stands, if one is said.
    func place(in clause: String, beside commands: [String]) -> String {
        var rest = Substring(clause.replacing(/[0-9０-９]{1,9}号/, with: " ").withoutOuterBlanks)
        let heads = (commands + before).sorted { $0.count > $1.count }
        while let word = heads.first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
        }
        while let word = commands.first(where: { rest.hasSuffix($0) }) { rest = rest.dropLast(word.count) }
        return String(rest).withoutOuterBlanks
    }

    /// Whether a remark says what another one is changed to.
    func changes(_ remark: String) -> Bool { changing.contains { remark.hasPrefix($0) } }

    /// Whether a place begins with when something shall be.
    func beginsWithTime(_ place: String) -> Bool { times.contains { place.hasPrefix($0) } }

    /// The words that say no length, where the place holds nothing else or they stand before a blank or a cause.
    func vague(_ place: String) -> String? {
        vague.first { place.hasPrefix($0) && ends(place.dropFirst($0.count)) }
    }

    /// A number with no unit of a length, where the place holds nothing else or it stands before a blank or a cause: 3个工作日, and 5
    /// where another number is the warning's.
    func uncounted(_ place: String, isNumbered: Bool) -> String? {
        let scalars = place.unicodeScalars.map { Normalization.folded($0.value) }
        guard let number = Numerals.read(scalars, at: 0) else { return nil }
        let behind = Substring(place.unicodeScalars.dropFirst(number.end))
        if let unit = uncounted.first(where: { behind.hasPrefix($0) }) {
            let isWhole = ends(behind.dropFirst(unit.count))
            return isWhole ? String(place.unicodeScalars.prefix(number.end)) + unit : nil
        }
        return isNumbered && ends(behind) ? String(place.unicodeScalars.prefix(number.end)) : nil
    }

    /// Whether a clause says nothing but a length, or that none is known.
    func isLength(_ clause: String) -> Bool {
        let scalars = clause.unicodeScalars.map { Normalization.folded($0.value) }
        return vague.contains(clause) || SpokenLength(scalars, at: 0)?.end == scalars.count
    }

    /// The length that a whole message says, be it about one (大概十分钟左右); nothing for a message that says anything else.
    func wholeLength(_ text: String) -> String? {
        let place = place(in: text, beside: [])
        if vague.contains(place.filter { !$0.isPunctuation }) { return Slots.noLength }
        let scalars = place.unicodeScalars.map { Normalization.folded($0.value) }
        guard let length = SpokenLength(scalars, at: 0) else { return nil }
        let behind = String(place.unicodeScalars.dropFirst(length.end)).filter { !$0.isPunctuation }
        let rest = behind.dropFirst(about(behind).count)
        return rest.isEmpty ? length.duration ?? Slots.noLength : nil
    }

    /// Whether a length is said at the beginning of a place: nothing else follows, or what follows is no part of it. Behind units
    /// that stand apart only the former tells: 2小时 30分钟后到店 is of two hours.
    func isSaid(_ length: SpokenLength, in place: String) -> Bool {
        let behind = Substring(place.unicodeScalars.dropFirst(length.end))
        if ends(behind) { return true }
        let isWhole = !place.unicodeScalars.prefix(length.end).contains { $0.properties.isWhitespace }
        return !length.isPlain && isWhole && !ofWhen.contains { behind.hasPrefix($0) }
    }

    /// What only says that a length is about one.
    func about(_ rest: String) -> String { behind.first { rest.hasPrefix($0) } ?? "" }

    /// Whether nothing follows that belongs to what is said.
    func ends(_ rest: Substring) -> Bool {
        let rest = behind.first { rest.hasPrefix($0) }.map { rest.dropFirst($0.count) } ?? rest
        guard let first = rest.first else { return true }
        return first.isWhitespace || first.isPunctuation || causes.contains { rest.hasPrefix($0) }
    }
}
