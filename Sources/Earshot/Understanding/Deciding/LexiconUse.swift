/// Which terms of the word lists decide how texts are read, and which are overruled: where an editor should look.
public struct LexiconUse: Sendable {
    /// How many texts were counted.
    public private(set) var texts = 0
    private var terms: [String: TermUse] = [:]
    private let characters: CharacterClasses

    /// How terms are ranked.
    public enum Order: String, Sendable, CaseIterable {
        /// By the opinions they carry.
        case followed
        /// By the share of their votes that is overruled, of those with at least `fewestVotes`.
        case overruled

        /// What became of the votes that it ranks by, of which quotes are wanted most.
        public var outcome: DecidingTerm.Outcome {
            switch self {
            case .followed: .followed
            case .overruled: .overruled
            }
        }
    }

    /// A share of fewer votes says nothing.
    public static let fewestVotes = 10

    /// Nothing counted yet.
    ///
    /// - Parameter analyzer: the one that reads the texts.
    init(by analyzer: Analyzer) {
        characters = analyzer.glossary.classes
    }

    mutating func add(_ text: String, by analyzer: Analyzer) {
        texts += 1
        for term in analyzer.decidingTerms(in: text) {
            terms[term.term, default: TermUse(term.term)].add(term, in: text)
        }
    }

    /// The terms that stand in the texts, those that rank highest first.
    ///
    /// - Parameter wanted: only terms with this in them, in any spelling; a term that is looked for is found however few
    ///   votes it has. All terms where it is empty.
    public func ranked(by order: Order, containing wanted: String = "") -> [TermUse] {
        let wanted = characters.normalised(wanted)
        let found = terms.values.filter { use in
            if !wanted.isEmpty { return use.term.contains(wanted) }
            return order == .followed || use.all.votes >= LexiconUse.fewestVotes
        }
        switch order {
        case .followed:
            return found.sorted {
                ($1.all.followed, $1.texts, $0.term) < ($0.all.followed, $0.texts, $1.term)
            }
        case .overruled:
            return found.sorted {
                ($1.all.overruledShare, $1.all.overruled, $0.term)
                    < ($0.all.overruledShare, $0.all.overruled, $1.term)
            }
        }
    }
}

extension LexiconUse {
    /// How much is counted at most.
    public struct Limits: Sendable {
        public var voices: Int
        /// Of their texts; the voice that goes beyond it is the last.
        public var bytes: Int

        /// - Parameters:
        ///   - voices: 5,000 tell enough of the words that customers use now.
        ///   - bytes: usual ones have some hundred.
        public init(voices: Int = 5000, bytes: Int = 8 << 20) {
            self.voices = voices
            self.bytes = bytes
        }
    }

    /// Reads the newest voices of an archive on the calling thread, which is to be one for such work.
    ///
    /// - Parameter onProgress: told how many were counted so far.
    /// - Throws: what the archive throws.
    public static func counting(
        _ limits: Limits, newestOf archive: any VoiceArchive, by analyzer: Analyzer,
        onProgress: (Int) -> Void = { _ in }
    ) throws -> LexiconUse {
        var use = LexiconUse(by: analyzer)
        var (before, bytes) = (Int64.max, 0)
        while use.texts < limits.voices, bytes < limits.bytes {
            let voices = try archive.newestVoices(
                before: before, limit: min(limits.voices - use.texts, voicesAtOnce),
                bytes: min(limits.bytes - bytes, bytesAtOnce))
            guard let last = voices.last else { break }
            for stored in voices {
                use.add(stored.voice.text, by: analyzer)
                bytes += stored.voice.text.utf8.count
            }
            before = last.number
            onProgress(use.texts)
        }
        return use
    }

    private static let voicesAtOnce = 500
    private static let bytesAtOnce = 1 << 20
}
