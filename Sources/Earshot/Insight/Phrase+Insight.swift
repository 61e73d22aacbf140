extension Phrase {
    /// The whole country, as a place.
    static let nation = Phrase("nation")

    /// What a dealer reads for an aspect.
    static let aspect = Phrase("aspect", Aspect.all.map { [$0.templateName: true] })

    /// What a period is called.
    static let period = Phrase(
        "period",
        [
            ["today": true], ["yesterday": true], ["thisWeek": true], ["lastWeek": true], ["thisMonth": true],
            ["lastMonth": true], ["last": "7"], ["range": "20"], ["dayBefore": true],
            ["day": "20", "month": "11"], ["day": "20", "month": "11", "year": "2025"], ["month": "10"],
            ["month": "10", "year": "2025"], ["quarter": "3"], ["quarter": "3", "year": "2025"],
            ["firstHalf": true, "year": "2025"], ["secondHalf": true], ["thisQuarter": true],
            ["thisYear": true], ["lastYear": true], ["year": "2024"],
        ])

    /// The days with which a change compares.
    static let before = Phrase(
        "before",
        [["day": true], ["days": "7"], ["week": true], ["month": true], ["year": true]])

    /// How a count moved.
    static let change = Phrase("change", [["new": true], ["same": true], ["up": "18%"], ["down": "7%"]])

    /// Where a quote is from.
    static let source = Phrase("source", [["day": "11/18", "source": "论坛", "reposts": "3"]])

    /// A rival in a place.
    static let rivalThere = Phrase("rival-there", [["place": "杭州", "rival": "云途L7"]])

    /// The rivals as a whole in a place.
    static let rivalsThere = Phrase("rivals-there", [["place": "杭州"]])

    /// As much of a province as lies in a region.
    static let provinceWithin = Phrase("province-within", [["province": "浙江", "region": "华东"]])
    static let surroundings = Phrase(
        "surroundings", [["city": "南京", "region": "华东"], ["city": "南京", "region": false]])

    static let overviewOffer = Phrase("offer.overview")
    static let competitorsOffer = Phrase("offer.competitors")
    static let nationOffer = Phrase("offer.nation")
    static let beforeOffer = Phrase("offer.before")
    static let nationOverviewOffer = Phrase("offer.nation-overview")
    static let longerOffer = Phrase(
        "offer.longer", NextQuestion.longerDays.map { ["days": .count($0)] })
    static let afterSalesOffer = Phrase("offer.after-sales")
    static let quotesOffer = Phrase(
        "offer.quotes",
        [
            ["aspect": "油耗", "praise": true], ["aspect": "油耗", "complaints": true],
            ["aspect": "油耗", "any": true],
        ])
}

extension Aspect {
    /// What a dealer reads for it, 售后等待.
    public var words: TextValue { Aspect.wordsOfAll[Int(index)] }

    private static let wordsOfAll = all.map { Phrase.aspect.with([$0.templateName: true]) }

    /// Its name where a template asks for it: a dot would mean something inside something.
    fileprivate var templateName: String { String(name.map { $0 == "." ? "_" : $0 }) }
}

extension Change {
    /// +18%, -7%, 持平 for less than half a percent, 新出现, or nothing where there are too few voices.
    var words: TextValue? {
        switch self {
        case .by(let share) where abs(share) < 0.005: Phrase.change.with(["same": true])
        case .by(let share):
            Phrase.change.with([share < 0 ? "down" : "up": .text(Figures.percent(abs(share)))])
        case .new: Phrase.change.with(["new": true])
        case .tooFew: nil
        }
    }
}

extension VisiblePlace {
    /// 杭州, 华东 or 全国.
    var words: TextValue {
        switch area {
        case .city(let city): .text(city.name)
        case .region(let region): .text(region.name)
        case .nation: Phrase.nation.with()
        case .province(let province):
            province.within.map {
                Phrase.provinceWithin.with(["province": .text(province.name), "region": .text($0.name)])
            } ?? .text(province.name)
        case .surroundings(let around):
            Phrase.surroundings.with([
                "city": .text(around.middle.name), "region": .optional(around.within.map { .text($0.name) }),
            ])
        }
    }
}
