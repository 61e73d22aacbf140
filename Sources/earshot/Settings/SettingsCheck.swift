import Configuration
import Crypto
import Earshot
import FoundationEssentials
import HTTP

/// Finds what is wrong with settings beyond their types, all of it.
struct SettingsCheck {
    let document: Document
    let folder: String
    let needsSecrets: Bool
    let environment: (String) -> String?
    private(set) var problems: [Problem] = []
    /// What works, and is probably not what was meant.
    private(set) var warnings: [Problem] = []
    private(set) var secrets: [SecretReference: Secret] = [:]
    private(set) var timeZone: TimeZone?
    private var outbound = Settings.Outbound()

    init(
        document: Document, folder: String, needsSecrets: Bool,
        environment: @escaping (String) -> String?
    ) {
        self.document = document
        self.folder = folder
        self.needsSecrets = needsSecrets
        self.environment = environment
    }

    mutating func check(_ settings: Settings) {
        outbound = settings.outbound
        check(settings.listen)
        checkTimeZone(settings.timeZone)
        check(settings.files)
        check(settings.intake)
        check(settings.dingtalk)
        check(settings.dingTalkEvents)
        check(settings.wecomBots)
        check(settings.weComApps)
        check(settings.feishuApps)
        check(settings.groupRobots)
        if let languageModel = settings.languageModel { check(languageModel) }
        check(settings.warnings)
        check(settings.handOver)
        check(settings.console)
        check(settings.pages)
        check(settings.limits)
        checkRange("minimumVoices", settings.minimumVoices, 1...10_000)
        check(settings.outbound.allowedHosts, in: "outbound.allowedHosts", what: "answers to")
        check(settings.attachments.hosts, in: "attachments.hosts", what: "attachments from")
        checkRange("attachments.days", settings.attachments.days, 0...3650)
        check(settings.retention)
        checkRange("recording.days", settings.recording.days, 1...365)
        for (index, account) in settings.administrators.enumerated() {
            guard let hint = Account.objection(to: account) else { continue }
            report("administrators[\(index)]", "\"\(account)\" is no account", hint: hint)
        }
        checkReplyHosts(settings)
        problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        warnings.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private mutating func check(_ retention: Settings.Retention) {
        for (field, days, range) in [
            ("ratedReplies", retention.ratedReplies, 1...365),
            ("conversations", retention.conversations, 1...3650), ("feedback", retention.feedback, 1...3650),
            // What is sent again within it would be sent twice.
            ("deliveries", retention.deliveries, 30...3650),
            // Reports and warnings are compared with those of the year before, or of the month at least.
            ("warnings", retention.warnings, 90...3650), ("reports", retention.reports, 62...3650),
            ("unanswered", retention.unanswered, 1...3650), ("handOvers", retention.handOvers, 1...3650),
            // For a week they may be changed and taken back.
            ("notes", retention.notes, 7...3650),
            ("audit", retention.audit, 30...36500),
        ] {
            checkRange("retention.\(field)", days, range)
        }
        if retention.suggestions != 0 {
            checkRange("retention.suggestions", retention.suggestions, 30...36500)
        }
        for (field, days, fewest) in [
            ("voices", retention.voices, RetentionRules.fewestDaysOfVoices),
            ("authors", retention.authors, RetentionRules.fewestDaysOfAuthors),
        ] where days != 0 && !(fewest...36500).contains(days) {
            report(
                "retention.\(field)", "must be 0, for ever, or between \(fewest) and 36500, not \(days)",
                hint: field == "voices" ? "warnings are judged by the year before" : nil)
        }
    }

    private mutating func check(_ hosts: [String], in field: String, what: String) {
        for (index, host) in hosts.enumerated() {
            if AllowedHost(host) == nil {
                report("\(field)[\(index)]", "\"\(host)\" is no host", hint: "oapi.dingtalk.com")
            } else if isUnencrypted(host) {
                warn(
                    "\(field)[\(index)]", "\(what) \(host) go over the net without encryption",
                    hint: "https:// or nothing before the host")
            }
        }
    }

    /// Whether a host is asked over plain HTTP, and is not this machine.
    private func isUnencrypted(_ host: String) -> Bool {
        let text = host.lowercased()
        guard text.hasPrefix("http://"), AllowedHost(host) != nil else { return false }
        return !["127.0.0.1", "localhost", "[::1]"].contains { text.dropFirst(7).hasPrefix($0) }
    }

    // MARK: Sections

    private mutating func check(_ listen: Settings.Listen) {
        if IPAddress(listen.address) == nil {
            report(
                "listen.address", "\"\(listen.address)\" is no IP address",
                hint: "127.0.0.1 behind a proxy on the same machine, :: for every address of this machine")
        }
        for (index, proxy) in listen.trustedProxies.enumerated() where IPNetwork(proxy) == nil {
            report(
                "listen.trustedProxies[\(index)]", "\"\(proxy)\" is neither an address nor a block",
                hint: "10.0.0.0/8")
        }
    }

    private mutating func checkTimeZone(_ name: String) {
        do {
            timeZone = try FixedZone.named(name)
        } catch {
            report("timeZone", error.message, hint: "Asia/Shanghai")
        }
    }

    private mutating func check(_ files: Settings.Files) {
        for (field, path, isFolder) in [
            ("files.lexicon", files.lexicon, true), ("files.prompts", files.prompts, true),
            ("files.commands", files.commands, false), ("files.people", files.people, false),
            ("files.dealers", files.dealers, false), ("files.regions", files.regions, false),
            ("files.products", files.products, false),
        ] {
            let full = Site.path(path, in: folder)
            var found = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &found), found == isFolder else {
                report(field, "there is no \(isFolder ? "folder" : "file") \(full)")
                continue
            }
        }
    }

