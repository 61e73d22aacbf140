/// Divides a message into an action on a warning and what the person adds to it: A12 已解决 and 已更换批次 in
/// A12 已解决，已更换批次.
struct RemarkReader {
    /// A place where the command may end and something else begin.
    struct End {
        /// The first position, among the scalars of the message, that is not of the command any more.
        var head: Int
        var body: Int
        /// Whether a colon or a word like 原因 says that the person's words follow.
        var isMarked: Bool
        /// Whether the first sign there is a colon.
        var isColon = false
        /// Whether a blank stands there, or nothing does.
        var isBlank = false
    }

    struct Remark {
        var words: String
        /// The command with everything that is of it: 静默 A12 2h in 静默 A12 2h 原因：正在核实.
        var command: String
        var isMarked: Bool
    }

    private let original: [Unicode.Scalar]
    private let phrasebook: Phrasebook
    let ends: [End]

    init(_ text: String, _ message: MessageFeatures, _ phrasebook: Phrasebook) {
        original = Array(text.unicodeScalars)
        self.phrasebook = phrasebook
        let found =
            RemarkReader.breaks(in: original)
            + RemarkReader.markers(in: message.text, original, phrasebook.remarkWords)
            + RemarkReader.addresses(in: message, original, phrasebook.remarkWords)
        ends = Array(found.sorted { $0.head < $1.head }.prefix(RemarkReader.mostEnds))
    }

    private static let mostEnds = 8
    private static let mostClauses = 8

    func text(until end: Int) -> String { String(String.UnicodeScalarView(original[..<end])) }

    /// What is added behind a place where an action ends, nothing where it is nothing or only more of the command
    /// (可以结案, 给经销商), a question, or takes the action back.
    func remark(behind end: End, of intent: Intent) -> Remark? {
        // 静默 A12：2小时 says how long; behind other commands all that follows is of the person.
        if intent != .alertSilence, end.isMarked {
            return whole(behind: markerEnd(at: end.body) ?? end.body, end.head, of: intent)
        }
        guard !isAsked else { return nil }
        let command = phrasebook.features(of: intent)
        var (head, start, isMarked) = (end.head, end.body, end.isMarked)
        // Where what is added begins without saying anything yet: 明天起 of 明天起，免费检测.
        var opening: (head: Int, start: Int)?
        for _ in 0..<RemarkReader.mostClauses {
            let pause = RemarkReader.skipBreaks(in: original, from: start)
            isMarked = isMarked || pause.hasColon
            start = pause.end
            // 已解决？没有 asks.
            guard start < original.count, !original[head..<start].contains(where: RemarkReader.asks) else {
                return nil
            }
            if let behind = markerEnd(at: start) {
                if intent != .alertSilence { return whole(behind: behind, head, of: intent) }
                (start, isMarked) = (behind, true)
                continue
            }
            let clause = start..<RemarkReader.endOfClause(in: original, from: start)
            if tells(original[clause], beside: command, isMarked: isMarked) {
                let next = RemarkReader.skipBreaks(in: original, from: clause.upperBound)
                return remark(
                    from: opening?.start ?? start,
                    isMarked: isMarked || next.hasColon && next.end < original.count, opening?.head ?? head)
            }
            if opening == nil, intent != .alertSilence, opens(original[clause], beside: command) {
                opening = (head, start)
            }
            (head, start) = (clause.upperBound, clause.upperBound)
        }
        return nil
    }

    /// Whether the message ends as a question does.
    private var isAsked: Bool {
        guard let last = original.last(where: { !RemarkReader.isBlank($0) }) else { return true }
        return RemarkReader.asks(last) || "吗么".unicodeScalars.contains(last)
    }

    /// All that stands behind a position. A line to take may be a question; whoever asks beside another action has decided
    /// nothing.
    private func whole(behind start: Int, _ head: Int, of intent: Intent) -> Remark? {
        let start = RemarkReader.skipBreaks(in: original, from: start).end
        let words = String(String.UnicodeScalarView(original[start...])).withoutOuterBlanks
            .withoutStrayBrackets
        guard words.contains(where: { $0.isLetter || $0.isNumber }), intent == .alertBroadcast || !isAsked
        else {
            return nil
        }
        return Remark(words: words, command: text(until: head), isMarked: true)
    }

