import Earshot

extension StoryTeller {
    /// A text about one series: lead, opening, one to six remarks, ending.
    mutating func tellOfProduct(
        _ series: SampleSeries, stance: Occasion.Stance, outlet: Outlet, place: Whereabouts, plot: Plot
    ) {
        lead(outlet)
        if place.isWritten {
            script.add(outlet.isSocial ? Frames.places : Frames.formalPlaces, random: &random)
        }
        if outlet.isSocial || script.isEmpty { open(outlet, with: Frames.openings) }
        let length = remarkCount()
        switch stance {
        case .praising:
            praise(series, times: length, place: place, plot: plot)
            if random.chance(0.25) {
                script.add(Frames.turns, random: &random)
                say(.negative, of: series, in: place.city)
            }
        case .complaining:
            complain(of: series, times: length, place: place, plot: plot)
            if random.chance(0.15) {
                script.add(Frames.redemptions, random: &random)
                say(.positive, of: series, in: place.city)
            }
        case .asking:
            say(.neutral, of: series, in: place.city)
            if random.chance(0.3) { say(.neutral, of: series, in: place.city) }
        }
        end(outlet, stance)
    }

    /// A text about one store, now and then with a word on the product.
    mutating func tellOfService(
        _ dealer: Dealer, stance: Occasion.Stance, outlet: Outlet, place: Whereabouts
    ) {
        // The short name says where only when the reader knows the city already.
        let canBeShort = place.isKnown && place.isWritten == false
        script.words.dealer =
            canBeShort && random.chance(0.3) ? random.pick(dealer.aliases) : dealer.name
        lead(outlet)
        if outlet.isSocial || script.isEmpty { open(outlet, with: Frames.serviceOpenings) }
        let polarity: Polarity = stance == .praising ? .positive : .negative
        if let stressed = stressed(by: dealer, polarity) {
            say(stressed, polarity, in: dealer.city)
        } else {
            say(polarity, of: dealer)
        }
        if random.chance(0.35) {
            script.words.dealer = random.chance(0.5) ? "这家店" : "店里"
            script.add(Frames.joins, random: &random)
            say(polarity, of: dealer)
        }
        end(outlet, stance)
    }

    private mutating func stressed(by dealer: Dealer, _ polarity: Polarity) -> Repertoire.Subject? {
        for store in [facts.waitingStore, facts.ownStore] where store.dealer == dealer {
            if polarity == .negative, deals.isHabit(.blame(dealer.id), 0.7, &random) {
                return repertoire.subject(store.blamedFor, .negative)
            }
            if polarity == .positive, let praised = store.praisedFor,
                deals.isHabit(.thanks(dealer.id), 0.65, &random)
            {
                return repertoire.subject(praised, .positive)
            }
        }
        return nil
    }

    private mutating func praise(
        _ series: SampleSeries, times: Int, place: Whereabouts, plot: Plot
    ) {
        for time in 0..<times where script.isShort {
            if time > 0 { script.add(Frames.joins, random: &random) }
            if time == 0, plot == .risingRival, random.chance(0.9) {
                say(repertoire.subject(facts.risingRival.aspect, .positive), .positive, in: place.city)
            } else if place.city == facts.valuePoint.city, deals.isHabit(.localPraise, 0.22, &random),
                script.speaks(of: facts.valuePoint.aspect) == false
            {
                say(repertoire.subject(facts.valuePoint.aspect, .positive), .positive, in: place.city)
            } else {
                say(.positive, of: series, in: place.city)
            }
        }
    }

    private mutating func complain(
        of series: SampleSeries, times: Int, place: Whereabouts, plot: Plot
    ) {
        for time in 0..<times where script.isShort {
            if time > 0 { script.add(Frames.joins, random: &random) }
            // 杭州 grumbles about consumption a little all the time, so that its wave rises from something.
            let isLocal =
                place.city == facts.fuelWave.city && series.drive != .electric
                && deals.isHabit(.localGrumble, 0.16, &random)
            if time == 0, plot == .fuelWave || isLocal {
                say(repertoire.subject(facts.fuelWave.aspect, .negative), .negative, in: place.city)
            } else {
                say(.negative, of: series, in: place.city)
            }
        }
    }

    private mutating func remarkCount() -> Int {
        switch random.fraction() {
        case ..<0.3: 1
        case ..<0.68: 2
        case ..<0.88: 3
        case ..<0.96: 4
        default: random.number(in: 5...11)
        }
    }

    /// Says something of a product, on an aspect that the text has not spoken of yet.
    private mutating func say(_ polarity: Polarity, of series: SampleSeries, in city: City) {
        let isOwn = series.brand == SampleProducts.ownBrand
        let spokenOf = script.opinions.map(\.aspect)
        let subject = deals.subject(
            of: isOwn ? .own : .rivals, polarity, in: city,
            from: repertoire.product(series.drive, polarity), notOf: spokenOf.contains, &random)
        say(subject, polarity, in: city)
    }

    /// The same of a store.
    private mutating func say(_ polarity: Polarity, of dealer: Dealer) {
        let spokenOf = script.opinions.map(\.aspect)
        let subject = deals.subject(
            of: .stores, polarity, in: dealer.city, store: dealer, from: repertoire.service(polarity),
            notOf: spokenOf.contains, &random)
        say(subject, polarity, in: dealer.city)
    }

    private mutating func say(_ subject: Repertoire.Subject?, _ polarity: Polarity, in city: City) {
        guard let subject else { return }
        script.add([deals.phrase(of: subject, polarity, in: city, &random)], random: &random)
        script.opinions.append(.init(subject.aspect, polarity))
    }

    /// Questionnaires come to the point at once.
    private mutating func open(_ outlet: Outlet, with openings: [Phrase]) {
        if outlet != .survey { script.add(openings, random: &random) }
    }

    private mutating func lead(_ outlet: Outlet) {
        switch outlet {
        case .forum: script.add(Frames.forumLeads, random: &random)
        case .weibo:
            if random.chance(0.7) { script.addNamingSeries(Frames.weiboTags, random: &random) }
        case .redbook: script.add(Frames.redbookLeads, random: &random)
        case .review:
            if random.chance(0.5) { script.add(Frames.reviewLeads, random: &random) }
        case .complaint: script.add(Frames.complaintLeads, random: &random)
        case .call: script.add(Frames.callLeads, random: &random)
        case .survey: script.add(Frames.surveyLeads, random: &random)
        }
    }

    private mutating func end(_ outlet: Outlet, _ stance: Occasion.Stance) {
        switch outlet {
        case .complaint: script.add(Frames.complaintEndings, random: &random)
        case .call: script.add(Frames.callEndings, random: &random)
        case .forum, .weibo, .redbook, .review, .survey:
            switch stance {
            case _ where script.isMixed: script.add(Frames.mixedEndings, random: &random)
            case .praising: script.add(Frames.happyEndings, random: &random)
            case .complaining: script.add(Frames.unhappyEndings, random: &random)
            case .asking: script.add(Frames.evenEndings, random: &random)
            }
        }
        if outlet == .redbook, random.chance(0.7) {
            script.addNamingSeries(Frames.redbookTags, random: &random)
        }
    }
}
