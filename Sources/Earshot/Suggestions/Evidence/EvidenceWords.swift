/// The words by which a suggestion is taken apart, ready to be looked up.
public struct EvidenceWords: Sendable {
    /// What a word is in a suggestion.
    enum Meaning: Sendable, Hashable {
        /// It says nothing of the matter.
        case nothing
        /// It is what shall be done.
        case remedy
        /// It may be said by others of `groups` as well.
        case group(Int)
        /// A word of the lexicon that names these aspects.
        case term([Aspect])
    }

    /// Phrases with what they mean, by their first character, the longest first.
    private var phrases: [UInt32: [(characters: [UInt32], meaning: Meaning)]] = [:]
    /// The words of which each may stand for the others.
    private(set) var groups: [[[UInt32]]] = []
    /// The words that name an aspect of few words, which are all names of much the same.
    private(set) var namesOfAspect: [Aspect: [[UInt32]]] = [:]
    private(set) var wishes: Set<[UInt32]> = []

    /// An aspect with more names than this has names of different things: 变速箱 and 火花塞 are both of the power.
    private static let mostNames = 16

    /// - Parameters:
    ///   - names: words that tell which product or place is meant, and not what about it: makers, series, cities.
    public init(_ part: EvidencePart, lexicon: Lexicon, names: [String]) {
        // What is read later prevails: people say in their own list what a word of the lexicon is here.
        var meanings: [[UInt32]: Meaning] = [:]
        func words(_ text: String) -> [[UInt32]] {
            text.split(whereSeparator: \.isWhitespace).map { SearchText(String($0)).characters }
                .filter { !$0.isEmpty && !$0.contains(0) }
        }
        var named: [Aspect: [[UInt32]]] = [:]
        for (word, term) in lexicon.terms.sorted(by: { $0.key < $1.key }) {
            let characters = SearchText(word).characters
            guard characters.count > 1, !characters.contains(0) else { continue }
            for link in term.targets { named[link.aspect, default: []].append(characters) }
            let own = term.own.map(\.aspect)
            if !term.targets.isEmpty || !own.isEmpty {
                meanings[characters] = .term(term.targets.map(\.aspect) + own)
            } else if term.strength != 0 || term.role == .degree || term.role == .wish {
                // Good and bad, very and hardly: the stance is read apart.
                meanings[characters] = .nothing
            }
        }
        for (aspect, names) in named where aspect.parent != nil && names.count <= EvidenceWords.mostNames {
            namesOfAspect[aspect] = names
        }
        for name in names {
            let characters = SearchText(name).characters
            if characters.count > 1 { meanings[characters] = .nothing }
        }
        for word in words(part.asking) { meanings[word] = .nothing }
        for word in words(part.remedies) { meanings[word] = .remedy }
        for line in part.same {
            let group = words(line)
            guard group.count > 1 else { continue }
            groups.append(group)
            for word in group { meanings[word] = .group(groups.count - 1) }
        }
        wishes = Set(words(part.wishes))
        for (characters, meaning) in meanings {
            phrases[characters[0], default: []].append((characters, meaning))
        }
        for first in phrases.keys { phrases[first]?.sort { $0.characters.count > $1.characters.count } }
    }

    /// The longest phrase that stands at a place.
    func phrase(at start: Int, in text: SearchText) -> (length: Int, meaning: Meaning)? {
        let characters = text.characters
        for (phrase, meaning) in phrases[characters[start]] ?? [] {
            let end = start + phrase.count
            guard end <= characters.count, characters[start..<end].elementsEqual(phrase) else { continue }
            // cd is no part of cdma.
            if SearchText.isLatin(phrase[phrase.count - 1]), end < characters.count,
                SearchText.isLatin(characters[end])
            {
                continue
            }
            return (phrase.count, meaning)
        }
        return nil
    }
}
