extension Prompt {
    static let overview = Prompt(
        "insight.overview",
        span([
            "place": "杭州", "volume": "1,284", "change": "+18%", "net": "62%", "nationNet": "66%",
            "praised": aspects, "complained": aspects, "stages": aspects, "rival": rivalEntry, "quote": quote,
            "summary": "抱怨最多的是油耗,76条。", "noted": noted,
        ]))
    static let tooFewVoices = Prompt(
        "insight.too-few",
        span([
            "place": "杭州", "volume": "3", "minimum": "20", "none": false, "longer": "30", "quotes": [quote],
            "noted": noted,
        ]))
    static let aspect = Prompt(
        "insight.aspect",
        span([
            "place": "杭州", "aspect": "油耗", "volume": "132", "change": "+40%", "praise": "20",
            "praiseChange": "-7%", "complaints": "76", "complaintsChange": "+120%", "net": "-58%",
            "around": "全国", "aroundNet": "-10%", "none": false, "longer": "30", "tooFew": false,
            "fewDecided": false, "minimum": "20", "praisedParts": aspects, "complainedParts": aspects,
            "quotes": [quote], "noted": noted,
        ]))
    static let quotes = Prompt(
        "insight.quotes",
        span([
            "place": "杭州", "aspect": "油耗", "praise": false, "complaints": true,
            "any": false, "first": true, "none": false, "from": "1",
            "to": "5", "total": "38", "more": true, "longer": "30", "quotes": [quote],
        ]))
    static let competitors = Prompt(
        "insight.competitors",
        span([
            "place": "杭州", "aspect": "油耗", "unspoken": "油耗", "byComplaints": true, "none": false,
            "brand": "云途",
            "rivals": [rivalEntry], "rising": "云途L7",
        ]))
    static let rival = Prompt(
        "insight.rival",
        span([
            "place": "杭州", "rival": "云途L7", "volume": "57", "none": false, "change": "+18%",
            "praise": "30", "complaints": "20", "net": "20%", "ownNet": "62%", "tooFew": false,
            "minimum": "20", "praised": aspects, "complained": aspects, "quotes": [quote],
        ]))
    static let series = Prompt(
        "insight.series",
        span([
            "place": "杭州", "name": "星驰X5", "volume": "57", "none": false, "change": "+18%",
            "praise": "30", "complaints": "20", "net": "20%", "brandNet": "62%", "tooFew": false,
            "minimum": "20", "quotes": [quote],
        ]))
    static let cities = Prompt(
        "insight.cities",
        span([
            "place": "华东", "matter": "星驰X5", "aspect": "油耗", "none": false, "minimum": "20", "few": "3",
            "order": .flags(CityOrder.allCases.map { ("\($0)", $0 == .worst) }),
            "total": "71", "from": "1", "to": "10", "more": true,
            "cities": [
                [
                    "rank": "1", "city": "杭州", "net": "-11%", "volume": "207", "praise": "71",
                    "complaints": "88",
                ]
            ],
        ]))
    static let citiesUnranked = Prompt("insight.cities-unranked", ["nation": true])
    static let notYet = Prompt("insight.not-yet", ["days": "2027/01/01–2027/01/31"])
    static let ownSeries = Prompt("insight.own-series", ["series": .series([["name": "星驰X5"]])])
    static let comparison = Prompt(
        "insight.compare",
        span([
            "place": "杭州", "aspect": "油耗", "own": side, "besideOwn": true, "ownNation": false,
            "minimum": "20",
            "others": .series([
                [
                    "other": "全国", "otherDays": "11/14–11/20", "several": false, "their": side,
                    "notKept": false,
                    "unequal": false, "difference": ["higher": "4", "lower": "4", "equal": false],
                    "change": "+18%", "tooFew": false, "better": gaps, "worse": gaps,
                ]
            ]),
        ]))
    static let dealer = Prompt(
        "insight.dealer",
        span([
            "store": "杭州西湖店", "city": "杭州", "volume": "57", "none": false, "change": "+18%",
            "praise": "30", "complaints": "20", "net": "20%", "cityNet": "62%", "tooFew": false,
            "minimum": "20", "praised": aspects, "complained": aspects, "quotes": [quote],
        ]))
    static let strangeNames = Prompt("insight.strange-names", ["names": .series([["name": "云途L8"]])])
    static let sameSides = Prompt("insight.same-sides", ["place": "杭州"])
    static let refusedCity = Prompt("refused.city", ["own": "杭州"])
    static let refusedStore = Prompt("refused.store", ["own": "杭州西湖店"])
    static let refusedRegion = Prompt("refused.region", ["own": "华东"])
    static let unknownRegion = Prompt("refused.unknown-region", ["region": "东南"])
    static let refusedNationQuotes = Prompt("refused.nation-quotes", ["own": "杭州"])
    static let noStore = Prompt("refused.no-store")
    static let noInsight = Prompt("refused.no-insight")

    private static let noted: TextValue = ["count": "3", "ofStore": true]
    private static func span(_ values: [String: TextValue]) -> TextValue {
        .object(
            values.merging([
                "period": "近7天", "days": "11/14–11/20", "before": "前7天", "beforeDays": "11/07–11/13",
                "unfinished": true, "noEarlier": false, "partlyEarlier": true, "longest": "366",
                "dataFrom": "2026-07-29",
                "series": "星驰X5", "recounted": ["edition": "2", "since": "11/26"],
                "leftOut": .series([["name": "云途L7"]]), "strange": .series([["name": "云途L8"]]),
            ]) { $1 })
    }

    private static let aspects: TextValue = .series([
        ["label": "油耗", "count": "76", "rise": "120%", "fresh": false]
    ])
    private static let gaps: TextValue = .series([["label": "油耗", "points": "-12"]])
    private static let quote: TextValue = ["text": "高速油耗太高了", "source": "11/18 论坛"]
    private static let rivalEntry: TextValue = [
        "name": "云途L7", "volume": "120", "praise": "80", "complaints": "12", "change": "+64%", "net": "70%",
        "mainly": "续航充电",
    ]
    private static let side: TextValue = [
        "volume": "132", "praise": "20", "complaints": "76", "net": "-58%",
    ]
}
