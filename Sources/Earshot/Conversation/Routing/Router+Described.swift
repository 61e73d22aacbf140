/// Which warning a command is about that names none by its number.
extension Router {
    /// Keeps the place, the aspect and the series by which a command means a warning (认领南京那条), so that it is not done to
    /// another one that was spoken of before.
    func describeWarning(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        let intent = understood.request.intent
        guard intent.isOfOneWarning, message.mentions.alerts.isEmpty, understood.said.alert == nil else {
            return
        }
        let words = self.command(of: understood, in: text)
        let command = MessageFeatures(
            Normalization(words), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
        // 通报给杭州的门店 and 转给南京的李强 say who, and not which.
        if intent == .alertBroadcast || intent == .alertAssign, !command.says(phrasebook.alert) { return }
        let mentions = command.mentions
        let rival = mentions.rivals.first.map {
            Product(brand: $0.brand, series: $0.series.isEmpty ? nil : $0.series, isOwn: false)
        }
        let described = DescribedWarning(
            city: mentions.cities.first?.value, region: mentions.regions.first,
            aspect: mentions.aspects.first, product: rival ?? mentions.products.first,
            words: words)
        guard !described.isEmpty else { return }
        understood.request.slots.described = described
    }

    /// 第
    private static let place: UInt32 = 0x7B2C

    /// Of 第2条 behind a list nobody knows whether the second of it is meant or A2.
    func askWhichWarning(in understood: inout Understood, _ message: MessageFeatures) {
        guard understood.request.intent.isOfOneWarning, message.mentions.alerts.isEmpty,
            message.text.scalars.contains(Router.place), !message.mentions.ordinals.isEmpty
        else { return }
        understood.request.slots.alert = nil
    }
}

extension Intent {
    /// Whether it shows one warning or does something about it.
    var isOfOneWarning: Bool {
        switch self {
        case .alertShow, .alertClaim, .alertAssign, .alertResolve, .alertDismiss, .alertSilence,
            .alertUnsilence, .alertRestore, .alertBroadcast, .alertTrend, .alertQuotes:
            true
        default: false
        }
    }
}