    private func remark(from start: Int, isMarked: Bool, _ head: Int) -> Remark? {
        let words = String(String.UnicodeScalarView(original[start...])).withoutOuterBlanks
            .withoutStrayBrackets
        let first = MessageFeatures(
            Normalization(words), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0))
        ).tokens.first
        let takesBack = first.map { !$0.features.isDisjoint(with: phrasebook.hold) } ?? false
        guard !words.isEmpty, isMarked || !takesBack else { return nil }
        return Remark(words: words, command: text(until: head), isMarked: isMarked)
    }

    /// Whether a clause says something that the command does not: behind a colon more than a time or a number.
    private func tells(_ clause: ArraySlice<Unicode.Scalar>, beside command: FeatureSet, isMarked: Bool)
        -> Bool
    {
        let features = MessageFeatures(
            Normalization(String(String.UnicodeScalarView(clause))), phrasebook: phrasebook,
            dates: DateReader(today: Day(number: 0)))
        if !isMarked, phrasebook.remarkWords.onwards.length(in: features.text.scalars) != nil { return false }
        // 杭州没有这事, 华东没问题; but 不是杭州那条 says which one.
        if !isMarked, features.says(Router.describing),
            features.says(phrasebook.not.union(phrasebook.assent)),
            !phrasebook.pointerWords.pointAtThat(features)
        {
            return true
        }
        var known = RemarkReader.slots.union(phrasebook.filler).union(phrasebook.courtesy)
        if !isMarked { known = known.union(command).union(phrasebook.question).union(phrasebook.look) }
        return features.unexplained >= 2 || features.pieces.contains { !$0.features.isSubset(of: known) }
    }

    /// Whether a clause that says nothing by itself belongs to what is said behind it: a time, a number that is no warning's
    /// or a courtesy, and nothing of the command.
    private func opens(_ clause: ArraySlice<Unicode.Scalar>, beside command: FeatureSet) -> Bool {
        guard !clause.allSatisfy({ RemarkReader.isLatin($0) || RemarkReader.isBlank($0) }) else {
            return false
        }
        let features = MessageFeatures(
            Normalization(String(String.UnicodeScalarView(clause))), phrasebook: phrasebook,
            dates: DateReader(today: Day(number: 0)))
        let opening = RemarkReader.slots.union(phrasebook.courtesy).union(phrasebook.assent)
        return features.tokens.contains { !$0.features.isDisjoint(with: opening) }
            && features.pieces.allSatisfy {
                !$0.features.contains(Feature.alert)
                    && ($0.features.isSubset(of: opening) || $0.features.isDisjoint(with: command))
            }
            && phrasebook.remarkWords.onwards.length(in: features.text.scalars) == nil
    }

    /// What a command says beside its words.
    private static let slots: FeatureSet = {
        var set = FeatureSet()
        for feature in [Feature.alert, Feature.number, Feature.duration, Feature.schedule, Feature.period] {
            set.insert(feature)
        }
        return set
    }()

    /// The position behind a word at `start` that says that words follow.
    private func markerEnd(at start: Int) -> Int? {
        let text = Normalization(String(String.UnicodeScalarView(original[start...])))
        return RemarkReader.markerEnd(
            in: text, at: 0, original[start...], phrasebook.remarkWords)
    }
}

extension RemarkReader {
    /// Signs and blanks between two clauses; a blank between two words in Latin letters is none.
    private static func breaks(in original: [Unicode.Scalar]) -> [End] {
        var ends: [End] = []
        var position = 1
        while position < min(original.count, Normalization.examinedHead) {
            guard isBreak(original, position) else {
                position += 1
                continue
            }
            let pause = skipBreaks(in: original, from: position)
            let sign = original[position..<pause.end].first { !isBlank($0) }
            ends.append(
                End(
                    head: position, body: pause.end, isMarked: pause.hasColon,
                    isColon: sign.map(isColon) ?? false, isBlank: sign == nil))
            position = pause.end
        }
        return ends
    }

