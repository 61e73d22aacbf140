/// The words of `commands.json5` beside an act on a warning by which it is not done at once, or not as it reads.
struct UncertainWords: Sendable {
    /// Before the act, in its clause: 可能, 准备; in a clause before that of what ends a warning: 等; and right before and right behind it: 将, 不了.
    private let before: [[UInt32]]
    private let earlier: [[UInt32]]
    private let rightBefore: [[UInt32]]
    /// The same of what ends a warning alone: 要 in 要解决了, for 要静默 is a wish.
    private let rightBeforeEnding: [[UInt32]]
    private let rightBehind: [[UInt32]]
    /// Right behind the act, where that is asked about: 多久, 情况.
    private let asked: [[UInt32]]
    /// Behind and before an act that is told of: 了, 昨天.
    private let told: [[UInt32]]
    private let toldBefore: [[UInt32]]
    /// Before one, a day that is over: 昨天.
    private let daysBefore: [[UInt32]]
    /// Behind a word for silence, where one is spoken of that there was or is (到期了), and behind that with 了: 还没.
    private let silenceAsked: [[UInt32]]
    private let silenceTold: [[UInt32]]
    /// With which it is asked about: 会不会, 怎么.
    private let silenceWondered: [[UInt32]]
    /// Right before it: 已.
    private let silenceBefore: [[UInt32]]
    /// Right behind it, where others are to be left alone: 客户.
    private let silenceOthers: [[UInt32]]
    /// All that is said of an act behind it, where it is doubted: 待核实.
    private let doubts: [[UInt32]]
    /// The same at the beginning of a longer remark: 待客户确认.
    private let doubtsBegin: [[UInt32]]
    /// Anywhere in it (还在核实), and at its end: 王磊说的.
    private let doubtsWithin: [[UInt32]]
    private let doubtsEnd: [[UInt32]]
    /// Behind a word for a customer: 不, 要; and what is meant well nevertheless: 不再.
    private let customers: [[UInt32]]
    private let discontent: [[UInt32]]
    private let content: [[UInt32]]
    /// Words for a false alarm that may be of something else: 弄错了.
    private let doubtfulActs: [[UInt32]]
    /// What closes a warning whatever stands beside it, and what says that it has come to an end, unless somebody is asked for it.
    private let closing: [[UInt32]]
    private let ends: [[UInt32]]
    private let requesting: [[UInt32]]
    private let makingSure: [[UInt32]]
    /// For a claim that before a place says where one goes, or what one is in charge of: 我来杭州了, 我负责华东.
    private let claimsBeforePlace: [[UInt32]]
    /// That somebody does not take on what is handed over (他不接), and that others are asked to see to something: 请 before 跟进.
    private let unwilling: [[UInt32]]
    private let oneself: [[UInt32]]
    private let thirdPersons: [[UInt32]]
    private let asksOthers: [[UInt32]]
    private let othersHandle: [[UInt32]]

    init(_ words: ReplyWords) {
        (before, earlier) = (words.words("uncertain_before"), words.words("uncertain_earlier"))
        rightBefore = words.words("uncertain_right_before")
        rightBeforeEnding = words.words("uncertain_right_before_ending")
        (rightBehind, asked) = (words.words("uncertain_right_behind"), words.words("act_asked"))
        (told, toldBefore) = (words.words("act_told"), words.words("act_told_before"))
        silenceWondered = words.words("silence_wondered")
        daysBefore = words.words("days_before")
        (silenceAsked, silenceTold) = (words.words("silence_asked"), words.words("silence_told"))
        (silenceBefore, silenceOthers) = (words.words("silence_was"), words.words("silence_others"))
        (doubts, doubtsBegin) = (words.words("remark_doubts"), words.words("doubts_begin"))
        (doubtsWithin, doubtsEnd) = (words.words("doubts_within"), words.words("doubts_end"))
        (customers, discontent) = (words.words("customers"), words.words("discontent"))
        content = words.words("content")
        doubtfulActs = words.words("doubtful_acts")
        (closing, ends) = (words.words("closing_acts"), words.words("closing_ends"))
        (requesting, makingSure) = (words.words("requesting"), words.words("making_sure"))
        claimsBeforePlace = words.words("claims_before_place")
        (unwilling, oneself) = (words.words("unwilling"), words.words("reminding_oneself"))
        thirdPersons = words.words("third_persons")
        (asksOthers, othersHandle) = (words.words("asks_others"), words.words("others_handle"))
    }

