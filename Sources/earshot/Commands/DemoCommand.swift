import Earshot

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

    private let configPath: String
    private let port: Int
    private let voices: Int
    private let transcripts: String?

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.value("--config") ?? SampleService.defaultConfig
        port = try arguments.integer("--port", in: 0...65_535) ?? 8080
        voices = try arguments.integer("--voices", in: 1...10_000_000) ?? 50_000
        transcripts = arguments.value("--transcripts")
    }

    func run() async throws {
        let sample = SampleService(
            configPath: configPath, port: port, voices: voices, transcripts: transcripts)
        try await sample.run { serving in
            Terminal.print(
                """

                Earshot is serving the sample brand 星驰 with \(Figures.count(voices)) voices.
                Open the console:  \(serving.console)
                Choose 杭州西湖店 and ask:  我们城市的客户最近在说什么
                What is sent through WeCom, DingTalk and Feishu:  \(serving.console)/platforms
                Send something from another terminal:
                  \(CommandLine.arguments[0]) outbox send quality "油耗口径已更新" --config \(serving.config)
                End with Ctrl-C.

                """)
        }
    }
}
