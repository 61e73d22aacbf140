/// What a message takes over from the one before it.
///
/// A message that says only slots (宁波呢, 那售后呢) keeps what was wanted; one that refers to something
/// (原话, 更多, 和全国比) keeps what it was about; a full question keeps at most the place, and the period when it asks
/// for the same thing again or for one aspect of it.
struct FollowUp {
    let previous: Request
    /// Whether a question or command of its own was said, or only slots and markers.
    let isElliptic: Bool
    let remarks: Remarks

    /// What a message says beside the values of slots.
    struct Remarks {
        /// Whether it says 那, 呢, 换成 and the like.
        var isMarked = false
        /// Whether it speaks of the sender's own place (本地, 我们这边), which ends a carried city.
        var speaksOfHere = false
        /// Whether it says 最近, which ends a carried period.
        var speaksOfRecent = false
        /// Whether it names the sender's own store, or rivals without saying which.
        var ownStore = false
        var rivals = false
        /// Whether it asks for the most (最多) or for how many.
        var best = false
        var many = false
        /// Whether it says 对比 or the like.
        var compares = false
        /// Whether it takes an aspect out of the question (去掉油耗).
        var dropsAspect = false
        /// Whether it asks for the cities of a place beside each other.
        var ofCities = false
    }

    private var isMarked: Bool { remarks.isMarked }
    private var speaksOfHere: Bool { remarks.speaksOfHere }
    private var speaksOfRecent: Bool { remarks.speaksOfRecent }

    /// The intent of an elliptic message: what was wanted before, or what the new slots make of it.
    func intent(said slots: Slots, mentions: Mentions, takes: (Intent) -> FeatureSet) -> Intent? {
        if mentions.against != nil || mentions.saysNation || mentions.saysPrevious
            || mentions.otherArea != nil
            || mentions.comparesProduct || mentions.comparesHere
        {
            return isAboutVoices(previous.intent) ? .compare : nil
        }
        if isComplete(slots), isAboutVoices(previous.intent) { return .aspect }
        if remarks.dropsAspect, mentions.aspects.isEmpty, previous.intent == .aspect { return .overview }
        switch previous.intent {
        // 油耗怎么样, then 抱怨最多的三个: of all aspects.
        case .aspect where asksForMost(mentions): return .overview
        case .more, .overview:
            return mentions.aspects.isEmpty ? .overview : .aspect
        case .aspect: return .aspect
        // 我们店口碑怎么样, then 车机呢: of the car, not of the store.
        case .dealer where mentions.aspects.contains { !$0.isOfService }: return .aspect
        case .dealer where leavesStore(mentions),
            .compare where previous.store != nil && leavesStore(mentions):
            // 整个城市呢, 宁波呢: from a store to a place.
            return mentions.aspects.isEmpty && previous.slots.aspect == nil ? .overview : .aspect
        case .compare where !isMarked && !mentions.dealers.isEmpty: return .dealer
        case .quotes where !mentions.polarities.isEmpty && remarks.best:
            // 差评原话, then 被投诉最多的是什么.
            return .overview
        case .quotes where !mentions.polarities.isEmpty && remarks.many:
            return mentions.aspects.isEmpty && previous.slots.aspect == nil ? .overview : .aspect
        case .compare where asksAnew(mentions):
            return mentions.aspects.isEmpty && previous.slots.aspect == nil ? .overview : .aspect
        case let intent where isAboutVoices(intent) || isRanking(intent):
            let takes = takes(intent)
            if !mentions.aspects.isEmpty, !takes.contains(Feature.aspect), !takes.contains(Feature.part) {
                return .aspect
            }
            return intent
        case .alertList:
            return mentions.alerts.isEmpty && mentions.plainNumber == nil ? .alertList : .alertShow
        case .suggestionList:
            return mentions.hashes.isEmpty && mentions.plainNumber == nil ? .suggestionList : .suggestionShow
        case .outboxList, .outboxShow, .outboxRetry, .outboxDrop:
            return mentions.hashes.isEmpty && mentions.plainNumber == nil ? .outboxList : .outboxShow
        default:
            return nil
        }
    }