    /// Whether a clause says of its act that it is about to be done, cannot be, or is only guessed.
    ///
    /// - Parameter ends: whether the act ends a warning.
    func stand(beside act: Range<Int>, in clause: MessageFeatures, ends: Bool) -> Bool {
        let scalars = clause.text.scalars
        return before.stand(in: scalars[..<act.lowerBound])
            || (ends ? rightBefore + rightBeforeEnding : rightBefore).contains {
                scalars[..<act.lowerBound].suffix($0.count).elementsEqual($0)
            }
            || rightBehind.contains { scalars[act.upperBound...].starts(with: $0) }
    }

    /// Whether a clause before that of an act says that it only may come to that.
    func stand(in earlier: MessageFeatures) -> Bool { self.earlier.stand(in: earlier.text.scalars) }

    /// Whether a text says nothing but that something is doubted.
    func doubt(_ text: Normalization) -> Bool {
        doubts.contains(text.scalars.filter { $0 != Normalization.separator })
    }

    /// Whether a text begins by doubting what it is added to, or says somewhere that not all is settled or who has said it.
    func doubtWithin(_ text: Normalization) -> Bool {
        doubtsBegin.contains { text.scalars.starts(with: $0) } || doubtsWithin.stand(in: text.scalars)
            || isDiscontent(text)
            || doubtsEnd.contains { text.scalars.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a customer is said not to be content, or not to have been reached: 客户不满意, 客户没接电话. 客户不再投诉 is content.
    private func isDiscontent(_ text: Normalization) -> Bool {
        let scalars = text.scalars
        guard let customer = customers.lazy.compactMap({ scalars.firstRange(of: $0) }).first else {
            return false
        }
        let rest = scalars[customer.upperBound...]
        return discontent.stand(in: rest) && !content.stand(in: rest)
    }

    /// Whether the word for an act may be of something else, or somebody is asked to make sure of it: 我弄错了, 麻烦确认误报.
    func isDoubtful(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        let before = scalars[..<act.lowerBound]
        return doubtfulActs.contains { scalars[act].starts(with: $0) }
            || requesting.stand(in: before) && makingSure.stand(in: before)
    }

    /// Whether a word that a warning is over says so beside other words: 已解决, 关闭. A bare 解决 beside any is a wish or a plan.
    func isWish(_ act: Range<Int>, in clause: MessageFeatures, isDone: Bool, isAlone: Bool) -> Bool {
        let scalars = clause.text.scalars
        guard !isDone, !isAlone, !closing.stand(in: scalars[act]) else { return false }
        return !ends.contains { scalars[act].suffix($0.count).elementsEqual($0) }
            || requesting.stand(in: scalars[..<act.lowerBound])
    }

    /// Whether something is told of that was done: 重新打开了, 重新打开过.
    func tells(behind act: Range<Int>, in clause: MessageFeatures) -> Bool {
        told.contains { clause.text.scalars[act.upperBound...].starts(with: $0) }
    }

    /// The same of what stands before: 昨天转给张伟, 已经转给.
    func tells(before act: Range<Int>, in clause: MessageFeatures) -> Bool {
        toldBefore.stand(in: clause.text.scalars[..<act.lowerBound])
    }

    /// Whether a day that is over stands before an act: 昨天我认领了A3.
    func tellsOfBefore(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        daysBefore.stand(in: clause.text.scalars[..<act.lowerBound])
    }

    /// Whether what stands right behind an act asks about it: 静默多久, 解决情况.
    func ask(behind act: Range<Int>, in clause: MessageFeatures) -> Bool {
        asked.contains { clause.text.scalars[act.upperBound...].starts(with: $0) }
    }

    /// Whether what reads like a claim says where one goes, or what one is in charge of.
    func tellsWhere(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        guard claimsBeforePlace.contains(where: { scalars[act].elementsEqual($0) }) else { return false }
        return clause.tokens.contains {
            $0.range.lowerBound == act.upperBound
                && ($0.features.contains(Feature.city) || $0.features.contains(Feature.region))
        }
    }

    /// Whether a text begins with what one does oneself: 我去南京协调.
    func tellOfOneself(_ text: Normalization) -> Bool {
        claimsBeforePlace.contains { text.scalars.starts(with: $0) }
    }

    /// Whether what reads like a claim asks somebody else to see to it: A12 请跟进.
    func askOthers(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        return othersHandle.contains { scalars[act].elementsEqual($0) }
            && asksOthers.stand(in: scalars[..<act.lowerBound])
    }

    /// Whether a text says that somebody does not take on what is handed over. Who cannot see to it oneself (我明天请假), and what
    /// customers do not want, is why it is handed over: whoever stands nearest before the word counts.
    func refuse(_ text: Normalization) -> Bool {
        let scalars = text.scalars
        return scalars.indices.contains { position in
            guard unwilling.contains(where: { scalars[position...].starts(with: $0) }) else { return false }
            let before = scalars[..<position]
            guard let own = UncertainWords.last(of: customers + oneself, in: before) else { return true }
            return own < UncertainWords.last(of: thirdPersons, in: before) ?? -1
        }
    }

    /// Where the last one of some words begins.
    private static func last(of words: [[UInt32]], in text: ArraySlice<UInt32>) -> Int? {
        text.indices.last { start in words.contains { text[start...].starts(with: $0) } }
    }

    /// Whether what stands right behind a word for silence asks about it: 静默会有什么后果, 静默过几次.
    func wonder(behind act: Range<Int>, in clause: MessageFeatures) -> Bool {
        silenceWondered.contains { clause.text.scalars[act.upperBound...].starts(with: $0) }
    }

    /// The same of what is added to it: 怎么设置时间.
    func wonders(_ remark: Normalization) -> Bool {
        silenceWondered.contains { remark.scalars.starts(with: $0) }
    }

    /// Whether a clause speaks of a silence that there is or was, and wants none: 静默2小时够吗, 静默了2小时还没解决.
    func tellsOfSilence(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let behind = clause.text.scalars[act.upperBound...]
        let before = clause.text.scalars[..<act.lowerBound]
        return silenceAsked.stand(in: behind) || silenceOthers.contains { behind.starts(with: $0) }
            || silenceBefore.contains { before.suffix($0.count).elementsEqual($0) }
            || behind.first == UncertainWords.done && silenceTold.stand(in: behind)
            || clause.tokens.contains {
                $0.features.contains(Feature.duration) && $0.range.lowerBound >= act.upperBound
                    && clause.text.scalars[$0.range.upperBound...].first == UncertainWords.done
            }
    }

    /// 了
    private static let done: UInt32 = 0x4E86
}

extension Router {
    /// Whether what a message wants of a warning is guessed, cannot be or is about to be done (可能要静默); of what ends one, whether
    /// anything stands beside it that leaves a doubt: 快解决了, 王磊反馈已解决.
    ///
    /// - Parameter isMarked: whether a sign says that a remark is one.
    func isUncertain(_ understood: Understood, _ clauses: [MessageFeatures], isMarked: Bool) -> Bool {
        let intent = understood.request.intent
        guard let index = clauses.firstIndex(where: { verb(of: intent, in: $0) != nil }),
            let act = verb(of: intent, in: clauses[index])
        else { return false }
        let words = phrasebook.uncertainWords
        let clause = clauses[index]
        let ends = intent == .alertResolve || intent == .alertDismiss
        if words.stand(beside: act, in: clause, ends: ends) { return true }
        if intent == .alertClaim {
            // 售后跟进, 需要总部处理: somebody else has it, or shall. 我来不及, 我认为是误报 only begin like a claim.
            let isDescribed = clause.mentions.alerts.isEmpty
            return words.tellsWhere(act, in: clause) || words.askOthers(act, in: clause)
                || words.tellsOfBefore(act, in: clause)
                || !isPlain(0..<act.lowerBound, of: clause, intent, isDescribed: isDescribed, [.claim])
                || !isPlain(
                    act.upperBound..<clause.text.scalars.count, of: clause, intent, isDescribed: true,
                    [.claimed, .also])
        }
        if intent == .alertSilence {
            // What is no length silences nothing, which is said. Of how long and why much may be said behind it.
            guard !understood.request.slots.silencesNothing else { return false }
            let remark = understood.request.slots.words.map { Normalization($0) }
            return words.tellsOfBefore(act, in: clause)
                || clauses[(index + 1)...].contains { words.doubt($0.text) }
                || remark.map { words.doubt($0) || words.wonders($0) } == true
                || words.wonder(behind: act, in: clause)
                || !isPlain(
                    0..<act.lowerBound, of: clause, intent, isDescribed: clause.mentions.alerts.isEmpty,
                    [.silence])
        }
        if intent == .alertUnsilence || intent == .alertRestore {
            return !isPlain(
                0..<act.lowerBound, of: clause, intent, isDescribed: clause.mentions.alerts.isEmpty,
                [.silence, .markers])
                || words.tells(behind: act, in: clause)
        }
        if intent == .alertAssign {
            return words.tells(before: act, in: clause)
                || clauses[(index + 1)...].contains { words.doubt($0.text) }
                || understood.request.slots.words.map { words.doubt(Normalization($0)) } == true
                || !isMarked && understood.request.slots.words.map { words.refuse(Normalization($0)) } == true
        }
        guard ends else { return false }
        if words.isDoubtful(act, in: clause) { return true }
        if intent == .alertResolve,
            words.isWish(
                act, in: clause, isDone: phrasebook.aheadWords.isDone(act, in: clause),
                isAlone: isMarked || isAlone(act, in: clause))
        {
            return true
        }
        if let remark = understood.request.slots.words {
            let remark = Normalization(remark)
            if words.doubt(remark) || !isMarked && (words.doubtWithin(remark) || remark.isQuestion) {
                return true
            }
        }
        if clauses[(index + 1)...].contains(where: {
            words.doubt($0.text) || words.doubtWithin($0.text) || $0.text.isQuestion
        }) {
            return true
        }
        return clauses[..<index].contains { earlier in
            words.stand(in: earlier)
                || !earlier.mentions.alerts.isEmpty && !isPlain(earlier, intent, isDescribed: true)
        }
            || !isPlain(
                clause, intent,
                isDescribed: understood.request.slots.described != nil
                    || clauses.allSatisfy(\.mentions.alerts.isEmpty),
                leadsOn: understood.request.slots.words != nil)
    }

    /// Whether nothing stands beside an act but the numbers of warnings and words for one.
    private func isAlone(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        clause.text.scalars.indices.allSatisfy { position in
            clause.text.scalars[position] == Normalization.separator || act.contains(position)
                || clause.tokens.contains { token in
                    token.range.contains(position)
                        && (token.features.contains(Feature.alert)
                            || !token.features.isDisjoint(with: phrasebook.warnings.alert))
                }
        }
    }

    /// Whether a message asks about an act instead of wanting it: A12 静默多久, A12 解决情况, A1和A2哪个是误报.
    func asksAbout(_ intent: Intent, _ clauses: [MessageFeatures]) -> Bool {
        let silences = intent == .alertSilence ? clauses.filter { verb(of: intent, in: $0) != nil } : []
        // 别催门店，静默2小时 wants one nevertheless.
        if !silences.isEmpty,
            silences.allSatisfy({ clause in
                verb(of: intent, in: clause).map {
                    phrasebook.uncertainWords.tellsOfSilence($0, in: clause)
                } == true
            })
        {
            return true
        }
        return clauses.contains { clause in
            guard let act = verb(of: intent, in: clause) else { return false }
            return phrasebook.uncertainWords.ask(behind: act, in: clause)
                || (intent == .alertResolve || intent == .alertDismiss)
                    && clause.says(phrasebook.question)
                    && !phrasebook.reporting.stand(in: clause.text.scalars)
                    && !isPlain(clause, intent, isDescribed: true)
        }
    }
}
