import Earshot
import FoundationEssentials
import HTTP
import Sample
import Web

/// `earshot demo`: the service with a sample brand, in a temporary folder.
struct DemoCommand: Command {
    static let name = "demo"
    static let summary = "serves a sample brand with sample voices and the console; needs no account anywhere"
    static let usage = """
        usage: earshot demo [--config bot-config/sample/earshot.json] [--port N] [--voices N] [--transcripts FOLDER]

        Makes up a brand, 星驰, with 120 dealers and 50,000 voices of the last 120 days (or N of them), in a
        temporary folder that is removed at the end, and prints the console's address. WeCom, DingTalk and Feishu are
        played by servers on this machine, whatever platforms the settings name; the console shows what they are sent, and
        the other commands work with the settings whose path is printed. With --transcripts every request to them and
        every answer is kept in FOLDER, byte for byte.
        """
    static let options: [Option] = [.value("--port"), .value("--voices"), .value("--transcripts")]
    static let defaultConfig = "bot-config/sample/earshot.json"

    private let configPath: String
    private let port: Int
    private let voices: Int
    private let transcripts: String?

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.value("--config") ?? DemoCommand.defaultConfig
        port = try arguments.integer("--port", in: 0...65_535) ?? 8080
        voices = try arguments.integer("--voices", in: 1...10_000_000) ?? 50_000
        transcripts = arguments.value("--transcripts")
    }

    func run() async throws {
        // Known before half a minute of loading voices, not after it.
        try Server.probe(ServerConfiguration(host: "127.0.0.1", port: UInt16(port)))
        let given = try Installation.read(configPath, needsSecrets: false)
        let platforms = try DemoPlatforms(people: given.directory.people.map(\.id), transcripts: transcripts)
        let folder = FileManager.default.temporaryDirectory.path + "/earshot-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let signals = Signals.watch()
        try DataFolder(path: folder).make()
        let config = try DemoSite(
            given.site, port: UInt16(port), platforms.keys, try platforms.start(), in: folder
        ).config
        let installation = try Installation.read(config)
        let lock = try ServiceLock(on: DataFolder(path: installation.dataFolder))
        let stores = try Stores(folder: installation.dataFolder)
        let brand = SampleBrand(
            seed: 20_261_121, today: installation.calendar.day(of: SystemClock().now), count: voices)
        try await load(brand, into: stores, installation)
        let service = try Service(
            installation, stores: stores, console: .loopback,
            platforms: { courier in
                DemoDesk(
                    platforms: platforms, settings: installation.site.settings,
                    people: installation.directory.people, bot: stores.bot, courier: courier)
            })
        let listening = try await service.start()
        Terminal.print(
            """

            Earshot is serving the sample brand 星驰 with \(Figures.count(voices)) voices.
            Open the console:  http://127.0.0.1:\(listening)/console
            Choose 杭州西湖店 and ask:  我们城市的客户最近在说什么
            What is sent through WeCom, DingTalk and Feishu:  http://127.0.0.1:\(listening)/console/platforms
            Send something from another terminal:
              \(CommandLine.arguments[0]) outbox send quality "油耗口径已更新" --config \(config)
            End with Ctrl-C.

            """)
        await service.run(until: signals)
        await platforms.stop()
        lock.release()
    }

    private func load(_ brand: SampleBrand, into stores: Stores, _ installation: Installation) async throws {
        let stream = VoiceStream(try installation.comprehension(), into: stores.voices, clock: nil)
        var progress = Progress("understanding sample voices", total: brand.count)
        var done = 0
        for voice in brand.voices() {
            try await stream.add(voice)
            done += 1
            progress.update(done, detail: "\(Figures.count(done)) voices")
        }
        let counts = try await stream.finish()
        progress.end()
        Terminal.say(
            "took in \(Figures.count(counts.accepted)) voices, \(Figures.count(counts.reposts)) of them reposts"
        )
    }
}
