/// Fills the slots that an intent takes from what a message mentions.
struct SlotFilling {
    let mentions: Mentions
    let intent: Intent
    /// The slots that the intent's command takes.
    let takes: FeatureSet
    let dates: DateReader
    /// Whether the message says only slots, to be understood from the one before it.
    var isElliptic = false
    /// Whether it compares with the year before (同比).
    var saysYearBefore = false
    /// Whether it speaks of rivals without naming one (竞品).
    var saysRivals = false
    /// Whether it asks for the cities of a place beside each other (哪个城市): a time is then when, and nothing to compare with.
    var asksOfCities = false

    /// The slots this message itself said.
    var slots: Slots {
        var slots = Slots()
        if takes.contains(Feature.city) { slots.city = mentions.cities.first?.value }
        if takes.contains(Feature.region) {
            slots.region = mentions.regions.first
            slots.area = area
            slots.product = mentions.product
            slots.leftOut = Array(mentions.rivals.dropFirst())
            let takesRivals =
                intent == .quotes || intent == .reportShow || intent == .alertAbsence
                || intent.isAboutSubscriptions
            if takesRivals, saysRivals, mentions.rivals.isEmpty { slots.ofRivals = true }
            if intent == .competitors { slots.rivalPolarity = mentions.polarity }
        }
        if takes.contains(Feature.aspect) {
            // Stores are ranked by their service: 服务 narrows nothing there.
            slots.aspect = mentions.aspects.first { intent != .dealerRanking || $0 != .salesService }
        }
        if takes.contains(Feature.part) {
            slots.part = mentions.aspects.first { $0.parent == .parts }.map { String($0.name.dropFirst(6)) }
        }
        if takes.contains(Feature.polarity) { slots.polarity = mentions.polarity }
        if takes.contains(Feature.period) { slots.period = period ?? dayOfMonth }
        if takes.contains(Feature.against) { fillComparison(&slots) }
        if takes.contains(Feature.alert) {
            slots.alert = (mentions.alerts.first ?? mentions.plainNumber ?? mentions.hashes.first).map(
                String.init)
        }
        if takes.contains(Feature.suggestion) {
            slots.suggestion = (mentions.hashes.first ?? mentions.plainNumber).map(String.init)
        }
        if intent.isAboutDeliveries {
            slots.delivery =
                (mentions.hashes.first ?? mentions.plainNumber).map(String.init)
                ?? (mentions.topics.contains("all") ? Slots.allDead : nil)
        }
        if takes.contains(Feature.duration) { slots.duration = mentions.durations.first }
        if takes.contains(Feature.status) { slots.status = mentions.statuses.first }
        if takes.contains(Feature.topic) { slots.topic = topic }
        if intent == .subscriptionRemove, mentions.topics.contains("all") { slots.everything = true }
        if takes.contains(Feature.schedule) { slots.schedule = schedule }
        if intent.isAboutVoices, intent != .compare {
            slots.leftOutPlaces = placesLeftOut(beside: slots, ofOneKind: true)
        }
        // A review has neither: what was said of them is told.
        if intent == .reviewShow {
            slots.aspect = mentions.aspects.first
            slots.leftOutPlaces = placesLeftOut(beside: slots)
        }
        return slots
    }

    /// The country, a province or a city with those next to it, where no city or region is named beside it.
    private var area: Area? {
        guard mentions.cities.isEmpty, mentions.regions.isEmpty else { return nil }
        if let province = mentions.provinces.first { return .province(province) }
        if let middle = mentions.surroundings.first { return .surroundings(of: middle) }
        return mentions.saysNation && intent != .compare ? .nation : nil
    }

    /// A province or a city with those next to it, also where a city is named beside it.
    private var ownArea: Area? {
        mentions.provinces.first.map { .province($0) }
            ?? mentions.surroundings.first.map { .surroundings(of: $0) }
    }

    /// The time that is asked about; 下周直播讲什么 says when it is done, not of when the voices are.
    private var period: Period? {
        mentions.periods.map(\.value).first {
            intent != .marketing || $0.days(today: dates.today).lowerBound <= dates.today
        }
    }

    /// 12号 where only a day can be meant.
    private var dayOfMonth: Period? {
        guard !takes.contains(Feature.alert), !takes.contains(Feature.suggestion),
            let ordinal = mentions.ordinals.first, (1...31).contains(ordinal),
            let day = dates.day(.init(year: nil, month: nil, day: ordinal))
        else { return nil }
        return .days(day...day)
    }

