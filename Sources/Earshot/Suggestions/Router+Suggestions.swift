extension Router {
    /// The suggestions of somebody or of a department, those that are overdue, and those of others: 赵敏的建议, 产品部的建议, 逾期的建议,
    /// 别人的建议. Nothing where the words before are none of these.
    func suggestions(of text: String, _ context: DialogueContext) -> Understood? {
        let words = phrasebook.suggestionsOf
        guard context.openForm == nil, text.count <= Router.longestSuggestionList,
            let before = words.before(text)
        else { return nil }
        var request = Request(.suggestionList)
        if words.overdue.contains(before) {
            request.slots.status = SuggestionService.overdue
        } else if context.role != .dealer, words.isDepartment(before) {
            request.slots.words = before
        } else if !words.others.contains(before) {
            // 提交 and 本周新 are nobody.
            guard isPerson(before, features(of: before, context)), isSomebody(before, context),
                Surnames.begin(before)
            else { return nil }
            request.slots.person = before
        }
        return Understood(request: request, said: request.slots)
    }

    private static let longestSuggestionList = 20
}

/// The words of `commands.json5` behind the name of whoever filed suggestions.
struct SuggestionsOfWords: Sendable {
    private let endings: [String]
    private let heads: [String]
    /// Before them: 逾期, 别人; and with what a department ends: 部.
    let overdue: Set<String>
    let others: Set<String>
    private let departments: [String]
    /// What ends so and is none: 总部.
    private let noDepartments: [String]
    /// Before one that something is given to: 交给.
    private let givings: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (endings, heads) = (list("suggestions_of"), list("action_show") + list("action_polite"))
        (overdue, others) = (Set(list("suggestions_overdue")), Set(list("suggestions_of_others")))
        (departments, noDepartments) = (list("department_ends"), list("no_department"))
        givings = list("giving_joints") + list("giving_heads") + list("before_department")
    }

    /// Whether words may be a department's name.
    func isDepartment(_ words: String) -> Bool {
        SuggestionsOfWords.departmentLengths.contains(words.count)
            && departments.contains(where: words.hasSuffix) && !noDepartments.contains(where: words.hasSuffix)
            && !givings.contains(where: words.hasPrefix)
    }

    private static let departmentLengths = 3...8

    /// What stands before them, without words for showing.
    func before(_ text: String) -> String? {
        let bare = text.filter { !$0.isWhitespace && !$0.isPunctuation }
        guard let ending = endings.first(where: { bare.hasSuffix($0) }) else { return nil }
        var rest = bare.dropLast(ending.count)
        while let head = heads.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(head.count) }
        return rest.isEmpty ? nil : String(rest)
    }
}
