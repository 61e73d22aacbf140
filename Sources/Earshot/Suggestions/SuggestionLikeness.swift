/// How alike two suggestions are by their words: what they share of neighbouring characters.
///
/// Source of the measure: Dice, L. R., Measures of the Amount of Ecologic Association Between Species, Ecology 26 (1945).
package struct SuggestionLikeness {
    private let pairs: CharacterPairs
    private let aspect: Aspect?

    /// From which on two are shown as alike.
    static let threshold = 0.45
    /// What the same aspect adds.
    private static let sameAspect = 0.15
    /// What another aspect takes away: 油耗显示不准 and 续航显示不准 share their words and not their matter.
    private static let otherAspect = 0.15

    init(_ words: String, aspect: Aspect? = nil) { self.init(CharacterPairs(words), aspect: aspect) }

    private init(_ pairs: CharacterPairs, aspect: Aspect?) { (self.pairs, self.aspect) = (pairs, aspect) }

    /// From 0 for nothing in common; 1 and more for the same.
    func likeness(to other: SuggestionLikeness) -> Double {
        guard pairs.count > 0, other.pairs.count > 0 else { return 0 }
        let shared = Double(pairs.shared(with: other.pairs))
        let dice = 2 * shared / Double(pairs.count + other.pairs.count)
        // Of a short one and a long one that says it with more words.
        let within = shared / Double(min(pairs.count, other.pairs.count))
        let words = 0.7 * dice + 0.3 * within
        guard let aspect, let same = other.aspect else { return words }
        return aspect.root == same.root
            ? words + SuggestionLikeness.sameAspect : max(0, words - SuggestionLikeness.otherAspect)
    }

    /// Those that are alike, the likest by their words first, then those that are of the same matter in other words, those first that
    /// have the most of it in common.
    ///
    /// - Parameter reading: what the words of a suggestion are compared by.
    package static func similar(
        to words: String, aspect: Aspect?, among suggestions: [Suggestion],
        reading: (String) -> ReadSuggestion = { ReadSuggestion($0) }
    ) -> [Suggestion] {
        let filed = reading(words)
        let wanted = SuggestionLikeness(filed.pairs, aspect: aspect)
        let wantedMatter = filed.matter?.namingAnything
        var found: [(suggestion: Suggestion, words: Double, matter: Double)] = []
        for suggestion in suggestions {
            let known = reading(suggestion.words)
            let likeness = wanted.likeness(to: SuggestionLikeness(known.pairs, aspect: suggestion.aspect))
            if likeness >= threshold {
                found.append((suggestion, likeness, 0))
            } else if let matter = known.matter, let common = wantedMatter?.likeness(to: matter) {
                found.append((suggestion, 0, common))
            }
        }
        found.sort { left, right in
            (right.words, right.matter, left.suggestion.number)
                < (left.words, left.matter, right.suggestion.number)
        }
        return found.map(\.suggestion)
    }
}
