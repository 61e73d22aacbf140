public import Earshot

/// A crisis of the sample brand, to be played in a rehearsal: voices with how long after its beginning they come.
public struct Scenario: Sendable {
    /// `fuel-wave`.
    public let name: String
    /// What happens, in a line.
    public let summary: String
    /// In the order in which they come.
    public let arrivals: [Arrival]
    /// What to look at and to type, in order: how long after the beginning, and where.
    public let guide: [String]

    /// One voice.
    public struct Arrival: Sendable {
        public let after: Duration
        public let city: City
        /// What it complains of.
        public let aspect: Aspect
        /// Whether it tells of a danger to life.
        public let isDanger: Bool
        let number: Int
        let scenario: String
        let series: String
        let text: String

        /// The voice as it is taken in.
        public func voice(at moment: Timestamp) -> Voice {
            Voice(
                id: "\(scenario)-\(number)", source: isDanger ? "投诉平台" : Scenario.sources[number % 3],
                text: text, publishedAt: moment, kind: isDanger ? .complaint : .post,
                author: "\(scenario)-\(number)", location: Voice.Location(city: city.name),
                brand: SampleProducts.ownBrand, series: series)
        }
    }

    public static let all = [fuelWave, brakeFailure, priceUproar]

    private static let sources = ["汽车论坛", "短视频评论", "车友群"]

    /// The scenario with a name, or nothing.
    public static func named(_ name: String) -> Scenario? { all.first { $0.name == name } }

    static func aspect(_ name: String) -> Aspect {
        guard let aspect = Aspect(name) else { preconditionFailure("no aspect \(name)") }
        return aspect
    }

    static func city(_ name: String) -> City {
        guard let city = Gazetteer.china.city(named: name) else { preconditionFailure("no city \(name)") }
        return city
    }
}
