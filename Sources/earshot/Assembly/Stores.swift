import Crypto
import FoundationEssentials
import Store

/// The two files of a data folder.
struct Stores: Sendable {
    let bot: BotStore
    let voices: VoiceStore

    /// Opens both, and makes the folder and the files where they are missing.
    init(folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure("the data folder \(folder) cannot be made: \(error)")
        }
        bot = try BotStore(path: "\(folder)/bot.db") { Hexadecimal.encode(Digest.sha256(of: Array($0.utf8))) }
        voices = try VoiceStore(path: "\(folder)/voices.db")
    }

    func close() async {
        await bot.close()
        await voices.close()
    }
}
