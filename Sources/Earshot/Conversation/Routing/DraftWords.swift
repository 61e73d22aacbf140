/// The words of `commands.json5` with which a draft that is shown is sent or dropped.
struct DraftWords: Sendable {
    private let confirming: Set<[UInt32]>
    private let dropping: Set<[UInt32]>

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> Set<[UInt32]> {
            Set((words[name] ?? []).map { DraftWords.letters(of: $0) })
        }
        (confirming, dropping) = (list("draft_confirm"), list("draft_drop"))
    }

    func confirms(_ text: String) -> Bool { confirming.contains(DraftWords.letters(of: text)) }
    func drops(_ text: String) -> Bool { dropping.contains(DraftWords.letters(of: text)) }

    /// Without signs and blanks.
    private static func letters(of text: String) -> [UInt32] {
        Normalization(text).scalars.filter { $0 != Normalization.separator }
    }
}
