/// What a customer wrote once the customer is to be forgotten: without whatever tells who it was.
///
/// Information counts as anonymous when nobody can be identified by it and it cannot be restored (PIPL, article 73). What was
/// said stays, for figures are counted from it.
public enum NobodysText {
    /// The text with the author's name, and every number by which a person is found, as signs that take as many bytes: the
    /// places at which opinions stand are still right.
    ///
    /// - Parameter author: as the source names who wrote it; of one character it is no name. Letters and digits at its ends are
    ///   hidden as whole words alone.
    public static func of(_ text: String, by author: String?) -> String {
        // What stood beside a name may be known for a number only once the name is gone.
        var (before, after) = (text, once(text, by: author))
        while after != before { (before, after) = (after, once(after, by: author)) }
        return after
    }

    /// Each time more is hidden, or nothing is.
    private static func once(_ text: String, by author: String?) -> String {
        let scalars = Array(text.unicodeScalars)
        let masked = Array(PersonalData.masked(text).unicodeScalars)
        precondition(masked.count == scalars.count, "a mask covers characters one by one")
        var isHidden = zip(scalars, masked).map { $0 != $1 }
        // A mask for the eye leaves the ends of a number.
        for place in scalars.indices where scalars[place] != masked[place] {
            for step in [-1, 1] {
                var (next, left) = (place + step, longestEnd)
                while left > 0, scalars.indices.contains(next) {
                    if hasWidth(scalars[next]) {
                        guard isOfNumber(scalars[next]) else { break }
                        isHidden[next] = true
                        left -= 1
                    }
                    next += step
                }
            }
        }
        let name = Array((author ?? "").unicodeScalars)
        if name.count > 1, name.count <= scalars.count {
            for start in 0...(scalars.count - name.count)
            where scalars[start..<(start + name.count)].elementsEqual(name)
                && isWhole(start..<(start + name.count), of: scalars)
            {
                for place in start..<(start + name.count) { isHidden[place] = true }
            }
        }
        guard isHidden.contains(true) else { return text }
        var result = String.UnicodeScalarView()
        for (scalar, isHidden) in zip(scalars, isHidden) {
            result.append(isHidden ? sign(for: scalar) : scalar)
        }
        return String(result)
    }

    /// Characters that a mask leaves at an end of what it hides.
    private static let longestEnd = 2

    /// Whether letters and digits at the ends of a part do not go on beyond it: km is no part of 3000km.
    private static func isWhole(_ part: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
        func isWithinWord(_ place: Int) -> Bool {
            place > 0 && place < scalars.count && isLatin(scalars[place - 1]) && isLatin(scalars[place])
        }
        return !isWithinWord(part.lowerBound) && !isWithinWord(part.upperBound)
    }

    /// Letters and digits of half or full width.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value < 0x3000 || (0xFF10...0xFF5A).contains(scalar.value) else { return false }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// False for what nobody sees, with which people keep a number from being found.
    private static func hasWidth(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .format && !scalar.properties.isVariationSelector
    }

    private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType != nil || scalar.properties.isAlphabetic && scalar.value < 0x3000
    }

    /// A sign of as many bytes.
    private static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch UTF8.width(scalar) {
        case 1: "*"
        case 2: "·"
        case 3: "＊"
        default: "👤"
        }
    }
}
