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

    /// Whether this voice is one of those that make a planted wave; the shares make up some 85 and 65 voices a week among
    /// 50,000: enough for the second day to stand out among all that is watched in a country.
    private mutating func plot() -> StoryTeller.Plot {
        guard facts.fuelWave.days.contains(day) else { return .ordinary }
        return teller.deals.plot(LabelledVoices.plots, &teller.random)
    }

    private static let plots: [(StoryTeller.Plot, Double)] = [
        (.fuelWave, 0.03), (.risingRival, 0.022), (.ordinary, 0.948),
    ]
}
