/// Recognises files whose lines end with a carriage return alone, as old spreadsheets for the Mac write them, and turns
/// their line ends into line feeds.
struct LineEnds {
    /// A file without a line feed in so many bytes has none.
    private static let window = 64 * 1024

    private enum Kind {
        case unknown
        /// Line feeds, with or without a carriage return before them; a return elsewhere is part of its field.
        case lineFeed
        case carriageReturn
    }

    private var kind = Kind.unknown
    /// What waits for the decision.
    private var held: [UInt8] = []

    /// The text with line feeds; may be nothing before its end.
    mutating func unified(_ text: ArraySlice<UInt8>, isLast: Bool) -> ArraySlice<UInt8> {
        switch kind {
        case .lineFeed: return text
        case .carriageReturn: return LineEnds.replaced(text)
        case .unknown: break
        }
        if held.isEmpty, text.contains(lineFeed) {
            kind = .lineFeed
            return text
        }
        held += text
        let hasLineFeed = text.contains(lineFeed)
        guard hasLineFeed || isLast || held.count >= LineEnds.window else { return [] }
        defer { held = [] }
        kind = !hasLineFeed && held.contains(carriageReturn) ? .carriageReturn : .lineFeed
        return kind == .carriageReturn ? LineEnds.replaced(held[...]) : held[...]
    }

    private static func replaced(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.map { $0 == carriageReturn ? lineFeed : $0 }[...]
    }
}
