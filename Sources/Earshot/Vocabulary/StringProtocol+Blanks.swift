extension StringProtocol {
    /// The text without white space at its ends.
    public var withoutOuterBlanks: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return String(self) }
        let tail = drop(while: \.isWhitespace)
        guard let end = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...end])
    }
}
