/// A text as it is searched: in small letters, half width and simplified characters. What is neither a letter, a digit nor a
/// Chinese character divides words.
struct SearchText: Sendable {
    /// Letters, digits and Chinese characters, and 0 for whatever stands between them.
    private(set) var characters: [UInt32] = []
    /// By character: where in the text it begins, in bytes; at the end, where the last one ends.
    private(set) var offsets: [Int32] = []

    /// - Parameter limit: characters that are read, for somebody may write a book.
    init(_ text: String, limit: Int = .max) {
        characters.reserveCapacity(min(limit, text.utf8.count / 2 + 1))
        offsets.reserveCapacity(characters.capacity + 1)
        var byte: Int32 = 0
        for scalar in text.unicodeScalars {
            guard characters.count < limit else { break }
            let character = SearchText.folded(scalar)
            // Several marks in a row divide no more than one does.
            if character != 0 || characters.last != 0 {
                characters.append(character)
                offsets.append(byte)
            }
            byte += Int32(truncatingIfNeeded: UTF8.width(scalar))
        }
        offsets.append(byte)
    }

    /// The form that all spellings of a character share; 0 for what is no part of a word.
    static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: scalar.value
        case 0x41...0x5A: scalar.value + 0x20
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: scalar.value - 0xFEE0
        case 0xFF21...0xFF3A: scalar.value - 0xFEE0 + 0x20
        case 0x4E00...0x9FFF: Simplified.scalar(scalar.value)
        case 0x3400...0x4DBF, 0x2_0000...0x3_FFFF: scalar.value
        default: 0
        }
    }

    static func isLatin(_ character: UInt32) -> Bool { character != 0 && character < 0x80 }

    /// Whether letters and digits at the ends of a part do not go on beyond it: cd is no part of cdma, 400 none of 1400.
    func hasWholeWord(_ part: Range<Int>) -> Bool {
        func isWithinWord(_ place: Int) -> Bool {
            place > 0 && place < characters.count && SearchText.isLatin(characters[place - 1])
                && SearchText.isLatin(characters[place])
        }
        return !isWithinWord(part.lowerBound) && !isWithinWord(part.upperBound)
    }

    /// The parts that are all Latin or all Chinese.
    var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < characters.count {
            guard characters[start] != 0 else {
                start += 1
                continue
            }
            let isLatin = SearchText.isLatin(characters[start])
            var end = start + 1
            while end < characters.count, characters[end] != 0, SearchText.isLatin(characters[end]) == isLatin
            {
                end += 1
            }
            runs.append(start..<end)
            start = end
        }
        return runs
    }

    /// The words under which the text is found, each once: whole ones of letters and digits, pairs of Chinese characters, and
    /// a Chinese character that stands alone.
    var tokens: Set<String> {
        var tokens: Set<String> = []
        for run in runs {
            if SearchText.isLatin(characters[run.lowerBound]) || run.count == 1 {
                tokens.insert(SearchText.token(characters[run]))
            } else {
                for start in run.dropLast() {
                    tokens.insert(SearchText.string(characters[start...(start + 1)]))
                }
            }
        }
        return tokens
    }

    /// A word of letters and digits as it is indexed: longer ones are no words, and are found by their beginning.
    static func token(_ word: ArraySlice<UInt32>) -> String { string(word.prefix(32)) }

    static func string(_ characters: ArraySlice<UInt32>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters.compactMap(Unicode.Scalar.init))
        return String(text)
    }
}

/// The words of a text as an index of full text keeps them.
public enum SearchWords {
    /// Another number than before where texts are divided otherwise, and what was indexed has to be indexed anew.
    public static let edition = 1

    /// The words of a text, divided by blanks, in an order of no meaning; never more than letters, digits and Chinese
    /// characters, whatever the text holds.
    public static func indexed(_ text: String) -> String {
        SearchText(text).tokens.joined(separator: " ")
    }
}
