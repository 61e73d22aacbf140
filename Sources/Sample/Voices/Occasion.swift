import Earshot

/// What somebody writes about, and in which mood.
struct Occasion: Sendable {
    enum Genre: CaseIterable { case advertisement, purchase, remark, service, rival, product }

    enum Stance { case praising, complaining, asking }

    let genre: Genre
    let stance: Stance
    let series: SampleSeries

    /// What is written in a town, and how often.
    static func choice(in town: Town, _ facts: PlantedFacts) -> [(Occasion, Double)] {
        Genre.allCases.flatMap { genre in
            stances(genre).flatMap { stance, inMood in
                series(genre, in: town, facts).map { series, sold in
                    (
                        Occasion(genre: genre, stance: stance, series: series),
                        share(of: genre, in: town, facts) * inMood * sold
                    )
                }
            }
        }
    }

    private static func share(of genre: Genre, in town: Town, _ facts: PlantedFacts) -> Double {
        switch genre {
        case .advertisement: 0.01
        case .purchase: 0.04
        case .remark: 0.03
        // The two planted stores live off a larger share of service stories in their city.
        case .service: town.hasStores ? (town.city == facts.waitingStore.dealer.city ? 0.22 : 0.14) : 0
        case .rival: town.city == facts.risingRival.city ? 0.3 : 0.2
        case .product:
            0.92 - share(of: .service, in: town, facts) - share(of: .rival, in: town, facts)
        }
    }

    private static func stances(_ genre: Genre) -> [(Stance, Double)] {
        switch genre {
        case .product: [(.praising, 0.52), (.complaining, 0.36), (.asking, 0.12)]
        case .rival: [(.praising, 0.52), (.complaining, 0.32), (.asking, 0.16)]
        case .service: [(.praising, 0.45), (.complaining, 0.55)]
        case .purchase, .remark, .advertisement: [(.asking, 1)]
        }
    }

    /// What a town's customers write about of the own series, or of those of the rivals, with shares that add up to one.
    private static func series(
        _ genre: Genre, in town: Town, _ facts: PlantedFacts
    ) -> [(SampleSeries, Double)] {
        guard genre == .rival else { return shares(SampleProducts.own) }
        let rivals = shares(SampleProducts.rivals)
        guard town.city == facts.risingRival.city else { return rivals }
        // The rival that will rise there is spoken of more than elsewhere before, too.
        return rivals.map { series, share in
            (series, share * 0.75 + (series.name == facts.risingRival.series ? 0.25 : 0))
        }
    }

    private static func shares(_ series: [SampleSeries]) -> [(SampleSeries, Double)] {
        let sum = series.reduce(0) { $0 + $1.weight }
        return series.map { ($0, $0.weight / sum) }
    }
}
