/// Which suggestions become parts of which.
extension Router {
    /// Each but the last one becomes a part of that: 合并 57 到 31, 合并 5、6 到 3. Of two between which nothing says into which
    /// (5和6合并) it is asked, and one alone is what the one that was spoken of becomes a part of.
    ///
    /// - Parameter numbers: those of the message, in their order.
    func merged(_ text: String, _ numbers: [Int64], _ spoken: Request?) -> Understood? {
        guard let whole = numbers.last, numbers.count <= Router.mostMerged else { return nil }
        let parts = Array(numbers.dropLast())
        guard let first = parts.first else {
            guard spoken?.slots.suggestion != nil else { return nil }
            return triage(.suggestionMerge, nil, spoken) { $0.other = String(whole) }
        }
        let isDirected = directs(text)
        guard isDirected || parts.count == 1 else { return nil }
        var understood = triage(.suggestionMerge, first, spoken) { slots in
            slots.other = String(whole)
            slots.isConfirmed = isDirected ? nil : false
        }
        understood?.alike = parts.dropFirst().compactMap { part in
            triage(.suggestionMerge, part, spoken) { $0.other = String(whole) }?.request
        }
        return understood
    }

    private static let mostMerged = 6

    /// Whether the last number of a text stands behind a word by which the others become parts of it: 到 31, 到建议第3条.
    private func directs(_ text: String) -> Bool {
        guard let last = text.lastIndex(where: { $0.isNumber }) else { return false }
        var head = text[...last]
        while head.last?.isNumber == true { head.removeLast() }
        let words = phrasebook.triageWords
        while true {
            if let sign = head.last, sign.isWhitespace || sign.isPunctuation || sign.isSymbol {
                head.removeLast()
            } else if let word = words.numberHeads.first(where: { head.hasSuffix($0) }) {
                head.removeLast(word.count)
            } else {
                return words.mergeInto.contains { head.hasSuffix($0) }
            }
        }
    }
}
