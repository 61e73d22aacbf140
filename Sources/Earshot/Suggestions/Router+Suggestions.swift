extension Router {
    /// The suggestions of somebody: 赵敏的建议. Nothing where the words before are nobody's name.
    func suggestions(of text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, text.count <= Router.longestSuggestionList,
            let before = phrasebook.suggestionsOf.before(text),
            isPerson(before, features(of: before, context)),
            // 提交 and 本周新 are nobody.
            isSomebody(before, context), Surnames.begin(before)
        else { return nil }
        var request = Request(.suggestionList)
        request.slots.person = before
        return Understood(request: request, said: request.slots)
    }

    private static let longestSuggestionList = 20
}

/// The words of `commands.json5` behind the name of whoever filed suggestions.
struct SuggestionsOfWords: Sendable {
    private let endings: [String]
    private let heads: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (endings, heads) = (list("suggestions_of"), list("action_show") + list("action_polite"))
    }

    /// What stands before them, without words for showing.
    func before(_ text: String) -> String? {
        let bare = text.filter { !$0.isWhitespace && !$0.isPunctuation }
        guard let ending = endings.first(where: { bare.hasSuffix($0) }) else { return nil }
        var rest = bare.dropLast(ending.count)
        while let head = heads.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(head.count) }
        return rest.isEmpty ? nil : String(rest)
    }
}
