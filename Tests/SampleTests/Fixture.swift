import Earshot
import Sample

/// One sample, generated once for all tests.
enum Fixture {
    static let today = Day(number: 20_779)
    static let sample = SampleBrand(seed: 2026, today: today)
    static let voices = Array(sample.labelledVoices())
    /// Without the reposts, which figures count once.
    static let originals = voices.filter { $0.repostOf == nil }

    static func day(_ labelled: LabelledVoice) -> Day {
        Day(number: Int((labelled.voice.publishedAt.milliseconds / 1000 + 8 * 3600) / 86_400))
    }

    /// How many opinions of the originals meet a condition, in a span of days and in as many days before.
    static func opinions(
        in days: ClosedRange<Day>, of voices: (LabelledVoice) -> Bool,
        on opinion: (LabelledVoice.Label) -> Bool
    ) -> (now: Int, before: Int) {
        let length = days.upperBound.number - days.lowerBound.number + 1
        var now = 0
        var before = 0
        for labelled in originals where voices(labelled) {
            let day = day(labelled)
            let count = labelled.opinions.count(where: opinion)
            if days.contains(day) { now += count }
            if days.contains(day + length) { before += count }
        }
        return (now, before)
    }
}
