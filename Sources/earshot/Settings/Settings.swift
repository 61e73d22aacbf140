import Configuration

/// What a site configures, as `bot-config/earshot.json` writes it. Every setting has a default.
struct Settings: Codable, Sendable {
    var listen = Listen()
    /// Where `bot.db` and `voices.db` are kept; a relative path begins in the configuration's folder.
    var dataFolder = "../data"
    /// The market's time zone: which moment belongs to which day. IANA name.
    var timeZone = "Asia/Shanghai"
    var files = Files()
    var intake = Intake()
    /// Company robots of DingTalk, called at `/callback/dingtalk/{name}`.
    var dingtalk: [DingTalk] = []
    /// Event subscriptions of DingTalk, called at `/callback/dingtalk-event/{name}`.
    var dingTalkEvents: [DingTalkEvents] = []
    /// 智能机器人 of WeCom, called at `/callback/wecom-bot/{name}`.
    var wecomBots: [WeComBot] = []
    /// Self-built applications of WeCom, called at `/callback/wecom/{name}`.
    var weComApps: [WeComApp] = []
    /// Self-built applications of Feishu, called at `/callback/feishu/{name}`.
    var feishuApps: [FeishuApp] = []
    /// Robots of groups that messages are sent to by their names.
    var groupRobots: [GroupRobot] = []
    /// Reads again what the opinion model is not sure of; nothing for doing without.
    var languageModel: LanguageModel?
    /// Who is told of more complaints than there should be, and when.
    var warnings = Warnings()
    /// When people answer what the bot cannot.
    var handOver = HandOver()
    var console = Console()
    /// Pages of reports that people open by a link.
    var pages = Pages()
    var outbound = Outbound()
    var attachments = Attachments()
    var audit = Audit()
    var retention = Retention()
    var recording = Recording()
    var limits = Limits()
    /// Whom the bot names when somebody wants a person and no manager is in charge: 客服热线 400-….
    var contact: String?
    /// Whether what is said of a store is told in group chats as well, where everybody reads the answer.
    var storesInGroups = false
    /// With fewer voices an answer says so instead of a percentage.
    var minimumVoices = 20
    /// Accounts that are administrators whether or not `people.csv` names them: `dingtalk:manager4220`.
    var administrators: [String] = []

    init() {}

    private enum CodingKeys: String, CodingKey {
        case listen, dataFolder, timeZone, files, intake, dingtalk, dingTalkEvents, wecomBots, weComApps
        case feishuApps, groupRobots, languageModel, warnings, handOver, console, pages, outbound, attachments
        case audit, retention, recording, limits, contact, storesInGroups, minimumVoices, administrators
    }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        listen = try keys.value(.listen, default: listen)
        dataFolder = try keys.value(.dataFolder, default: dataFolder)
        timeZone = try keys.value(.timeZone, default: timeZone)
        files = try keys.value(.files, default: files)
        intake = try keys.value(.intake, default: intake)
        dingtalk = try keys.value(.dingtalk, default: dingtalk)
        dingTalkEvents = try keys.value(.dingTalkEvents, default: dingTalkEvents)
        wecomBots = try keys.value(.wecomBots, default: wecomBots)
        weComApps = try keys.value(.weComApps, default: weComApps)
        feishuApps = try keys.value(.feishuApps, default: feishuApps)
        groupRobots = try keys.value(.groupRobots, default: groupRobots)
        languageModel = try keys.decodeIfPresent(LanguageModel.self, forKey: .languageModel)
        warnings = try keys.value(.warnings, default: warnings)
        handOver = try keys.value(.handOver, default: handOver)
        console = try keys.value(.console, default: console)
        pages = try keys.value(.pages, default: pages)
        outbound = try keys.value(.outbound, default: outbound)
        attachments = try keys.value(.attachments, default: attachments)
        audit = try keys.value(.audit, default: audit)
        retention = try keys.value(.retention, default: retention)
        recording = try keys.value(.recording, default: recording)
        limits = try keys.value(.limits, default: limits)
        contact = try keys.decodeIfPresent(String.self, forKey: .contact)
        storesInGroups = try keys.value(.storesInGroups, default: storesInGroups)
        minimumVoices = try keys.value(.minimumVoices, default: minimumVoices)
        administrators = try keys.value(.administrators, default: administrators)
    }
}
