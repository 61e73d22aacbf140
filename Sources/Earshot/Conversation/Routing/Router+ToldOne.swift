extension Router {
    /// Who is asked about in 王磊为什么没收到预警: one of the known names, or what stands in the place of one; nothing where the
    /// message is of whoever asks.
    ///
    /// - Parameter names: of all people.
    func toldOne(in text: String, among names: Set<String>) -> String? {
        let known = names.compactMap { name in text.firstRange(of: name).map { (name: name, range: $0) } }
            .sorted { one, other in
                one.range.lowerBound != other.range.lowerBound
                    ? one.range.lowerBound < other.range.lowerBound : one.name.count > other.name.count
            }
        if isOfAsker(text, known.map(\.range)) { return nil }
        if let first = known.first { return first.name }
        let message = features(of: text, DialogueContext(role: .hq, today: Day(number: 0)))
        // A name stands at the beginning, and nothing explains it as a whole: 三 of 张三丰 is a number.
        let first = message.tokens.first {
            $0.range.count > 1 && !$0.features.isSubset(of: phrasebook.filler)
        }
        let end = first?.range.lowerBound ?? 0
        let gaps = message.gaps
        let strange = (0..<end).filter { gaps.indices.contains($0) && gaps[$0] }
        guard let start = strange.first, (2...4).contains(end - start) else { return nil }
        let scalars = Array(text.unicodeScalars)
        let (from, until) = (Int(message.text.origins[start]), Int(message.text.origins[end - 1]))
        return String(String.UnicodeScalarView(scalars[from...until])).withoutOuterBlanks
    }

    /// Whether who was told nothing is whoever asks: of 王磊收到了，我没收到 it is, of 我想知道王磊为什么没收到 it is not.
    ///
    /// - Parameter names: where others are named.
    private func isOfAsker(_ text: String, _ names: [Range<String.Index>]) -> Bool {
        guard let denied = text.lastIndex(where: { "没未".contains($0) }) else { return false }
        func isAsker(_ character: Character) -> Bool { "我咱".contains(character) }
        // 为什么没发给我.
        if text[denied...].prefix(while: { !$0.isPunctuation && !$0.isWhitespace }).contains(where: isAsker) {
            return true
        }
        guard let asker = text[..<denied].lastIndex(where: isAsker) else { return false }
        return !names.contains { $0.lowerBound > asker && $0.upperBound <= denied }
    }
}
