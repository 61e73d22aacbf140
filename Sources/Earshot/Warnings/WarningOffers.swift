/// What may be done about a warning as it stands.
struct WarningOffers {
    /// One of them: what a button says, which as a message means the same, and what is meant.
    struct Offer: Hashable {
        let words: Phrase
        let intent: Intent
        var slots = Slots()

        static let claim = Offer(words: .claimOffer, intent: .alertClaim)
        static let details = Offer(words: .detailsOffer, intent: .alertShow)
        static let quotes = Offer(words: .wordsOffer, intent: .alertQuotes)
        static let trend = Offer(words: .trendOffer, intent: .alertTrend)
        static let dismiss = Offer(words: .dismissOffer, intent: .alertDismiss)
        static let assign = Offer(words: .assignOffer, intent: .alertAssign)
        static let tell = Offer(words: .tellOffer, intent: .alertBroadcast)
        static let resolve = Offer(words: .resolveOffer, intent: .alertResolve)
        static let more = Offer(words: .moreOffer, intent: .alertMore)
        static let rest = Offer(words: .restOffer, intent: .alertRest)
        static let silence = {
            var slots = Slots()
            slots.duration = "2h"
            return Offer(words: .silenceOffer, intent: .alertSilence, slots: slots)
        }()
    }

    /// What somebody who deals with it may do, the most important first: where a card takes fewer buttons, these are the
    /// first ones, and its last button leads to the others.
    ///
    /// - Parameter offersDetails: Not where they are what is answered.
    static func all(_ warning: Warning, offersDetails: Bool, at now: Timestamp) -> [Offer] {
        let details = offersDetails ? [Offer.details] : []
        let isTechnical = warning.subject.isTechnical
        let voices = isTechnical ? [] : [Offer.quotes, .trend]
        guard warning.state.isActive else { return details + voices }
        let silence = warning.isSilenced(at: now) ? [] : [Offer.silence]
        let tell = isTechnical ? [] : [Offer.tell]
        guard warning.owner != nil else {
            return [.claim] + details + [.dismiss, .assign] + silence + tell + voices + [.resolve]
        }
        let end = warning.guidance == nil ? tell + [.resolve] : [.resolve] + tell
        return details + end + voices.prefix(1) + [.assign, .dismiss] + voices.dropFirst() + silence
    }

    /// How many of them every card has room for beside what leads to the others: DingTalk's cards have five buttons.
    static let alwaysShown = 4

    /// What may be done beside the first ones that stood on cards, as the warning stands now; all where nothing else is left.
    ///
    /// What leads back to the first ones, the details, is among them: a card may be of yesterday, and whoever pressed there
    /// has not seen what comes first today.
    ///
    /// - Parameter cards: How many cards came before, each of which had `alwaysShown` of them.
    static func others(_ warning: Warning, after cards: Int, at now: Timestamp) -> [Offer] {
        let all = all(warning, offersDetails: true, at: now)
        let left = all.dropFirst(cards * alwaysShown)
        guard !left.isEmpty else { return all }
        return Array(left) + (left.contains(.details) ? [] : [.details])
    }
}
