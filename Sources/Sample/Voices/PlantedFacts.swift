public import Earshot

/// What is true of the sample on purpose, so that answers can be checked.
///
/// Growth compares `days` with as many days before; reposts count once.
public struct PlantedFacts: Sendable {
    /// Opinions on one aspect that grow in one city.
    public struct Growth: Sendable {
        public let city: City
        public let brand: String
        public let series: String?
        public let aspect: Aspect
        public let polarity: Polarity
        public let days: ClosedRange<Day>
        /// The count of `days` is more than this many times the count before.
        public let atLeast: Double
    }

    /// A store and what its customers stress.
    public struct Store: Sendable {
        public let dealer: Dealer
        public let blamedFor: Aspect
        public let praisedFor: Aspect?
    }

    /// Complaints about 油耗 in 杭州 more than double.
    public let fuelWave: Growth
    /// Praise of 远岚M6 in 南京 grows by more than 60 %, mainly for its 续航.
    public let risingRival: Growth
    /// Customers of 杭州滨江店 wait, all the time.
    public let waitingStore: Store
    /// 杭州西湖店: praised for the sales staff, blamed for parts that are out of stock.
    public let ownStore: Store
    /// 杭州 praises 智驾 more than the nation does.
    public let valuePoint: (city: City, aspect: Aspect)
    /// So few voices that nothing can be said: 拉萨.
    public let silentCity: City

    init(today: Day) {
        let week = (today - 7)...(today - 1)
        let hangzhou = PlantedFacts.city("杭州")
        fuelWave = Growth(
            city: hangzhou, brand: "星驰", series: nil, aspect: PlantedFacts.aspect("fuel"),
            polarity: .negative,
            days: week, atLeast: 2)
        risingRival = Growth(
            city: PlantedFacts.city("南京"), brand: "远岚", series: "远岚M6",
            aspect: PlantedFacts.aspect("charging"), polarity: .positive, days: week, atLeast: 1.6)
        waitingStore = Store(
            dealer: PlantedFacts.dealer("杭州滨江店"), blamedFor: PlantedFacts.aspect("after_sales.waiting"),
            praisedFor: nil)
        ownStore = Store(
            dealer: PlantedFacts.dealer("杭州西湖店"), blamedFor: PlantedFacts.aspect("after_sales.parts"),
            praisedFor: PlantedFacts.aspect("sales_service.attitude"))
        valuePoint = (hangzhou, PlantedFacts.aspect("driver_assist"))
        silentCity = PlantedFacts.city("拉萨")
    }

    private static func city(_ name: String) -> City {
        guard let city = Gazetteer.china.city(named: name) else { preconditionFailure("no city \(name)") }
        return city
    }

    private static func aspect(_ name: String) -> Aspect {
        guard let aspect = Aspect(name) else { preconditionFailure("no aspect \(name)") }
        return aspect
    }

    private static func dealer(_ name: String) -> Dealer {
        guard let dealer = SampleNetwork.dealers.first(where: { $0.name == name }) else {
            preconditionFailure("no dealer \(name)")
        }
        return dealer
    }
}
