import ChatPlatforms
import Configuration
import Earshot
import FoundationEssentials
import HTTP
import Metrics
import PlatformClients
import Store
import Texts
import Web

/// The running service: everything wired, from the listening socket to the two files.
final class Service: Sendable {
    private let installation: Installation
    private let stores: Stores
    private let parts: Current<Parts>
    private let callbacks: ChatCallbacks
    private let courier: Courier
    private let reach: Reach
    private let feed: ConsoleFeed
    private let server: Server
    private let clock: any Earshot.Clock
    private let startFiles: StartFiles
    private let rereading: BackgroundRereading
    private let indexing: BackgroundIndexing
    private let languageModel: LanguageModelParts?
    private let watch: BackgroundWatch?
    private let suggestions: BackgroundSuggestions
    private let actions: BackgroundTelling
    private let reports: BackgroundReports
    private let notes: BackgroundNotes
    private let handOvers: BackgroundTelling
    /// Takes voices in.
    let intake: IntakeDesk

    /// - Parameters:
    ///   - console: who may use the console; nothing to switch it off.
    ///   - platforms: makes what the console shows of the platforms.
    ///   - watchPause: between two looks whether somebody is to be told of a warning.
    init(
        _ installation: Installation, stores: Stores, console: ConsoleAccess?,
        platforms: (Courier) -> (any PlatformDesk)? = { _ in nil }, clock: any Earshot.Clock = SystemClock(),
        watchPause: Duration = .seconds(60)
    ) throws {
        self.installation = installation
        self.stores = stores
        self.clock = clock
        let site = installation.site
        startFiles = StartFiles(of: site)
        let metrics = Metrics()
        let languageModel = try LanguageModelParts(installation, stores.voices, clock: clock, metrics)
        self.languageModel = languageModel
        let parts = Current(try Parts(installation, stores, summaries: languageModel?.summaries))
        self.parts = parts
        let client = try site.client()
        let addresses = MediaAddress(try site.attachmentClient())
        let feed = ConsoleFeed(name: UUID().uuidString, clock: clock)
        self.feed = feed
        let outgoing = Outgoing(
            site, outbox: stores.bot, client: client,
            console: console.map { _ in ConsoleCarrier(feed: feed, people: { parts.now.people }) },
            attachments: addresses, clock: clock, metrics: metrics,
            notices: Outgoing.Notices(
                calendar: installation.calendar, people: { parts.now.people },
                words: { channel, reason in
                    try parts.now.texts.reply(
                        .channelStopped, ["channel": .text(channel), "reason": .text(reason)])
                }),
            right: AttachmentRight(
                suggestions: stores.bot, directory: { parts.now.suggestions.directory },
                bindings: { try await stores.bot.bindings() }),
            links: site.reportLinks(stores.bot, clock: clock) { days in
                try parts.now.texts.words(.phrase(.reportLink, ["days": .text(String(days))]))
            }, texts: { parts.now.replyTexts })
        courier = outgoing.courier
        reach = outgoing.reach
        let weComBots = try site.settings.wecomBots.map { try WeComBot($0, of: site, clock: clock) }
        let media = ChannelMedia(
            outgoing.media.merging(
                weComBots.map { ($0.channel, WeComBotMedia($0, addresses: addresses)) }
            ) { $1 },
            onFault: AttachmentLog.record)
        let keeping = site.attachmentKeeping(source: media, desk: stores.bot)
        watch =
            site.settings.warnings.isEnabled
            ? BackgroundWatch(
                stores, clock: clock, situation: { parts.now.situation }, wake: { outgoing.courier.wake($0) },
                log: WatchLog(metrics, of: stores.bot), pause: watchPause) : nil
        suggestions = BackgroundSuggestions(
            stores, clock: clock, situation: { parts.now.suggestions }, evidence: { parts.now.evidence },
            wake: { outgoing.courier.wake($0) }, pause: watchPause)
        let actionRounds = ActionRounds(
            register: stores.bot, clock: clock, situation: { parts.now.suggestions })
        actions = BackgroundTelling(
            fault: "somebody could not be told of actions", wake: { outgoing.courier.wake($0) },
            pause: watchPause
        ) { try await actionRounds.tell() }
        reports = BackgroundReports(
            stores, clock: clock, metrics, situation: { parts.now.reports },
            wake: { outgoing.courier.wake($0) }, pause: watchPause)
        notes = BackgroundNotes(stores, comprehension: { parts.now.comprehension }, pause: watchPause)
        let handOverRounds = HandOverRounds(
            register: stores.bot, clock: clock, situation: { parts.now.handOvers })
        handOvers = BackgroundTelling(
            fault: "hand-overs could not be looked at", wake: { outgoing.courier.wake($0) },
            pause: watchPause
        ) { try await handOverRounds.look() }
        let register = WakingRegister(stores.bot) { [watch, notes, actions] effects in
            for delivery in effects.flatMap(\.deliveries) { outgoing.courier.wake(delivery.channel) }
            if effects.contains(where: \.changesWarning) { watch?.wake() }
            if effects.contains(where: \.changesNote) { notes.wake() }
            if effects.contains(where: \.changesAction) { actions.wake() }
        }
        let ratings = RatingCount(metrics)
        let recorder = site.recordings.map { Recorder($0, installation.calendar, over: register) }
        let answering = Conversations(
            register: recorder ?? register, dialogue: { parts.now.dialogue.keeping(keeping) }, clock: clock,
            calendar: installation.calendar, observer: ConversationLog(metrics, ratings))
        let conversations: any MessageHandler = recorder?.recording(answering) ?? answering
        var callbackConfiguration = CallbackConfiguration()
        callbackConfiguration.messageBytes = site.settings.limits.messageBytes
        callbacks = ChatCallbacks(
            dingTalk: try site.settings.dingtalk.map { try DingTalkRobot($0, of: site) },
            dingTalkCards: try site.settings.dingtalk.compactMap { try DingTalkCards($0, of: site) },
            dingTalkEvents: try site.settings.dingTalkEvents.map { try DingTalkEvents($0, of: site) },
            weCom: weComBots,
            weComApps: try site.settings.weComApps.map { try WeComApp($0, of: site, clock: clock) },
            feishu: try site.settings.feishuApps.map { try FeishuApp($0, of: site, clock: clock) },
            handler: conversations, inbox: stores.bot, events: stores.bot, feedback: stores.bot,
            addresses: stores.bot, sent: stores.bot, clock: clock,
            calendar: installation.calendar,
            lateReplies: PlatformConnection(toWholeAddresses: client), senders: outgoing.answers,
            texts: { parts.now.replyTexts },
            configuration: callbackConfiguration, onReport: CallbackLog(ratings).record)
        var routes = callbacks.routes
        let intake = IntakeDesk(
            comprehension: { parts.now.comprehension }, register: stores.voices, clock: clock,
            retention: site.settings.retention.rules)
        self.intake = intake
        routes +=
            VoicesEndpoint(
                intake: intake,
                tokens: site.settings.intake.tokens.map {
                    NamedToken(name: $0.name, token: site.secret($0.token))
                }, bodyLimit: site.settings.limits.intakeBytes
            ).routes
        routes +=
            OperationsEndpoints(
                metrics: metrics, obstacles: Service.obstacles(stores),
                remarks: {
                    let ofModel = await languageModel?.remark()
                    return Service.remarks(stores.voices) + [ofModel].compactMap(\.self)
                }
            ).routes
        if let console {
            routes +=
                Console(
                    access: console, feed: feed, handler: conversations, clock: clock,
                    platforms: platforms(courier),
                    lexicon: RecentLexiconUse(
                        of: stores.voices, by: { parts.now.comprehension }, clock: clock,
                        words: { try parts.now.texts.words($0.words) }),
                    people: { parts.now.people.map { ConsolePerson($0) } },
                    onError: Service.log
                ).routes
        }
        if site.settings.pages.address != nil {
            routes +=
                ReportPages(
                    stores.bot, clock: clock, directory: { parts.now.suggestions.directory },
                    gone: { try parts.now.texts.words(.phrase(.reportGone, [:])) }, onError: Service.log
                ).routes
        }
        StoreMetrics.register(stores, in: metrics)
        rereading = BackgroundRereading(
            of: stores.voices, by: { parts.now.comprehension }, clock: clock,
            log: RereadingLog(metrics, of: stores.voices))
        indexing = BackgroundIndexing(of: stores.voices, log: IndexingLog(metrics, of: stores.voices))
        let requests = RequestMetrics(metrics)
        server = Server(
            configuration: Service.configuration(site), routes: routes,
            onRequest: { requests.record($0) }, onError: Service.log)
    }