    private mutating func check(_ intake: Settings.Intake) {
        checkNames(intake.tokens.map(\.name), of: "intake.tokens")
        for (index, token) in intake.tokens.enumerated() {
            checkToken("intake.tokens[\(index)].token", token.token)
        }
    }

    private mutating func check(_ bots: [Settings.WeComBot]) {
        checkNames(bots.map(\.name), of: "wecomBots")
        for (index, bot) in bots.enumerated() {
            check(bot.token, of: "wecomBots[\(index)].token")
            check(corpID: bot.corpID, of: "wecomBots[\(index)].corpID")
            checkKey(
                "wecomBots[\(index)].encodingAESKey", bot.encodingAESKey,
                place: "管理后台 → 安全与管理 → 管理工具 → 智能机器人 → API 模式")
        }
    }

    private mutating func check(_ apps: [Settings.WeComApp]) {
        checkNames(apps.map(\.name), of: "weComApps")
        for (index, app) in apps.enumerated() {
            let isPlain = !app.corpID.isEmpty && app.corpID.utf8.allSatisfy(isAlphanumeric)
            if !isPlain || app.corpID.utf8.count > 64 {
                report(
                    "weComApps[\(index)].corpID", "\"\(app.corpID)\" is no corp id",
                    hint: "管理后台 → 我的企业 → 企业信息 → 企业 ID")
            } else {
                check(corpID: app.corpID, of: "weComApps[\(index)].corpID")
            }
            check(app.token, of: "weComApps[\(index)].token")
            checkKey(
                "weComApps[\(index)].encodingAESKey", app.encodingAESKey,
                place: "管理后台 → 应用管理 → 自建 → 应用 → 接收消息 → 设置 API 接收")
            guard let sending = app.sending else {
                warn(
                    "weComApps[\(index)].sending",
                    "is missing: answers that take longer than four seconds are lost",
                    hint: "管理后台 → 应用管理 → 自建 → 应用 → AgentId and Secret")
                continue
            }
            read("weComApps[\(index)].sending.secret", sending.secret)
            checkServer(sending.server, of: "weComApps[\(index)].sending.server")
        }
    }

