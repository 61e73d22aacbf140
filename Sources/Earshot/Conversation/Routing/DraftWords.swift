/// The words of `commands.json5` with which a draft that is shown is sent or dropped.
struct DraftWords: Sendable {
    private let confirming: Set<[UInt32]>
    private let dropping: Set<[UInt32]>
    private let confirmingLine: Set<[UInt32]>
    private let droppingLine: Set<[UInt32]>
    private let nodding: Set<[UInt32]>

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> Set<[UInt32]> {
            Set((words[name] ?? []).map { DraftWords.letters(of: $0) })
        }
        (confirming, dropping) = (list("draft_confirm"), list("draft_drop"))
        (confirmingLine, droppingLine) = (list("draft_line_confirm"), list("draft_line_drop"))
        nodding = list("draft_line_nod")
    }

    func confirms(_ text: String) -> Bool { confirming.contains(DraftWords.letters(of: text)) }
    func drops(_ text: String) -> Bool { dropping.contains(DraftWords.letters(of: text)) }

    /// The same of a line to take that waits to be kept: 确认吧.
    func confirmsLine(_ text: String) -> Bool {
        confirmingLine.contains(DraftWords.letters(of: text)) && !Normalization(text).asks
    }
    /// Whether a message only nods (好的), which keeps nothing.
    func nods(_ text: String) -> Bool { nodding.contains(DraftWords.letters(of: text)) }
    func dropsLine(_ text: String) -> Bool { droppingLine.contains(DraftWords.letters(of: text)) }

    /// Without signs and blanks.
    private static func letters(of text: String) -> [UInt32] {
        Normalization(text).scalars.filter { $0 != Normalization.separator }
    }
}
