/// Fills the slots that an intent takes from what a message mentions.
struct SlotFilling {
    let mentions: Mentions
    let intent: Intent
    /// The slots that the intent's command takes.
    let takes: FeatureSet
    let dates: DateReader

    /// The slots this message itself said.
    var slots: Slots {
        var slots = Slots()
        if takes.contains(Feature.city) { slots.city = mentions.cities.first?.value }
        if takes.contains(Feature.region) { slots.region = mentions.regions.first }
        if takes.contains(Feature.aspect) {
            // Stores are ranked by their service: 服务 narrows nothing there.
            slots.aspect = mentions.aspects.first { intent != .dealerRanking || $0 != .salesService }
        }
        if takes.contains(Feature.part) {
            slots.part = mentions.aspects.first { $0.parent == .parts }.map { String($0.name.dropFirst(6)) }
        }
        if takes.contains(Feature.polarity) { slots.polarity = mentions.polarity }
        if takes.contains(Feature.period) { slots.period = mentions.periods.first?.value ?? dayOfMonth }
        if takes.contains(Feature.against) { fillComparison(&slots) }
        if takes.contains(Feature.alert) {
            slots.alert = (mentions.alerts.first ?? mentions.plainNumber ?? mentions.hashes.first).map(
                String.init)
        }
        if takes.contains(Feature.suggestion) {
            slots.suggestion = (mentions.hashes.first ?? mentions.plainNumber).map(String.init)
        }
        if takes.contains(Feature.duration) { slots.duration = mentions.durations.first }
        if takes.contains(Feature.status) { slots.status = mentions.statuses.first }
        if takes.contains(Feature.topic) { slots.topic = topic }
        if takes.contains(Feature.schedule) { slots.schedule = schedule }
        return slots
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
        if let against = mentions.against {
            slots.against = against.value
            if case .city = against.value {
                slots.city =
                    cities.first { $0.token != against.token && .city($0.value) != against.value }?.value
            }
            if against.value == .previous { periods.removeAll { $0.token == against.token } }
        } else if mentions.saysPrevious {
            slots.against = .previous
        } else if mentions.saysNation {
            slots.against = .nation
        } else if let other = cities.dropFirst().first(where: { $0.value != cities[0].value }) {
            slots.against = .city(other.value)
        } else if periods.count > 1 {
            slots.against = .previous
        } else if periods.count == 1, isPast(periods[0].value) {
            slots.against = .previous
            periods.removeAll()
        }
        slots.period = periods.first?.value
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
        if let said = mentions.topics.first(where: { $0 != "all" }) ?? mentions.topics.first { return said }
        switch mentions.recurrence {
        case .day: return "daily"
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
        let hour = clock(mentions.clock ?? SlotFilling.usualHour)
        switch recurrence {
        case .day:
            return mentions.clock == nil ? nil : "daily@\(hour)"
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
        if mentions.topics.contains("monthly") {
            return .month(day: mentions.ordinals.first.flatMap { (1...31).contains($0) ? $0 : nil })
        }
        if mentions.topics.contains("weekly") || mentions.weekday != nil {
            return .week(weekday: mentions.weekday)
        }
        return .day
    }

    /// 9 o'clock, when a day was said without an hour.
    private static let usualHour = 9 * 60
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private func clock(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
    }
}