    /// The form that the admin consoles ask for; documented for DingTalk, and of WeCom's twin of the same interface known
    /// by sight, hence no error.
    mutating func check(_ token: SecretReference, of field: String) {
        guard let token = read(field, token) else { return }
        if !(3...32).contains(token.count) || !token.withBytes({ isAlphanumeric($0) }) {
            warn(
                field, "a Token has 3 to 32 letters and digits and nothing else",
                hint: "copy it from the admin console once more")
        } else if token.count < 8 {
            warn(
                field, "the token has only \(token.count) characters and could be guessed",
                hint: "随机获取 or 随机生成 in the admin console makes a long one")
        }
    }

    /// Every company id seen so far is ww (older ones wx) and 16 hexadecimal digits; that is documented nowhere.
    private mutating func check(corpID: String?, of field: String) {
        guard let corpID else { return }
        let isUsual =
            ["ww", "wx"].contains(corpID.prefix(2)) && corpID.utf8.count == 18
            && corpID.utf8.allSatisfy { isAlphanumeric($0) }
        if !isUsual {
            warn(
                field, "\"\(corpID)\" does not look like a company's id",
                hint: "ww and 16 letters and digits: 管理后台 → 我的企业 → 企业信息 → 企业 ID")
        }
    }

    /// Late answers go to an address that comes with the message; the client sends to no host but these.
    private mutating func checkReplyHosts(_ settings: Settings) {
        for (host, platform, isUsed) in [
            ("oapi.dingtalk.com", "DingTalk", settings.dingtalk.contains { $0.sending == nil }),
            (
                "api.dingtalk.com", "DingTalk",
                settings.dingtalk.contains { $0.sending.map { $0.server == nil } ?? false }
            ),
            (
                "qyapi.weixin.qq.com", "WeCom",
                !settings.wecomBots.isEmpty
                    || settings.weComApps.contains { $0.sending.map { $0.server == nil } ?? false }
            ),
            (
                "open.feishu.cn", "Feishu",
                settings.feishuApps.contains { $0.sending.map { $0.server == nil } ?? false }
            ),
        ] where isUsed {
            let allowed = settings.outbound.allowedHosts.compactMap { AllowedHost($0) }
            if !allowed.contains(where: { $0.allowsHTTPS(to: host) }) {
                warn(
                    "outbound.allowedHosts",
                    "\(host) is not among them, so that late answers to \(platform) cannot be sent",
                    hint: "add \"\(host)\"")
            }
        }
    }

    /// Another server than the platform's own, to which the paths of its interfaces are added.
    mutating func checkServer(_ server: String?, of field: String) {
        guard let server else { return }
        if SettingsCheck.isServer(server) {
            checkAllowed(server, of: field)
        } else {
            report(field, "\"\(server)\" is no server", hint: "https://open.larksuite.com")
        }
    }

    static func isServer(_ text: String) -> Bool {
        let hasScheme = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
        return hasScheme && !text.contains("*") && !text.hasSuffix("/") && AllowedHost(text) != nil
    }

    /// The client sends to no host but those of the list.
    mutating func checkAllowed(_ server: String, of field: String) {
        guard let place = AllowedHost(server) else { return }
        // What is written out is meant, also within the company's network, which a bare name does not permit.
        let isWithin = place.isPrivateAddress
        let allowed = outbound.allowedHosts.filter { !isWithin || $0.contains("://") }
        if !allowed.contains(where: { AllowedHost($0)?.covers(place) ?? false }) {
            warn(
                field, "\(server) is not among outbound.allowedHosts, so that nothing can be sent there",
                hint: "add \"\(server)\"")
        }
    }

    private mutating func check(_ apps: [Settings.FeishuApp]) {
        checkNames(apps.map(\.name), of: "feishuApps")
        for (index, app) in apps.enumerated() {
            read("feishuApps[\(index)].verificationToken", app.verificationToken)
            if let key = app.encryptKey { read("feishuApps[\(index)].encryptKey", key) }
            if let bot = app.botOpenID, !bot.hasPrefix("ou_") || bot.utf8.count > 64 {
                report(
                    "feishuApps[\(index)].botOpenID", "\"\(bot)\" is no open id",
                    hint: "API 调试台 → 获取机器人信息 → bot.open_id, which begins with ou_")
            }
            guard let sending = app.sending else {
                warn(
                    "feishuApps[\(index)].sending", "is missing: nothing that is said there can be answered",
                    hint: "开发者后台 → 凭证与基础信息 → App ID and App Secret")
                continue
            }
            read("feishuApps[\(index)].sending.appSecret", sending.appSecret)
            checkServer(sending.server, of: "feishuApps[\(index)].sending.server")
        }
    }

