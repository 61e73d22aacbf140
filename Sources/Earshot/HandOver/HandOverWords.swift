/// The words of `commands.json5` with which somebody is asked, answered, and a hand-over is taken up and ended.
public struct HandOverWords: Sendable {
    private let asking: [String]
    /// Those that say as much about a matter as that somebody is wanted: 人工服务，收费太贵.
    private let askingAlone: Set<String>
    private let numbered: [(words: String, intent: Intent)]
    private let listing: Set<[UInt32]>
    private let ending: Set<[UInt32]>
    private let noAnswers: Set<[UInt32]>
    private let replying: [String]
    private let courtesies: [[UInt32]]
    /// Of what a question about handing over itself is made, and what makes it a question.
    private let about: [[UInt32]]
    private let interrogatives: [[UInt32]]
    private let confidential: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        askingAlone = Set(list("handover_ask_alone"))
        asking = (list("handover_ask") + askingAlone).sorted { ($0.count, $0) > ($1.count, $1) }
        courtesies = list("handover_courtesy").map(HandOverWords.letters)
        interrogatives = list("handover_interrogative").map(HandOverWords.letters)
        about = list("handover_about").map(HandOverWords.letters) + interrogatives
        confidential = list("handover_confidential")
        replying = list("handover_reply")
        let intents: [(String, Intent)] = [
            ("handover_take", .handOverTake), ("handover_reply", .handOverReply),
            ("handover_end", .handOverEnd), ("handover_keep", .handOverKeep),
        ]
        numbered = intents.flatMap { name, intent in list(name).map { ($0, intent) } }
            .sorted { $0.0.count > $1.0.count }
        listing = Set(list("handover_list").map(HandOverWords.letters))
        ending = Set(list("handover_end").map(HandOverWords.letters))
        noAnswers = Set(list("handover_no_answer").map(HandOverWords.letters))
    }

    /// A command that says which hand-over is meant (接手 H12, 回复 H12 …), or asks for the list or for a person; nothing for
    /// anything else, as for a question about one (接手 H12 了吗).
    ///
    /// - Parameter isStrict: whether what is asked must stand behind a colon, where the message may be something else.
    func command(_ text: String, isStrict: Bool = false) -> Request? {
        let text = text.withoutOuterBlanks
        if listing.contains(HandOverWords.letters(text)) { return Request(.handOverList) }
        for (words, intent) in numbered where text.hasPrefix(words) {
            guard let (number, rest) = HandOverWords.number(text.dropFirst(words.count)) else { continue }
            if let request = request(intent, number, rest) { return request }
        }
        // H12 接手.
        if let (number, rest) = HandOverWords.number(text[...]) {
            let rest = HandOverWords.unmarked(rest)
            for (words, intent) in numbered where rest.hasPrefix(words) {
                if let request = request(intent, number, rest.dropFirst(words.count)) { return request }
            }
        }
        return ask(text, isStrict: isStrict)
    }

    /// What stands behind 回复 where no number does; nothing for another message.
    func reply(_ text: String) -> String? {
        let text = text.withoutOuterBlanks
        for words in replying where text.hasPrefix(words) {
            let rest = text.dropFirst(words.count)
            guard let first = rest.first, first.isWhitespace || first.isPunctuation,
                // 回复 H12 … answers H12, whatever is at hand.
                HandOverWords.number(rest) == nil
            else { continue }
            return answer(rest)
        }
        return nil
    }

    /// Whether a message says nothing but that a hand-over is over.
    func ends(_ text: String) -> Bool { ending.contains(HandOverWords.letters(text)) }

    /// 转人工, and what is asked behind a pause.
    private func ask(_ text: String, isStrict: Bool) -> Request? {
        for words in asking where text.hasPrefix(words) {
            let rest = text.dropFirst(words.count)
            let question = HandOverWords.unmarked(rest)
            guard
                rest.isEmpty || question.isEmpty && !rest.contains(where: { "?？".contains($0) })
                    || rest.first.map({ $0.isWhitespace || $0.isPunctuation }) == true
                        && !rest.prefix(1).contains(where: { "?？".contains($0) })
            else { continue }
            if isStrict || askingAlone.contains(words), !question.isEmpty,
                rest.first.map({ ":：".contains($0) }) != true
            {
                return nil
            }
            guard !isAboutHandingOver(String(question)) || question.isEmpty else {
                return nil
            }
            var request = Request(.handoff)
            request.slots.isConfirmed = true
            request.slots.words = question.isEmpty ? nil : String(question)
            return request
        }
        return nil
    }

    /// Whether a message says nothing but thanks, a greeting or that it was read: nobody waits for an answer to it.
    func isCourtesy(_ text: String) -> Bool {
        HandOverWords.consists(HandOverWords.letters(text)[...], of: courtesies)
    }

    /// Whether a message names whom it may be about: what was said of somebody is not passed on to that person unasked.
    func isConfidential(_ text: String) -> Bool { confidential.contains { text.contains($0) } }

    /// 需要等多久, 谁来接, 是什么意思呀.
    private func isAboutHandingOver(_ text: String) -> Bool {
        let letters = HandOverWords.letters(text)
        if noAnswers.contains(letters) { return true }
        return interrogatives.contains { !$0.isEmpty && letters.firstRange(of: $0) != nil }
            && HandOverWords.consists(letters[...], of: about)
    }

    /// Whether letters are words of a list, one behind the other.
    private static func consists(_ letters: ArraySlice<UInt32>, of words: [[UInt32]]) -> Bool {
        guard !letters.isEmpty, letters.count <= longestMade else { return false }
        var reached = Set([letters.startIndex])
        for place in letters.indices where reached.contains(place) {
            for word in words where !word.isEmpty && letters[place...].starts(with: word) {
                reached.insert(place + word.count)
            }
        }
        return reached.contains(letters.endIndex)
    }

    /// Nobody is that courteous.
    private static let longestMade = 40

    private func request(_ intent: Intent, _ number: String, _ rest: Substring) -> Request? {
        var request = Request(intent)
        request.slots.handOver = number
        if intent == .handOverReply {
            // 回复 H12 什么 without a pause may be a question about it.
            guard let first = rest.first, first.isWhitespace || first.isPunctuation else {
                return rest.isEmpty ? request : nil
            }
            guard let words = answer(rest) else { return nil }
            request.slots.words = words
            return request
        }
        guard HandOverWords.unmarked(rest).isEmpty, !rest.contains(where: { "?？".contains($0) }) else {
            return nil
        }
        return request
    }

    /// Nothing where the words answer nobody (回复 H12 了吗).
    private func answer(_ rest: Substring) -> String? {
        let words = String(HandOverWords.unmarked(rest)).withoutOuterBlanks
        return words.isEmpty || noAnswers.contains(HandOverWords.letters(words)) ? nil : words
    }

    /// H12 at the beginning, and what follows.
    private static func number(_ text: Substring) -> (String, Substring)? {
        let text = text.drop { $0.isWhitespace || ":：".contains($0) }
        guard let letter = text.first, "HhＨｈ".contains(letter) else { return nil }
        let digits = text.dropFirst().drop(while: \.isWhitespace).prefix { $0.wholeNumberValue != nil }
        let value = digits.compactMap(\.wholeNumberValue).map { String($0) }.joined()
        guard (1...12).contains(value.count), value.count == digits.count else { return nil }
        return (value, text[digits.endIndex...])
    }

    private static func unmarked(_ text: Substring) -> Substring {
        text.drop { $0.isWhitespace || $0.isPunctuation }
    }

    /// Without signs and blanks.
    private static func letters(_ text: String) -> [UInt32] {
        Normalization(text).scalars.filter { $0 != Normalization.separator }
    }
}

extension Router {
    /// The words with which hand-overs are spoken of.
    public var handOverWords: HandOverWords { phrasebook.handOverWords }

    /// What is done with a hand-over: what stands behind the command is no part of it, whatever it says.
    ///
    /// - Parameter isStrict: whether what is asked of a person must stand behind a colon.
    func handOver(_ text: String, _ context: DialogueContext, isStrict: Bool = false) -> Understood? {
        guard context.openForm == nil,
            let request = phrasebook.handOverWords.command(text, isStrict: isStrict)
        else {
            return nil
        }
        return Understood(request: request, said: request.slots)
    }
}

extension Intent {
    /// Whether it is about hand-overs, whose numbers are in `Slots.handOver`.
    public var isAboutHandOvers: Bool {
        switch self {
        case .handOverTake, .handOverReply, .handOverEnd, .handOverKeep, .handOverList: true
        default: false
        }
    }
}
