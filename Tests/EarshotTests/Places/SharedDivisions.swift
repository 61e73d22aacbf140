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

    static func rows() throws -> [Row] {
        try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            let fields = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Row(
                code: Int(fields[0]) ?? 0, name: fields[1], shortName: fields[2], level: fields[4],
                parent: Int(fields[5]) ?? 0, province: fields[6])
        }
    }
}
