/// A warning that is meant by its aspect alone: 油耗那条误报.
extension Router {
    /// What is wanted of a warning that is pointed at behind an aspect (油耗那条误报) or before one (那条油耗的误报), which asks for
    /// voices of it otherwise. What only shows one is meant where warnings are spoken of.
    func aboutPointedMatter(
        _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        guard context.openForm == nil, message.mentions.alerts.isEmpty,
            phrasebook.pointerWords.pointAtThat(message), let pointed = pointed(in: text)
        else { return nil }
        let isSpokenOf = context.previous?.intent.isAboutAlerts == true
        guard let rest = pointed.rest else {
            guard isSpokenOf, let act = pointed.act else { return nil }
            return asking(which: Understood(request: Request(act)), because: .different)
        }
        let message = features(of: rest, context)
        let understood = assignment(rest, message, context) ?? understand(rest, message, context)
        let intent = understood.request.intent
        guard intent.isOfOneWarning, intent.isAct || isSpokenOf else {
            // 认领价格那条 where none was spoken of.
            if !isSpokenOf, let act = pointed.act, Router.acts.contains(act),
                isPlain(
                    features(of: text, context), act, isDescribed: true, act == .alertClaim ? [.claim] : [])
            {
                return Understood(request: Request(act))
            }
            // 油耗那条可能误报 asks for no voices.
            guard isSpokenOf, let act = pointed.act else { return nil }
            return asking(which: Understood(request: Request(act)), because: .uncertain)
        }
        return understood
    }

    /// The text without the aspect, where that stands in the clause that says what is done or in one that says only which warning
    /// is meant, and nothing where another clause says more of it (油耗那条是真的，这条误报); and what is done.
    private func pointed(in text: String) -> (rest: String?, act: Intent?)? {
        var saysMore = false
        for part in CommandClauses.split(text) {
            let clause = MessageFeatures(
                Normalization(part), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
            let act = (Router.acts + [.alertBroadcast]).first { verb(of: $0, in: clause) != nil }
            if let matter = pointedMatter(in: clause) {
                if act != nil || saysOnlyWhich(clause, .alertShow) {
                    let rest = String(part).without(matter, of: clause.text)
                    return (text[..<part.startIndex] + rest + text[part.endIndex...], act)
                }
                saysMore = true
            }
            if act != nil { return saysMore ? (nil, act) : nil }
        }
        return nil
    }

    private func pointedMatter(in clause: MessageFeatures) -> Range<Int>? {
        let scalars = clause.text.scalars
        let aspects = clause.tokens.filter { $0.features.contains(Feature.aspect) }.map(\.range)
        return phrasebook.pointerWords.thatAlone(in: clause).lazy.compactMap { pointer -> Range<Int>? in
            aspects.first { aspect in
                if aspect.upperBound <= pointer.lowerBound {
                    return scalars[aspect.upperBound..<pointer.lowerBound].allSatisfy {
                        $0 == Router.of || $0 == Normalization.separator
                    }
                }
                return aspect.lowerBound == pointer.upperBound
                    && scalars[aspect.upperBound...].first == Router.of
            }
        }.first
    }

    /// 的
    private static let of: UInt32 = 0x7684
}

extension String {
    /// The text without a stretch of it in the form in which it is looked up.
    fileprivate func without(_ range: Range<Int>, of text: Normalization) -> String {
        var scalars = Array(unicodeScalars)
        scalars.removeSubrange(
            Int(text.origins[range.lowerBound])...Int(text.origins[range.upperBound - 1]))
        return String(String.UnicodeScalarView(scalars))
    }
}