    /// Takes up what an earlier run left, and begins to listen.
    ///
    /// - Returns: the port.
    func start() async throws -> UInt16 {
        do {
            try await courier.recover()
        } catch {
            Log.write(.error, "the outbox could not be taken up", [("fault.error", "\(error)")])
        }
        do {
            try await stores.bot.dropOvertaken(at: clock.now)
        } catch {
            Log.write(
                .error, "what was to be told of hand-overs that are over could not be taken back",
                [
                    ("fault.error", "\(error)")
                ])
        }
        do {
            try await callbacks.resume()
        } catch {
            Log.write(.error, "waiting messages could not be taken up", [("fault.error", "\(error)")])
        }
        await noteUnreached(installation)
        noteHolidays()
        let port = try server.start()
        await undoSecondReadings()
        rereading.wake()
        return port
    }

    /// Serves until it is told to stop, then finishes what it began.
    func run(until signals: AsyncStream<Signal>) async {
        let upkeep = Task { await keepUp() }
        // The first time may take hours: beside the others, and behind whatever answers people.
        let keepingVoices = Task(priority: .background) { await keepVoices() }
        let sending = Task { await courier.run() }
        let wakingIndex = Task(priority: .background) { await wakeIndexing() }
        // A look takes a second of a core: behind whatever answers people, as above.
        let watching = Task(priority: .background) { await watch?.run() }
        let telling = Task(priority: .background) { await suggestions.run() }
        let following = Task(priority: .background) { await actions.run() }
        let reporting = Task(priority: .background) { await reports.run() }
        let noting = Task(priority: .background) { await notes.run() }
        let handingOver = Task(priority: .background) { await handOvers.run() }
        // Behind whatever answers people.
        let work = languageModel?.background { [parts] in parts.now.comprehension }
        let asking = Task(priority: .background) { await work?() }
        for await signal in signals {
            if case .stop = signal { break }
            await reload()
        }
        upkeep.cancel()
        keepingVoices.cancel()
        wakingIndex.cancel()
        watching.cancel()
        telling.cancel()
        following.cancel()
        reporting.cancel()
        noting.cancel()
        handingOver.cancel()
        Log.write(.info, "stopping")
        feed.finish()
        await server.stop(grace: .seconds(10))
        await callbacks.finish()
        await keepingVoices.value
        await watching.value
        await telling.value
        await following.value
        await reporting.value
        await noting.value
        await handingOver.value
        sending.cancel()
        await sending.value
        asking.cancel()
        await asking.value
        await rereading.stop()
        await wakingIndex.value
        await indexing.stop()
        await stores.close()
        Log.write(.info, "stopped")
    }

