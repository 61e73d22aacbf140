extension Router {
    /// The stretches of a text between two signs, each with what it says; a colon between two digits is of an hour.
    func clauses(
        of text: String, _ dates: DateReader = DateReader(today: Day(number: 0))
    ) -> [MessageFeatures] {
        CommandClauses.split(text).map {
            MessageFeatures(Normalization($0), phrasebook: phrasebook, dates: dates)
        }
    }

    /// Where a clause names what an intent does (认领, 已解决); nothing where it says only of what or of whom.
    func verb(of intent: Intent, in clause: MessageFeatures) -> Range<Int>? {
        let acts = phrasebook.warnings.acts
        let ofIntent = phrasebook.features(of: intent)
        let others = FeatureSet.slots.union(phrasebook.warnings.alert).union(phrasebook.store)
            .union(phrasebook.customer).union(phrasebook.look).union(phrasebook.question)
            // 那条, which stands beside some acts, is none.
            .union(phrasebook.filler)
        return clause.tokens.first { token in
            !token.features.isDisjoint(with: ofIntent)
                && (!token.features.isDisjoint(with: acts) || token.features.isDisjoint(with: others))
        }?.range
    }
}

/// Divides a command at its signs.
enum CommandClauses {
    /// The stretches of a text between two of some signs.
    static func split(_ text: String, at signs: String = "，,。；;！!？?：:") -> [Substring] {
        let characters = Array(text)
        var position = -1
        return text.split { character in
            position += 1
            guard character.isNewline || signs.contains(character) else { return false }
            guard colons.contains(character), position > 0, position + 1 < characters.count else {
                return true
            }
            return !(characters[position - 1].isNumber && characters[position + 1].isNumber)
        }
    }

    private static let colons: Set<Character> = ["：", ":"]
}
