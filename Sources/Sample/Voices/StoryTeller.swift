import Earshot

/// Makes up one voice at a time.
struct StoryTeller {
    /// What a voice is needed for.
    enum Plot { case ordinary, fuelWave, risingRival }

    var random: SeededRandom
    var script = Script()
    let repertoire = Repertoire.shared
    let facts: PlantedFacts
    var deals: Deals

    private let rivals = WeightedChoice(SampleProducts.rivals.map { ($0, $0.weight) })
    /// Of the planted wave, whichever of the thirsty series it is about, and of the rival that rises.
    private let complaints: [(Occasion, Double)]
    private let envy: Occasion
    private let praising = Outlet.praising
    private let complaining = Outlet.complaining
    private let asking = Outlet.asking

    init(random: SeededRandom, facts: PlantedFacts) {
        self.random = random
        self.facts = facts
        deals = Deals(facts)
        complaints = SampleProducts.own.filter { $0.drive != .electric }.map {
            (Occasion(genre: .product, stance: .complaining, series: $0), $0.weight)
        }
        let rising = SampleProducts.rivals.first { $0.name == facts.risingRival.series }
        envy = Occasion(genre: .rival, stance: .praising, series: rising ?? SampleProducts.rivals[0])
    }

    mutating func tell(number: Int, at moment: Timestamp, plot: Plot) -> LabelledVoice {
        let town = town(plot)
        let occasion = occasion(plot, town)
        let (genre, stance, series) = (occasion.genre, occasion.stance, occasion.series)
        let outlet = outlet(genre, stance)
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
            dealer = deals.store(in: town, &random)
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
        _ labelled: inout LabelledVoice, outlet: Outlet, stance: Occasion.Stance, dealer: Dealer?
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
        case .ordinary: return deals.town(&random)
        }
    }

    private mutating func occasion(_ plot: Plot, _ town: Town) -> Occasion {
        switch plot {
        case .fuelWave: deals.complaint(of: complaints, &random)
        case .risingRival: envy
        case .ordinary: deals.occasion(in: town, &random)
        }
    }

    private mutating func outlet(_ genre: Occasion.Genre, _ stance: Occasion.Stance) -> Outlet {
        let outlet =
            switch stance {
            case .praising: praising.pick(&random)
            case .complaining: complaining.pick(&random)
            case .asking: asking.pick(&random)
            }
        // The own brand's callers and questionnaires do not ask about rivals.
        return genre == .rival && (outlet == .call || outlet == .survey) ? .forum : outlet
    }

    private mutating func otherBrand(than series: SampleSeries) -> String {
        for _ in 0..<8 {
            let other = rivals.pick(&random)
            if other.brand != series.brand { return other.name }
        }
        return SampleProducts.own[0].name
    }
}
