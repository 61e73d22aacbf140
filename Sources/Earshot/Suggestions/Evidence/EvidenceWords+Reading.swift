extension EvidenceWords {
    /// The lists of `evidence.json5`, read and checked.
    struct OwnWords {
        private(set) var meanings: [[UInt32]: Meaning] = [:]
        private(set) var lists: [[[UInt32]]] = []
        private(set) var wishes: Set<[UInt32]> = []
        private(set) var requests: Set<[UInt32]> = []
        private let file: String

        init(_ part: EvidencePart, file: String) throws(LexiconError) {
            self.file = file
            for word in try words(part.asking, in: "asking") {
                try set(.nothing, of: word, in: "asking")
            }
            for word in try words(part.remedies, in: "remedies") {
                try set(.remedy, of: word, in: "remedies")
            }
            for (index, line) in part.same.enumerated() {
                let field = "same[\(index)]"
                let list = try words(line, in: field)
                guard list.count > 1 else {
                    throw error(
                        .malformed, field, list.first ?? [], "stands for nothing else",
                        hint: "write the words that may stand for each other into one list")
                }
                lists.append(list)
                for word in list { try set(.groups([index]), of: word, in: field) }
            }
            // A customer may wish with words that say nothing of the matter.
            wishes = Set(try words(part.wishes, in: "wishes"))
            requests = Set(try words(part.requests, in: "requests"))
        }

        private func words(_ text: String, in field: String) throws(LexiconError) -> [[UInt32]] {
            var words: [[UInt32]] = []
            for word in text.split(whereSeparator: \.isWhitespace) {
                let characters = SearchText(String(word)).characters
                guard !characters.contains(0) else {
                    throw LexiconError(
                        code: .emptyTerm, file: file, field: field, term: String(word),
                        message: "has characters that cannot be matched",
                        hint: "use letters, digits and Chinese characters alone")
                }
                words.append(characters)
            }
            return words
        }

        /// A word may be of several lists, and then stands for all of them; of nothing else besides.
        private mutating func set(
            _ meaning: Meaning, of word: [UInt32], in field: String
        ) throws(LexiconError) {
            switch (meanings[word], meaning) {
            case (.groups(let known), .groups(let more)):
                meanings[word] = .groups(known.union(more))
            case (nil, _), (meaning, _):
                meanings[word] = meaning
            default:
                throw error(
                    .conflict, field, word, "stands in another part of the file as well",
                    hint: "leave it where it tells most")
            }
        }

        private func error(
            _ code: LexiconError.Code, _ field: String, _ word: [UInt32], _ message: String, hint: String
        ) -> LexiconError {
            LexiconError(
                code: code, file: file, field: field, term: SearchText.string(word[...]), message: message,
                hint: hint)
        }
    }
}
