/// The words of `commands.json5` with which suggestions are put together, taken apart and given a day.
struct TriageWords: Sendable {
    let merge: [String]
    let split: [String]
    /// Behind a day: 前, 之前.
    let deadline: [String]
    /// What may stand beside them and says nothing.
    let filler: [String]
    let due: DueDayReader
    let assign: [String]
    /// Before the number of what goes to somebody (指派 5), and between that and who it is: 给.
    let givingHeads: [String]
    let givingJoints: [String]
    /// Behind the number of a suggestion: what tells of a decision (的, 后) or asks for it (人数), and by which nothing is decided yet.
    let decisionHeads: [String]
    let decisionTopics: [String]
    let undecided: [String]
    /// Before a colon and a suggestion: 建议, 我要提建议.
    let filing: [String]
    /// Those of them that say that something is suggested, and name no suggestion.
    let filingWishes: Set<String>
    let asking: [[UInt32]]
    /// Behind 建议, what asks about suggestions: 有用吗; and before it, who else suggests: 您建议.
    let aboutSuggesting: [String]
    let othersSuggest: [String]
    /// With these a decision about a suggestion begins: 采纳, 不采纳.
    let decisions: [String]
    /// What sounds like 不: 部.
    let deniedBySound: [String]
    /// Before a reason: 因为, 原因.
    let causes: [String]
    /// Before the number of the one into which others are merged, and what may stand between.
    let mergeInto: [String]
    let numberHeads: [String]
    /// Behind whom something is given to: 处理.
    private let givenEnds: [String]
    /// Behind what is suggested, before another wish: 还有.
    let suggestingBeside: [String]
    /// Between a decision and what is said of it: 但是; and 吧 before a sign.
    private let reasonHeads: [String]
    private let reasonParticles: [String]
    /// Right behind the numbers of a row: 都.
    private let rowEnds: [String]
    /// What declines a suggestion, and what stands before why, to be written: 不采纳, 因为.
    let declining: (decision: String, cause: String)?

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (merge, split, deadline) = (list("merge"), list("split"), list("deadline"))
        (mergeInto, numberHeads) = (list("merge_into"), list("merge_number_head"))
        givenEnds = list("triage_given_end")
        filingWishes = Set(list("filing_wish"))
        suggestingBeside = list("suggesting_beside")
        (reasonHeads, rowEnds) = (list("triage_reason_head"), list("triage_row_end"))
        reasonParticles = list("triage_reason_particle")
        (filler, assign, causes) = (list("triage_filler"), list("assign"), list("cause"))
        (givingHeads, givingJoints) = (list("giving_heads"), list("giving_joints"))
        (decisionHeads, decisionTopics) = (list("decision_heads"), list("decision_topics"))
        undecided = list("undecided")
        declining = list("decline_act").first.flatMap { act in
            list("decline_cause").first.map { (act, $0) }
        }
        due = DueDayReader(words)
        deniedBySound = list("sounds_denied")
        (filing, decisions) = (list("filing"), list("decision"))
        (aboutSuggesting, othersSuggest) = (list("about_suggesting"), list("others_suggest"))
        asking = list("asking").map { Normalization($0).scalars }.filter { !$0.isEmpty }
    }

    /// Whether a word says that something is asked (说什么, 多少): such a message is no suggestion.
    func asks(_ text: Normalization) -> Bool {
        asking.contains { word in
            text.scalars.indices.contains { text.scalars[$0...].starts(with: word) }
        }
    }

    /// Whether nothing is left beside 交给 and whom something is given to, but what that one shall do with it: 处理.
    func saysNothingBesideGiving(_ words: String) -> Bool {
        isFiller(givenEnds.first { words.hasSuffix($0) }.map { String(words.dropLast($0.count)) } ?? words)
    }

    /// Whether nothing is left of a text without these words.
    func isFiller(_ text: String) -> Bool {
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let word = filler.first(where: { rest.hasPrefix($0) }) else { return false }
            rest = rest.dropFirst(word.count)
        }
        return true
    }

    /// Whether a text is nothing but what stands before the numbers of suggestions: 采纳, 把建议.
    func opensRow(_ text: String) -> Bool {
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let word = (decisions + filing + filler).first(where: { rest.hasPrefix($0) }) else {
                return false
            }
            rest = rest.dropFirst(word.count)
        }
        return true
    }

    /// Whether a text begins with what stands behind the numbers of suggestions: 都采纳, 交给.
    func closesRow(_ text: Substring) -> Bool {
        (decisions + assign + rowEnds).contains { text.hasPrefix($0) }
    }

    /// What is left of a text without the first of some words in it; nothing where none is.
    static func removing(_ words: [String], from text: String) -> String? {
        for word in words {
            guard let range = text.firstRange(of: word) else { continue }
            return String(text[..<range.lowerBound] + text[range.upperBound...])
        }
        return nil
    }

    /// Whether a text is nothing, or begins with a sign and a word before a reason.
    func beginsReason(_ text: String) -> Bool {
        let rest = text.drop { $0.isWhitespace || $0.isPunctuation && !":：".contains($0) }
        return rest.isEmpty || ":：".contains(rest.first ?? " ") || causes.contains { rest.hasPrefix($0) }
    }

    /// Without what stands before the words of a reason.
    func reason(_ text: Substring) -> String? {
        var rest = text
        while let first = rest.first {
            if first.isWhitespace || first.isPunctuation {
                rest = rest.dropFirst()
            } else if let word = causes.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(word.count)
                // 原因是：成本太高; but 因为是赠品 says what it is.
                if rest.hasPrefix("是"), !word.hasPrefix("因") { rest = rest.dropFirst() }
            } else if let word = reasonHeads.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(word.count)
            } else if let word = reasonParticles.first(where: { rest.hasPrefix($0) }),
                rest.dropFirst(word.count).first.map({ $0.isWhitespace || $0.isPunctuation }) ?? true
            {
                rest = rest.dropFirst(word.count)
            } else {
                break
            }
        }
        // 来不及排期 is a reason, and begins with a word that is none.
        let reason = String(rest).withoutOuterBlanks.withoutStrayBrackets
        return isFiller(reason) ? nil : reason
    }
}

extension TriageWords {
    /// Whether a decision stands behind a character that sounds like 不 and with which the text begins, or that follows the number:
    /// 部采纳2, 4部采纳.
    func opensWithSlip(_ text: String) -> Bool {
        let rest = text.drop { !$0.isLetter }
        guard let first = rest.first, deniedBySound.contains(String(first)) else { return false }
        return decisions.contains { rest.dropFirst().hasPrefix($0) }
    }

    /// Whether a text begins with a decision about a suggestion and its number (不采纳 22 …), or with the number as suggestions
    /// are written (#22 …). 安排 22 人 decides nothing.
    func opensDecision(_ text: String) -> Bool {
        var rest = text.drop(while: \.isWhitespace)
        if let word = decisions.first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
            if let suggestion = filing.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(suggestion.count).drop { $0.isWhitespace }
            }
            return rest.drop { "#＃".contains($0) }.first?.isNumber ?? false
        }
        return "#＃".contains(rest.first ?? " ") && rest.dropFirst().first?.isNumber ?? false
    }
}
