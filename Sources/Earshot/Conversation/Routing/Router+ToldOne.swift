extension Router {
    /// Who is asked about in 王磊为什么没收到预警: one of the known names, or what stands in the place of one; nothing where the
    /// message is of whoever asks.
    ///
    /// - Parameter names: of all people.
    func toldOne(in text: String, among names: Set<String>) -> String? {
        if let known = names.filter({ text.contains($0) }).max(by: { $0.count < $1.count }) { return known }
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
}
