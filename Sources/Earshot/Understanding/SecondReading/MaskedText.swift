/// A customer's text as it may leave the machine: without personal data, and no longer than a reader needs.
public struct MaskedText: Sendable, Hashable {
    public let text: String

    /// Unicode scalars that are sent of a long text: its beginning.
    public static let longest = 2000

    /// - Parameter original: the text as it was taken in.
    public init(of original: String) {
        let masked = PersonalData.masked(original).unicodeScalars
        text = String(String.UnicodeScalarView(masked.prefix(MaskedText.longest)))
    }

    /// Where words stand first, in Unicode scalars: masking keeps their number, but not that of the bytes.
    ///
    /// - Returns: nothing for words that do not stand in it byte for byte, and for none.
    public func place(of words: String) -> Range<Int>? {
        let (bytes, sought) = (Array(text.utf8), Array(words.utf8))
        guard !sought.isEmpty, let found = bytes.firstRange(of: sought) else { return nil }
        // Valid UTF-8 is found where scalars begin, and nowhere else.
        let start = MaskedText.scalars(in: bytes[..<found.lowerBound])
        return start..<start + MaskedText.scalars(in: bytes[found])
    }

    /// The bytes of the text as it was taken in that stand at a place.
    ///
    /// - Returns: nothing for a place that the text does not have.
    public static func bytes(at place: Range<Int>, of original: String) -> Range<Int>? {
        let scalars = original.unicodeScalars
        guard place.lowerBound >= 0,
            let start = scalars.index(
                scalars.startIndex, offsetBy: place.lowerBound, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: place.count, limitedBy: scalars.endIndex)
        else { return nil }
        let first = original.utf8.distance(from: original.utf8.startIndex, to: start)
        return first..<first + original.utf8.distance(from: start, to: end)
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }
}
