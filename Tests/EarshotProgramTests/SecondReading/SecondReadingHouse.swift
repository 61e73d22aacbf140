import Crypto
import Earshot
import EarshotTesting
import HTTP
import LanguageModels
import PlatformStandIns
import SQLite
import Store
import Synchronization

@testable import EarshotProgram

/// A store of voices that the shipped model read, and a language model's stand-in that is asked over HTTP.
final class SecondReadingHouse: Sendable {
    let folder: TemporaryFolder
    let store: VoiceStore
    let clock = ManualClock()
    let standIn: StandIn<LanguageModelPlatform>
    private let reader: LanguageModelReader
    private let told = Mutex<[SecondReadings.Event]>([])

    /// Made once: reading the model takes longer than a test.
    static let comprehension = Result {
        try Installation.read(DemoTests.config, needsSecrets: false).comprehension()
    }

    /// Calls every aspect in question a complaint, by the text's beginning.
    static let complaining: @Sendable (LanguageModelConversation) -> String = { conversation in
        let evidence = String(conversation.text.prefix(2))
        return LanguageModelConversation.verdicts(
            conversation.aspects.map { (aspect: $0, polarity: "negative", evidence: evidence) })
    }

    init(
        _ texts: [String] = [],
        write: @escaping @Sendable (LanguageModelConversation) -> String = complaining
    ) async throws {
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
        standIn = StandIn(LanguageModelPlatform(write: write), clock: clock)
        let base = try standIn.start()
        reader = LanguageModelReader(
            LanguageModelServer(
                address: base + "/v1", model: "stand-in", key: Secret("sk-stand-in"),
                client: try Client(
                    configuration: ClientConfiguration(
                        allowedHosts: [AllowedHost(base, allowsPrivateAddresses: true)].compactMap(\.self))),
                timeLimit: .seconds(60)))
        try await add(texts)
    }

    func add(_ texts: [String], on day: Day = Fixtures.today - 1) async throws {
        let comprehension = try Self.comprehension.get()
        _ = try await store.add(
            texts.map { text in
                var voice = Voice(
                    id: text, source: "论坛", text: text,
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(36_000))
                voice.location.city = "杭州"
                return comprehension.understand(voice)
            })
    }

    /// A pass over the voices.
    ///
    /// - Parameter margin: with the usual one of a half of the scale, most texts that speak of an aspect are in doubt.
    func readings(
        textsPerDay: Int = 1000, atOnce: Int = 2, margin: Double = 0.5, days: Int = 30,
        by comprehension: Comprehension? = nil, reader: (any SecondReader)? = nil
    ) throws -> SecondReadings {
        let comprehension = try comprehension ?? Self.comprehension.get()
        return SecondReadings(
            of: store, by: { comprehension }, reader: reader ?? self.reader, clock: clock,
            limits: SecondReadings.Limits(
                textsPerDay: textsPerDay, requestsAtOnce: atOnce, margin: margin, days: days),
            onEvent: { event in self.told.withLock { $0.append(event) } })
    }

    /// How often something was told.
    func count(_ event: SecondReadings.Event) -> Int { told.withLock { $0.count { $0 == event } } }

    var asked: [String] {
        standIn.requests.compactMap { LanguageModelPlatform.conversation(in: $0)?.text }
    }

    /// What is counted of each voice, a line a row: its text, the aspect, the polarity and the words.
    func mentions() throws -> [String] {
        let connection = try Connection(path: folder.file("voices.db"), access: .readOnly)
        return try connection.query(
            """
            SELECT voice.text, aspect.name, mention.polarity, mention.place, mention.evidence_start,
                mention.evidence_end
            FROM mention
            JOIN voice ON voice.id = mention.voice
            JOIN aspect ON aspect.id = mention.aspect
            ORDER BY voice.id, mention.place, aspect.name
            """
        ) { row in
            let text = row.text(0)
            var words = ""
            if let start = row.optionalInt(4), let end = row.optionalInt(5) {
                words = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
            }
            return "\(text)|\(row.text(1))|\(row.int(2))|\(row.int(3))|\(words)"
        }
    }

    func stop() async {
        await standIn.stop()
        await store.close()
    }
}
