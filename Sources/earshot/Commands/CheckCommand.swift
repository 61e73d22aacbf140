import Earshot
import PlatformClients

/// `earshot check`: the whole configuration, before anything starts.
struct CheckCommand: Command {
    static let name = "check"
    static let summary = "reads the whole configuration and says what is wrong and where"
    static let usage = """
        usage: earshot check [--online] [--callback URL] [--config FILE]

        Reads settings, secrets, people, dealers, regions, products, word lists, commands and reply texts, looks at the
        data folder and its files, and names what is wrong with file, line and field. Changes nothing. Ends with 1 when
        something is wrong; what is probably not meant so is a warning and no more.

        --online  also asks every platform that something is sent through: for a token, and for what the application or
                  robot is. Nothing is sent to anybody. What is wrong is explained in English and Chinese, with the place
                  in the platform's console where it is set right. Takes half a minute at most. A language model is asked
                  about one sentence that is made up.

        --callback URL
                  also calls your own public address as the platform does when it checks it: the URL as you enter it at
                  the platform, ending in /callback/wecom/NAME, wecom-bot, dingtalk, dingtalk-card, dingtalk-event or
                  feishu. Says what came back in place of the right answer. The service must be running.
        """
    static let options: [Option] = [.flag("--online"), .value("--callback")]

    private let configPath: String
    private let isOnline: Bool
    private let address: CallbackAddress?

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        isOnline = arguments.has("--online")
        if let text = arguments.value("--callback") {
            address = try CallbackAddress(text)
        } else {
            address = nil
        }
    }

    func run() async throws {
        let examination = Examination(of: configPath)
        for warning in examination.warnings { Terminal.say("warning: \(warning)") }
        guard let installation = examination.sound else {
            throw Failure(examination.faults.joined(separator: "\n"), hasHeading: false)
        }
        for warning in await ReachCheck(of: installation).warnings { Terminal.say("warning: \(warning)") }
        try await show(installation)
        async let online = isOnline ? OnlineCheck(installation.site).findings() : []
        async let callback = callbackFindings(installation.site)
        let found = try await (online: online, callback: callback)
        FindingReport.show(fine: found.online, heading: "online     ")
        FindingReport.show(fine: found.callback, heading: "callback   ")
        try FindingReport.tell(found.online + found.callback)
    }

    private func callbackFindings(_ site: Site) async throws -> [Finding] {
        guard let address else { return [] }
        return try await CallbackCheck(address, of: site).findings()
    }

    /// What was read, a line each.
    private func show(_ installation: Installation) async throws {
        let settings = installation.site.settings
        let directory = installation.everybody
        Terminal.print("settings   \(configPath) is sound")
        Terminal.print("data       \(CheckCommand.shown(installation.dataFolder))")
        Terminal.print(
            "people     \(directory.people.count) \(directory.people.count == 1 ? "person" : "people"), "
                + "\(count(directory.dealers, "dealer")), \(count(directory.regions, "region"))")
        let own = installation.catalogue.brands.filter(\.own).map(\.name)
        Terminal.print(
            own.isEmpty
                ? "products   no own brand: mark one with own: true in \(settings.files.products), otherwise every "
                    + "named brand counts as a rival"
                : "products   own brand \(own.joined(separator: ", "))")
        let reading = try installation.comprehension().edition
        Terminal.print("reading    key \(reading)")
        if let warning = await CheckCommand.warning(of: reading, installation) {
            Terminal.say("warning: \(warning)")
        }
        Terminal.print(
            "channels   \(count(settings.dingtalk, "DingTalk robot")), "
                + "\(settings.dingtalk.count { $0.cards != nil }) with cards, "
                + "\(count(settings.dingTalkEvents, "DingTalk event subscription")), "
                + "\(count(settings.wecomBots, "WeCom bot")), "
                + "\(count(settings.weComApps, "WeCom application")), "
                + "\(count(settings.feishuApps, "Feishu application")), "
                + "\(count(settings.groupRobots, "group robot")), "
                + "\(count(settings.intake.tokens, "intake token")), console "
                + (settings.console.isEnabled ? "on" : "off"))
        let ways = settings.waysOut
        Terminal.print(
            "sending    " + (ways.isEmpty ? "through nothing: answers only" : ways.joined(separator: ", ")))
        if let languageModel = settings.languageModel {
            CheckCommand.show(languageModel, hasOpinionModel: ModelFile.path(of: installation.site) != nil)
        }
    }

    /// What is sent to the language model: the second readings need an opinion model that doubts, the summaries do not.
    private static func show(_ model: Settings.LanguageModel, hasOpinionModel: Bool) {
        let isAsked = hasOpinionModel || model.summaries
        Terminal.print(
            "language   model \(model.model) at \(model.server ?? model.address): "
                + (isAsked
                    ? "up to \(model.textsPerDay) texts a day are sent there" : "nothing is sent there"))
        Terminal.print(
            "           second readings: "
                + (hasOpinionModel
                    ? "customers' texts in doubt, without personal data"
                    : "none, as without an opinion model nothing is in doubt"))
        Terminal.print(
            "           summaries: "
                + (model.summaries ? "the lines of overviews, without customers' words" : "none"))
    }

    /// That the figures come from another reading than the configuration's, and what brings them up to date.
    static func warning(of reading: ReadingEdition, _ installation: Installation) async -> String? {
        do {
            let status = try await RereadingStatus(of: DataFolder(path: installation.dataFolder).voices)
            guard !status.isUpToDate(with: reading), let edition = status.edition else { return nil }
            return "the figures, edition \(edition.number), are of another reading (key "
                + "\(edition.reading?.key ?? "unknown")\(edition.strays > 0 ? ", \(edition.strays) voices of yet another" : ""))"
                + ": a service reads all voices again on kill -HUP or when it is started, earshot reread without one"
        } catch {
            return "\(error)"
        }
    }

    /// 1 dealer, 2 dealers.
    private func count(_ things: some Collection, _ name: String) -> String {
        "\(things.count) \(name)\(things.count == 1 ? "" : "s")"
    }

    /// A path without the steps that lead up again: data for bot-config/../data.
    static func shown(_ path: String) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." {
                steps.removeLast()
            } else {
                steps.append(step)
            }
        }
        let rest = steps.joined(separator: "/")
        return path.hasPrefix("/") ? "/\(rest)" : rest.isEmpty ? "." : rest
    }
}
