import Earshot

/// `earshot check`: the whole configuration, before anything starts.
struct CheckCommand: Command {
    static let name = "check"
    static let summary = "reads the whole configuration and says what is wrong and where"
    static let usage = """
        usage: earshot check [--config FILE]

        Reads settings, secrets, people, dealers, regions, products, word lists, commands and reply texts, looks at the
        data folder and its files, and names what is wrong with file, line and field. Changes nothing. Ends with 1 when
        something is wrong; what is probably not meant so is a warning and no more.
        """

    private let configPath: String

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
    }

    func run() async throws {
        let examination = Examination(of: configPath)
        for warning in examination.warnings { Terminal.say("warning: \(warning)") }
        guard let installation = examination.sound else {
            throw Failure(examination.faults.joined(separator: "\n"), hasHeading: false)
        }
        let settings = installation.site.settings
        let directory = installation.directory
        Terminal.print("settings   \(configPath) is sound")
        Terminal.print("data       \(installation.dataFolder)")
        Terminal.print(
            "people     \(directory.people.count) people, \(directory.dealers.count) dealers, "
                + "\(directory.regions.count) regions")
        let own = installation.catalogue.brands.filter(\.own).map(\.name)
        Terminal.print(
            own.isEmpty
                ? "products   no own brand: mark one with own: true in \(settings.files.products), otherwise every "
                    + "named brand counts as a rival"
                : "products   own brand \(own.joined(separator: ", "))")
        Terminal.print(
            "channels   \(settings.dingtalk.count) DingTalk robots, \(settings.wecomBots.count) WeCom bots, "
                + "\(settings.weComApps.count) WeCom applications, "
                + "\(settings.feishuApps.count) Feishu applications, \(settings.intake.tokens.count) intake tokens, console "
                + (settings.console.isEnabled ? "on" : "off"))
    }
}
