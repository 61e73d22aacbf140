import Earshot

/// Voices that are read page by page, in parts, so that a page of long texts does not fill the memory.
enum VoicePage {
    /// Voices read in one query; those of a batch of long texts come in several.
    private static let rowsAtOnce = 100

    /// At most so many voices, and none after the one whose text fills so many bytes.
    ///
    /// - Parameter query: gives so many voices beyond a number, or all that there are.
    static func inParts<Row: NumberedText>(
        from number: Int64, limit: Int, bytes: Int, _ query: (Int64, Int) throws -> [Row]
    ) rethrows -> [Row] {
        var (voices, size, last): ([Row], Int, Int64) = ([], 0, number)
        while voices.count < limit, size < bytes {
            let wanted = min(rowsAtOnce, limit - voices.count)
            let found = try query(last, wanted)
            for voice in found where size < bytes {
                voices.append(voice)
                last = voice.number
                size += voice.textSize
            }
            guard found.count == wanted else { break }
        }
        return voices
    }
}

/// A voice with its number, read from the store.
protocol NumberedText {
    var number: Int64 { get }
    /// Bytes.
    var textSize: Int { get }
}

extension StoredVoice: NumberedText {
    var textSize: Int { voice.text.utf8.count }
}

extension ArrivedVoice: NumberedText {
    var textSize: Int { text.utf8.count }
}