    /// Whether a time or place alone leaves a comparison: 昨天 and 浙江呢 do, while 昨天呢 is of the same comparison, and
    /// 南京呢 changes the other one of two cities.
    private func asksAnew(_ mentions: Mentions) -> Bool {
        guard mentions.products.isEmpty, mentions.dealers.isEmpty, !remarks.compares else { return false }
        if saysSeveral(mentions) { return true }
        guard mentions.polarities.isEmpty else { return false }
        guard namesPlace(mentions) else { return !isMarked && !mentions.periods.isEmpty }
        // 杭州和宁波对比, then 杭州呢.
        if mentions.cities.first?.value == previous.slots.city { return true }
        if isMarked, !mentions.cities.isEmpty, case .city? = previous.slots.against { return false }
        return true
    }

    /// Whether it asks which aspects are praised or complained about most.
    private func asksForMost(_ mentions: Mentions) -> Bool {
        remarks.best && !mentions.polarities.isEmpty && mentions.aspects.isEmpty
    }

    /// 本月投诉, 物流投诉: two kinds of slots and nothing that refers to what was said before.
    private func saysSeveral(_ mentions: Mentions) -> Bool {
        let kinds = [!mentions.aspects.isEmpty, !mentions.polarities.isEmpty, !mentions.periods.isEmpty]
        return !isMarked && kinds.count { $0 } > 1
    }

    /// Whether only slots are said, but all that a question needs: 深圳售后.
    private func isComplete(_ said: Slots) -> Bool {
        isElliptic && !isMarked && said.namesPlace && said.aspect != nil
    }

    /// Adds to what was said what is carried over.
    func completing(_ said: Slots, _ mentions: Mentions, of intent: Intent, takes: FeatureSet) -> Slots {
        var slots = said
        let before = previous.slots
        if intent == .more { return before.keeping(takes, unless: slots) }
        if takes.contains(Feature.alert), slots.alert == nil, previous.intent.isAboutAlerts {
            slots.alert = before.alert
        }
        if takes.contains(Feature.suggestion), slots.suggestion == nil, previous.intent.isAboutSuggestions {
            slots.suggestion = before.suggestion
        }
        if intent.isAboutDeliveries, slots.delivery == nil, previous.intent == .outboxShow {
            slots.delivery = before.delivery
        }
        let bothTell =
            (isAboutVoices(intent) || isRanking(intent) || intent == .alertList)
            && (isAboutVoices(previous.intent) || isRanking(previous.intent) || previous.intent == .more
                || previous.intent == .alertList)
        guard bothTell, !isComparisonOfOthers(said, of: intent) else { return slots }
        let isAnew = isComplete(said) && ![.overview, .aspect, .more].contains(previous.intent)
        if isElliptic && !isAnew || isMarked || intent == .quotes || intent == .compare {
            return carryAll(before, into: slots, mentions, of: intent, takes)
        }
        if intent == .alertList || isRanking(intent) { return slots }
        if !said.namesPlace { carryPlace(before, into: &slots, takes, nation: false) }
        let isWithin = intent == previous.intent || intent == .aspect || previous.intent == .more
        if !said.namesPlace, slots.period == nil, !speaksOfRecent, isWithin,
            takes.contains(Feature.period)
        {
            slots.period = before.period
        }
        return slots
    }

