/// Who shall take a warning on, in a message that says so: 张伟 in 把A12转给张伟处理.
///
/// Whoever it is, the directory of people knows, not the router: any word behind 转给 is taken that is not a word for
/// oneself, for customers or for stores.
struct Assignee {
    /// As the person wrote it.
    let name: String
    /// The message without the name.
    let rest: String
    /// Whether it is a word for an office (区域经理), which is somebody to talk to where no warning is named beside it.
    let isOffice: Bool

    init?(_ text: String, _ message: MessageFeatures, _ phrasebook: Phrasebook) {
        let words = phrasebook.remarkWords
        let scalars = message.text.scalars
        guard let verb = Assignee.verb(in: scalars, words) else { return nil }
        var start = verb
        while start < scalars.count, scalars[start] == Normalization.separator { start += 1 }
        var end = start
        let stop = message.tokens.first { token in
            token.range.lowerBound >= start
                && (token.features.contains(Feature.alert)
                    || !token.features.isDisjoint(with: phrasebook.warnings.alert))
        }
        let origins = message.text.origins
        while end < scalars.count, !message.text.divides(at: end), stop?.range.lowerBound != end,
            // A blank between Chinese words stands in the original alone.
            end == start || origins[end] == origins[end - 1] + 1,
            end == start || words.causes.length(in: scalars[end...]) == nil
        { end += 1 }
        while let shorter = Assignee.withoutEnd(scalars[start..<end], words) { end = shorter }
        guard end > start else { return nil }

        let original = Array(text.unicodeScalars)
        let from = Int(message.text.origins[start])
        let until = Assignee.endOfIdentifier(in: original, from: Int(message.text.origins[end - 1]) + 1)
        name = String(String.UnicodeScalarView(original[from..<until])).withoutOuterBlanks
        rest = String(String.UnicodeScalarView(original[..<from] + original[until...]))
        guard (1...Assignee.longestName).contains(name.count),
            !scalars[start..<end].allSatisfy({ isDigit($0) || $0 == Normalization.separator })
                || stop != nil || !message.mentions.alerts.isEmpty
        else { return nil }
        let named = MessageFeatures(
            Normalization(name), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
        isOffice = named.unexplained == 0 && named.says(phrasebook.officer)
        // 转给谁合适 asks.
        guard name.first.map({ !Assignee.asking.contains($0) }) == true else { return nil }
        guard
            named.unexplained > 0
                || !named.tokens.allSatisfy({ Assignee.isNobody($0, named.tokens, phrasebook) })
        else { return nil }
    }

    private static let longestName = 20
    private static let asking: Set<Character> = ["谁", "哪"]

    /// Whether a word is one for no particular person (我, 谁, 客户, 门店). A name may be of single characters that mean
    /// something by themselves (于和).
    private static func isNobody(_ token: Token, _ tokens: [Token], _ phrasebook: Phrasebook) -> Bool {
        !token.features.isDisjoint(with: phrasebook.store.union(phrasebook.customer))
            || !token.features.isDisjoint(
                with: phrasebook.filler.union(phrasebook.question).union(phrasebook.look))
                && (token.range.count > 1 || tokens.count == 1)
    }

    /// Where the first verb ends.
    private static func verb(in scalars: [UInt32], _ words: RemarkWords) -> Int? {
        for position in scalars.indices where words.assigningHeads.contains(scalars[position]) {
            guard let length = words.assigning.length(in: scalars[position...]) else { continue }
            let end = position + length
            let splitsWord =
                isASCIILetter(scalars[position])
                && (position > 0 && isASCIIWord(scalars[position - 1])
                    || end < scalars.count && isASCIIWord(scalars[end]))
            if !splitsWord { return end }
        }
        return nil
    }

    /// The end of a name before a word that may follow one; nothing when there is none.
    private static func withoutEnd(_ name: ArraySlice<UInt32>, _ words: RemarkWords) -> Int? {
        for word in words.nameEnds
        where name.count > word.count && name.suffix(word.count).elementsEqual(word) {
            return name.endIndex - word.count
        }
        return name.last == Normalization.separator ? name.endIndex - 1 : nil
    }

    /// An id goes on behind signs that divide words elsewhere: zhang_wei, zhang.wei.
    private static func endOfIdentifier(in original: [Unicode.Scalar], from position: Int) -> Int {
        func isWord(_ index: Int) -> Bool {
            original.indices.contains(index) && original[index].isASCII
                && original[index].properties.isAlphabetic
                || original.indices.contains(index)
                    && ("0"..."9").contains(original[index])
        }
        var end = position
        while isWord(end - 1), end < original.count, "_.-".unicodeScalars.contains(original[end]),
            isWord(end + 1)
        {
            end += 2
            while isWord(end) { end += 1 }
        }
        return end
    }
}
