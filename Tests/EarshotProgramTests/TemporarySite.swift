import FoundationEssentials
import Glibc

/// A folder with the files and folders a configuration refers to, removed when it is no longer used.
final class TemporarySite {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID())").path
        path = folder + "/bot-config"
        for name in ["bot-config/lexicon", "prompts/zh-CN"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        _ = try write("commands.json5", "{}")
        _ = try write("people.csv", "id,name,role,dealer,region,accounts\n")
        _ = try write("dealers.csv", "id,name,city,aliases\n")
        _ = try write("regions.json5", "{}")
        _ = try write("products.json5", "{brands: []}")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: String(path.dropLast("/bot-config".count)))
    }

    /// Writes a file that only its owner can read, and gives its path.
    func write(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        chmod(file, 0o600)
        return file
    }
}
