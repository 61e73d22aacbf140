/// What platforms put into a text and a repost may have or lack: the names of people who are called (@name), the site's
/// own emoji ([捂脸]), and what stands where the site cut the text (…全文).
enum PlatformMarks {
    /// Characters of a name, and of an emoji's name.
    private static let longestName = 20
    private static let longestEmoji = 5
    private static let cuts = ["查看全文", "展开全文", "全文", "展开"].map { Array($0.unicodeScalars) }

    /// The text without its marks; nothing where it has none.
    static func removed(from text: Substring) -> [Unicode.Scalar]? {
        // Bytes: this is looked at for every voice, and few have any.
        let bytes = text.utf8
        guard
            bytes.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "[") })
                || mayBeCut(bytes)
        else { return nil }
        let scalars = Array(text.unicodeScalars)
        let end = endWithoutCut(scalars)
        var kept: [Unicode.Scalar] = []
        kept.reserveCapacity(end)
        var index = 0
        while index < end {
            switch scalars[index] {
            case "@": index = endOfName(scalars[..<end], at: index) ?? keep(index, scalars, &kept)
            case "[": index = endOfEmoji(scalars[..<end], at: index) ?? keep(index, scalars, &kept)
            default: index = keep(index, scalars, &kept)
            }
        }
        return kept.count == scalars.count ? nil : kept
    }

    /// Whether the last word may be one of `cuts`: it ends with 文 or 开, blanks apart.
    private static func mayBeCut(_ bytes: Substring.UTF8View) -> Bool {
        guard let end = bytes.lastIndex(where: { $0 > 0x20 }) else { return false }
        let last = bytes[...end].suffix(3)
        return last.elementsEqual("文".utf8) || last.elementsEqual("开".utf8)
    }

    private static func keep(_ index: Int, _ scalars: [Unicode.Scalar], _ kept: inout [Unicode.Scalar]) -> Int
    {
        kept.append(scalars[index])
        return index + 1
    }

    /// Behind a name that a blank, a colon or the end of the text closes; a name run into the text is nobody's.
    private static func endOfName(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> Int? {
        var index = start + 1
        while index < scalars.endIndex, index - start <= longestName {
            let scalar = scalars[index]
            if scalar == ":" || scalar == "：" || scalar.properties.isWhitespace {
                return index > start + 1 ? index + 1 : nil
            }
            if "@，。！？,!?、;；".unicodeScalars.contains(scalar) { return nil }
            index += 1
        }
        return index == scalars.endIndex && index > start + 1 ? index : nil
    }

    private static func endOfEmoji(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> Int? {
        var index = start + 1
        while index < scalars.endIndex, index - start <= longestEmoji + 1 {
            let scalar = scalars[index]
            if scalar == "]" { return index > start + 1 ? index + 1 : nil }
            guard (0x4E00...0x9FFF).contains(scalar.value) else { return nil }
            index += 1
        }
        return nil
    }

    /// Where the text ends when dots and 全文 behind them are left out.
    private static func endWithoutCut(_ scalars: [Unicode.Scalar]) -> Int {
        var end = scalars.count
        while end > 0, scalars[end - 1].properties.isWhitespace { end -= 1 }
        for cut in cuts where end > cut.count && scalars[(end - cut.count)..<end].elementsEqual(cut) {
            let dots = end - cut.count
            if scalars[dots - 1] == "…" || scalars[dots - 1] == "." { return dots }
        }
        return scalars.count
    }
}
