import CSV
import Earshot

/// Places with their positions: a table `city,lat,lon`.
struct PlaceTable {
    private(set) var names: [String] = []
    private(set) var points: [Neighbourhoods.Point] = []
    private(set) var positions: [String: Int] = [:]

    private static let most = 3_000

    init(_ path: String) throws {
        var (names, points, positions): ([String], [Neighbourhoods.Point], [String: Int]) = ([], [], [:])
        var table = InputTable(path)
        try table.read(path, columns: ["city", "lat", "lon"]) { row in
            guard let name = row["city"], !name.isEmpty else { return "city: is empty" }
            guard !name.contains("|") else { return "city: a name may not have a bar" }
            guard positions[name] == nil else { return "city: \(Terminal.field(name)) stands there twice" }
            guard let latitude = row["lat"].flatMap(Double.init), abs(latitude) <= 90 else {
                return "lat: is no number from -90 to 90"
            }
            guard let longitude = row["lon"].flatMap(Double.init), abs(longitude) <= 180 else {
                return "lon: is no number from -180 to 180"
            }
            guard names.count < PlaceTable.most else {
                return "there are more than \(PlaceTable.most) places"
            }
            positions[name] = names.count
            names.append(name)
            points.append(.init(latitude: latitude, longitude: longitude))
            return nil
        }
        guard table.faults == 0 else { throw Failure("\(path): without all places no map can be judged") }
        guard !names.isEmpty else { throw Failure("\(path): has no place") }
        (self.names, self.points, self.positions) = (names, points, positions)
    }
}
