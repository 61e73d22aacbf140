/// Finds the voices that tell of a danger to people, of which the first is enough to warn.
///
/// One pass over a text finds the words of all dangers (Aho-Corasick); only where some are found the words of the sentence
/// are looked at for what speaks against it. Better one voice too many than one too few, but not a single one of the many
/// that say what might be. Never changes after it is made, and may be used from any number of threads.
public struct SafetyWords: Sendable {
    private let glossary: SafetyGlossary?

    /// - Parameters:
    ///   - part: the content of `safety.json5`.
    ///   - file: its name, for errors.
    ///   - lexicon: gives the variants of characters.
    ///   - catalogue: the names by which a sentence is another maker's.
    /// - Throws: `LexiconError` naming file, field and word.
    public init(
        _ part: SafetyPart, file: String, lexicon: Lexicon, catalogue: ProductCatalogue
    ) throws(LexiconError) {
        glossary = try SafetyGlossary(part, file: file, variants: lexicon.variants, catalogue: catalogue)
    }

    private init() {
        glossary = nil
    }

    /// Of a site without such words: nothing is found.
    public static let none = SafetyWords()

    /// All that are looked for, the most serious first.
    public var dangers: [Danger] { glossary?.dangers ?? [] }

    /// The most serious danger that the voice tells of, where it first does; nothing for a rival's voice, an advertisement
    /// and a repost.
    public func danger(in voice: ArrivedVoice) -> DangerMention? {
        mentions(in: voice).first { $0.doubt == nil }
    }

    /// The dangers that the voice names, each once, the most serious first: where it tells of one, or else where it first
    /// names it.
    public func mentions(in voice: ArrivedVoice) -> [DangerMention] {
        let doubt: DangerMention.Doubt? =
            if voice.subject != .own { .rival } else if voice.isAdvertisement { .advertisement } else {
                voice.repostOf == nil ? nil : .repost
            }
        return mentions(in: voice.text).map { $0.doubted(doubt) }
    }

    /// The same of a text that is taken for a customer's of the own brand.
    public func mentions(in text: String) -> [DangerMention] {
        guard let glossary else { return [] }
        let read = SafetyText(text, with: glossary)
        var found: [Int: DangerMention] = [:]
        for naming in read.namings.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
            if let known = found[naming.danger], known.doubt == nil { continue }
            let doubt = DangerDoubts(of: naming, in: read, glossary).first
            guard doubt == nil || found[naming.danger] == nil else { continue }
            found[naming.danger] = DangerMention(
                danger: glossary.dangers[naming.danger], evidence: read.bytes(naming.span), doubt: doubt)
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }
}
