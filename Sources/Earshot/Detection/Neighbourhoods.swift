import Glibc

/// Which places lie near each other.
public struct Neighbourhoods: Sendable {
    public struct Point: Sendable {
        /// Degrees.
        public var latitude: Double
        public var longitude: Double

        public init(latitude: Double, longitude: Double) {
            (self.latitude, self.longitude) = (latitude, longitude)
        }
    }

    /// For each place itself and those nearest to it, nearest first.
    let members: [[Int]]

    /// - Parameters:
    ///   - size: places in a neighbourhood at most.
    ///   - reach: kilometres from the middle at most.
    public init(_ points: [Point], size: Int = 8, reach: Double = 500) {
        members = points.indices.map { middle in
            let distances = points.map { Neighbourhoods.distance(points[middle], $0) }
            return points.indices
                .filter { distances[$0] <= reach || $0 == middle }
                .sorted { ($0 == middle ? -1 : distances[$0], $0) < ($1 == middle ? -1 : distances[$1], $1) }
                .prefix(size).map { $0 }
        }
    }

    /// Kilometres over the ground, by the haversine formula on a sphere of 6,371 km.
    static func distance(_ a: Point, _ b: Point) -> Double {
        let radians = Double.pi / 180
        let latitude = sin((b.latitude - a.latitude) * radians / 2)
        let longitude = sin((b.longitude - a.longitude) * radians / 2)
        let half =
            latitude * latitude
            + cos(a.latitude * radians) * cos(b.latitude * radians) * longitude * longitude
        return 2 * 6371 * asin(min(1, half.squareRoot()))
    }
}
