/// Everything a message mentions that can fill a slot, before it is known what is wanted.
struct Mentions {
    /// A value and the position of its piece in the segmentation.
    struct Mention<Value> {
        var value: Value
        var token: Int
    }

    private(set) var cities: [Mention<String>] = []
    private(set) var regions: [String] = []
    private(set) var provinces: [String] = []
    /// Cities that are named with those next to them.
    private(set) var surroundings: [String] = []
    private(set) var dealers: [String] = []
    /// The first store that is named in another place of the message than the first.
    private(set) var otherDealer: String?
    private(set) var products: [Product] = []
    /// Cities, regions, provinces and stores in the order in which they are named; of a store not its city.
    private(set) var places: [Mention<Comparison>] = []
    /// Whether the first of `places` stands after 和, 跟, 比 that leave the own side to what was said before.
    private var beginsBeside = false
    /// A region, province or store that stands after 和, 跟, 比.
    private(set) var otherArea: Comparison?
    /// Whether the asker's own city or region stands there: 和本市比.
    private(set) var comparesHere = false
    /// Whether a product stands there.
    private(set) var comparesProduct = false
    private(set) var aspects: [Aspect] = []
    private(set) var polarities: [Polarity] = []
    private(set) var periods: [Mention<Period>] = []
    /// A time that was named and cannot be told.
    private(set) var unclearPeriod: UnclearPeriod?
    private(set) var alerts: [Int] = []
    private(set) var hashes: [Int] = []
    private(set) var ordinals: [Int] = []
    private(set) var numbers: [Int] = []
    private(set) var durations: [String] = []
    private(set) var statuses: [String] = []
    private(set) var topics: [String] = []
    private(set) var clock: Int?
    private(set) var recurrence: Recurrence?
    private(set) var weekday: Int?
    private(set) var saysNation = false
    private(set) var saysPrevious = false
    /// What stands after 和, 跟, 比: the other side of a comparison.
    private(set) var against: Mention<Comparison>?

    init(_ tokens: [Token], _ phrasebook: Phrasebook) {
        var roots: [Aspect] = []
        var facets: [(name: String, alone: Aspect?)] = []
        var followsVersus = false
        var followsBeside = false
        var firstDealer: Int?
        for (position, token) in tokens.enumerated() {
            var isVersus = false
            var isBeside = false
            if let place = token.place {
                if places.isEmpty { beginsBeside = followsBeside }
                places.append(Mention(value: place, token: position))
            }
            comparesHere = comparesHere || followsBeside && !token.features.isDisjoint(with: phrasebook.here)
            for sense in token.senses {
                switch sense {
                case .word(let wordClass):
                    if wordClass == phrasebook.versus { isVersus = true }
                    if wordClass == phrasebook.beside { isBeside = true }
                case .city(let name):
                    cities.append(Mention(value: name, token: position))
                    if followsVersus { meet(.city(name), position) }
                case .region(let name):
                    regions.append(name)
                    if followsVersus { otherArea = otherArea ?? .region(name) }
                case .province(let name):
                    provinces.append(name)
                    if followsVersus { otherArea = otherArea ?? .province(name) }
                case .surroundings(let name):
                    surroundings.append(name)
                    if followsVersus { otherArea = otherArea ?? .surroundings(of: name) }
                case .dealer(let name):
                    if followsVersus { otherArea = otherArea ?? .store(name) }
                    if let firstDealer, firstDealer != position { otherDealer = otherDealer ?? name }
                    firstDealer = firstDealer ?? position
                    dealers.append(name)
                case .product(let product):
                    products.append(product)
                    comparesProduct = comparesProduct || followsVersus
                case .aspect(let aspect): roots.append(aspect)
                case .facet(let name, let alone): facets.append((name, alone))
                case .polarity(let polarity): polarities.append(polarity)
                case .period(let period):
                    periods.append(Mention(value: period, token: position))
                    if followsVersus, !period.isRunning { meet(.previous, position) }
                case .noPeriod(let reason): unclearPeriod = unclearPeriod ?? reason
                case .nation:
                    saysNation = true
                    if followsVersus { meet(.nation, position) }
                case .previous:
                    saysPrevious = true
                    if followsVersus { meet(.previous, position) }
                case .status(let name): statuses.append(name)
                case .topic(let name): topics.append(name)
                case .alert(let number): alerts.append(number)
                case .hash(let number): hashes.append(number)
                case .ordinal(let number): ordinals.append(number)
                case .number(let number): numbers.append(number)
                case .count: break
                case .duration(let duration): durations.append(duration)
                case .clock(let minutes): clock = clock ?? minutes
                case .every(let every): recurrence = recurrence ?? every
                case .weekday(let day): weekday = weekday ?? day
                }
            }
            followsVersus = isVersus
            followsBeside = isBeside
        }
        resolveAspects(roots, facets)
    }

    private mutating func meet(_ comparison: Comparison, _ position: Int) {
        guard let before = against else {
            against = Mention(value: comparison, token: position)
            return
        }
        // 对比北京和天津: the word before the first city belongs to both.
        if case .city = before.value, case .city = comparison, before.token == cities.first?.token {
            against = Mention(value: comparison, token: position)
        }
    }

    /// Narrows what was said by the facets beside it and drops a parent whose child was said as well.
    private mutating func resolveAspects(_ roots: [Aspect], _ facets: [(name: String, alone: Aspect?)]) {
        var found = roots
        for facet in facets {
            if let index = found.firstIndex(where: { Aspect("\($0.name).\(facet.name)"[...]) != nil }),
                let child = Aspect("\(found[index].name).\(facet.name)"[...])
            {
                found[index] = child
            } else if let alone = facet.alone {
                found.append(alone)
            }
        }
        for aspect in found where !aspects.contains(aspect) {
            let hasChild = found.contains { $0 != aspect && $0.parent == aspect }
            if !hasChild { aspects.append(aspect) }
        }
        // A fault is said of something (刹车异响): the thing is the more telling subject.
        if aspects.count > 1, aspects[0].name == "quality" { aspects.append(aspects.removeFirst()) }
    }

