extension String {
    /// Without closing brackets at the end that nothing opens: what was put into brackets together with the word before it
    /// (（原因：在查）).
    var withoutStrayBrackets: String {
        var text = self[...]
        while let last = text.last, let kind = String.brackets.first(where: { $0.closing.contains(last) }) {
            let opened = text.count { kind.opening.contains($0) }
            let closed = text.count { kind.closing.contains($0) }
            guard closed > opened else { break }
            text = text.dropLast()
            while text.last?.isWhitespace == true { text = text.dropLast() }
        }
        return String(text)
    }

    private static let brackets: [(opening: String, closing: String)] = [
        ("(（", ")）"), ("[［【", "]］】"), ("{｛", "}｝"),
    ]
}
