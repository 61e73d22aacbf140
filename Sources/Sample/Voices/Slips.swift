/// Slips of the pen and forum spelling.
enum Slips {
    /// Misspells one word of the text, if it has one that people misspell.
    static func make(in buffer: inout [UInt8], random: inout SeededRandom) {
        let slip = random.pick(slips)
        guard let found = buffer.firstRange(of: slip.right) else { return }
        buffer.replaceSubrange(found, with: slip.wrong)
    }

    private static let slips: [(right: [UInt8], wrong: [UInt8])] = [
        ("没有", "木有"), ("怎么", "肿么"), ("真的", "真滴"), ("觉得", "觉的"), ("已经", "己经"), ("的时候", "得时候"),
        ("再也", "在也"), ("是不是", "是8是"), ("喜欢", "稀饭"), ("什么", "神马"), ("一直", "一只"), ("不知道", "母鸡"),
        ("太", "忒"), ("，", " "), ("。", "  "), ("，", ","), ("实际", "事迹"), ("还是", "还事"), ("好的", "好滴"),
        ("车主", "车煮"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
