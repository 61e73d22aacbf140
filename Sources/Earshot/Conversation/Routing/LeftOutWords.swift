/// The words of `commands.json5` that leave out what they stand beside (除了A13都误报, 除A13外).
struct LeftOutWords: Sendable {
    private let words: [[UInt32]]
    /// Before and behind what is left out, of which either alone says less: 除, 外.
    private let before: [[UInt32]]
    private let behind: [[UInt32]]

    init(_ words: ReplyWords) {
        self.words = words.words("left_out")
        (before, behind) = (words.words("left_out_before"), words.words("left_out_behind"))
    }

    /// Whether a clause leaves out what it names.
    func stand(in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        return words.stand(in: scalars)
            || before.contains { word in
                scalars.firstRange(of: word).map { behind.stand(in: scalars[$0.upperBound...]) } ?? false
            }
    }
}
