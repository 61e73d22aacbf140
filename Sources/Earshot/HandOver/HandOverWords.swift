/// The words of `commands.json5` with which somebody is asked, answered, and a hand-over is taken up and ended.
public struct HandOverWords: Sendable {
    private let asking: [String]
    /// Those that say as much about a matter as that somebody is wanted: 人工服务，收费太贵.
    private let askingAlone: Set<String>
    private let numbered: [(words: String, intent: Intent)]
    private let listing: Set<[UInt32]>
    private let proposed: Set<[UInt32]>
    private let ending: Set<[UInt32]>
    private let noAnswers: Set<[UInt32]>
    private let replying: [String]
    private let courtesies: [[UInt32]]
    /// Those of them that answer a question: 可以.
    private let assents: Set<[UInt32]>
    /// What makes a question one that is answered by yes or no.
    private let yesOrNo: [[UInt32]]
    /// Whole messages with which who asks wants nobody any more: 不用了.
    private let cancelling: Set<[UInt32]>
    /// Before what a draft shall say instead.
    private let instead: [String]
    /// Of what a question about handing over itself is made, and what makes it a question.
    private let about: [[UInt32]]
    private let interrogatives: [[UInt32]]
    private let confidential: [String]
    private let taking: Set<[UInt32]>
    /// Of what a message is made that only says that an answer was none: 不对.
    private let complaints: [[UInt32]]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        askingAlone = Set(list("handover_ask_alone"))
        asking = (list("handover_ask") + askingAlone).sorted { ($0.count, $0) > ($1.count, $1) }
        courtesies = list("handover_courtesy").map(HandOverWords.letters)
        assents = Set(list("handover_assent").map(HandOverWords.letters))
        yesOrNo = list("handover_yes_no").map(HandOverWords.letters)
        cancelling = Set(list("handover_cancel").map(HandOverWords.letters))
        instead = list("note_instead")
        interrogatives = list("handover_interrogative").map(HandOverWords.letters)
        about = list("handover_about").map(HandOverWords.letters) + interrogatives
        confidential = list("handover_confidential")
        taking = Set(list("handover_take").map(HandOverWords.letters))
        complaints = list("handover_no_question").map(HandOverWords.letters)
        replying = list("handover_reply")
        let intents: [(String, Intent)] = [
            ("handover_take", .handOverTake), ("handover_reply", .handOverReply),
            ("handover_end", .handOverEnd), ("handover_keep", .handOverKeep),
        ]
        numbered = intents.flatMap { name, intent in list(name).map { ($0, intent) } }
            .sorted { $0.0.count > $1.0.count }
        listing = Set(list("handover_list").map(HandOverWords.letters))
        proposed = Set(list("handover_proposed").map(HandOverWords.letters))
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
        if proposed.contains(HandOverWords.letters(text)) { return Request(.handOverProposed) }
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

    /// A number without its letter at the beginning of an answer, and what is said behind a pause (6 你好); nothing where it
    /// counts something (7 天内可以退).
    static func plainNumber(_ reply: String) -> (Int64, String)? {
        let digits = reply.prefix { $0.isASCII && $0.isNumber }
        let rest = reply.dropFirst(digits.count)
        guard (1...12).contains(digits.count), let number = Int64(digits),
            let pause = rest.first, pause.isWhitespace || ":：,，".contains(pause)
        else { return nil }
        let words = String(unmarked(rest)).withoutOuterBlanks
        guard let first = words.first, !counted.contains(first), first.wholeNumberValue == nil else {
            return nil
        }
        return (number, words)
    }

    /// What is counted or measured.
    private static let counted = Set("天日号月年周个小时分秒点台辆元块万千百公里米条次项家位折%％")

    /// Whether a message says nothing but that its writer takes one up, without saying which.
    func takes(_ text: String) -> Bool {
        taking.contains(HandOverWords.letters(text)) && !Normalization(text).asks
    }

    /// Whether a message asks nothing, and only says that an answer was none (不对): what was asked stands before it.
    func complains(_ text: String) -> Bool {
        HandOverWords.consists(HandOverWords.letters(text)[...], of: complaints)
    }

