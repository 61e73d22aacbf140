/// The words of `commands.json5` by which a decision is not sure.
struct DoubtfulDecisionWords: Sendable {
    private let doubting: [String]
    private let notYet: [String]
    private let accepting: [String]
    private let declining: [String]
    private let causes: [String]

    /// - Parameter causes: what stands before a reason.
    init(_ words: ReplyWords, causes: [String]) {
        func list(_ name: String) -> [String] { words.written(name).sorted { $0.count > $1.count } }
        (doubting, notYet, self.causes) = (list("decision_doubts"), list("decision_not_yet"), causes)
        (accepting, declining) = (list("decision_accepts"), list("decision_declines"))
    }

    /// Whether what stands before a reason doubts the decision, or wants something else as well.
    func doubt(_ text: String) -> Bool {
        let head = head(of: text)
        return doubting.contains { head.contains($0) } || isUndone(head)
    }

    /// Whether of one that is named it is said that it has not come so far: 23还没有.
    private func isUndone(_ text: String) -> Bool {
        notYet.contains { word in
            text.ranges(of: word).contains { range in
                text[..<range.lowerBound].last { !$0.isWhitespace }?.isNumber == true
            }
        }
    }

    /// Whether what stands before a reason accepts and declines.
    func differ(_ text: String) -> Bool {
        let head = head(of: text)
        let declined = declining.reduce(head) {
            $0.split(separator: $1, omittingEmptySubsequences: false).joined()
        }
        return declined != head && accepting.contains { declined.contains($0) }
    }

    /// Whether suggestions are named by their places in a list: 前两条, 第一条, 全部.
    func nameRow(_ text: String) -> Bool {
        head(of: text).contains(/(?:第|前|后|最后)[0-9一二两三四五六七八九十]+[条个项]|全部|所有|剩下的/)
    }

    private func head(of text: String) -> String {
        let ends = causes.compactMap { text.firstRange(of: $0)?.lowerBound }
        let signs = text.indices.filter { ":：".contains(text[$0]) }
        return String(text[..<((ends + signs).min() ?? text.endIndex)])
    }
}
