/// The words of a text that name a danger, and why they do not tell of one, where they do not.
public struct DangerMention: Sendable, Equatable {
    public let danger: Danger
    /// Where the words stand, in bytes of the text (UTF-8 offsets).
    public let evidence: Range<Int>
    /// Nothing where a customer tells that it happened, as far as words can say.
    public let doubt: Doubt?

    /// Why a mention is taken for something else than what happened to a customer of the own brand. More may be added.
    public struct Doubt: Sendable, Hashable {
        public let name: String

        /// The voice is about another maker's product, offers something, or repeats an earlier voice.
        public static let rival = Doubt(name: "rival")
        public static let advertisement = Doubt(name: "advertisement")
        public static let repost = Doubt(name: "repost")
        /// The sentence is about another maker's product: 不像远岚会自燃.
        public static let otherMaker = Doubt(name: "other_maker")
        /// It says that it did not happen: 从来没有失灵过.
        public static let denied = Doubt(name: "denied")
        /// It says what would be: 万一起火.
        public static let supposed = Doubt(name: "supposed")
        public static let feared = Doubt(name: "feared")
        /// It asks whether: 会自燃吗.
        public static let asked = Doubt(name: "asked")
        /// It says that it may happen: 有起火隐患.
        public static let risk = Doubt(name: "risk")
        /// It says what others tell: news, recalls, videos.
        public static let hearsay = Doubt(name: "hearsay")
        /// It is about a test, an exercise or a story.
        public static let exercise = Doubt(name: "exercise")
        /// It explains how cars are: 熄火后刹车踩不动是正常的.
        public static let explained = Doubt(name: "explained")
    }

    /// The same words, told from a voice that may be no customer's of the own brand.
    func doubted(_ doubt: Doubt?) -> DangerMention {
        DangerMention(danger: danger, evidence: evidence, doubt: doubt ?? self.doubt)
    }
}

extension DangerMention {
    /// The sentence with the words, as it may be shown: what identifies a person is masked, as in every quote, and what is
    /// too long is cut with … . Names of stores are not hidden.
    ///
    /// - Parameters:
    ///   - text: the one that the mention was found in.
    ///   - limit: characters at most.
    public func quote(of text: String, limit: Int = 80) -> String {
        // Masking leaves as many scalars as there were, and what a cut sentence hides can be told of the whole text only.
        let masked = Array(PersonalData.masked(text).unicodeScalars)
        guard let words = Excerpt.scalars(of: evidence, in: text), words.upperBound <= masked.count else {
            return ""
        }
        let start = masked[..<words.lowerBound].lastIndex(where: Traits.endsSentence).map { $0 + 1 } ?? 0
        var end = masked[words.upperBound...].firstIndex(where: Traits.endsSentence) ?? masked.count
        if end < masked.count, !Traits.breaksLine(masked[end]) { end += 1 }
        var sentence = String.UnicodeScalarView()
        sentence.append(contentsOf: masked[start..<end])
        return Excerpt.of(
            String(sentence), around: words.lowerBound - start..<words.upperBound - start, limit: limit)
    }
}

extension Traits {
    static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x10000 && endsSentence(table[Int(scalar.value)])
    }

    static func endsSentence(_ trait: UInt8) -> Bool { trait == stop || trait == question }

    fileprivate static func breaksLine(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}
