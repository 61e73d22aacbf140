extension Normalization {
    /// Whether it asks: it has a question mark, one of its clauses ends as a question does, or two things are left open (采纳不采纳,
    /// 采纳还是不采纳).
    var isQuestion: Bool {
        if asks || leavesOpen { return true }
        let clauses = scalars.indices.split(whereSeparator: divides(at:))
        return clauses.contains { clause in
            let words = scalars[(clause.first ?? 0)...(clause.last ?? 0)]
            return Normalization.endings.contains { words.suffix($0.count).elementsEqual($0) }
        }
    }

    private var leavesOpen: Bool {
        scalars.indices.contains { index in
            guard scalars[index] == Normalization.not else { return false }
            if scalars[..<index].suffix(2).elementsEqual(Normalization.or) { return true }
            return (1...2).contains { length in
                let before = scalars[..<index].suffix(length)
                return before.count == length && before.elementsEqual(scalars[(index + 1)...].prefix(length))
            }
        }
    }

    private static let not = "不".unicodeScalars.first?.value
    private static let or = "还是".unicodeScalars.map(\.value)
    private static let endings = ["吗", "么", "不", "是吧", "对吧", "是不", "对不"].map {
        $0.unicodeScalars.map(\.value)
    }
}
