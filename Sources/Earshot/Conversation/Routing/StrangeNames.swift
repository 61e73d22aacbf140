/// Words in the place of a name that nothing explains: a rival that is in no list, a part without an aspect.
///
/// They are told, so that nobody takes an answer about everything for one about them.
enum StrangeNames {
    /// The shortest and the longest name.
    private static let lengths = 2...8

    /// The names before the words that are asked for (云途L7的原话), behind 提到 in a question, and among the sides of a
    /// comparison (和云途、比亚迪比), as the person wrote them.
    static func names(
        in message: MessageFeatures, of intent: Intent, _ original: String, _ phrasebook: Phrasebook
    ) -> [String] {
        let models = intent.mayNameSeries ? modelRanges(in: message, phrasebook) : []
        let namesOfModels = self.models(models, in: message, original, phrasebook)
        guard message.unexplained > 0,
            intent.isOfReports || intent == .quotes || intent == .compare || intent == .overview
                || intent == .noteList || intent == .alertAbsence
        else { return namesOfModels }
        return namesOfModels
            + runs(in: message, phrasebook).compactMap { found in
                guard !models.contains(where: { $0.overlaps(found) }),
                    isName(found, in: message, intent, phrasebook)
                else { return nil }
                let run = intent.isOfReports ? withModel(found, in: message, phrasebook) : found
                let name = written(run, in: message, original)
                return lengths.contains(name.count) ? name : nil
            }
    }

    /// Whether a name is written like that of a place, a store or a series, and can be nothing else.
    static func isCertain(_ name: String) -> Bool {
        let scalars = Normalization(name).scalars
        return scalars.last.map { places.contains($0) || isDigit($0) } ?? false
    }

    /// A stretch of a message as the person wrote it.
    private static func written(
        _ range: Range<Int>, in message: MessageFeatures, _ original: String
    ) -> String {
        let scalars = Array(original.unicodeScalars)
        let (first, last) = (
            message.text.origins[range.lowerBound], message.text.origins[range.upperBound - 1]
        )
        return String(String.UnicodeScalarView(scalars[Int(first)...Int(last)]))
    }

    /// What is written like the short name of a series (X99) and is none that is known: one or two letters with up to three
    /// digits behind them, of which no piece explains the whole; of L2辅助驾驶 and 加E10 it is no series.
    static func models(
        in message: MessageFeatures, _ original: String, _ phrasebook: Phrasebook
    ) -> [String] {
        models(modelRanges(in: message, phrasebook), in: message, original, phrasebook)
    }

    /// With the maker's name before it, where nobody knows that either: 凌越K9.
    private static func models(
        _ ranges: [Range<Int>], in message: MessageFeatures, _ original: String, _ phrasebook: Phrasebook
    ) -> [String] {
        let runs = runs(in: message, phrasebook)
        return ranges.map { model in
            let whole = runs.first { $0.upperBound == model.upperBound && $0.lowerBound < model.lowerBound }
            let name = whole.map { written($0, in: message, original) }
            return name.flatMap { lengths.contains($0.count) ? $0 : nil }
                ?? written(model, in: message, original)
        }
    }

    private static func modelRanges(in message: MessageFeatures, _ phrasebook: Phrasebook) -> [Range<Int>] {
        let scalars = message.text.scalars
        var found: [Range<Int>] = []
        var start = 0
        while start < scalars.count {
            let end = scalars[start...].firstIndex { !isASCIIWord($0) } ?? scalars.endIndex
            let digits = scalars[start..<end].firstIndex { !isASCIILetter($0) } ?? end
            if (1...2).contains(digits - start), (1...3).contains(end - digits),
                scalars[digits..<end].allSatisfy(isDigit),
                !phrasebook.noSeries.contains(where: { isWritten(scalars[start..<end], like: $0) }),
                !message.tokens.contains(where: { $0.range.lowerBound <= start && $0.range.upperBound >= end }
                )
            {
                found.append(start..<end)
            }
            start = max(end, start + 1)
        }
        return found
    }

    /// Whether a stretch is some word, in which `#` is any digit.
    private static func isWritten(_ stretch: ArraySlice<UInt32>, like word: [UInt32]) -> Bool {
        stretch.count == word.count
            && zip(stretch, word).allSatisfy { $0 == $1 || $1 == anyDigit && isDigit($0) }
    }

