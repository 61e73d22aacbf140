import Earshot
import FoundationEssentials

/// The public list of divisions that lies beside a developer's checkout; tests on it are skipped without.
struct SharedDivisions {
    struct Row {
        let code: Int
        let name: String
        let shortName: String
        let level: String
        let parent: Int
        let province: String
    }

    static let path =
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        + "/../shared/data/geo_cn/divisions.csv"

    static var exist: Bool { FileManager.default.fileExists(atPath: path) }

    /// Where the listed cities lie, by their codes.
    static func points() throws -> [Int: Neighbourhoods.Point] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        return Dictionary(
            lines.dropFirst().compactMap { line in
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                guard let code = Int(fields[0]), let longitude = Double(fields[8]),
                    let latitude = Double(fields[9])
                else { return nil }
                return (code, Neighbourhoods.Point(latitude: latitude, longitude: longitude))
            }, uniquingKeysWith: { first, _ in first })
    }

    static func rows() throws -> [Row] {
        try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            let fields = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Row(
                code: Int(fields[0]) ?? 0, name: fields[1], shortName: fields[2], level: fields[4],
                parent: Int(fields[5]) ?? 0, province: fields[6])
        }
    }
}
