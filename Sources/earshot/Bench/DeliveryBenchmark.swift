import ChatPlatforms
import Earshot
import FoundationEssentials
import HTTP
import PlatformClients
import Store

/// How fast the outbox empties into a platform that answers at once, every step durable.
enum DeliveryBenchmark: Benchmark {
    static let name = "deliveries"
    static let summary = "durable deliveries per second to a platform on loopback that answers at once"

    private static let target = 2000.0
    private static let count = 20_000
    /// By then a machine of any speed has sent them all, or something is wrong.
    private static let patience = Duration.seconds(300)

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let stores = try Stores(folder: "\(bench.folder)/deliveries")
        let server = Server(
            configuration: ServerConfiguration(),
            routes: [
                .post("/send") { _ in
                    .bytes(Array(#"{"errcode":0,"errmsg":"ok"}"#.utf8), type: "application/json")
                }
            ])
        let port = try server.start()
        let measured = try await measure(stores.bot, port: port)
        await server.stop(grace: .seconds(1))
        await stores.close()
        var figures = JSONLine()
        figures.add("deliveries_per_second", measured.rate, digits: 0)
        figures.add("deliveries", count)
        figures.add("sent", measured.sent)
        figures.add("enqueued_per_second", measured.enqueueRate, digits: 0)
        return [
            BenchResult(
                figures: figures, target: "deliveries_per_second at least 2000",
                isMet: measured.rate >= target && measured.sent == count)
        ]
    }

    private static func measure(
        _ outbox: BotStore, port: UInt16
    ) async throws -> (rate: Double, sent: Int, enqueueRate: Double) {
        guard let host = AllowedHost("http://127.0.0.1:\(port)", allowsPrivateAddresses: true) else {
            throw Failure("the loopback address is none")
        }
        let carrier = LoopbackCarrier(
            connection: PlatformConnection(
                toWholeAddresses: try Client(configuration: ClientConfiguration(allowedHosts: [host]))),
            url: "http://127.0.0.1:\(port)/send")
        let tally = DeliveryTally(expected: count)
        let courier = Courier(
            outbox: outbox,
            channels: ["loopback": Courier.Channel(rules: ChannelRules(mostUnderWay: 64), carrier: carrier)],
            clock: SystemClock(), onReport: tally.add)
        var watch = Stopwatch()
        let now = SystemClock().now
        _ = try await outbox.enqueue((0..<count).map { delivery($0, at: now) }, at: now)
        let enqueueRate = Double(count) / watch.seconds
        watch = Stopwatch()
        let running = Task { await courier.run() }
        let sent = await tally.sent(within: patience)
        let rate = Double(sent) / watch.seconds
        running.cancel()
        await running.value
        return (rate, sent, enqueueRate)
    }

    private static func delivery(_ number: Int, at now: Timestamp) -> Delivery {
        Delivery(
            key: "bench/\(number)", channel: "loopback", recipient: "bench:\(number % 5000)",
            reply: Reply([
                .title("杭州近7天售后等待的抱怨上升"),
                .figure(label: "抱怨", value: "41(▲120%)"),
                .quote(text: "预约了三天还要排队,前台说没有工位", source: "11/18 论坛"),
                .choices(prompt: "", [Reply.Choice(number: 1, label: "看原话", text: "售后等待的原话")]),
            ]), deadline: now + .seconds(3600))
    }

    /// Posts what a robot would get.
    private struct LoopbackCarrier: Carrier {
        let connection: PlatformConnection
        let url: String

        private static let texts = ReplyTexts(
            more: "…", waiting: "…", apology: "…", unidentified: "…", further: "", underWay: { $0 },
            chosen: { $0 })

        func send(_ consignment: Consignment) async -> SendOutcome {
            await connection.post(
                .dingTalk(consignment.reply, isGroup: false, to: url, texts: LoopbackCarrier.texts))
        }
    }
}
