/// One message as patterns see it.
struct MessageFeatures {
    let text: Normalization
    let tokens: [Token]
    let mentions: Mentions
    /// Features of each piece that is not mere politeness, with its position among the tokens.
    private(set) var pieces: [(features: FeatureSet, token: Int)] = []
    /// All features of the message.
    private(set) var present: FeatureSet
    /// How many characters nothing explains.
    let unexplained: Int
    /// Points lost for what is unexplained and for what the bot does not talk about.
    private(set) var deduction: Int
    /// Whether an aspect is named that shall be left out (去掉油耗).
    let dropsAspect: Bool

    /// - Parameter misread: for each scalar whether it may be a part of a misspelt word, and whether nothing explains it;
    ///   nothing when words are read as they stand.
    init(
        _ text: Normalization, phrasebook: Phrasebook, dates: DateReader,
        misread: (isOpen: [Bool], gaps: [Bool])? = nil
    ) {
        self.text = text
        let segmentation = Segmentation(
            text, lexicon: phrasebook.lexicon, dates: dates, numbered: phrasebook.numbered,
            tolerance: misread.map {
                .init(misspellings: phrasebook.misspellings, isOpen: $0.isOpen, gaps: $0.gaps)
            })
        let wanted = Unwanted.removed(from: segmentation.tokens, phrasebook)
        (tokens, dropsAspect) = (wanted.tokens, wanted.dropsAspect)
        unexplained = segmentation.unexplained
        mentions = Mentions(tokens, phrasebook)
        present = mentions.features
        if unexplained >= MessageFeatures.leastText { present.insert(Feature.text) }
        var explained = 0
        for (position, token) in tokens.enumerated() {
            let features = token.features
            present.formUnion(features)
            if features.isEmpty || !features.isSubset(of: phrasebook.filler) {
                pieces.append((features, position))
                explained += token.range.count
            }
        }
        // A strange word among many known ones says less than one that stands nearly alone.
        deduction = min(max(0, unexplained * Pattern.unexplainedCost - explained), Pattern.greatestDeduction)
        if !present.isDisjoint(with: phrasebook.offTopic) { deduction += MessageFeatures.offTopicCost }
    }

    /// How many unexplained characters make a free text.
    static let leastText = 4
    private static let offTopicCost = 50

    /// Whether a word is read as another one than is written.
    var isCorrected: Bool { tokens.contains { $0.correction != nil || $0.spelling != nil } }

    /// For each scalar whether no piece explains it.
    var gaps: [Bool] {
        var gaps = [Bool](repeating: true, count: text.scalars.count)
        for token in tokens { for index in token.range { gaps[index] = false } }
        return gaps
    }

    /// The message with its words as they are spelled.
    func spelled(_ original: String, _ misspellings: Misspellings) -> String {
        let scalars = Array(original.unicodeScalars)
        var spelled = String.UnicodeScalarView()
        var position = 0
        for token in tokens {
            guard let right = token.correction.map(misspellings.spelling) ?? token.spelling else { continue }
            spelled += scalars[position..<Int(text.origins[token.range.lowerBound])]
            spelled += right.compactMap(Unicode.Scalar.init)
            position = Int(text.origins[token.range.upperBound - 1]) + 1
        }
        return String(spelled + scalars[position...])
    }

    /// Whether it says #57 or 建议, or 采纳, which is done to nothing else.
    var namesSuggestion: Bool {
        text.scalars.contains(0x23) || MessageFeatures.ofSuggestions.stand(in: text.scalars)
    }

    private static let ofSuggestions = ["建议", "采纳"].map { $0.unicodeScalars.map(\.value) }

    func says(_ features: FeatureSet) -> Bool { !present.isDisjoint(with: features) }

    /// Whether a word says what is asked about and asks whether it is so: 保养贵不贵, unlike 贵不贵.
    func asksByDoubling(at token: Int) -> Bool {
        let word = text.scalars[tokens[token].range]
        return word.indices.dropLast(2).contains { index in
            index > word.startIndex && word[index] == word[index + 2]
                && word[index + 1] == MessageFeatures.not
        }
    }

    /// 不
    private static let not: UInt32 = 0x4E0D

