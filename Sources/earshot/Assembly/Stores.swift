import Crypto
import Store

/// The two files of a data folder.
struct Stores: Sendable {
    let bot: BotStore
    let voices: VoiceStore

    /// Opens both, and makes the folder and the files where they are missing.
    ///
    /// - Throws: why not, and what to do about it, in a sentence.
    init(folder: String) throws(Failure) {
        let folder = DataFolder(path: folder)
        try folder.make()
        bot = try Stores.open(folder.bot) { file in
            try BotStore(path: file) { Hexadecimal.encode(Digest.sha256(of: Array($0.utf8))) }
        }
        voices = try Stores.open(folder.voices) { try VoiceStore(path: $0) }
    }

    private static func open<Store>(_ file: String, _ body: (String) throws -> Store) throws(Failure) -> Store
    {
        do {
            return try body(file)
        } catch {
            throw Failure(DataFolder.sentence(error, about: file))
        }
    }

    func close() async {
        await bot.close()
        await voices.close()
    }
}