    /// 因为, 原因, and 口径 or 说明 before a sign.
    private static func markers(
        in text: Normalization, _ original: [Unicode.Scalar], _ words: RemarkWords
    ) -> [End] {
        text.scalars.indices.dropFirst().compactMap { position in
            markerEnd(in: text, at: position, original[...], words).map {
                End(head: Int(text.origins[position]), body: $0, isMarked: true)
            }
        }
    }

    /// The position among the original scalars behind a word that says that words follow.
    private static func markerEnd(
        in text: Normalization, at position: Int, _ original: ArraySlice<Unicode.Scalar>, _ words: RemarkWords
    ) -> Int? {
        let scalars = text.scalars[position...]
        let cause = words.causes.length(in: scalars)
        guard let length = cause ?? words.titles.length(in: scalars) else { return nil }
        let end = original.startIndex + Int(text.origins[position + length - 1]) + 1
        if isLinked(scalars.dropFirst(length)) {
            return original.startIndex + Int(text.origins[position + length]) + 1
        }
        return cause != nil || end < original.endIndex && isBreak(Array(original), end - original.startIndex)
            ? end : nil
    }

    /// 是 or 为
    private static func isLinked(_ scalars: ArraySlice<UInt32>) -> Bool {
        scalars.first == 0x662F || scalars.first == 0x4E3A
    }

    /// 通报A12请各店统一回复: right behind the number.
    private static func addresses(
        in message: MessageFeatures, _ original: [Unicode.Scalar], _ words: RemarkWords
    ) -> [End] {
        message.tokens.compactMap { token in
            let end = token.range.upperBound
            guard token.features.contains(Feature.alert),
                words.addresses.length(in: message.text.scalars[end...]) != nil
            else { return nil }
            let position = Int(message.text.origins[end - 1]) + 1
            return isBreak(original, position)
                ? nil : End(head: position, body: position, isMarked: false, isBlank: true)
        }
    }

    private static func skipBreaks(in original: [Unicode.Scalar], from start: Int) -> (
        end: Int, hasColon: Bool
    ) {
        var end = start
        var hasColon = false
        while end < original.count, isBreak(original, end) {
            hasColon = hasColon || isColon(original[end])
            end += 1
        }
        return (end, hasColon)
    }

    private static func endOfClause(in original: [Unicode.Scalar], from start: Int) -> Int {
        original[start...].indices.first { isBreak(original, $0) } ?? original.endIndex
    }

    private static func isColon(_ scalar: Unicode.Scalar) -> Bool { ":：∶".unicodeScalars.contains(scalar) }

    private static func asks(_ scalar: Unicode.Scalar) -> Bool { "?？".unicodeScalars.contains(scalar) }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isBreak(_ original: [Unicode.Scalar], _ position: Int) -> Bool {
        guard original.indices.contains(position) else { return false }
        let scalar = original[position]
        if isBlank(scalar) {
            let before = original[..<position].last { !isBlank($0) }
            let behind = original[position...].first { !isBlank($0) }
            return !(before.map(isLatin) ?? false && behind.map(isLatin) ?? false)
        }
        if isColon(scalar) { return !isOfClock(original, position) }
        return ",，。;；!！?？、—…~～".unicodeScalars.contains(scalar)
    }

    /// Whether a colon stands between an hour and its minutes: 10:30, but neither A4：11月30日 nor 12：11月.
    private static func isOfClock(_ original: [Unicode.Scalar], _ colon: Int) -> Bool {
        let hour = original[..<colon].reversed().prefix(while: isNumeral).count
        let minutes = original[(colon + 1)...].prefix(while: isNumeral).count
        guard hour > 0, minutes > 0 else { return false }
        let before = original[..<(colon - hour)].last { !isBlank($0) }
        let behind = original[(colon + 1 + minutes)...].first
        return !(before.map { "Aa".unicodeScalars.contains($0) } ?? false)
            && !(behind.map { "月日号年".unicodeScalars.contains($0) } ?? false)
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        isNumeral(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}
