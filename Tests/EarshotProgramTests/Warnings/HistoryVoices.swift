import EarshotTesting

@testable import Earshot

/// What customers say in a history: a few complaints on every day, now and then many more, and dangers.
struct HistoryVoices {
    static let cities = [Fixtures.hangzhou, Fixtures.ningbo, Fixtures.shanghai, Fixtures.guangzhou]
    static let aspects = ["fuel", "parts.brake", "software"].compactMap { Aspect($0[...]) }
    static let rival = Rival(brand: "远岚", series: "远岚M6")
    /// Days before a history begins of which something is known.
    static let daysBefore = 60

    private var number = 0
    private var waves: [Wave] = []
    /// Until when a source says nothing.
    private var mute: ClosedRange<Day>?
    private(set) var dangers = 0
    /// The days of the dangers that no whole round has looked at.
    private var unheard: [Day] = []
    /// How many of them were no news any more when the first whole round came: of a kill with a long time behind it.
    private(set) var stale = 0

    private struct Wave {
        var cities: [City]
        var topic: Topic
        var each: Int
        var days: ClosedRange<Day>
    }

    private enum Topic {
        case aspect(Aspect)
        case store
        case praise
    }

    /// What a day brings, with what else begins on it.
    mutating func ofDay(_ day: Day, isQuiet: Bool, _ random: inout SeededRandom) -> [UnderstoodVoice] {
        if !isQuiet { begin(on: day, &random) }
        var voices: [UnderstoodVoice] = []
        for city in HistoryVoices.cities {
            for aspect in HistoryVoices.aspects where Int.random(in: 0..<5, using: &random) < 2 {
                voices.append(voice(of: .aspect(aspect), in: city, on: day))
            }
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            voices.append(voice(of: .praise, in: Fixtures.hangzhou, on: day))
        }
        // Another source brings something on every day, until it does not.
        if mute.map({ !$0.contains(day) }) ?? true {
            voices.append(voice(of: .aspect(HistoryVoices.aspects[0]), in: nil, on: day, source: "微博"))
        }
        for wave in waves where wave.days.contains(day) {
            for city in wave.cities {
                for _ in 0..<wave.each { voices.append(voice(of: wave.topic, in: city, on: day)) }
            }
        }
        waves.removeAll { $0.days.upperBound < day }
        return voices
    }

    private mutating func begin(on day: Day, _ random: inout SeededRandom) {
        if mute.map({ $0.upperBound < day }) ?? true, Int.random(in: 0..<12, using: &random) == 0 {
            mute = day...(day + Int.random(in: 3..<12, using: &random))
        }
        guard Int.random(in: 0..<3, using: &random) == 0 else { return }
        let aspect = HistoryVoices.aspects.randomElement(using: &random)!
        let last = day + Int.random(in: 0..<4, using: &random)
        let city = HistoryVoices.cities.randomElement(using: &random)!
        let wave =
            switch Int.random(in: 0..<8, using: &random) {
            case 0..<4:
                Wave(
                    cities: [city], topic: .aspect(aspect), each: .random(in: 3..<18, using: &random),
                    days: day...last)
            case 4:
                Wave(
                    cities: Array(HistoryVoices.cities.prefix(3)), topic: .aspect(aspect),
                    each: .random(in: 3..<8, using: &random), days: day...last)
            case 5: Wave(cities: HistoryVoices.cities, topic: .aspect(aspect), each: 5, days: day...last)
            case 6: Wave(cities: [Fixtures.hangzhou], topic: .store, each: 8, days: day...last)
            default: Wave(cities: [Fixtures.hangzhou], topic: .praise, each: 9, days: day...last)
            }
        waves.append(wave)
    }

    /// Some more of one kind that come late.
    mutating func late(on day: Day, _ random: inout SeededRandom) -> [UnderstoodVoice] {
        let aspect = HistoryVoices.aspects.randomElement(using: &random)!
        let city = HistoryVoices.cities.randomElement(using: &random)!
        return (0..<Int.random(in: 1..<10, using: &random)).map { _ in
            voice(of: .aspect(aspect), in: city, on: day)
        }
    }

    /// One that tells of what may cost a life.
    mutating func danger(on day: Day, _ random: inout SeededRandom) -> UnderstoodVoice {
        dangers += 1
        unheard.append(day)
        return voice(
            of: .aspect(HistoryVoices.aspects[1]), in: HistoryVoices.cities.randomElement(using: &random)!,
            on: day, text: "停在小区楼下的车半夜自燃了")
    }

    /// A round was made to its end.
    mutating func hear(on today: Day) {
        stale += unheard.count { $0.distance(to: today) > 14 }
        unheard = []
    }

    private mutating func voice(
        of topic: Topic, in city: City?, on day: Day, source: String = "论坛", text: String? = nil
    ) -> UnderstoodVoice {
        number += 1
        var (aspect, lean): (Aspect?, Double) = (nil, -0.8)
        var (subject, store): (UnderstoodVoice.Subject, String?) = (.own, nil)
        switch topic {
        case .aspect(let known): aspect = known
        case .store: (aspect, store) = (Aspect("after_sales.waiting"), Fixtures.westLakeStore.id)
        case .praise: (aspect, lean, subject) = (Aspect("charging"), 0.8, .rival(HistoryVoices.rival))
        }
        // None is another's repost.
        let words = "\(text ?? "车主的话")，\(number * 7919)，\(number * 104_729)，\(number * 1_299_709)"
        let opinions = aspect.map {
            [Opinion(aspect: $0, polarity: Polarity(lean: lean), lean: lean, evidence: 0..<6)]
        }
        var voice = UnderstoodVoice(
            voice: Voice(
                id: "\(number)", source: source, text: words,
                publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(30_000)),
            reading: Reading(sentiment: lean, opinions: opinions ?? []), fingerprint: Fingerprint(of: words),
            day: day, city: city, subject: subject, dealerID: store)
        voice.arrivedOn = day
        return voice
    }
}
