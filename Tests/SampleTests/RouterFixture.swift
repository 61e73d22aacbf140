import Earshot
import FoundationEssentials

/// The router of the delivered `bot-config/commands.json5`.
enum RouterFixture {
    static func router() throws -> Router { try made.get() }

    private static let made = Result {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        let path = parts.joined(separator: "/") + "/bot-config/commands.json5"
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let commands = try decoder.decode(
            Commands.self, from: FileManager.default.contents(atPath: path) ?? Data())
        return try Router(
            commands: commands, regions: ["华东", "华北", "华南", "华中", "西南", "西北", "东北"],
            dealers: ["杭州西湖店", "宁波鄞州店", "南京江宁店"])
    }
}
