import Earshot

/// A city of the sample with its stores, ready to be chosen.
struct Town: Sendable {
    let city: City
    let dealers: [Dealer]
    /// Whether it is one of the forty cities with stores.
    var hasStores: Bool { dealers.isEmpty == false }

    /// The forty, with their shares of the voices.
    static let choice: [(Town, Double)] = {
        let dealers = Dictionary(grouping: SampleNetwork.dealers, by: \.city)
        return SampleCity.all.compactMap { entry in
            Gazetteer.china.city(named: entry.name).map {
                (Town(city: $0, dealers: dealers[$0] ?? []), entry.weight)
            }
        }
    }()

    /// The cities without a store.
    static let elsewhere: [(Town, Double)] = {
        let served = Set(SampleNetwork.dealers.map(\.city))
        return Gazetteer.china.cities.filter { served.contains($0) == false }.map {
            (Town(city: $0, dealers: []), 1)
        }
    }()
}
