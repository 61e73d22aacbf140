/// The words of `commands.json5` that stand for a warning which is described beside them: 南京那条, 杭州那个.
struct PointerWords: Sendable {
    /// 那条, and 那个, which may stand for anything: 杭州那个客户.
    private let that: [[UInt32]]
    private let thatOne: [[UInt32]]
    /// For the one that was spoken of: 这条.
    private let this: [[UInt32]]
    private let which: [[UInt32]]
    /// What customers write, and no warning is: 差评.
    private let written: [[UInt32]]
    /// For one that is neither described nor spoken of: 另一条, 最严重的.
    private let other: [[UInt32]]
    /// Before a place that says where, and not which (到杭州车展结束), and before one that says to whom: 给杭州门店.
    private let elsewhere: [[UInt32]]
    private let whom: [[UInt32]]

    init(_ words: ReplyWords) {
        (that, thatOne) = (words.words("warning_that"), words.words("warning_that_one"))
        (this, which) = (words.words("warning_this"), words.words("warning_which"))
        other = words.words("warning_other")
        written = words.words("warning_no_that")
        (elsewhere, whom) = (words.words("warning_elsewhere"), words.words("warning_whom"))
    }

    struct Pointer {
        /// Where it stands in the clause.
        var start: Int
        /// Whether it is no word for a warning: 那条 behind words that are not known says more than that one is meant.
        var isThat: Bool
    }

    /// The words in a clause that stand for a warning, in their order.
    func pointers(in clause: MessageFeatures, _ phrasebook: Phrasebook) -> [Pointer] {
        let scalars = clause.text.scalars
        var found = clause.tokens.filter { !$0.features.isDisjoint(with: phrasebook.warnings.alert) }.map {
            Pointer(start: $0.range.lowerBound, isThat: false)
        }
        for start in scalars.indices {
            let rest = scalars[start...]
            if that.contains(where: { rest.starts(with: $0) }) {
                found.append(Pointer(start: start, isThat: true))
            } else if let word = thatOne.first(where: { rest.starts(with: $0) }),
                rest.count == word.count || found.contains(where: { $0.start == start + word.count })
            {
                found.append(Pointer(start: start, isThat: true))
            }
        }
        return found.sorted { $0.start < $1.start }
    }

    /// Where 那条 stands in a clause for a warning, and for none of what customers wrote: 那条差评.
    func thatAlone(in clause: MessageFeatures) -> [Range<Int>] {
        let scalars = clause.text.scalars
        return scalars.indices.compactMap { start in
            guard let word = that.first(where: { scalars[start...].starts(with: $0) }) else { return nil }
            let end = start + word.count
            return written.contains { scalars[end...].starts(with: $0) } ? nil : start..<end
        }
    }

    /// Whether 那条 stands in a clause for a warning.
    func pointAtThat(_ clause: MessageFeatures) -> Bool { !thatAlone(in: clause).isEmpty }

    /// Whether a clause points at the one that was spoken of, and at none of a place right behind that: 这个杭州的.
    func pointAtSpokenOf(_ clause: MessageFeatures, before places: [Range<Int>]) -> Bool {
        let scalars = clause.text.scalars
        return scalars.indices.contains { start in
            guard let word = this.first(where: { scalars[start...].starts(with: $0) }) else { return false }
            return !places.contains { $0.lowerBound == start + word.count }
        }
    }

    /// Whether a word before a position says that a place there is where or to whom something is done.
    ///
    /// - Parameter givesToSome: whether what is done has somebody to whom: 给杭州的静默两小时 says which.
    func leadElsewhere(_ position: Int, in clause: MessageFeatures, givesToSome: Bool) -> Bool {
        let before = clause.text.scalars[..<position]
        return (givesToSome ? elsewhere + whom : elsewhere).contains {
            before.suffix($0.count).elementsEqual($0)
        }
    }

    /// Whether a clause points at one by its place among others, or as another one than that which was spoken of: 另一条, 最新的那条.
    /// What follows may be a word for one or end what is meant by it; 最新的口径 is of something else.
    func pointAtOther(_ clause: MessageFeatures, beside acts: FeatureSet, _ phrasebook: Phrasebook) -> Bool {
        let scalars = clause.text.scalars
        let ends = that + thatOne
        let isBeside = acts.union(phrasebook.warnings.alert).union(phrasebook.filler)
        return scalars.indices.contains { start in
            guard let word = other.first(where: { scalars[start...].starts(with: $0) }) else { return false }
            let end = start + word.count
            let rest = scalars[end...]
            if rest.isEmpty || ends.contains(where: { rest.starts(with: $0) }) { return true }
            guard let next = clause.tokens.first(where: { $0.range.lowerBound >= end }) else { return false }
            return !next.features.isDisjoint(with: isBeside) || next.features.contains(Feature.duration)
        }
    }

    /// Whether a clause says nothing else: 最新的那条.
    func isOther(_ clause: MessageFeatures) -> Bool {
        let said = clause.text.scalars.filter { $0 != Normalization.separator }
        return other.contains { word in
            said.starts(with: word) && (said.count == word.count || that.contains(Array(said[word.count...])))
        }
    }

    /// Whether it asks which warning: 认领哪条预警.
    func ask(_ text: Normalization) -> Bool { which.stand(in: text.scalars) }
}
