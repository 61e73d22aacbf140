/// What a message takes over from the one before it.
///
/// A message that says only slots (宁波呢, 那售后呢) keeps what was wanted; one that refers to something
/// (原话, 更多, 和全国比) keeps what it was about; a full question keeps at most the place, and the period when it asks
/// for the same thing again or for one aspect of it.
struct FollowUp {
    let previous: Request
    /// Whether a question or command of its own was said, or only slots and markers.
    let isElliptic: Bool
    /// Whether it says 那, 呢, 换成 and the like.
    let isMarked: Bool
    /// Whether it speaks of the sender's own place (本地, 我们这边), which ends a carried city.
    let speaksOfHere: Bool
    /// Whether it says 最近, which ends a carried period.
    let speaksOfRecent: Bool

    /// The intent of an elliptic message: what was wanted before, or what the new slots make of it.
    func intent(said slots: Slots, mentions: Mentions, takes: (Intent) -> FeatureSet) -> Intent? {
        if mentions.against != nil || mentions.saysNation || mentions.saysPrevious
            || mentions.otherArea != nil
            || mentions.comparesProduct
        {
            return isAboutVoices(previous.intent) ? .compare : nil
        }
        switch previous.intent {
        case .more, .overview:
            return mentions.aspects.isEmpty ? .overview : .aspect
        case .aspect: return .aspect
        case .dealer where leavesStore(mentions),
            .compare where previous.store != nil && leavesStore(mentions):
            // 整个城市呢, 宁波呢: from a store to a place.
            return mentions.aspects.isEmpty && previous.slots.aspect == nil ? .overview : .aspect
        case .compare where !isMarked && namesPlace(mentions) && !mentions.aspects.isEmpty:
            // 深圳售后 says by itself what it is about.
            return .aspect
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
        default:
            return nil
        }
    }

    /// Whether a time or place alone leaves a comparison: 昨天 and 浙江呢 do, while 昨天呢 is of the same comparison, and
    /// 南京呢 changes the other one of two cities.
    private func asksAnew(_ mentions: Mentions) -> Bool {
        guard mentions.polarities.isEmpty, mentions.products.isEmpty, mentions.dealers.isEmpty else {
            return false
        }
        guard namesPlace(mentions) else { return !isMarked && !mentions.periods.isEmpty }
        if isMarked, !mentions.cities.isEmpty, case .city? = previous.slots.against { return false }
        return true
    }

    /// Adds to what was said what is carried over.
    func completing(_ said: Slots, of intent: Intent, takes: FeatureSet) -> Slots {
        var slots = said
        let before = previous.slots
        if intent == .more { return before.keeping(takes, unless: slots) }
        if takes.contains(Feature.alert), slots.alert == nil, previous.intent.isAboutAlerts {
            slots.alert = before.alert
        }
        if takes.contains(Feature.suggestion), slots.suggestion == nil, previous.intent.isAboutSuggestions {
            slots.suggestion = before.suggestion
        }
        let bothTell =
            (isAboutVoices(intent) || isRanking(intent) || intent == .alertList)
            && (isAboutVoices(previous.intent) || isRanking(previous.intent) || previous.intent == .more
                || previous.intent == .alertList)
        guard bothTell else { return slots }
        if isElliptic || isMarked || intent == .quotes || intent == .compare {
            return carryAll(before, into: slots, of: intent, takes)
        }
        if intent == .alertList || isRanking(intent) { return slots }
        if !said.namesPlace { carryPlace(before, into: &slots, takes) }
        let isWithin = intent == previous.intent || intent == .aspect || previous.intent == .more
        if !said.namesPlace, slots.period == nil, !speaksOfRecent, isWithin,
            takes.contains(Feature.period)
        {
            slots.period = before.period
        }
        return slots
    }

    private func carryAll(_ before: Slots, into said: Slots, of intent: Intent, _ takes: FeatureSet) -> Slots
    {
        var slots = said
        let takesAgainst = takes.contains(Feature.against)
        if takesAgainst, slots.against == nil, case .city? = before.against, isElliptic, let city = slots.city
        {
            // 杭州和宁波对比, then 南京呢: the other side changes.
            slots.against = .city(city)
            slots.city = before.city
        }
        if takesAgainst, intent == .compare, slots.against == nil, before.against == nil,
            let city = slots.city,
            let other = before.city, other != city
        {
            // 成都油耗怎么样, then 重庆和它比呢: what was asked of is compared with what is named now.
            slots.against = .city(city)
            slots.city = other
        }
        if !slots.namesPlace { carryPlace(before, into: &slots, takes) }
        let isBesideOwn = if case .rivals? = slots.against { before.product?.isOwn == false } else { false }
        // 上海近30天油耗原话 says by itself what it is about.
        let isComplete = said.namesPlace && !isElliptic && !isMarked
        if slots.product == nil, !isBesideOwn, !isComplete, !speaksOfHere, intent != .competitors,
            takes.contains(Feature.region)
        {
            slots.product = before.product
        }
        if slots.aspect == nil, slots.part == nil {
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
            slots.against = isOtherTime ? .previous : before.against
        }
        if slots.against.map({ .city(slots.city ?? "") == $0 }) == true { slots.city = nil }
        return slots
    }

    private func carryPlace(_ before: Slots, into slots: inout Slots, _ takes: FeatureSet) {
        guard !speaksOfHere else { return }
        if takes.contains(Feature.city) { slots.city = before.city }
        if takes.contains(Feature.region) {
            slots.region = before.region
            slots.area = before.area
        }
    }

    /// Whether a store that was talked about is still meant: until another place is named, or something is asked that
    /// is not said of stores.
    func keepsStore(for intent: Intent, said: Slots, _ mentions: Mentions) -> Bool {
        guard !speaksOfHere, !said.namesPlace,
            !mentions.saysNation || intent == .compare,
            // 云途和远岚比 is of the two, not of a store.
            !(intent == .compare && mentions.rivals.count > 1)
        else { return false }
        switch intent {
        case .dealer, .aspect, .quotes, .compare: return true
        case .overview: return isElliptic
        default: return false
        }
    }

    /// Whether a place is named and no store in it.
    private func leavesStore(_ mentions: Mentions) -> Bool {
        mentions.dealers.isEmpty && namesPlace(mentions)
    }

    private func namesPlace(_ mentions: Mentions) -> Bool {
        speaksOfHere || !mentions.cities.isEmpty || !mentions.regions.isEmpty
            || !mentions.provinces.isEmpty
    }

    private func isAboutVoices(_ intent: Intent) -> Bool { intent.rawValue.hasPrefix("insight.") }
    private func isRanking(_ intent: Intent) -> Bool { intent.rawValue.hasPrefix("ranking.") }
}

extension Intent {
    var isAboutAlerts: Bool { rawValue.hasPrefix("alert.") }
    var isAboutSuggestions: Bool { rawValue.hasPrefix("suggestion.") }
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
