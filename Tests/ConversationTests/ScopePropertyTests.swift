import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

/// Whatever somebody writes, no answer holds what the person may not see.
@Suite("No wording leads outside the asker's scope")
struct ScopePropertyTests {
    private static let seed: UInt64 = 20_261_122
    private static let otherWestLake = Dealer(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou)
    private static let nanjing = Fixtures.city("南京")

    private static let cities = [
        Fixtures.hangzhou, Fixtures.ningbo, Fixtures.shanghai, Fixtures.guangzhou, nanjing,
    ]
    private static let guangzhouStore = Dealer(id: "GZ001", name: "广州天河店", city: Fixtures.guangzhou)
    private static let stores = [
        Fixtures.westLakeStore, otherWestLake, Fixtures.ningboStore, guangzhouStore,
    ]

    /// Voices of five cities and three stores; each says in its words where it is from.
    private static let voices: [UnderstoodVoice] = {
        var voices: [UnderstoodVoice] = []
        func add(
            _ count: Int, _ aspect: String, _ polarity: Polarity, city: City?, store: Dealer?,
            rival: Rival? = nil
        ) {
            for number in 0..<count {
                let day = Fixtures.today - (1 + number % 20)
                let mark = store.map { "【\($0.id)】" } ?? "【\(city?.name ?? "无处")】"
                let lean = Double(polarity.sign) * 0.8
                let opinion = Aspect(aspect[...]).map {
                    Opinion(aspect: $0, polarity: polarity, lean: lean, evidence: 0..<6)
                }
                voices.append(
                    UnderstoodVoice(
                        voice: Voice(
                            id: "\(voices.count)", source: "论坛",
                            text: "\(mark)第\(voices.count)位车主说起\(aspect)的事情",
                            publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                        reading: Reading(sentiment: lean, opinions: opinion.map { [$0] } ?? []),
                        fingerprint: Fingerprint(of: "\(voices.count)"), day: day, city: city,
                        subject: rival.map { .rival($0) } ?? .own,
                        dealerID: store?.id))
            }
        }
        for city in cities {
            for aspect in ["fuel", "space", "exterior", "interior", "software", "after_sales.waiting"] {
                add(24, aspect, .negative, city: city, store: nil)
                add(22, aspect, .positive, city: city, store: nil)
            }
        }
        for store in stores { add(40, "sales_service.attitude", .negative, city: store.city, store: store) }
        add(60, "fuel", .negative, city: nil, store: nil)
        let rival = Rival(brand: "云途", series: "云途L7")
        for city in cities { add(22, "charging", .positive, city: city, store: nil, rival: rival) }
        return voices
    }()

    /// The fixtures' people, and every store of the test by its name.
    private struct Directory: PeopleDirectory {
        let known = FixtureDirectory()
        var people: [Person] { known.people }
        var regions: [Region] { known.regions }
        func person(account: String) -> Person? { known.person(account: account) }
        func person(id: String) -> Person? { known.person(id: id) }
        func managers(of city: City) -> [Person] { known.managers(of: city) }
        func dealers(in city: City) -> [Dealer] { ScopePropertyTests.stores.filter { $0.city == city } }
        func dealer(named name: String) -> Dealer? { ScopePropertyTests.stores.first { $0.name == name } }
        func dealer(id: String) -> Dealer? { ScopePropertyTests.stores.first { $0.id == id } }
    }

    private struct House {
        let conversations: Conversations
        let scope: ScopeGuard
        let folder: TemporaryFolder

        init() async throws {
            folder = try TemporaryFolder()
            let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
            let store = try VoiceStore(path: folder.file("voices.db"))
            _ = try await store.add(ScopePropertyTests.voices)
            let scope = ScopeGuard(store)
            self.scope = scope
            let dialogue = try Dialogue(
                people: Dialogue.People(directory: Directory(), register: bot),
                router: try BotFixture.makeRouter(dealers: ScopePropertyTests.stores.map(\.name)),
                texts: try BotFixture.texts.get(),
                services: [Insight(figures: scope)])
            conversations = Conversations(
                register: bot, dialogue: { dialogue }, clock: ManualClock())
        }

        /// What is answered to a row of messages in one conversation.
        func hold(_ number: Int, as person: Person, _ texts: [String]) async throws -> [String] {
            try await ScopeGuard.$asker.withValue(person) {
                var answers: [String] = []
                for (turn, text) in texts.enumerated() {
                    let message = InboundMessage(
                        channel: "dingtalk/test", id: "\(person.id)-\(number)-\(turn)",
                        account: person.accounts.first, chat: "chat-\(person.id)-\(number)",
                        content: .text(text))
                    answers.append(try await conversations.handle(message).lines)
                }
                return answers
            }
        }
    }

    private static let stranger = Person(
        id: "nobody", name: "?", role: .admin, accounts: ["dingtalk:unknown"])

    /// The marks that a person's answers may carry.
    private static func mayRead(_ person: Person) -> Set<String> {
        switch person.id {
        case Fixtures.westLakeDealer.id: ["杭州", "HZ001", "HZ002"]
        case Fixtures.ningboDealer.id: ["宁波", "NB001"]
        case Fixtures.eastManager.id: ["杭州", "宁波", "上海", "HZ001", "HZ002", "NB001"]
        default: []
        }
    }

    /// Headings of places that the person must not be told figures of.
    private static func forbiddenHeadings(_ person: Person) -> [String] {
        let places = ["杭州", "宁波", "上海", "广州", "南京", "华东", "华南", "浙江", "广东", "江苏"]
        let own: Set<String> =
            switch person.id {
            case Fixtures.westLakeDealer.id: ["杭州"]
            case Fixtures.ningboDealer.id: ["宁波"]
            case Fixtures.eastManager.id: ["杭州", "宁波", "上海", "华东"]
            default: []
            }
        let ofStores = ScopePropertyTests.stores
            .filter { store in
                store.id != person.dealer?.id && person.region?.cities.contains(store.city) != true
            }
            .flatMap { ["\($0.name)口碑", "\($0.name) · ", "\($0.name) 与 "] }
        return ofStores
            + places.filter { !own.contains($0) }.flatMap {
                ["\($0) · ", "\($0) 与 ", " 与 \($0) 对比", "\($0)店口碑"]
            }
            + (own.isEmpty ? ["声量 ", "净好评 ", "全国 · "] : [])
    }

    private static func breach(_ answer: String, for person: Person) -> String? {
        let marks = marks(in: answer)
        if let mark = marks.first(where: { !mayRead(person).contains($0) }) { return mark }
        return forbiddenHeadings(person).first { answer.contains($0) }
    }

    /// Where the quotes of an answer are from.
    private static func marks(in answer: String) -> [String] {
        answer.matches(of: /【(.+?)】/).map { String($0.1) }
    }

    @Test("1,000 conversations of five people at once: no mark, heading or query of another's place")
    func property() async throws {
        let house = try await House()
        let people = [
            Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.eastManager, Fixtures.administrator,
            ScopePropertyTests.stranger,
        ]
        let answered = try await withThrowingTaskGroup { group in
            for person in people {
                for lane in 0..<4 {
                    group.addTask {
                        var answered = 0
                        for number in stride(from: lane, to: 200, by: 4) {
                            var random = SeededRandom(
                                seed: ScopePropertyTests.seed &+ UInt64(number) &* 31
                                    &+ UInt64(person.id.utf8.reduce(0) { $0 + Int($1) }))
                            let texts = (0..<Int.random(in: 2...6, using: &random)).map { _ in
                                Wordings.one(&random)
                            }
                            for (text, answer) in zip(texts, try await house.hold(number, as: person, texts))
                            {
                                answered += 1
                                if let breach = ScopePropertyTests.breach(answer, for: person) {
                                    Issue.record(
                                        "\(person.id) read \(breach) after \(texts), at \(text): \(answer)")
                                }
                            }
                        }
                        return answered
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(house.scope.trespasses == [])
        #expect(answered > 3000)
        // The texts are not just noise: most of them lead to figures.
        #expect(house.scope.questions > 1500)
    }

    @Test("the guard sees what it should: headquarters read every mark, and a dealer's quotes carry the own")
    func guardWorks() async throws {
        let house = try await House()
        let all = try await house.hold(0, as: Fixtures.headquarters, ["上海的油耗差评原话", "广州油耗差评原话", "广州天河店口碑"])
        #expect(all[2].contains("【GZ001】"))
        #expect(all[0].contains("【上海】") && all[1].contains("【广州】"))
        #expect(ScopePropertyTests.breach(all[0], for: Fixtures.westLakeDealer) != nil)
        let own = try await house.hold(0, as: Fixtures.westLakeDealer, ["油耗差评原话", "我们店口碑怎么样"])
        #expect(own[0].contains("【杭州】"))
        #expect(own[1].contains("杭州西湖店口碑"))
        #expect(own[1].contains("【HZ001】") && !own[1].contains("【HZ002】"))
        #expect(house.scope.trespasses == [])
    }

    @Test("300 conversations that begin at a store: what is headed with a store quotes that store alone")
    func stores() async throws {
        let house = try await House()
        var (headed, quoted) = (0, 0)
        for (offset, person) in [
            Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.eastManager,
        ].enumerated() {
            for number in 0..<100 {
                var random = SeededRandom(
                    seed: ScopePropertyTests.seed &+ UInt64(number * 3 + offset) &* 77)
                let first = Wordings.aboutStores.randomElement(using: &random) ?? ""
                let texts =
                    [first]
                    + (0..<Int.random(in: 2...5, using: &random)).map { _ in Wordings.followUp(&random) }
                for answer in try await house.hold(1000 + number, as: person, texts) {
                    #expect(
                        ScopePropertyTests.breach(answer, for: person) == nil,
                        "\(person.id) after \(texts): \(answer)")
                    let title = answer.split(separator: "\n").first ?? ""
                    let store = ScopePropertyTests.stores.first { title.hasPrefix($0.name) }
                    guard let store else { continue }
                    headed += 1
                    let marks = ScopePropertyTests.marks(in: answer)
                    quoted += marks.count
                    #expect(
                        marks.allSatisfy { $0 == store.id }, "\(person.id) after \(texts): \(answer)")
                }
            }
        }
        #expect(house.scope.trespasses == [])
        // Follow-ups do stay on stores, and most of them show words.
        #expect(headed > 400 && quoted > 400, "\(headed) answers, \(quoted) quotes")
    }

    @Test("what one person's answer offers another cannot take up", arguments: ["1", "2", "3", "更多", "那售后呢"])
    func offersOfOthers(step: String) async throws {
        let house = try await House()
        for (number, question) in ["上海的客户在说什么", "广州油耗差评原话", "和全国比"].enumerated() {
            _ = try await house.hold(number, as: Fixtures.headquarters, [question])
            for person in [Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.eastManager] {
                for answer in try await house.hold(number, as: person, [step]) {
                    #expect(ScopePropertyTests.breach(answer, for: person) == nil, "\(person.id): \(answer)")
                }
            }
        }
        #expect(house.scope.trespasses == [])
    }
}
