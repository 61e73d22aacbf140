import EarshotTesting

@testable import Earshot

extension [UnderstoodVoice] {
    /// Voices that differ in their words, one a day in turn over the days ago.
    static func several(
        _ count: Int, _ text: String, city: City?, ago: ClosedRange<Int>, sentiment: Double, _ aspect: String,
        dealer: String? = nil
    ) -> [UnderstoodVoice] {
        (0..<count).map { number in
            let day = Fixtures.today - (ago.lowerBound + number % ago.count)
            let id = "\(text)-\(city?.name ?? "")-\(ago)-\(number)"
            let opinion = Aspect(aspect[...]).map {
                Opinion(aspect: $0, polarity: Polarity(lean: sentiment), lean: sentiment, evidence: 0..<6)
            }
            return UnderstoodVoice(
                voice: Voice(
                    id: id, source: "论坛", text: "\(text),第\(id)位车主说",
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                reading: Reading(sentiment: sentiment, opinions: opinion.map { [$0] } ?? []),
                fingerprint: Fingerprint(of: id), day: day, city: city, subject: .own, dealerID: dealer)
        }
    }
}
