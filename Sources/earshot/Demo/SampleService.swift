import Earshot
import FoundationEssentials
import HTTP
import Sample
import Web

/// The service with the sample brand in a temporary folder, which goes when it ends; the platforms are played by servers on
/// this machine.
struct SampleService: Sendable {
    /// The settings it is made from.
    var configPath = SampleService.defaultConfig
    var port: Int
    /// How many it loads.
    var voices: Int
    /// The folder in which every request to the platforms and every answer is written down; nothing for none.
    var transcripts: String?
    var clock: any Earshot.Clock = SystemClock()
    /// Between two looks whether somebody is to be told of a warning.
    var pause = Duration.seconds(60)

    static let defaultConfig = "bot-config/sample/earshot.json"

    /// What is serving.
    struct Serving {
        let port: UInt16
        /// The path of its own settings, with which every other command works.
        let config: String
        let folder: DataFolder
        let service: Service

        var console: String { "http://127.0.0.1:\(port)/console" }
    }

    /// Loads the sample and serves it until a signal ends it.
    ///
    /// - Parameters:
    ///   - announce: called as soon as it serves.
    ///   - work: what goes on beside it, until it is cancelled.
    func run(
        announce: (Serving) -> Void, beside work: @escaping @Sendable (Service) async -> Void = { _ in }
    ) async throws {
        // Known before half a minute of loading voices, not after it.
        try Server.probe(ServerConfiguration(host: "127.0.0.1", port: UInt16(port)))
        let given = try Installation.read(configPath, needsSecrets: false)
        let platforms = try DemoPlatforms(
            people: given.directory.people.map(\.id), transcripts: transcripts, clock: clock)
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
            seed: 20_261_121, today: installation.calendar.day(of: clock.now), count: voices)
        try await load(brand, into: stores, installation)
        let service = try Service(
            installation, stores: stores, console: .loopback,
            platforms: { courier in
                DemoDesk(
                    platforms: platforms, settings: installation.site.settings,
                    people: installation.directory.people, bot: stores.bot, courier: courier, clock: clock)
            }, clock: clock, watchPause: pause)
        let listening = try await service.start()
        announce(
            Serving(
                port: listening, config: config, folder: DataFolder(path: installation.dataFolder),
                service: service))
        let beside = Task { await work(service) }
        await service.run(until: signals)
        beside.cancel()
        await beside.value
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