    /// The city that stands right before a word for a store where no store is named: 郑州店.
    func cityOfStores(_ phrasebook: Phrasebook) -> String? {
        guard mentions.dealers.isEmpty, mentions.cities.count == 1, let city = mentions.cities.first,
            tokens.indices.contains(city.token + 1)
        else { return nil }
        let next = tokens[city.token + 1]
        let word = String(String.UnicodeScalarView(text.scalars[next.range].compactMap(Unicode.Scalar.init)))
        let isStore =
            !next.features.isDisjoint(with: phrasebook.store) && MessageFeatures.anyStore.contains(word)
        return isStore && next.range.lowerBound == tokens[city.token].range.upperBound ? city.value : nil
    }

    /// Words for a store that say nothing of which one or of how many.
    private static let anyStore: Set = ["店", "门店", "4s店", "4s", "专营店", "专卖店", "店铺", "店面", "分店"]

    /// How many characters neither a pattern nor politeness accounts for.
    func count(beside pattern: Pattern) -> Int {
        pieces.reduce(unexplained) { count, piece in
            piece.features.isDisjoint(with: pattern.features)
                ? count + tokens[piece.token].range.count : count
        }
    }

    /// The points of a pattern, or nothing when it does not match.
    func points(_ pattern: Pattern, takes: FeatureSet, context: DialogueContext) -> Int? {
        guard present.isSuperset(of: pattern.necessary), present.isDisjoint(with: pattern.forbidden) else {
            return nil
        }
        if !pattern.roles.isEmpty, !pattern.roles.contains(context.role) { return nil }
        if !pattern.previous.isEmpty {
            guard let before = context.previous?.intent.rawValue,
                pattern.previous.contains(where: before.hasPrefix)
            else { return nil }
        }
        if pattern.followsAlert {
            guard let before = context.previous, before.intent.isAboutAlerts, before.slots.alert != nil else {
                return nil
            }
        }
        var points = pattern.bonus
        for element in pattern.required {
            guard let weight = element.weight(in: present) else { return nil }
            points += weight
        }
        if let head = pattern.head {
            guard let first = pieces.first, !first.features.isDisjoint(with: head.features) else {
                return nil
            }
        }
        for order in pattern.orders where !stands(order.before, before: order.after) { return nil }
        if pattern.saysNothingElse {
            guard unexplained == 0, pieces.allSatisfy({ !$0.features.isDisjoint(with: pattern.features) })
            else { return nil }
        }
        for element in pattern.welcome { points += element.weight(in: present) ?? 0 }
        points += Pattern.takenSlot * present.count(in: takes, except: pattern.features)
        if !pattern.leavesText { points -= deduction }
        return points
    }

    private func stands(_ before: Pattern.Element, before after: Pattern.Element) -> Bool {
        guard let first = pieces.firstIndex(where: { !$0.features.isDisjoint(with: before.features) }),
            let last = pieces.lastIndex(where: { !$0.features.isDisjoint(with: after.features) })
        else { return false }
        return first < last
    }
}

extension Token {
    /// The features of its senses, slots among them.
    var features: FeatureSet {
        var set = FeatureSet()
        for sense in senses {
            switch sense {
            case .word(let wordClass): set.insert(wordClass.feature)
            case .city: set.insert(Feature.city)
            case .region, .province, .surroundings: set.insert(Feature.region)
            case .product: set.insert(Feature.product)
            case .dealer: set.insert(Feature.dealer)
            case .aspect, .facet(_, .some): set.insert(Feature.aspect)
            case .facet(_, nil): break
            case .polarity: set.insert(Feature.polarity)
            case .period, .noPeriod: set.insert(Feature.period)
            case .nation: set.insert(Feature.nation)
            case .previous: set.insert(Feature.against)
            case .status: set.insert(Feature.status)
            case .topic: set.insert(Feature.topic)
            case .alert: set.insert(Feature.alert)
            case .hash:
                set.insert(Feature.suggestion)
                set.insert(Feature.number)
            case .ordinal, .number: set.insert(Feature.number)
            case .count: break
            case .duration: set.insert(Feature.duration)
            case .clock, .every, .weekday: set.insert(Feature.schedule)
            }
        }
        return set
    }
}

extension FeatureSet {
    /// How many members are in `wanted` but not in `known`.
    func count(in wanted: FeatureSet, except known: FeatureSet) -> Int {
        var count = 0
        for feature in Feature.slots.indices
        where contains(feature) && wanted.contains(feature) && !known.contains(feature) {
            count += 1
        }
        return count
    }
}
