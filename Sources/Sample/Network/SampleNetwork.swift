public import Earshot

/// The stores of the sample brand, the same as in `bot-config/sample/dealers.csv`.
public enum SampleNetwork {
    /// 120 stores in 40 cities; D001 is 杭州西湖店.
    public static let dealers: [Dealer] = SampleCity.all.flatMap { town in
        town.stores.compactMap { store in
            Gazetteer.china.city(named: town.name).map { (city: $0, store: store) }
        }
    }.enumerated().map { number, place in
        let name = "\(place.city.name)\(place.store)店"
        return Dealer(
            id: identifier(number + 1), name: name, city: place.city,
            aliases: [
                "\(place.store)店", "\(SampleProducts.ownBrand)\(name)", "\(place.city.name)\(place.store)4S店",
            ])
    }

    private static func identifier(_ number: Int) -> String {
        let digits = String(number)
        return "D" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