    // MARK: Comparison

    /// What is compared with what: 和全国, 比上周 (the period is then the one before), two cities.
    private func fillComparison(_ slots: inout Slots) {
        let cities = mentions.cities
        var periods = mentions.periods
        if mentions.opensWithOthers {
            // 和宁波、绍兴比: the own side was talked about before.
            slots.against = mentions.places.first?.value
            (slots.city, slots.region, slots.area) = (nil, nil, nil)
        } else if let against = mentions.against {
            slots.against = against.value
            if case .city = against.value {
                let others = cities.filter { $0.token != against.token }
                let other = others.first { .city($0.value) != against.value } ?? others.first
                slots.city = other?.value
                // 杭州周边和杭州比: the own side is no city.
                if other == nil, slots.region == nil { slots.area = ownArea }
                // 对比苏州、无锡: the word before the first is of both.
                if let other, mentions.leadsBoth(against), case .city(let first) = against.value {
                    (slots.city, slots.against) = (first, .city(other.value))
                }
            }
            if against.value == .previous {
                slots.against = before(periods.first { $0.token == against.token }?.value)
                periods.removeAll { $0.token == against.token }
            }
        } else if mentions.saysPrevious {
            slots.against = before(nil)
        } else if mentions.saysNation {
            slots.against = .nation
        } else if let other = cities.dropFirst().first(where: { $0.value != cities[0].value }) {
            slots.against = .city(other.value)
        } else if mentions.namesTwoAreas || !areasBesideCity.isEmpty {
            // What stands beside the own side is named below.
        } else if let other = periods.dropFirst().first(where: { $0.value != periods[0].value }) {
            // 上月和这个月比 is of this month, as 这个月和上个月比 is.
            if isPast(periods[0].value), !isPast(other.value) {
                slots.against = before(periods[0].value)
                periods = [other]
            } else {
                slots.against = before(other.value)
            }
        } else if !periods.isEmpty, isPast(periods[0].value), !isElliptic, !asksOfCities,
            mentions.rivals.isEmpty
        {
            // 对比一下上周, while 上周呢 after a comparison and 上周和云途比 are of last week.
            slots.against = before(periods[0].value)
            periods.removeAll()
        }
        slots.period = periods.first?.value
        if !mentions.opensWithOthers { nameOtherArea(&slots) }
        standBesideNation(&slots)
        if slots.against == nil, mentions.comparesHere, mentions.rivals.isEmpty { slots.against = .home }
        if slots.against == nil { nameRivals(&slots) }
        if mentions.ownSeries.count > 1, mentions.rivals.isEmpty { slots.ownSeries = mentions.ownSeries }
        slots.leftOutPlaces = placesLeftOut(beside: slots)
    }

    /// 全国和杭州比: the only place that is named stands beside the nation.
    private func standBesideNation(_ slots: inout Slots) {
        guard mentions.saysNation, mentions.places.count == 1, let place = slots.against else { return }
        switch place {
        case .city(let name): slots.city = name
        case .region(let name): slots.region = name
        case .province(let name): slots.area = .province(name)
        case .surroundings(let name): slots.area = .surroundings(of: name)
        // Which store is meant stands beside the slots.
        case .store: break
        default: return
        }
        slots.against = .nation
    }

    /// Of three places two are compared, and one of two is answered about.
    ///
    /// - Parameter ofOneKind: whether only cities beside a city and regions beside a region are meant: 浙江杭州 names one place.
    private func placesLeftOut(beside slots: Slots, ofOneKind: Bool = false) -> [String]? {
        let own: Comparison? =
            if let store = mentions.ownDealer { .store(store) } else if let city = slots.city {
                .city(city)
            } else if let region = slots.region {
                .region(region)
            } else if case .province(let name)? = slots.area {
                .province(name)
            } else if case .surroundings(let name)? = slots.area {
                .surroundings(of: name)
            } else { nil }
        let isOfStores = !mentions.dealers.isEmpty
        let left = mentions.places.map(\.value).filter { place in
            let isStore = if case .store = place { true } else { false }
            return place != own && place != slots.against && isStore == isOfStores
                && (!ofOneKind || own.map { place.isLike($0) } ?? false)
        }
        let names = left.compactMap(\.placeName).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? nil : names
    }