    private mutating func check(_ console: Settings.Console) {
        if let token = console.token {
            checkToken("console.token", token)
        } else if console.isEnabled {
            report(
                "console", "is enabled without a token, so that anybody could ask as anybody",
                hint: "\"token\": {\"env\": \"EARSHOT_CONSOLE_TOKEN\"}")
        }
    }

    private mutating func check(_ pages: Settings.Pages) {
        if let address = pages.address, !Settings.Pages.isAddress(address) {
            report(
                "pages.address", "\"\(address)\" is no address of a service behind HTTPS or of this machine",
                hint: "https://voices.example.com, without a path: links to reports begin with it; "
                    + "http://127.0.0.1:8080 to try it")
        }
        checkRange("pages.days", pages.days, 1...90)
    }

    private mutating func check(_ limits: Settings.Limits) {
        checkRange("limits.connections", limits.connections, 1...100_000)
        checkRange(
            "limits.connectionsPerAddress", limits.connectionsPerAddress, 1...max(1, limits.connections))
        checkRange("limits.messageBytes", limits.messageBytes, 1024...(16 << 20))
        checkRange("limits.intakeBytes", limits.intakeBytes, 1024...(4 << 30))
        checkRange("limits.requestSeconds", limits.requestSeconds, 1...600)
    }

    // MARK: Values

    mutating func checkNames(_ names: [String], of list: String) {
        var first: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            let field = "\(list)[\(index)].name"
            let isPlain = name.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
            if name.isEmpty || name.utf8.count > 64 || !isPlain {
                report(field, "\"\(name)\" cannot be part of an address", hint: "letters, digits, - and _")
            }
            if let earlier = first[name] {
                report(field, "\"\(name)\" is already the name of \(list)[\(earlier)]")
            } else {
                first[name] = index
            }
        }
    }

    mutating func checkRange<Value: Comparable>(
        _ field: String, _ value: Value, _ range: ClosedRange<Value>
    ) {
        if !range.contains(value) {
            report(field, "must be between \(range.lowerBound) and \(range.upperBound), not \(value)")
        }
    }

    /// A token that strangers could guess is none.
    private mutating func checkToken(_ field: String, _ reference: SecretReference) {
        guard let token = read(field, reference), token.count < 16 else { return }
        report(field, "the token is shorter than 16 characters", hint: "make one with: openssl rand -hex 32")
    }

    /// - Parameter place: where the right value stands.
    mutating func checkKey(_ field: String, _ reference: SecretReference, place: String) {
        guard let key = read(field, reference) else { return }
        if key.count != 43 {
            report(field, "an EncodingAESKey has 43 characters, this one has \(key.count)", hint: place)
        } else if !key.withBytes({ isAlphanumeric($0) }) {
            report(field, "an EncodingAESKey has only letters and digits")
        }
    }

    @discardableResult
    mutating func read(_ field: String, _ reference: SecretReference) -> Secret? {
        guard needsSecrets else { return nil }
        if let known = secrets[reference] { return known }
        do {
            let secret = try reference.read(relativeTo: folder, environment: environment) { Secret($0) }
            secrets[reference] = secret
            return secret
        } catch {
            problems.append(document.problem(field, error.message, code: .secret, hint: error.hint))
            return nil
        }
    }

    mutating func warn(_ field: String, _ message: String, hint: String? = nil) {
        warnings.append(document.problem(field, message, hint: hint))
    }

    mutating func report(_ field: String, _ message: String, hint: String? = nil) {
        problems.append(document.problem(field, message, hint: hint))
    }
}

/// Whether a byte is a letter or a digit of ASCII.
func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
}

private func isAlphanumeric(_ bytes: Span<UInt8>) -> Bool {
    bytes.indices.allSatisfy { isAlphanumeric(bytes[$0]) }
}