    /// The stretches between pieces, without the breaks between clauses. A single character takes the little words
    /// beside it, such as 想 in 理想.
    private static func runs(in message: MessageFeatures, _ phrasebook: Phrasebook) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var position = 0
        for token in message.tokens + [Token(range: message.text.scalars.endIndex..<Int.max, senses: [])] {
            let gap = message.text.scalars[position..<token.range.lowerBound]
            runs += gap.split(separator: Normalization.separator).map { $0.startIndex..<$0.endIndex }
            position = token.range.upperBound
        }
        let little = message.tokens.filter { token in
            token.range.count == 1 && message.text.scalars[token.range.lowerBound] != of
                && token.features.isSubset(of: phrasebook.filler)
        }
        return runs.map { run in
            guard run.count == 1 else { return run }
            let before = little.contains { $0.range.upperBound == run.lowerBound } ? 1 : 0
            let after = little.contains { $0.range.lowerBound == run.upperBound } ? 1 : 0
            return run.lowerBound - before..<run.upperBound + after
        }
    }

    private static func isName(
        _ run: Range<Int>, in message: MessageFeatures, _ intent: Intent, _ phrasebook: Phrasebook
    ) -> Bool {
        let next = message.tokens.first { $0.range.lowerBound >= run.upperBound }
        let isFollowed = next?.range.lowerBound == run.upperBound
        if intent.isOfReports {
            if isCut(message.text.scalars[run], into: phrasebook.besideReports) { return false }
            return isOfReport(run, in: message, phrasebook)
                || model(behind: run, in: message, phrasebook) != nil
        }
        let isOfStore = isFollowed && next.map { !$0.features.isDisjoint(with: phrasebook.store) } ?? false
        // 杭州武林店的经销商记录.
        if intent == .noteList { return isOfStore }
        // 火星市为什么没预警: of a place or store, which other words are not (明明刹车投诉很多为什么没预警).
        if intent == .alertAbsence {
            let isPlace = message.text.scalars[run].last.map { places.contains($0) } ?? false
            // 火星为什么没预警 names nothing that is known, 苏州飞船为什么没预警 a place and something that is not.
            let isBehindPlace = message.tokens.contains { token in
                token.range.upperBound == run.lowerBound
                    && (token.features.contains(Feature.city) || token.features.contains(Feature.region))
            }
            let isAlone =
                shortName.contains(run.count)
                && (isBehindPlace || message.mentions.places.isEmpty && opens(run, message, phrasebook))
                && !(message.text.scalars.dropFirst(run.upperBound).first.map(endings.contains) ?? true)
                && message.mentions.aspects.isEmpty && message.mentions.products.isEmpty
                && leads(run, to: phrasebook.absence, in: message, phrasebook)
                && !isCut(message.text.scalars[run], into: phrasebook.besideAbsence)
            return isOfStore || isPlace && run.count > 2 || isAlone
        }
        if intent == .quotes {
            // 刹车片寿命的原话 is of the brakes.
            let continues = message.tokens.contains {
                $0.range.upperBound == run.lowerBound && $0.features.contains(Feature.aspect)
            }
            guard isFollowed, !continues, let next else { return false }
            let isOf = next.range.count == 1 && message.text.scalars[next.range.lowerBound] == of
            return isOf || !next.features.isDisjoint(with: phrasebook.quotes)
        }
        if intent == .overview { return isTold(run, in: message, phrasebook) }
        let isBeside = message.tokens.contains {
            $0.range.upperBound == run.lowerBound && $0.isVersus(phrasebook)
        }
        if isBeside { return true }
        // 和比亚迪、理想比: one of a row of names.
        let follows =
            run.lowerBound == 0 || message.text.scalars[run.lowerBound - 1] == Normalization.separator
        let ends = next == nil || !isFollowed || next?.isVersus(phrasebook) == true
        return follows && ends && !message.mentions.products.isEmpty
    }

    /// Whether a run begins its clause, politeness, a time and little words of more than one character apart: of 网上都吵翻了 no part
    /// is a name.
    private static func opens(
        _ run: Range<Int>, _ message: MessageFeatures, _ phrasebook: Phrasebook
    ) -> Bool {
        let clause =
            message.text.scalars[..<run.lowerBound].lastIndex(of: Normalization.separator).map { $0 + 1 } ?? 0
        let before = message.tokens.filter { clause..<run.lowerBound ~= $0.range.lowerBound }
        return before.reduce(0) { $0 + $1.range.count } == run.lowerBound - clause
            && before.allSatisfy { token in
                let isLittle =
                    token.range.count > 1
                    && token.features.isSubset(of: phrasebook.filler.union(phrasebook.courtesy))
                return isLittle || token.features.contains(Feature.period)
                    || !token.features.isDisjoint(with: phrasebook.marker)
            }
    }

    /// 订阅火星预警, 看火星的10月复盘: right before what is sent or the aspect it is about, or with a time or little words between.
    private static func isOfReport(
        _ run: Range<Int>, in message: MessageFeatures, _ phrasebook: Phrasebook
    ) -> Bool {
        leads(run, to: phrasebook.sent, in: message, phrasebook)
    }

    /// Whether a word of some class stands right behind a run, or with a time or little words between.
    private static func leads(
        _ run: Range<Int>, to words: FeatureSet, in message: MessageFeatures, _ phrasebook: Phrasebook
    ) -> Bool {
        var end = run.upperBound
        while let token = message.tokens.first(where: { $0.range.lowerBound == end }) {
            if !token.features.isDisjoint(with: words) { return true }
            let isBetween =
                token.features.contains(Feature.period) || token.features.contains(Feature.schedule)
                || token.features.isSubset(of: phrasebook.filler)
            guard isBetween else { return false }
            end = token.range.upperBound
        }
        return false
    }

    /// The short name of a series (X9) right behind a run of more than one character: of 霹雳X9 it is no name of its own; nor of
    /// 不存在X9, where a character of the name is a word by itself.
    private static func model(
        behind run: Range<Int>, in message: MessageFeatures, _ phrasebook: Phrasebook
    ) -> Token? {
        func model(at position: Int) -> Token? {
            message.tokens.first {
                $0.range.lowerBound == position && $0.features.contains(Feature.product)
                    && message.text.scalars[$0.range.lowerBound] < 0x80
            }
        }
        if run.count > 1, let found = model(at: run.upperBound) { return found }
        let isPart = message.tokens.contains {
            $0.range == run.upperBound..<run.upperBound + 1
                && !phrasebook.besideReports.contains([message.text.scalars[run.upperBound]])
                && !joints.contains(message.text.scalars[run.upperBound])
                && message.text.scalars[run.upperBound] >= 0x80
                && !$0.features.contains(Feature.product)
        }
        return isPart ? model(at: run.upperBound + 1) : nil
    }

    /// The same with the short name behind it, and with the 不 before it: of 不存在X9 that is a word by itself.
    private static func withModel(
        _ run: Range<Int>, in message: MessageFeatures, _ phrasebook: Phrasebook
    ) -> Range<Int> {
        guard let model = model(behind: run, in: message, phrasebook) else { return run }
        let before = message.tokens.contains {
            $0.range == run.lowerBound - 1..<run.lowerBound && message.text.scalars[run.lowerBound - 1] != of
                && (message.text.scalars[run.lowerBound - 1] == not
                    || $0.features.isSubset(of: phrasebook.filler))
        }
        return run.lowerBound - (before ? 1 : 0)..<model.range.upperBound
    }

    /// Whether a stretch consists of some words and nothing else.
    private static func isCut(_ run: ArraySlice<UInt32>, into words: [[UInt32]]) -> Bool {
        var reached: Set = [run.startIndex]
        for start in run.indices where reached.contains(start) {
            for word in words where run[start...].starts(with: word) { reached.insert(start + word.count) }
        }
        return reached.contains(run.endIndex)
    }

    /// 有人提到方向机吗 asks for what stands behind 提到, little words apart.
    private static func isTold(_ run: Range<Int>, in message: MessageFeatures, _ phrasebook: Phrasebook)
        -> Bool
    {
        guard message.says(phrasebook.question) else { return false }
        let before = message.tokens.last {
            $0.range.upperBound <= run.lowerBound && !$0.features.isSubset(of: phrasebook.filler)
        }
        guard let before, !before.features.isDisjoint(with: phrasebook.told) else { return false }
        return !message.text.scalars[before.range.upperBound..<run.lowerBound].contains(
            Normalization.separator)
    }

    /// 市, 省, 区, 县 and 店
    private static let places: Set<UInt32> = [0x5E02, 0x7701, 0x533A, 0x53BF, 0x5E97]
    /// 的
    private static let of: UInt32 = 0x7684
    /// 和 and the like, between two names.
    private static let joints = Set("和跟与及同".unicodeScalars.map(\.value))
    /// 不
    private static let not: UInt32 = 0x4E0D
    /// #
    private static let anyDigit: UInt32 = 0x23
    /// Of a name that stands alone before 为什么没预警.
    private static let shortName = 2...4
    /// Behind one of these stands no name, but what happened: 吵翻了.
    private static let endings = Set("了得着过".unicodeScalars.map(\.value))
}

extension Token {
    fileprivate func isVersus(_ phrasebook: Phrasebook) -> Bool {
        phrasebook.versus.map { senses.contains(.word($0)) } ?? false
    }
}

extension Intent {
    /// Whether it is about reports and warnings that are sent, or shown now.
    fileprivate var isOfReports: Bool {
        [.subscriptionAdd, .subscriptionRemove, .reportShow, .reviewShow].contains(self)
    }

    /// Whether it asks what is said of something that may be a series.
    fileprivate var mayNameSeries: Bool {
        switch self {
        case .overview, .aspect, .quotes, .compare, .competitors, .alertAbsence: true
        default: false
        }
    }
}
