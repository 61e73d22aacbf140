/// A message in the form in which words are looked up: half-width, lower case, simplified characters, one
/// separator for any punctuation.
struct Normalization {
    /// Unicode scalars; `Normalization.separator` stands between clauses.
    private(set) var scalars: [UInt32] = []
    /// For each scalar its position among the scalars of the original text.
    private(set) var origins: [Int32] = []
    /// Whether the message has a question mark.
    private(set) var asks = false

    static let separator: UInt32 = 0x20
    /// How many scalars are examined: what is wanted stands at the head or at the very end of a long text.
    static let examinedHead = 240
    static let examinedTail = 60

    init(_ text: some StringProtocol) {
        scalars.reserveCapacity(64)
        origins.reserveCapacity(64)
        let source = text.unicodeScalars
        var index = source.startIndex
        var position: Int32 = 0
        while index != source.endIndex, position < Normalization.examinedHead {
            append(source[index].value, position)
            source.formIndex(after: &index)
            position += 1
        }
        if index != source.endIndex {
            appendBreak(position)
            let rest = source[index...]
            let tail = rest.suffix(Normalization.examinedTail)
            position += Int32(rest.distance(from: rest.startIndex, to: tail.startIndex))
            for scalar in tail {
                append(scalar.value, position)
                position += 1
            }
        }
        settle()
    }

    /// Whether a clause ends at a position: at any separator but the blank between two words in Latin letters.
    func divides(at position: Int) -> Bool {
        guard scalars[position] == Normalization.separator else { return false }
        return position == 0 || position + 1 == scalars.count || !isASCIIWord(scalars[position - 1])
            || !isASCIIWord(scalars[position + 1])
    }

    private mutating func push(_ value: UInt32, _ position: Int32) {
        scalars.append(value)
        origins.append(position)
    }

    private mutating func append(_ original: UInt32, _ position: Int32) {
        let value = Normalization.folded(original)
        switch value {
        case 0x30...0x39, 0x61...0x7A, 0x23, 0x2B:
            push(value, position)
        case 0x20, 0x09, 0xA0:
            if let last = scalars.last, last != Normalization.separator, last != Normalization.blank {
                push(Normalization.blank, position)
            }
        case 0x3F:
            asks = true
            appendBreak(position)
        case 0x2E where scalars.last == 0x2E || scalars.last == 0x7E:
            scalars[scalars.count - 1] = 0x7E
        case 0x2D, 0x2F, 0x3A, 0x2E, 0x7E:
            push(value, position)
        // ▲ stands in answers, and people ask what it means.
        case 0x25B2:
            push(value, position)
        case 0x3007, 0x3400...0x9FFF:
            push(Simplified.scalar(value), position)
        case 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF:
            break
        default:
            appendBreak(position)
        }
    }

    private mutating func appendBreak(_ position: Int32) {
        if scalars.last == Normalization.blank {
            scalars.removeLast()
            origins.removeLast()
        }
        if let last = scalars.last, last != Normalization.separator {
            push(Normalization.separator, position)
        }
    }

    /// Removes blanks except between two ASCII words, and breaks at signs that do not join two digits.
    private mutating func settle() {
        let (raw, places) = (scalars, origins)
        // No longer than the text, because thousands of words are kept in this form.
        (scalars, origins) = ([], [])
        scalars.reserveCapacity(raw.count)
        origins.reserveCapacity(raw.count)
        for (index, value) in raw.enumerated() {
            let last = scalars.last ?? Normalization.separator
            let next = index + 1 < raw.count ? raw[index + 1] : 0
            switch value {
            case Normalization.blank:
                if isASCIIWord(last), isASCIIWord(next) { push(Normalization.separator, places[index]) }
            case 0x2D, 0x2F, 0x3A, 0x2E, 0x7E:
                let joins = (isASCIIWord(last) || last == Sign.day || last == Sign.number) && isDigit(next)
                let isHyphen = value == 0x2D || value == 0x7E
                if joins || isHyphen && Normalization.joinsTimes(last, next) {
                    push(value, places[index])
                } else if last != Normalization.separator {
                    push(Normalization.separator, places[index])
                }
            case Normalization.separator:
                if last != Normalization.separator { push(value, places[index]) }
            default:
                push(value, places[index])
            }
        }
        if scalars.last == Normalization.separator {
            scalars.removeLast()
            origins.removeLast()
        }
    }

    /// Whether a hyphen between two characters stands for 到: 9月-10月, 周一-周五.
    private static func joinsTimes(_ last: UInt32, _ next: UInt32) -> Bool {
        if last == Sign.month { return isDigit(next) }
        return ExpressionScanner.weekday(last) != nil && !isDigit(last)
            && (next == Sign.week || next == Sign.star || next == Sign.rite)
    }

    /// A blank that may be dropped; never left in `scalars`.
    private static let blank: UInt32 = 0x1F

    /// Whether it is nothing but digits.
    var isNumber: Bool {
        !scalars.isEmpty && scalars.allSatisfy { isDigit($0) || $0 == Normalization.separator }
    }

    /// Half-width and lower case.
    static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A: value + 0x20
        case 0x3000: 0x20
        case 0xFF21...0xFF3A: value - 0xFEE0 + 0x20
        case 0xFF01...0xFF5E: value - 0xFEE0
        case 0x2010...0x2015, 0x2212: 0x2D
        case 0x301C, 0x223C: 0x7E
        case 0x2236: 0x3A
        default: value
        }
    }
}

@inline(__always)
func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

@inline(__always)
func isASCIILetter(_ value: UInt32) -> Bool { value >= 0x61 && value <= 0x7A }

@inline(__always)
func isASCIIWord(_ value: UInt32) -> Bool { isDigit(value) || isASCIILetter(value) }
