import Earshot

/// The stream of the sample's voices, day after day.
struct LabelledVoices: Sequence, IteratorProtocol {
    private let facts: PlantedFacts
    private let schedule: DaySchedule
    private var teller: StoryTeller
    private var reposts: Reposts
    private var number = 0
    private var day: Day
    private var position = 0
    private var dayCount: Int

    init(_ sample: SampleBrand) {
        var random = SeededRandom(seed: sample.seed)
        facts = sample.facts
        schedule = DaySchedule(sample, random: &random)
        day = sample.today - sample.days
        dayCount = schedule.count(on: day)
        teller = StoryTeller(random: random, facts: sample.facts)
        reposts = Reposts()
    }

    mutating func next() -> LabelledVoice? {
        while position >= dayCount {
            day = day + 1
            guard day < schedule.end else { return nil }
            position = 0
            dayCount = schedule.count(on: day)
        }
        let moment = schedule.moment(position, of: dayCount, on: day, random: &teller.random)
        position += 1
        number += 1
        if let repost = reposts.repost(number: number, at: moment, teller: &teller) { return repost }
        let voice = teller.tell(number: number, at: moment, plot: plot())
        reposts.remember(voice)
        return voice
    }

    /// Whether this voice is one of those that make a planted wave; the shares make up some 60 and 45 voices a week among
    /// 50,000: enough for the second day to stand out among all that is watched in a country.
    private mutating func plot() -> StoryTeller.Plot {
        guard facts.fuelWave.days.contains(day) else { return .ordinary }
        let chance = teller.random.fraction()
        if chance < 0.015 { return .fuelWave }
        if chance < 0.026 { return .risingRival }
        return .ordinary
    }
}
