import Earshot

extension StoryTeller {
    /// A text about one series: lead, opening, one to six remarks, ending.
    mutating func tellOfProduct(
        _ series: SampleSeries, stance: Stance, outlet: Outlet, place: Whereabouts, plot: Plot
    ) {
        lead(outlet)
        if place.isWritten {
            script.add(outlet.isSocial ? Frames.places : Frames.formalPlaces, random: &random)
        }
        if outlet.isSocial || script.isEmpty { open(outlet, with: Frames.openings) }
        let product = repertoire.product(series.drive)
        let length = remarkCount()
        switch stance {
        case .praising:
            praise(product, times: length, place: place, plot: plot)
            if random.chance(0.25) {
                script.add(Frames.turns, random: &random)
                say(product.complaints, .negative)
            }
        case .complaining:
            complain(product, times: length, series: series, place: place, plot: plot)
            if random.chance(0.15) {
                script.add(Frames.redemptions, random: &random)
                say(product.praise, .positive)
            }
        case .asking:
            say(product.questions, .neutral)
            if random.chance(0.3) { say(product.questions, .neutral) }
        }
        end(outlet, stance)
    }

    /// A text about one store, now and then with a word on the product.
    mutating func tellOfService(
        _ dealer: Dealer, stance: Stance, outlet: Outlet, place: Whereabouts
    ) {
        // The short name says where only when the reader knows the city already.
        let canBeShort = place.isKnown && place.isWritten == false
        script.words.dealer =
            canBeShort && random.chance(0.3) ? random.pick(dealer.aliases) : dealer.name
        lead(outlet)
        if outlet.isSocial || script.isEmpty { open(outlet, with: Frames.serviceOpenings) }
        let praised = stance == .praising
        let stories = praised ? repertoire.servicePraise : repertoire.serviceComplaints
        let polarity: Polarity = praised ? .positive : .negative
        if let stressed = stressed(by: dealer, polarity) {
            say(stressed, polarity)
        } else {
            say(stories, polarity)
        }
        if random.chance(0.35) {
            script.words.dealer = random.chance(0.5) ? "这家店" : "店里"
            script.add(Frames.joins, random: &random)
            say(stories, polarity)
        }
        end(outlet, stance)
    }

    private mutating func stressed(by dealer: Dealer, _ polarity: Polarity) -> Repertoire.Subject? {
        for store in [facts.waitingStore, facts.ownStore] where store.dealer == dealer {
            if polarity == .negative, random.chance(0.7) {
                return repertoire.subject(store.blamedFor, .negative)
            }
            if polarity == .positive, let praised = store.praisedFor, random.chance(0.65) {
                return repertoire.subject(praised, .positive)
            }
        }
        return nil
    }

    private mutating func praise(
        _ product: Repertoire.Product, times: Int, place: Whereabouts, plot: Plot
    ) {
        for time in 0..<times where script.isShort {
            if time > 0 { script.add(Frames.joins, random: &random) }
            if time == 0, plot == .risingRival, random.chance(0.9) {
                say(repertoire.subject(facts.risingRival.aspect, .positive), .positive)
            } else if place.city == facts.valuePoint.city, random.chance(0.22),
                script.speaks(of: facts.valuePoint.aspect) == false
            {
                say(repertoire.subject(facts.valuePoint.aspect, .positive), .positive)
            } else {
                say(product.praise, .positive)
            }
        }
    }

    private mutating func complain(
        _ product: Repertoire.Product, times: Int, series: SampleSeries, place: Whereabouts, plot: Plot
    ) {
        for time in 0..<times where script.isShort {
            if time > 0 { script.add(Frames.joins, random: &random) }
            // 杭州 grumbles about consumption a little all the time, so that its wave rises from something.
            let isLocal =
                place.city == facts.fuelWave.city && series.drive != .electric && random.chance(0.16)
            if time == 0, plot == .fuelWave || isLocal {
                say(repertoire.subject(facts.fuelWave.aspect, .negative), .negative)
            } else {
                say(product.complaints, .negative)
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

    /// Says something on an aspect that the text has not spoken of yet.
    private mutating func say(_ subjects: WeightedChoice<Repertoire.Subject>, _ polarity: Polarity) {
        var subject = subjects.pick(&random)
        for _ in 0..<6 where script.speaks(of: subject.aspect) { subject = subjects.pick(&random) }
        say(subject, polarity)
    }

    private mutating func say(_ subject: Repertoire.Subject?, _ polarity: Polarity) {
        guard let subject else { return }
        script.add(subject.phrases, random: &random)
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

    private mutating func end(_ outlet: Outlet, _ stance: Stance) {
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
