/// The words of `commands.json5` with which actions are agreed on, finished, cancelled and put off.
public struct ActionWords: Sendable {
    let recording: [String]
    private let listing: [String]
    private let weakListing: [String]
    private let polite: [String]
    private let owning: [String]
    let later: [String]
    let earlier: [String]
    /// Before the list of those whose day has passed: 逾期.
    let late: [String]
    /// All that stands behind a number where it does not go on as agreed: 做不完.
    let stuck: Set<String>
    let unfinished: [String]
    /// Right behind an action's number, what makes of its end a condition: 的话.
    let conditions: [String]
    let finishing: [String]
    let cancelling: [String]
    let reopening: [String]
    let moving: [String]
    let changing: [String]
    let showing: [String]
    let filler: [String]
    let deadline: [String]
    let passing: [String]
    let owner: [String]
    let passingEnd: [String]
    let asked: [String]
    let progress: [String]
    let asksHow: [String]
    let letting: [String]
    let due: DueDayReader

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] {
            (words[name] ?? []).sorted { ($0.count, $0) > ($1.count, $1) }
        }
        (recording, listing, finishing) = (list("action_record"), list("action_list"), list("action_finish"))
        (cancelling, moving, showing) = (list("action_cancel"), list("action_move"), list("action_show"))
        (filler, deadline) = (list("action_filler"), list("action_deadline"))
        (owning, unfinished) = (list("action_mine"), list("action_unfinished"))
        (passing, owner, passingEnd) = (list("action_pass"), list("action_owner"), list("action_pass_end"))
        (asked, progress) = (list("action_asked"), list("action_progress"))
        (asksHow, changing) = (list("action_how"), list("action_change"))
        (letting, weakListing, polite) = (list("action_let"), list("action_list_weak"), list("action_polite"))
        (later, earlier) = (list("action_later"), list("action_earlier"))
        reopening = list("action_reopen")
        (late, stuck) = (list("suggestions_overdue"), Set(words["action_stuck"] ?? []))
        conditions = list("action_condition")
        due = DueDayReader(words)
    }

    /// What is done with an action that is named (完成 R3, 取消行动 R3, R3 改到12月20日), or one that is agreed on (行动 林枫 12月15日前 …);
    /// nothing for another message.
    ///
    /// - Parameters:
    ///   - spoken: whether actions were spoken of just before: then R3 alone is one.
    ///   - isName: whether a text may be the name of somebody, or a row of such names.
    ///   - isKnown: whether a text is the name of somebody whom the directory knows.
    func command(
        _ text: String, today: Day, afterActions spoken: Bool, isName: (String) -> Bool,
        isKnown: (String) -> Bool
    ) -> Request? {
        let text = text.withoutOuterBlanks
        return named(withLetter(text), today: today, spoken, isName) ?? askedHow(text)
            ?? recorded(text, today: today, isKnown)
    }

    /// What stands before a word for the list (杭州 of 杭州的行动列表), whether the list is of the own ones, and whether the word
    /// is said of other things as well (整改的行动); nothing where no such word ends the text.
    func list(_ text: String) -> (before: String, isMine: Bool, isWeak: Bool)? {
        let bare = ActionWords.bare(text)
        let own = owning.first { bare.hasSuffix($0) }
        guard let word = own ?? listing.first(where: { bare.hasSuffix($0) }) else { return nil }
        var rest = bare.dropLast(word.count)
        let little = (showing + filler + polite).sorted { $0.count > $1.count }
        while let word = little.first(where: { rest.hasSuffix($0) }) { rest = rest.dropLast(word.count) }
        while let word = little.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
        return (String(rest), own != nil, weakListing.contains(word))
    }

    /// A text without what says nothing before it, and whether it says that an action is meant.
    func trimmed(_ text: String) -> (rest: String, saysSo: Bool) {
        let bare = ActionWords.bare(text)
        var rest = bare
        while let word = filler.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
        let subject = filler.first { recording.contains($0) && bare.hasSuffix($0) }
        if let subject, rest.hasSuffix(subject) { rest.removeLast(subject.count) }
        return (rest, subject != nil)
    }

    static func divides(_ character: Character) -> Bool {
        character.isWhitespace || "，,；;、：:。".contains(character)
    }

    static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: divides).map { String($0) }
    }

    static func bare(_ text: String, keeping signs: String = "") -> String {
        text.filter { !$0.isWhitespace && (!$0.isPunctuation || "/-.".contains($0) || signs.contains($0)) }
    }

    /// A text without blanks and signs before it.
    static func unmarked(_ text: String) -> String {
        String(text.drop { $0.isWhitespace || $0.isPunctuation }).withoutOuterBlanks
    }

    static func words(_ text: String) -> String? {
        let words = unmarked(text)
        return words.contains { $0.isLetter || $0.isNumber } ? words : nil
    }

    static let longestDay = 16

    /// The day that a text says as a whole, with a word for a deadline or without.
    func day(_ text: String, _ today: Day) -> Day? {
        let bare = ActionWords.bare(text)
        let date = deadline.first { bare.hasSuffix($0) }.map { String(bare.dropLast($0.count)) }
        return due.comingDay(bare, today: today) ?? date.flatMap { due.comingDay($0, today: today) }
    }
}
