/// Enters the words that fill slots into the lexicon.
enum SlotLexicon {
    static func add(_ words: Commands.SlotWords, to lexicon: inout CommandLexicon) throws(CommandsError) {
        for (name, list) in words.aspect.sorted(by: { $0.key < $1.key }) {
            let aspect = try aspect(name, in: "slots.aspect")
            try lexicon.add(list, .aspect(aspect), at: "slots.aspect.\(name)")
        }
        for (name, facet) in words.facet.sorted(by: { $0.key < $1.key }) {
            try add(facet, named: name, to: &lexicon)
        }
        for (name, list) in words.polarity {
            guard let polarity = Polarity(rawValue: name) else { throw unknown(name, in: "slots.polarity") }
            try lexicon.add(list, .polarity(polarity), at: "slots.polarity.\(name)")
        }
        for (name, list) in words.period {
            guard let period = Period(name: name) else { throw unknown(name, in: "slots.period") }
            try lexicon.add(list, .period(period), at: "slots.period.\(name)")
        }
        for (name, list) in words.against {
            guard name == "nation" || name == "previous" else { throw unknown(name, in: "slots.against") }
            try lexicon.add(list, name == "nation" ? .nation : .previous, at: "slots.against.\(name)")
        }
        for (name, list) in words.status {
            guard statuses.contains(name) else { throw unknown(name, in: "slots.status") }
            try lexicon.add(list, .status(name), at: "slots.status.\(name)")
        }
        for (name, list) in words.topic {
            guard topics.contains(name) else { throw unknown(name, in: "slots.topic") }
            try lexicon.add(list, .topic(name), at: "slots.topic.\(name)")
        }
        for (name, list) in words.every {
            let recurrences: [String: Recurrence] = [
                "day": .day, "workday": .workday, "week": .week(weekday: nil), "month": .month(day: nil),
            ]
            guard let recurrence = recurrences[name] else { throw unknown(name, in: "slots.every") }
            try lexicon.add(list, .every(recurrence), at: "slots.every.\(name)")
        }
    }

    /// Every city by its short and full name, and the districts that people name like a city.
    static func add(_ places: Gazetteer, to lexicon: inout CommandLexicon) {
        for city in places.cities {
            lexicon.add(city.name, .city(city.name))
            lexicon.add(places.fullName(of: city), .city(city.name))
        }
        for (name, city) in places.spokenNames where lexicon.senses(of: name).isEmpty {
            lexicon.add(name, .city(city.name))
        }
    }

    /// Every city with those next to it: 南京一带, 南京周边.
    static func addSurroundings(of places: Gazetteer, to lexicon: inout CommandLexicon) {
        for city in places.cities {
            for name in Set([city.name, places.fullName(of: city)]) {
                for ending in ["一带", "附近", "周边", "及周边", "和周边", "周边地区", "周边城市", "及周边城市", "附近城市"] {
                    lexicon.add(name + ending, .surroundings(of: city.name))
                }
            }
        }
    }

    /// Every city in Latin letters; what is anything else in a question stays that.
    static func addSpellings(to lexicon: inout CommandLexicon) {
        for (name, city) in Gazetteer.spokenSpellings where lexicon.senses(of: name).isEmpty {
            lexicon.add(name, .city(city.name))
        }
    }

    /// Every province that is not a city as well; 吉林 alone is the city.
    static func addProvinces(of places: Gazetteer, to lexicon: inout CommandLexicon) {
        for (name, province) in places.provinceNames where lexicon.senses(of: name).isEmpty {
            lexicon.add(name, .province(province))
        }
    }

    /// Every maker and series by the names that mean nothing else in a question.
    static func add(_ products: ProductCatalogue, to lexicon: inout CommandLexicon) {
        for (name, product) in products.spokenNames where lexicon.senses(of: name).isEmpty {
            lexicon.add(name, .product(product))
        }
    }

    static func add(region: String, to lexicon: inout CommandLexicon) {
        for ending in ["", "区", "区域", "大区", "地区", "片区"] { lexicon.add(region + ending, .region(region)) }
    }

    /// A store by its name; a name that begins with a city (杭州西湖店) says that city as well.
    static func add(dealer: String, in places: Gazetteer, to lexicon: inout CommandLexicon) {
        lexicon.add(dealer, .dealer(dealer))
        let city = places.cities.filter { dealer.hasPrefix($0.name) }.max { $0.name.count < $1.name.count }
        if let city { lexicon.add(dealer, .city(city.name)) }
    }

    /// Stores by what stands behind their city (西湖店 for 杭州西湖店), where only one is called so.
    static func addShortNames(of dealers: [String], in places: Gazetteer, to lexicon: inout CommandLexicon) {
        let named = dealers.compactMap { dealer -> (short: String, dealer: String, city: City)? in
            let city = places.cities.filter { dealer.hasPrefix($0.name) }.max {
                $0.name.count < $1.name.count
            }
            guard let city else { return nil }
            return (String(dealer.dropFirst(city.name.count)), dealer, city)
        }
        for (short, stores) in Dictionary(grouping: named, by: \.short)
        where stores.count == 1 && short.count > 2 && short.hasSuffix("店") && !kindsOfStore.contains(short) {
            if lexicon.senses(of: short).isEmpty {
                lexicon.add(short, .dealer(stores[0].dealer))
                lexicon.add(short, .city(stores[0].city.name))
            }
        }
    }

    /// What many stores are called.
    private static let kindsOfStore: Set = [
        "旗舰店", "体验店", "专营店", "专卖店", "中心店", "总店", "分店", "新店", "城市店", "直营店", "4S店", "4s店",
    ]

    private static let statuses: Set = ["open", "accepted", "declined", "in_progress", "shipped"]
    private static let topics: Set = [
        "alert", "daily", "weekly", "monthly", "all", "asking", "review", "answers",
    ]

    private static func add(
        _ facet: Commands.Facet, named name: String, to lexicon: inout CommandLexicon
    ) throws(CommandsError) {
        let place = "slots.facet.\(name)"
        var children: [Aspect] = []
        for parent in facet.of { children.append(try aspect("\(parent).\(name)", in: place)) }
        try lexicon.add(facet.words, .facet(name, alone: children.first), at: place)
        try lexicon.add(facet.narrowing ?? [], .facet(name, alone: nil), at: place)
    }

    private static func aspect(_ name: String, in place: String) throws(CommandsError) -> Aspect {
        guard let aspect = Aspect(name[...]) else { throw unknown(name, in: place) }
        return aspect
    }

    private static func unknown(_ name: String, in place: String) -> CommandsError {
        CommandsError(
            .unknownValue, at: place, field: "\(place).\(name)", "\(name) is not a value of the vocabulary",
            hint: "use the names of the vocabulary, for example after_sales.waiting, negative, lastWeek")
    }
}
