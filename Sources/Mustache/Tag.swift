/// What stands between an opening and a closing delimiter.
struct Tag {
    /// The mark after the opening delimiter.
    enum Kind: UInt8 {
        /// No mark at all.
        case variable = 0
        case section = 0x23  // #
        case inverted = 0x5E  // ^
        case end = 0x2F  // /
        case comment = 0x21  // !
        case partial = 0x3E  // >
        case ampersand = 0x26  // &
        case triple = 0x7B  // {
        case delimiters = 0x3D  // =
        case parent = 0x3C  // <
        case block = 0x24  // $

        /// Whether a line that has only this tag disappears.
        var mayStandAlone: Bool {
            switch self {
            case .section, .inverted, .end, .comment, .partial, .delimiters: true
            case .variable, .ampersand, .triple, .parent, .block: false
            }
        }
    }

    var kind: Kind
    /// Without delimiters and mark.
    var content: ArraySlice<UInt8>
    /// With delimiters.
    var range: Range<Int>
    var position: Position

    /// The content without the white space around it.
    var text: String { String(decoding: trimmed, as: UTF8.self) }

    /// Whether the content can be a name: letters, digits, `_`, `-`, `.`, `/` and anything outside ASCII.
    var isWord: Bool {
        !trimmed.isEmpty
            && trimmed.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
                case UInt8(ascii: "."), UInt8(ascii: "/"), 0x80...: true
                default: false
                }
            }
    }

    private var trimmed: ArraySlice<UInt8> {
        var rest = content
        while rest.first?.isWhiteSpace == true { rest.removeFirst() }
        while rest.last?.isWhiteSpace == true { rest.removeLast() }
        return rest
    }
}

extension UInt8 {
    /// Space or tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    var isWhiteSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
}

extension [UInt8] {
    /// Where `pattern`, which is not empty, next stands.
    func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + pattern.count <= count {
            if self[index] == pattern[0], self[index..<(index + pattern.count)].elementsEqual(pattern) {
                return index
            }
            index += 1
        }
        return nil
    }
}
