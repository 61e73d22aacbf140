/// The words of `commands.json5` around what a person adds to an action on a warning, each list the longest first.
struct RemarkWords: Sendable {
    /// Behind these stands who shall take a warning on: 转给, 交给.
    let assigning: [[UInt32]]
    /// Their first characters: nearly every message has none of them.
    let assigningHeads: Set<UInt32>
    /// What may follow that name: 处理, 吧.
    let nameEnds: [[UInt32]]
    /// Behind these stands a reason, with a sign between or without: 因为, 原因.
    let causes: [[UInt32]]
    /// Behind these stand words, but only after a sign, 是 or 为: 口径, 说明.
    let titles: [[UInt32]]
    /// With these a line to take begins that stands right behind the number: 请, 各位.
    let addresses: [[UInt32]]
    /// With these the command goes on: 给, 到.
    let onwards: [[UInt32]]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [[UInt32]] { Phrasebook.longestFirst(words[name] ?? []) }
        (assigning, nameEnds) = (list("assign"), list("name_end"))
        assigningHeads = Set(assigning.compactMap(\.first))
        (causes, titles) = (list("cause"), list("remark_title"))
        (addresses, onwards) = (list("address"), list("onward"))
    }
}

extension [[UInt32]] {
    /// The length of the first of these words that stands at a position.
    func length(in scalars: some RandomAccessCollection<UInt32>) -> Int? {
        first { scalars.starts(with: $0) }?.count
    }
}
