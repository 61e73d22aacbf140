import Earshot

/// What is written where, dealt so evenly that nothing stands out but what is planted: if each voice were drawn for itself, chance
/// would bring a warning now and then.
struct Deals: Sendable {
    /// What there is to say of: the own products or the rivals', or a store.
    enum Talk: Hashable, Sendable { case own, rivals, stores }

    /// Where it is kept account of what was dealt.
    private enum Place: Hashable, Sendable {
        case nation
        case province(String)
        case city(City)
        case store(String)
    }

    private enum Key: Hashable, Sendable {
        case towns
        case hasNoStores
        case elsewhere
        case occasions(Place)
        case stores(City)
        case subjects(Talk, Polarity, Place)
        case phrases(Aspect, Polarity, of: Int, Place)
        case plots, wave
        case habit(Habit)
    }

    /// What is said of one place or store more often than of others.
    enum Habit: Hashable, Sendable { case localGrumble, localPraise, blame(String), thanks(String) }

    private let facts: PlantedFacts
    private var dealt = DealtChoice<Key>()
    private var occasions: [City: [(Occasion, Double)]] = [:]

    init(_ facts: PlantedFacts) { self.facts = facts }

    mutating func plot(_ shares: [(StoryTeller.Plot, Double)], _ random: inout SeededRandom)
        -> StoryTeller.Plot
    {
        dealt.deal(shares, under: [.plots], &random)
    }

    /// What a voice of the planted wave is about.
    mutating func complaint(of wave: [(Occasion, Double)], _ random: inout SeededRandom) -> Occasion {
        dealt.deal(wave, under: [.wave], &random)
    }

    mutating func town(_ random: inout SeededRandom) -> Town {
        dealt.deal(chance: 0.04, under: .hasNoStores, &random)
            ? dealt.deal(Town.elsewhere, under: [.elsewhere], &random)
            : dealt.deal(Town.choice, under: [.towns], &random)
    }

    mutating func occasion(in town: Town, _ random: inout SeededRandom) -> Occasion {
        let all = occasions[town.city] ?? Occasion.choice(in: town, facts)
        occasions[town.city] = all
        return dealt.deal(all, under: Deals.places(of: town.city).map { .occasions($0) }, &random)
    }

    /// The store that somebody in a town speaks of; nil where there is none.
    mutating func store(in town: Town, _ random: inout SeededRandom) -> Dealer? {
        guard town.hasStores else { return nil }
        let planted = [facts.ownStore, facts.waitingStore].map(\.dealer).filter { $0.city == town.city }
        let shared = planted.isEmpty ? 1 : 0.34
        let all = town.dealers.map { dealer in
            (dealer, (planted.contains(dealer) ? 0.33 : 0) + shared / Double(town.dealers.count))
        }
        return dealt.deal(all, under: [.stores(town.city)], &random)
    }

    /// What is said next of a product in a city, or of a store there, on an aspect that the text has not spoken of yet.
    mutating func subject(
        of talk: Talk, _ polarity: Polarity, in city: City, store: Dealer? = nil,
        from all: [(Repertoire.Subject, Double)], notOf isSpokenOf: (Aspect) -> Bool,
        _ random: inout SeededRandom
    ) -> Repertoire.Subject {
        let places = Deals.places(of: city) + (store.map { [.store($0.id)] } ?? [])
        return dealt.deal(
            all, under: places.map { .subjects(talk, polarity, $0) }, &random,
            leavingOut: { isSpokenOf($0.aspect) })
    }

    /// How it is said: some words are read as of another aspect, which they shall not be seen to pile up in.
    mutating func phrase(
        of subject: Repertoire.Subject, _ polarity: Polarity, in city: City, _ random: inout SeededRandom
    ) -> Phrase {
        let phrases = subject.phrases
        return dealt.deal(
            phrases.map { ($0, 1) },
            under: Deals.places(of: city).map { .phrases(subject.aspect, polarity, of: phrases.count, $0) },
            &random)
    }

    /// Whether something is said that is a habit of a place or store, in this share of times.
    mutating func isHabit(_ habit: Habit, _ share: Double, _ random: inout SeededRandom) -> Bool {
        dealt.deal(chance: share, under: .habit(habit), &random)
    }

    private static func places(of city: City) -> [Place] { [.nation, .province(city.province), .city(city)] }
}
