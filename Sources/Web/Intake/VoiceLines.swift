/// Turns the body of an intake request into lines of one voice each, piece by piece.
///
/// A body that begins with `[` is a JSON array, and each of its elements becomes a line; anything else is
/// NDJSON already and passes as it is. Only brackets and strings are told apart here, in constant memory: what
/// an element holds is for the reader of lines to judge, who names a broken one by its number.
struct VoiceLines {
    private enum State {
        case start
        case lines
        /// In the array, before the first element.
        case opened
        /// In an element.
        case element
        /// After a comma: an element must come.
        case separated
        case closed
    }

    private var state = State.start
    /// Open brackets within the element.
    private var depth = 0
    private var inString = false
    private var isEscaped = false

    /// The lines, whole or in part, that the next bytes add.
    mutating func lines(of bytes: [UInt8]) throws(MalformedArray) -> [UInt8] {
        if state == .lines { return bytes }
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if state == .start {
                // A byte order mark is left to the reader of lines, who knows it.
                if byte == UInt8(ascii: "[") {
                    state = .opened
                } else if !byte.isJSONSpace {
                    state = .lines
                    return Array(bytes[index...])
                }
                continue
            }
            try take(byte, into: &lines)
        }
        return lines
    }

    /// Checks that the body was whole when it is over.
    func end() throws(MalformedArray) {
        switch state {
        case .start, .lines, .closed: return
        case .opened, .element, .separated: throw .unfinished
        }
    }

    private mutating func take(_ byte: UInt8, into lines: inout [UInt8]) throws(MalformedArray) {
        if inString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                inString = false
            }
            // A bare line feed is as wrong in a string as this control, which does not end the line.
            lines.append(byte == UInt8(ascii: "\n") ? 0x01 : byte)
            return
        }
        if byte.isJSONSpace {
            if state == .element { lines.append(UInt8(ascii: " ")) }
            return
        }
        switch (byte, state) {
        case (_, .closed): throw .trailing
        case (UInt8(ascii: "]"), .opened):
            state = .closed
        case (UInt8(ascii: "]"), .element) where depth == 0:
            lines.append(UInt8(ascii: "\n"))
            state = .closed
        case (UInt8(ascii: ","), .element) where depth == 0:
            lines.append(UInt8(ascii: "\n"))
            state = .separated
        case (UInt8(ascii: ","), .opened), (UInt8(ascii: ","), .separated), (UInt8(ascii: "]"), .separated):
            throw .missingElement
        default:
            state = .element
            lines.append(byte)
            track(byte)
        }
    }

    private mutating func track(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): inString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        // Below zero a stray bracket would make the array's own end an inner one.
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        default: break
        }
    }
}

/// Why a body that began as a JSON array is none.
struct MalformedArray: Error, Equatable {
    let message: String

    static let unfinished = MalformedArray(message: "the JSON array has no end")
    static let trailing = MalformedArray(message: "something follows the JSON array")
    static let missingElement = MalformedArray(message: "the JSON array has a comma with no element")
}

extension UInt8 {
    /// Space, tab, line feed or carriage return (RFC 8259, 2).
    fileprivate var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