    /// Whoever switches the language model off wants the figures without it.
    private func undoSecondReadings() async {
        guard languageModel == nil else { return }
        do {
            if try await stores.voices.undoSecondReadings() {
                Log.write(.info, "the voices are read again without what a language model said of them")
            }
        } catch {
            Log.write(.error, "second readings could not be undone", [("fault.error", "\(error)")])
        }
    }

    /// Reads people, stores, regions, word lists, commands and texts again; a mistake in any of them changes nothing.
    /// The log says where it stands; what stands there may be personal.
    private func reload() async {
        for file in startFiles.changed {
            Log.write(.warning, "a file has changed that needs a restart", [("config.file", file)])
        }
        do {
            let newer = try installation.readAgain()
            try parts.replace { try Parts(newer, stores, summaries: languageModel?.summaries) }
            Log.write(.info, "the files were read again", [("directory.people", "\(parts.now.people.count)")])
            rereading.wake()
            await noteUnreached(newer)
            noteHolidays()
            try await stores.bot.record(
                "settings.reloaded", of: "\(parts.now.people.count) people", by: "service", at: clock.now)
        } catch let problems as Problems {
            Log.write(problems, "the files cannot be read; the old ones stay")
        } catch {
            Log.write(
                .error, "the files cannot be read; the old ones stay", [("fault.kind", "\(type(of: error))")])
        }
    }

    /// Writes down who could not be told of warnings: before the night of one.
    private func noteUnreached(_ installation: Installation) async {
        do {
            let check = ReachCheck(
                of: installation, channels: reach.channels, bindings: try await stores.bot.bindings())
            Log.write(check.warnings, .warning, "a warning would not reach everybody it concerns")
        } catch {
            Log.write(.error, "the bound accounts could not be read", [("fault.error", "\(error)")])
        }
    }

