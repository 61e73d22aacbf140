/// Who deals with a suggestion, in other orders of the words.
extension Router {
    /// 4 交给技术中心 12月20日前: to whom it goes, and until when.
    func givenUntil(_ text: String, _ spoken: Request?, _ context: DialogueContext) -> Understood? {
        guard let cut = text.lastIndex(where: { $0.isWhitespace || ",，".contains($0) }) else { return nil }
        let (head, tail) = (String(text[..<cut]), String(text[text.index(after: cut)...]))
        guard !head.isEmpty, var given = given(head, features(of: head, context), spoken, context),
            let numbered = NumberedText(tail),
            let due = scheduled(tail, numbered, given.request, context)
        else { return nil }
        given.alike.append(due.request)
        return given
    }

    /// 指派 5 给产品部.
    func givenBetween(_ text: String, _ spoken: Request?, _ context: DialogueContext) -> Understood? {
        let words = phrasebook.triageWords
        var rest = Substring(text.withoutOuterBlanks)
        guard let verb = words.givingHeads.first(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(verb.count).drop { $0.isWhitespace }
        if let suggestion = words.filing.first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(suggestion.count).drop { $0.isWhitespace }
        }
        let isMarked = rest.first.map { "#＃".contains($0) } ?? false
        rest = rest.drop { "#＃".contains($0) }
        let digits = rest.prefix { $0.isWholeNumber }
        guard spoken != nil || isMarked || context.previous?.intent.isAboutAlerts != true,
            digits.count < 7, let number = Int64(digits)
        else { return nil }
        rest = rest.dropFirst(digits.count).drop { $0.isWhitespace || $0 == "号" }
        guard let joint = words.givingJoints.first(where: { rest.hasPrefix($0) }),
            let usual = words.givingJoints.first(where: words.assign.contains)
        else { return nil }
        // 把 2 给删了 names nobody.
        let whom = rest.dropFirst(joint.count).filter { !$0.isWhitespace }
        guard context.knowsPerson(whom) || phrasebook.suggestionsOf.isDepartment(whom) else { return nil }
        let head = "\(number) \(usual)\(whom)"
        return given(head, features(of: head, context), spoken, context)
    }
}