    /// The polarity said, nothing when both were.
    var polarity: Polarity? {
        guard let first = polarities.first, polarities.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The number that can mean a warning or a suggestion though its sign or letter is missing.
    var plainNumber: Int? { ordinals.first ?? numbers.first }

    /// The product that is meant: a rival's before an own one.
    var product: Product? {
        rivals.first.map {
            Product(brand: $0.brand, series: $0.series.isEmpty ? nil : $0.series, isOwn: false)
        }
            ?? ownProduct
    }

    /// The rivals that are named, each once; a maker beside one of its series is that series.
    var rivals: [Rival] {
        let rivals = products.filter { !$0.isOwn }.map(Rival.init)
        var named: [Rival] = []
        for rival in rivals where !named.contains(rival) {
            let isWithin = rival.series.isEmpty && rivals.contains { $0.brand == rival.brand && $0 != rival }
            if !isWithin { named.append(rival) }
        }
        return named
    }

    /// The own brand or series that is named.
    var ownProduct: Product? {
        let own = products.filter(\.isOwn)
        return own.first { $0.series != nil } ?? own.first
    }

    /// The own series that are named, each once.
    var ownSeries: [String] {
        products.filter(\.isOwn).compactMap(\.series).reduce(into: []) { named, series in
            if !named.contains(series) { named.append(series) }
        }
    }

    /// Whether two rivals are named, or one and something of the own brand.
    private var namesTwoMakers: Bool { rivals.count > 1 || !rivals.isEmpty && ownProduct != nil }

    /// Whether two regions, provinces or stores are named, or one of the one kind and one of another.
    var namesTwoAreas: Bool { otherDealer != nil || Set(areas).count > 1 }

    /// The regions, provinces, and cities with those next to them.
    var areas: [Comparison] {
        regions.map { .region($0) } + provinces.map { .province($0) }
            + surroundings.map { .surroundings(of: $0) }
    }

    /// The store that is asked about: the one named, unless it is only what something is compared with.
    var ownDealer: String? {
        if opensWithOthers { return nil }
        if case .store? = otherArea, otherDealer == nil, !saysNation { return nil }
        return dealers.first
    }

    /// Whether several places stand one behind the other after 和, 跟, 比, so that all are other sides:
    /// 和海淀店、丰台店比.
    var opensWithOthers: Bool {
        guard beginsBeside, let first = places.first, places.count > 1 else { return false }
        return places.enumerated().allSatisfy { $1.token == first.token + $0 }
    }

    /// Whether the word before the other side belongs to what follows as well: 对比苏州、无锡, unlike 和苏州比,无锡.
    func leadsBoth(_ other: Mention<Comparison>) -> Bool {
        places.count > 1 && places[0].token == other.token && !beginsBeside
    }

    /// Whether the message itself names both sides of a comparison.
    var namesTwoSides: Bool {
        features.contains(Feature.cities)
            || cities.count == 1 && dealers.isEmpty && namesArea
    }

    /// Whether a region, a province or a city with those next to it is named.
    var namesArea: Bool { !areas.isEmpty }

    /// The features that patterns ask for.
    var features: FeatureSet {
        var set = FeatureSet()
        if !cities.isEmpty { set.insert(Feature.city) }
        if cities.count > 1, cities[0].value != cities[1].value { set.insert(Feature.cities) }
        if namesTwoAreas || namesTwoMakers { set.insert(Feature.cities) }
        if namesArea { set.insert(Feature.region) }
        if !products.isEmpty { set.insert(Feature.product) }
        if !dealers.isEmpty { set.insert(Feature.dealer) }
        if !aspects.isEmpty { set.insert(Feature.aspect) }
        if aspects.contains(where: { $0.parent == .parts }) { set.insert(Feature.part) }
        if !polarities.isEmpty { set.insert(Feature.polarity) }
        if !periods.isEmpty || unclearPeriod != nil { set.insert(Feature.period) }
        if against != nil || saysPrevious { set.insert(Feature.against) }
        if saysNation { set.insert(Feature.nation) }
        if !alerts.isEmpty { set.insert(Feature.alert) }
        if !hashes.isEmpty { set.insert(Feature.suggestion) }
        if plainNumber != nil || !hashes.isEmpty { set.insert(Feature.number) }
        if !durations.isEmpty { set.insert(Feature.duration) }
        if !statuses.isEmpty { set.insert(Feature.status) }
        if !topics.isEmpty { set.insert(Feature.topic) }
        if recurrence != nil || clock != nil { set.insert(Feature.schedule) }
        return set
    }
}

extension Token {
    /// The place it names; of a store not its city.
    fileprivate var place: Comparison? {
        var found: Comparison?
        for sense in senses {
            switch sense {
            case .dealer(let name): return .store(name)
            case .city(let name): found = found ?? .city(name)
            case .region(let name): found = found ?? .region(name)
            case .province(let name): found = found ?? .province(name)
            case .surroundings(let name): found = found ?? .surroundings(of: name)
            default: break
            }
        }
        return found
    }
}

extension Rival {
    fileprivate init(_ product: Product) { self.init(brand: product.brand, series: product.series ?? "") }
}

extension Period {
    /// Whether it contains today, so that nothing is compared with it: 和本周 only adds, 和上周 compares.
    var isRunning: Bool { self == .today || self == .thisWeek || self == .thisMonth }
}
