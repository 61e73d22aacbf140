/// The words of `commands.json5` that stand for a warning which is described by what stands before them: 南京那条, 杭州刹车预警.
struct PointerWords: Sendable {
    private let that: [String]
    private let this: [String]
    private let which: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (that, this, which) = (list("warning_that"), list("warning_this"), list("warning_which"))
    }

    /// What a command says before such a word in its clause; nothing where it has none, or means the one that was spoken of
    /// (这条预警).
    func describing(_ command: String) -> String? {
        for clause in command.split(whereSeparator: { "，,。；;！!？?：:\n".contains($0) }) {
            guard
                let word = that.compactMap({ clause.firstRange(of: $0) }).min(by: {
                    $0.lowerBound < $1.lowerBound
                })
            else { continue }
            let before = String(clause[..<word.lowerBound])
            if this.contains(where: { before.contains($0) }) { return nil }
            return before
        }
        return nil
    }

    /// Whether it asks which warning: 认领哪条预警.
    func ask(_ text: String) -> Bool { which.contains { text.contains($0) } }
}
