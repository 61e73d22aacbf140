/// Which warning a command is about that names none by its number.
extension Router {
    /// Keeps the place, the aspect and the series by which a command means a warning (认领南京那条), so that it is not done to
    /// another one that was spoken of before.
    func describeWarning(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        let intent = understood.request.intent
        guard intent.isOfOneWarning, message.mentions.alerts.isEmpty, understood.said.alert == nil else {
            return
        }
        // 认领，杭州那边我去协调 says where else, and 通报这条预警给杭州门店 to whom.
        guard let words = phrasebook.pointerWords.describing(self.command(of: understood, in: text)) else {
            return
        }
        let command = MessageFeatures(
            Normalization(words), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
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