    /// Rivals beside the own brand, where nothing else is compared with.
    private func nameRivals(_ slots: inout Slots) {
        guard !mentions.rivals.isEmpty else { return }
        slots.against = .rivals(Array(mentions.rivals.prefix(Comparison.mostRivals)))
        slots.leftOut = Array(mentions.rivals.dropFirst(Comparison.mostRivals))
        slots.product = mentions.ownProduct
    }

    /// The time that was named, or simply the one before.
    private func before(_ period: Period?) -> Comparison {
        (period ?? (saysYearBefore ? dates.year(ago: 1) : nil)).map { .period($0) } ?? .previous
    }

    /// Regions and provinces that are named beside one city: 杭州和华南.
    private var areasBesideCity: [Comparison] {
        guard mentions.cities.count == 1, mentions.dealers.isEmpty else { return [] }
        return mentions.areas
    }

    /// The other of two stores, regions or provinces.
    private func nameOtherArea(_ slots: inout Slots) {
        if let store = mentions.otherDealer {
            slots.against = .store(store)
        } else if case .store? = mentions.otherArea {
            slots.against = mentions.otherArea
        } else if slots.against != nil {
            // The other side is known.
        } else if let other = areasBesideCity.first {
            slots.against = other
            (slots.region, slots.area) = (nil, nil)
        } else if mentions.namesTwoAreas {
            let areas = mentions.areas
            slots.against = areas.dropFirst().first { $0 != areas[0] }
        } else if let other = mentions.otherArea {
            // 和华南比: the own side was talked about before.
            slots.against = other
            (slots.region, slots.area) = (nil, nil)
        }
    }

    private func isPast(_ period: Period) -> Bool {
        switch period {
        case .yesterday, .lastWeek, .lastMonth: true
        case .days(let range): range.upperBound < dates.today
        default: false
        }
    }

    // MARK: Subscriptions

    private var topic: String? {
        // 每周一发我没答好的周报 is of these, however often.
        if mentions.topics.contains("answers") { return "answers" }
        if let said = mentions.topics.first(where: { $0 != "all" }) ?? mentions.topics.first { return said }
        switch mentions.recurrence {
        case .day, .workday: return "daily"
        case .week: return "weekly"
        case .month: return "monthly"
        case nil: return nil
        }
    }

    /// `daily@08:30`, `weekly@Mon 09:00`, `monthly@1 09:00`; nothing when neither an hour nor a day was said.
    private var schedule: String? {
        guard mentions.recurrence != nil || mentions.clock != nil || mentions.weekday != nil else {
            return nil
        }
        // What customers said on a day is asked at its end.
        let isAsking = mentions.topics.contains("asking")
        let hour = clock(mentions.clock ?? (isAsking ? SlotFilling.askingHour : SlotFilling.usualHour))
        switch recurrence {
        case .day:
            return mentions.clock == nil ? nil : "daily@\(hour)"
        case .workday:
            return "workdays@\(hour)"
        case .week(let weekday):
            guard mentions.clock != nil || weekday != nil else { return nil }
            return "weekly@\(SlotFilling.weekdays[weekday ?? 0]) \(hour)"
        case .month(let day):
            guard mentions.clock != nil || day != nil else { return nil }
            return "monthly@\(day ?? 1) \(hour)"
        }
    }

    /// How often, from what was said or else from the kind of report.
    private var recurrence: Recurrence {
        switch mentions.recurrence {
        case .week(nil): return .week(weekday: mentions.weekday)
        case .month(nil):
            return .month(day: mentions.ordinals.first.flatMap { (1...31).contains($0) ? $0 : nil })
        case let said?: return said
        case nil: break
        }
        if mentions.topics.contains("monthly") || mentions.topics.contains("review") {
            return .month(day: mentions.ordinals.first.flatMap { (1...31).contains($0) ? $0 : nil })
        }
        if mentions.topics.contains("weekly") || mentions.topics.contains("answers")
            || mentions.weekday != nil
        {
            return .week(weekday: mentions.weekday)
        }
        return .day
    }

    /// 9 o'clock, when a day was said without an hour.
    private static let usualHour = 9 * 60
    private static let askingHour = 17 * 60 + 30
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private func clock(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
    }
}

extension Comparison {
    /// Whether both are cities, both regions and so on.
    fileprivate func isLike(_ other: Comparison) -> Bool {
        switch (self, other) {
        case (.city, .city), (.region, .region), (.province, .province), (.store, .store): true
        default: false
        }
    }
}