    /// Writes down, at the start, on a reload and on the first of each day, that holidays of which nothing is known will be
    /// taken for ordinary days: the warnings of such days are wrong.
    private func noteHolidays() {
        let today = installation.calendar.day(of: clock.now)
        guard
            let fault = HolidayFile.fault(of: installation.site, parts.now.situation.workCalendar, on: today)
        else { return }
        // Without a table it was decided so; a table without the year was forgotten.
        let level: Log.Level = HolidayFile.path(of: installation.site) == nil ? .warning : .error
        Log.write(level, "warnings will be wrong on holidays", [("config.fault", fault)])
    }

    /// Forgets, once an hour, what nobody comes back to, and tries again what failed.
    private func keepUp() async {
        var days = DayChange(after: installation.calendar.day(of: clock.now))
        while !Task.isCancelled {
            if days.hasCome(by: installation.calendar.day(of: clock.now)) { noteHolidays() }
            rereading.retry()
            do {
                try await courier.expire()
                _ = try await stores.bot.forget(
                    at: clock.now, installation.site.settings.retention.rules,
                    calendar: installation.calendar)
            } catch is CancellationError {
                return
            } catch {
                Log.write(.error, "old replies could not be removed", [("fault.error", "\(error)")])
            }
            installation.site.recordings?.expire(
                before: installation.calendar.day(of: clock.now) - installation.site.settings.recording.days)
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: .seconds(3600))
        }
    }

    /// Removes, once an hour, voices whose time is over, and who wrote them.
    private func keepVoices() async {
        let keeping = VoiceKeeping(installation, stores) { [parts] in parts.now.comprehension }
        while !Task.isCancelled {
            do {
                let done = try await keeping.run(at: clock.now, by: "service")
                if done.voices.removed + done.voices.takenUp + done.authors.voices > 0 {
                    Log.write(
                        .info, "voices went whose time is over, or became nobody's",
                        [
                            ("retention.voices", "\(done.voices.removed)"),
                            ("retention.reposts", "\(done.voices.takenUp)"),
                            ("retention.authors", "\(done.authors.voices)"),
                        ])
                }
            } catch is CancellationError {
                return
            } catch {
                Log.write(.error, "old voices could not be removed", [("fault.error", "\(error)")])
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: .seconds(3600))
        }
    }

    /// Has new voices indexed soon after they came in, also those that another process took in.
    private func wakeIndexing() async {
        while !Task.isCancelled {
            indexing.wake()
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: .seconds(5))
        }
    }

    private static func configuration(_ site: Site) -> ServerConfiguration {
        let (listen, limits) = (site.settings.listen, site.settings.limits)
        var configuration = ServerConfiguration(host: listen.address, port: listen.port)
        configuration.connectionLimit = limits.connections
        configuration.connectionsPerAddress = limits.connectionsPerAddress
        configuration.requestTimeLimit = .seconds(limits.requestSeconds)
        configuration.trustedProxies = listen.trustedProxies.compactMap { IPNetwork($0) }
        return configuration
    }

    private static func obstacles(_ stores: Stores) -> @Sendable () async -> [String] {
        {
            var obstacles: [String] = []
            do {
                _ = try await stores.voices.lastArrival()
            } catch {
                obstacles.append("voices.db cannot be read")
            }
            do {
                _ = try await stores.bot.reply(to: MessageKey(channel: "", id: ""))
            } catch {
                obstacles.append("bot.db cannot be read")
            }
            return obstacles
        }
    }

    /// The edition of the figures, and how far the next one is.
    private static func remarks(_ voices: VoiceStore) -> [String] {
        guard let edition = try? voices.edition() else { return [] }
        let current = "figures of edition \(edition.number) (\(edition.reading?.key ?? "unknown"))"
        guard let next = try? voices.progress() else { return [current] }
        return [current, "edition \(next.edition.number) is being read, \(next.left) voices left"]
    }

    private static func log(_ error: any Error, requestID: String) {
        if let error = error as? RequestBodyError {
            // Whoever sent it did not end it, or was answered with what is wrong about it.
            Log.write(
                .info, "a request's body did not come to its end",
                [("request.id", requestID), ("fault.code", error.code.rawValue)])
            return
        }
        Log.write(.error, "a request failed", [("request.id", requestID), ("fault.error", "\(error)")])
    }
}