    private func carryAll(
        _ before: Slots, into said: Slots, _ mentions: Mentions, of intent: Intent, _ takes: FeatureSet
    ) -> Slots {
        var slots = said
        let takesAgainst = takes.contains(Feature.against)
        if takesAgainst, slots.against == nil, case .city? = before.against, isElliptic, let city = slots.city
        {
            // 杭州和宁波对比, then 南京呢: the other side changes.
            slots.against = .city(city)
            slots.city = before.city
        }
        if changesOtherStore(mentions, in: intent), let store = mentions.dealers.first {
            // 海淀店和朝阳店比, then 那丰台店呢: the other side changes as well.
            slots.against = .store(store)
            slots.takePlace(of: before)
        }
        if takesAgainst, intent == .compare, slots.against == nil, before.against == nil,
            let city = slots.city,
            let other = before.city, other != city
        {
            // 成都油耗怎么样, then 重庆和它比呢: what was asked of is compared with what is named now.
            slots.against = .city(city)
            slots.city = other
        }
        let isWhole = !isElliptic && !isMarked
        if !slots.namesPlace {
            carryPlace(
                before, into: &slots, takes,
                nation: !(isWhole && (said.aspect != nil || said.polarity != nil)))
        }
        let isBesideOwn = if case .rivals? = slots.against { before.product?.isOwn == false } else { false }
        // 上海近30天油耗原话 says by itself what it is about.
        let isWholeOfPlace = said.namesPlace && isWhole
        // 竞品原话, 客户怎么骂我们店的.
        let hasSubject = isWhole && (remarks.rivals || remarks.ownStore && said.polarity != nil)
        if slots.product == nil, !hasSubject, !isBesideOwn, !isWholeOfPlace, !speaksOfHere,
            intent != .competitors,
            takes.contains(Feature.region)
        {
            slots.product = before.product
        }
        // 油耗的差评原话 says by itself of what; 原话 does not.
        let namesAspect = isWhole && said.aspect != nil
        if intent == .quotes, slots.product == nil, !isWholeOfPlace, !namesAspect, !remarks.ownStore,
            !speaksOfHere,
            previous.intent == .competitors || before.ofRivals == true
        {
            slots.ofRivals = true
        }
        // 华东哪个城市抱怨最多 says by itself of what; 哪个城市最差 does not.
        let ranksByItself =
            remarks.ofCities && isWhole && (said.namesPlace || said.polarity != nil || said.period != nil)
        if slots.aspect == nil, slots.part == nil, !hasSubject, !remarks.dropsAspect, !ranksByItself,
            !(previous.intent == .quotes && intent == .overview)
        {
            if takes.contains(Feature.aspect) { slots.aspect = before.aspect }
            if takes.contains(Feature.part) { slots.part = before.part }
        }
        let changesSubject = said.aspect != nil && !isElliptic && !isMarked
        if slots.polarity == nil, !changesSubject, takes.contains(Feature.polarity) {
            slots.polarity = before.polarity
        }
        if slots.period == nil, !speaksOfRecent, takes.contains(Feature.period) {
            slots.period = before.period
        }
        if takesAgainst, slots.against == nil {
            // 昨天呢 after 跟上个月比 is not of last month any more.
            let isOtherTime = if case .period? = before.against { said.period != nil } else { false }
            // 华东对比一下 after 浙江和江苏比 is of neither.
            let isOtherPlace = said.namesPlace && !isMarked && before.against?.placeName != nil
            slots.against = isOtherTime ? .previous : isOtherPlace ? nil : before.against
        }
        return slots
    }

    /// Whether it names a store, and nothing else, after a comparison with one.
    func changesOtherStore(_ mentions: Mentions, in intent: Intent) -> Bool {
        guard intent == .compare, isElliptic, isMarked, case .store? = previous.slots.against else {
            return false
        }
        return mentions.dealers.count == 1 && mentions.otherArea == nil && mentions.against == nil
            && !mentions.saysNation && !mentions.saysPrevious
    }

    /// Whether it compares two places neither of which was talked about before: then nothing is carried over.
    private func isComparisonOfOthers(_ said: Slots, of intent: Intent) -> Bool {
        guard intent == .compare, !isElliptic, !isMarked, said.namesPlace, let other = said.against?.placeName
        else { return false }
        let before = previous.slots
        let talkedAbout = [before.city, before.region, before.against?.placeName, before.area?.placeName]
        guard talkedAbout.contains(where: { $0 != nil }) else { return false }
        return ![said.city, said.region, said.area?.placeName, other].contains {
            $0 != nil && talkedAbout.contains($0)
        }
    }