    /// Whether a message says nothing but that a hand-over is over, and does not ask whether it is (结束？).
    func ends(_ text: String) -> Bool {
        ending.contains(HandOverWords.letters(text)) && !Normalization(text).asks
    }

    /// Whether a message says nothing but that nobody is wanted any more. It may be an answer as well.
    func cancels(_ text: String) -> Bool {
        cancelling.contains(HandOverWords.letters(text)) && !Normalization(text).asks
    }

    /// What a draft shall say instead (改成 七天内可以退); nothing for another message.
    func replacement(_ text: String) -> String? {
        let text = text.withoutOuterBlanks
        guard let head = instead.first(where: { text.hasPrefix($0) }) else { return nil }
        let words = String(HandOverWords.unmarked(text.dropFirst(head.count))).withoutOuterBlanks
        return words.isEmpty ? nil : words
    }

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
    ///
    /// - Parameter question: what the other side said before: 可以 answers whether something may be done.
    func isCourtesy(_ text: String, after question: String? = nil) -> Bool {
        let letters = HandOverWords.letters(text)
        guard HandOverWords.consists(letters[...], of: courtesies) else { return false }
        guard let question, asksWhether(question) else { return true }
        // 您好 is a word of its own, and no 好.
        return HandOverWords.consists(letters[...], of: courtesies.filter { !assents.contains($0) })
    }

    /// Whether a line is a question that 可以 answers (周五过来可以吗, 是不是要先登记), unlike 什么时候到货.
    private func asksWhether(_ line: String) -> Bool {
        let text = Normalization(line)
        let letters = text.scalars.filter { $0 != Normalization.separator }
        func says(_ words: [[UInt32]]) -> Bool {
            words.contains { !$0.isEmpty && letters.firstRange(of: $0) != nil }
        }
        return says(yesOrNo) || (text.asks || text.isQuestion) && !says(interrogatives)
    }

    /// Whether a line wants an answer: a question in whatever form (周五过来可以吗, 是不是要先登记).
    private func asks(_ line: String) -> Bool {
        let text = Normalization(line)
        let letters = text.scalars.filter { $0 != Normalization.separator }
        return text.asks || text.isQuestion
            || interrogatives.contains { !$0.isEmpty && letters.firstRange(of: $0) != nil }
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
            guard let first = rest.first, first.isWhitespace || first.isPunctuation else {
                // 回复 H12 什么 without a pause may be a question about it; 回复H12给你 is asked for with one.
                let isQuestion =
                    noAnswers.contains(HandOverWords.letters(String(rest))) || asks(String(rest))
                return isQuestion ? nil : request
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

    /// H12 or H十二 at the beginning, and what follows.
    private static func number(_ text: Substring) -> (String, Substring)? {
        let text = text.drop { $0.isWhitespace || ":：".contains($0) }
        guard let letter = text.first, "HhＨｈ".contains(letter) else { return nil }
        let digits = text.dropFirst().drop(while: \.isWhitespace).prefix { $0.wholeNumberValue != nil }
        let values = digits.compactMap(\.wholeNumberValue)
        guard (1...12).contains(values.count) else { return nil }
        if values.allSatisfy({ $0 < 10 }) {
            return (values.map { String($0) }.joined(), text[digits.endIndex...])
        }
        let scalars = digits.unicodeScalars.map(\.value)
        guard let (value, end) = Numerals.read(scalars, at: 0), end == scalars.count else { return nil }
        return (String(value), text[digits.endIndex...])
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
        guard context.openForm == nil else { return nil }
        if let previous = context.previous, previous.intent == .handOverKeep,
            let words = phrasebook.handOverWords.replacement(text)
        {
            var request = Request(.handOverKeep)
            (request.slots.handOver, request.slots.words) = (previous.slots.handOver, words)
            return Understood(request: request, said: request.slots)
        }
        guard let request = phrasebook.handOverWords.command(text, isStrict: isStrict) else { return nil }
        return Understood(request: request, said: request.slots)
    }
}

extension Intent {
    /// Whether it is about hand-overs, whose numbers are in `Slots.handOver`.
    public var isAboutHandOvers: Bool {
        switch self {
        case .handOverTake, .handOverReply, .handOverEnd, .handOverKeep, .handOverList, .handOverProposed:
            true
        default: false
        }
    }
}
