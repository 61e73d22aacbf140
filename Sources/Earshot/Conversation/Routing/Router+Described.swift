/// Which warning a command is about that names none by its number.
extension Router {
    /// Keeps the place, the aspect and the series by which a command means a warning (认领南京那条, 杭州的已解决), so that it is
    /// not done to another one that was spoken of before.
    ///
    /// Where several places are named, or words that nobody knows, it is asked which one is meant.
    ///
    /// - Returns: whether a list is shown instead.
    func describeWarning(of understood: inout Understood, _ text: String, _ message: MessageFeatures) -> Bool
    {
        let intent = understood.request.intent
        guard intent.isOfOneWarning, message.mentions.alerts.isEmpty, understood.said.alert == nil else {
            return false
        }
        let clauses = clauses(of: command(of: understood, in: text))
        if intent.isAct, pointsAtOther(clauses, intent) || clauses.contains(where: pointsAtStore) {
            understood = asking(which: understood)
            return true
        }
        if intent.isAct, let acting = acting(intent, in: clauses),
            !phrasebook.pointerWords.pointAtThat(clauses[acting]),
            phrasebook.pointerWords.pointAtSpokenOf(
                clauses[acting], before: placesNamed(in: clauses[acting]))
        {
            return false
        }
        guard let described = pointed(in: clauses, intent) ?? beside(intent, clauses) else {
            // 认领自燃那条: of whatever nobody knows, it is not the one that was spoken of.
            if intent.isAct, clauses.contains(where: { pointsAtUnknown($0, intent) }) {
                understood.request.slots.alert = nil
            }
            return false
        }
        guard !described.isOfSeveral || !intent.isAct else {
            // Both are looked at before anything is done to either.
            understood = asking(which: understood)
            return true
        }
        understood.request.slots.described = described.warning
        return false
    }

    /// Whether the act, or what is said by itself, is of another warning than that which was spoken of: 认领另一条, 最新的那条，已解决.
    private func pointsAtOther(_ clauses: [MessageFeatures], _ intent: Intent) -> Bool {
        let acts = phrasebook.features(of: intent)
        return clauses.contains { clause in
            phrasebook.pointerWords.isOther(clause)
                || verb(of: intent, in: clause) != nil
                    && phrasebook.pointerWords.pointAtOther(clause, beside: acts, phrasebook)
        }
    }

    /// 西湖店那条: it may be the store's or its city's.
    private func pointsAtStore(_ clause: MessageFeatures) -> Bool {
        phrasebook.pointerWords.pointAtThat(clause)
            && clause.tokens.contains { $0.features.contains(Feature.dealer) }
    }

    private struct Description {
        var warning: DescribedWarning
        var isOfSeveral: Bool
    }

    /// What stands before a word for a warning: 杭州 in 杭州那条, of 把那条杭州预警 as well.
    private func pointed(in clauses: [MessageFeatures], _ intent: Intent) -> Description? {
        let acting = acting(intent, in: clauses)
        // What the act itself is of comes first; another clause says which one where it says nothing else.
        let order = acting.map { [$0] + clauses.indices.filter { $0 != acting } } ?? Array(clauses.indices)
        for index in order {
            let clause = clauses[index]
            guard !intent.isAct || index == acting || saysOnlyWhich(clause, intent) else { continue }
            for pointer in phrasebook.pointerWords.pointers(in: clause, phrasebook) {
                let head = clause.head(until: pointer.start, phrasebook)
                if let description = description(by: head, of: intent) { return description }
            }
        }
        return nil
    }

