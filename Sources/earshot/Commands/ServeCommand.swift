import Configuration
import Web

/// `earshot serve`: the service.
struct ServeCommand: Command {
    static let name = "serve"
    static let summary =
        "answers the chat platforms, takes voices in, and serves the console if it is switched on"
    static let usage = """
        usage: earshot serve [--config FILE] [--port N]

        Runs until SIGTERM or Ctrl-C, then finishes what it began. SIGHUP reads people, dealers, regions, word lists,
        commands and texts again; a mistake in them is logged and the old ones stay. Settings and products need a
        restart, and the log says so when they have changed. One service to a data folder: a second one is refused.
        """
    static let options: [Option] = [.value("--port")]

    private let configPath: String
    private let port: Int?

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        port = try arguments.integer("--port", in: 0...65_535)
    }

    func run() async throws {
        do {
            try await serve()
        } catch let problems as Problems where !Terminal.isWatched {
            // Standard error is a log then, and what stands in the files may be personal.
            Log.write(problems, "the configuration cannot be used")
            throw Failure("the configuration cannot be used; earshot check tells more")
        }
    }

    private func serve() async throws {
        var installation = try Installation.read(configPath)
        if let port { installation.site.settings.listen.port = UInt16(port) }
        let settings = installation.site.settings
        Log.write(installation.site.warnings, .warning, "a setting is probably not what was meant")
        let signals = Signals.watch()
        let lock = try ServiceLock(on: DataFolder(path: installation.dataFolder))
        let stores = try Stores(folder: installation.dataFolder, telling: .log)
        let access =
            settings.console.isEnabled
            ? settings.console.token.map { ConsoleAccess.token(installation.site.secret($0)) } : nil
        let service = try Service(installation, stores: stores, console: access)
        let listening = try await service.start()
        Log.write(
            .info, "serving",
            [("listen.address", settings.listen.address), ("listen.port", "\(listening)")])
        await service.run(until: signals)
        // Not before: the last use of a value may end it.
        lock.release()
    }
}
