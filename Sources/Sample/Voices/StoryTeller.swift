import Earshot

/// Makes up one voice at a time.
struct StoryTeller {
    /// What a voice is needed for.
    enum Plot { case ordinary, fuelWave, risingRival }

    enum Genre { case product, rival, service, purchase, remark, advertisement }

    enum Stance { case praising, complaining, asking }

    var random: SeededRandom
    var script = Script()
    let repertoire = Repertoire.shared
    let facts: PlantedFacts

    private let towns = Town.choice
    private let elsewhere = Town.elsewhere
    private let own = WeightedChoice(SampleProducts.own.map { ($0, $0.weight) })
    private let rivals = WeightedChoice(SampleProducts.rivals.map { ($0, $0.weight) })
    private let rising: SampleSeries
    private let thirsty: SampleSeries
    private let praising = Outlet.praising
    private let complaining = Outlet.complaining
    private let asking = Outlet.asking

    init(random: SeededRandom, facts: PlantedFacts) {
        self.random = random
        self.facts = facts
        rising =
            SampleProducts.rivals.first { $0.name == facts.risingRival.series } ?? SampleProducts.rivals[0]
        thirsty = SampleProducts.own[0]
    }

    mutating func tell(number: Int, at moment: Timestamp, plot: Plot) -> LabelledVoice {
        let town = town(plot)
        let genre = genre(plot, town)
        let stance = stance(plot, genre)
        let outlet = outlet(genre, stance)
        let series = series(plot, genre, town)
        let isAbroad = town.hasStores == false
        let place = Whereabouts(
            town.city, outlet: outlet,
            canBeWritten: isAbroad == false && genre != .advertisement && genre != .purchase,
            mustBeKnown: plot != .ordinary, random: &random)

        script.begin(series: series, place: place, rival: otherBrand(than: series))
        var dealer: Dealer?
        switch genre {
        case .product, .rival:
            tellOfProduct(series, stance: stance, outlet: outlet, place: place, plot: plot)
        case .service:
            dealer = chooseDealer(town)
            if let dealer { tellOfService(dealer, stance: stance, outlet: outlet, place: place) }
        case .purchase:
            script.words.city = town.city.name
            script.add(Purchases.intents, random: &random)
            script.add(Frames.evenEndings, random: &random)
        case .remark:
            if place.isWritten { script.add(Frames.places, random: &random) }
            script.add(Frames.shortRemarks, random: &random)
        case .advertisement:
            script.add(Purchases.advertisements, random: &random)
        }
        script.finish(random: &random)

        let isCityKnown = place.isKnown || dealer != nil || (genre == .purchase && script.names(town.city))
        var voice = LabelledVoice(
            voice: Voice(
                id: outlet.prefix + String(number), source: outlet.name, text: script.text,
                publishedAt: moment, kind: outlet.kind, location: place.location),
            opinions: script.opinions, city: isCityKnown ? town.city : nil, dealer: dealer?.id)
        voice.wantsToBuy = genre == .purchase
        voice.isAdvertisement = genre == .advertisement
        if genre != .advertisement {
            voice.brand = series.brand
            voice.series = series.name
        }
        fillIn(&voice, outlet: outlet, stance: stance, dealer: dealer)
        return voice
    }

    /// The fields that the source adds to the text.
    private mutating func fillIn(
        _ labelled: inout LabelledVoice, outlet: Outlet, stance: Stance, dealer: Dealer?
    ) {
        // A post whose tag names the series needs no field; the others stand on the series' own page.
        if script.namesSeries == false, labelled.isAdvertisement == false {
            labelled.voice.brand = labelled.brand
            labelled.voice.series = labelled.series
        }
        if outlet.isPublic {
            labelled.voice.author = Audience.author(&random)
            labelled.voice.likes = Audience.likes(&random)
            if outlet != .complaint, random.chance(0.015), labelled.isAdvertisement == false {
                labelled.voice.author = Audience.opinionLeader(&random)
                labelled.voice.likes = labelled.voice.likes * 40 + random.number(in: 200...3000)
            }
            labelled.voice.replies = labelled.voice.likes / random.number(in: 3...9)
            if outlet == .forum, random.chance(0.3) {
                labelled.voice.title = script.title(random: &random)
            }
        } else if outlet != .call {
            let isMixed = Set(labelled.opinions.map(\.polarity)).count > 1
            labelled.voice.rating =
                isMixed ? 3 : Double(random.number(in: stance == .complaining ? 1...2 : 4...5))
        }
        if outlet.isPublic == false { labelled.voice.dealerID = dealer?.id }
    }
}

// MARK: - Decisions

extension StoryTeller {
    private mutating func town(_ plot: Plot) -> Town {
        switch plot {
        case .fuelWave: return Town(city: facts.fuelWave.city, dealers: [facts.ownStore.dealer])
        case .risingRival: return Town(city: facts.risingRival.city, dealers: [facts.ownStore.dealer])
        case .ordinary: return random.chance(0.04) ? random.pick(elsewhere) : towns.pick(&random)
        }
    }

    private mutating func genre(_ plot: Plot, _ town: Town) -> Genre {
        if plot == .fuelWave { return .product }
        if plot == .risingRival { return .rival }
        let chance = random.fraction()
        // The two planted stores live off a larger share of service stories in their city.
        let service = town.hasStores ? (town.city == facts.waitingStore.dealer.city ? 0.22 : 0.14) : 0
        let rival = town.city == facts.risingRival.city ? 0.3 : 0.2
        switch chance {
        case ..<0.01: return .advertisement
        case ..<0.05: return .purchase
        case ..<0.08: return .remark
        case ..<(0.08 + service): return .service
        case ..<(0.08 + service + rival): return .rival
        default: return .product
        }
    }

    private mutating func stance(_ plot: Plot, _ genre: Genre) -> Stance {
        if plot == .fuelWave { return .complaining }
        if plot == .risingRival { return .praising }
        let chance = random.fraction()
        switch genre {
        case .product: return chance < 0.52 ? .praising : chance < 0.88 ? .complaining : .asking
        case .rival: return chance < 0.52 ? .praising : chance < 0.84 ? .complaining : .asking
        case .service: return chance < 0.45 ? .praising : .complaining
        case .purchase, .remark, .advertisement: return .asking
        }
    }

    private mutating func outlet(_ genre: Genre, _ stance: Stance) -> Outlet {
        let outlet =
            switch stance {
            case .praising: praising.pick(&random)
            case .complaining: complaining.pick(&random)
            case .asking: asking.pick(&random)
            }
        // The own brand's callers and questionnaires do not ask about rivals.
        return genre == .rival && (outlet == .call || outlet == .survey) ? .forum : outlet
    }

    private mutating func series(_ plot: Plot, _ genre: Genre, _ town: Town) -> SampleSeries {
        if plot == .fuelWave { return thirsty }
        if plot == .risingRival { return rising }
        guard genre == .rival else { return own.pick(&random) }
        return town.city == facts.risingRival.city && random.chance(0.25) ? rising : rivals.pick(&random)
    }

    private mutating func otherBrand(than series: SampleSeries) -> String {
        for _ in 0..<8 {
            let other = rivals.pick(&random)
            if other.brand != series.brand { return other.name }
        }
        return SampleProducts.own[0].name
    }

    private mutating func chooseDealer(_ town: Town) -> Dealer? {
        guard town.hasStores else { return nil }
        if town.city == facts.ownStore.dealer.city {
            let chance = random.fraction()
            if chance < 0.33 { return facts.ownStore.dealer }
            if chance < 0.66 { return facts.waitingStore.dealer }
        }
        return random.pick(town.dealers)
    }
}