    /// - Parameter nation: whether the whole country is carried over as well. For those with a place of their own a
    ///   question that is whole by itself is about that one again.
    private func carryPlace(
        _ before: Slots, into slots: inout Slots, _ takes: FeatureSet, nation: Bool = true
    ) {
        guard !speaksOfHere, nation || before.area != .nation else { return }
        if takes.contains(Feature.city) { slots.city = before.city }
        if takes.contains(Feature.region) {
            slots.region = before.region
            slots.area = before.area
        }
    }

    /// Whether a store that was talked about is still meant: until another place is named, or something is asked that
    /// is not said of stores.
    func keepsStore(for intent: Intent, said: Slots, _ mentions: Mentions) -> Bool {
        if changesOtherStore(mentions, in: intent) { return true }
        // 本月投诉 after 西湖店和滨江店比 is of the customers of the place.
        let leavesComparison = previous.intent == .compare && intent != .compare && saysSeveral(mentions)
        guard !speaksOfHere, !said.namesPlace, !remarks.rivals, said.ofRivals != true, !leavesComparison,
            !mentions.saysNation || intent == .compare,
            // 油耗怎么样 is of the car, of which a store's customers are a few of the city's, unless the store was asked
            // of it by itself: 我们店油耗怎么样, then 车机呢.
            !isOfCar(said.aspect) || isOfCar(previous.slots.aspect),
            // 云途和远岚比 is of the two, not of a store.
            !(intent == .compare && mentions.rivals.count > 1)
        else { return false }
        switch intent {
        case .dealer, .aspect, .quotes, .compare: return true
        case .overview: return isElliptic
        default: return false
        }
    }

    private func isOfCar(_ aspect: Aspect?) -> Bool { aspect.map { !$0.isOfService } ?? false }

    /// Whether a place is named and no store in it.
    private func leavesStore(_ mentions: Mentions) -> Bool {
        mentions.dealers.isEmpty && namesPlace(mentions)
    }

    private func namesPlace(_ mentions: Mentions) -> Bool {
        speaksOfHere || !mentions.cities.isEmpty || mentions.namesArea
    }

    private func isAboutVoices(_ intent: Intent) -> Bool { intent.rawValue.hasPrefix("insight.") }
    private func isRanking(_ intent: Intent) -> Bool { intent.rawValue.hasPrefix("ranking.") }
}

extension Intent {
    var isAboutVoices: Bool { rawValue.hasPrefix("insight.") }
    var isRanking: Bool { rawValue.hasPrefix("ranking.") }
    var isAboutAlerts: Bool { rawValue.hasPrefix("alert.") }
    var isAboutSuggestions: Bool { rawValue.hasPrefix("suggestion.") }
    public var isAboutDeliveries: Bool { rawValue.hasPrefix("outbox.") }
}

extension Slots {
    /// These slots as far as they are taken, over which `said` wins.
    func keeping(_ takes: FeatureSet, unless said: Slots) -> Slots {
        var slots = said
        if takes.contains(Feature.city), said.region == nil { slots.city = said.city ?? city }
        if takes.contains(Feature.region), said.city == nil { slots.region = said.region ?? region }
        if takes.contains(Feature.region), !said.namesPlace { slots.area = area }
        if takes.contains(Feature.aspect) { slots.aspect = said.aspect ?? aspect }
        if takes.contains(Feature.polarity) { slots.polarity = said.polarity ?? polarity }
        if takes.contains(Feature.part) { slots.part = said.part ?? part }
        if takes.contains(Feature.period) { slots.period = said.period ?? period }
        if takes.contains(Feature.against) { slots.against = said.against ?? against }
        if takes.contains(Feature.alert) { slots.alert = said.alert ?? alert }
        if takes.contains(Feature.suggestion) { slots.suggestion = said.suggestion ?? suggestion }
        if takes.contains(Feature.status) { slots.status = said.status ?? status }
        return slots
    }
}