    /// What an act itself names without such a word (认领杭州的), or a clause that says nothing else (认领，杭州的). 认领，杭州那边我去协调
    /// says where else, and what is told of or handed over may name whom.
    private func beside(_ intent: Intent, _ clauses: [MessageFeatures]) -> Description? {
        guard intent.isAct, intent != .alertBroadcast, intent != .alertAssign else { return nil }
        for clause in clauses {
            guard let verb = verb(of: intent, in: clause) else { continue }
            if phrasebook.pointerWords.pointAtSpokenOf(clause, before: placesNamed(in: clause)) { return nil }
            // 不是质量问题 names what is done, and no aspect.
            if let description = description(by: clause.without(verb, phrasebook), of: intent) {
                return description
            }
            break
        }
        return clauses.lazy.filter { self.saysOnlyWhich($0, intent) }.compactMap {
            self.description(by: $0, of: intent)
        }.first
    }

    /// Whether a clause says nothing but which warning is meant.
    func saysOnlyWhich(_ clause: MessageFeatures, _ intent: Intent) -> Bool {
        verb(of: intent, in: clause) == nil && isPlain(clause, intent, isDescribed: true, [.claim])
    }

    func placesNamed(in clause: MessageFeatures) -> [Range<Int>] {
        clause.tokens.filter { $0.features.contains(Feature.city) || $0.features.contains(Feature.region) }
            .map(\.range)
    }

    private func description(by words: MessageFeatures, of intent: Intent) -> Description? {
        let mentions = words.mentions
        let givesToSome = intent == .alertBroadcast || intent == .alertAssign || intent == .alertClaim
        var (cities, regions): ([String], [String]) = ([], [])
        for token in words.tokens
        where !phrasebook.pointerWords.leadElsewhere(
            token.range.lowerBound, in: words, givesToSome: givesToSome)
        {
            for sense in token.senses {
                if case .city(let name) = sense { cities.append(name) }
                if case .region(let name) = sense { regions.append(name) }
                if case .province(let name) = sense { regions.append(name) }
            }
        }
        let rival = mentions.rivals.first.map {
            Product(brand: $0.brand, series: $0.series.isEmpty ? nil : $0.series, isOwn: false)
        }
        let warning = DescribedWarning(
            city: cities.first, region: regions.first, aspect: mentions.aspects.first,
            product: rival ?? mentions.products.first, words: words.text.written)
        guard !warning.isEmpty else { return nil }
        return Description(
            warning: warning, isOfSeveral: Set(cities).count > 1 || Set(regions).count > 1)
    }

    /// Whether 那条 stands behind words that nobody knows, or that say of no warning which one it is: 江苏那条.
    private func pointsAtUnknown(_ clause: MessageFeatures, _ intent: Intent) -> Bool {
        phrasebook.pointerWords.pointers(in: clause, phrasebook).contains { pointer in
            pointer.isThat
                && !isPlain(0..<pointer.start, of: clause, intent, isDescribed: true, [.claim])
        }
    }

    /// 第
    static let place: UInt32 = 0x7B2C

    /// Of 第2条 behind a list nobody knows whether the second of it is meant or A2.
    func askWhichWarning(in understood: inout Understood, _ message: MessageFeatures) {
        guard understood.request.intent.isOfOneWarning, message.mentions.alerts.isEmpty,
            message.text.scalars.contains(Router.place), !message.mentions.ordinals.isEmpty
        else { return }
        understood.request.slots.alert = nil
    }
}

extension MessageFeatures {
    /// What stands before a position.
    fileprivate func head(until position: Int, _ phrasebook: Phrasebook) -> MessageFeatures {
        without(position..<text.scalars.count, phrasebook)
    }

    /// The same without a stretch.
    fileprivate func without(_ range: Range<Int>, _ phrasebook: Phrasebook) -> MessageFeatures {
        var rest = text.scalars
        rest.replaceSubrange(range, with: [Normalization.comma])
        var written = String.UnicodeScalarView()
        written.append(contentsOf: rest.compactMap(Unicode.Scalar.init))
        return MessageFeatures(
            Normalization(String(written)), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
    }
}

extension Normalization {
    /// A sign that divides.
    fileprivate static let comma: UInt32 = 0x2C

    /// The text in this form.
    var written: String { written(0..<scalars.count) }

    /// A stretch of it.
    func written(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range].compactMap(Unicode.Scalar.init))
        return String(view)
    }
}
