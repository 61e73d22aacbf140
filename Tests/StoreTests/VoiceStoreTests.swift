import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

/// A voice that was understood, as a test needs it.
func understood(
    _ id: String, _ text: String, city: City? = Fixtures.hangzhou, day: Day = Fixtures.today - 1,
    subject: UnderstoodVoice.Subject = .own, dealer: String? = nil, sentiment: Double = 0,
    opinions: [(String, Polarity)] = [], source: String = "论坛", series: String? = nil
) -> UnderstoodVoice {
    let reading = Reading(
        sentiment: sentiment,
        opinions: opinions.compactMap { name, polarity in
            Aspect(name[...]).map {
                Opinion(aspect: $0, polarity: polarity, lean: Double(polarity.sign), evidence: 0..<3)
            }
        })
    var understood = UnderstoodVoice(
        voice: Voice(
            id: id, source: source, text: text,
            publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(36_000)),
        reading: reading, fingerprint: Fingerprint(of: text), day: day, city: city, subject: subject,
        dealerID: dealer)
    understood.ownSeries = series
    return understood
}

@Suite("The voice store")
struct VoiceStoreTests {
    let folder: TemporaryFolder
    let store: VoiceStore
    let hangzhou: VisiblePlace
    let lastWeek = (Fixtures.today - 7)...(Fixtures.today - 1)

    init() throws {
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        guard case .seen(let place) = scope.place(city: nil, region: nil) else {
            throw SQLiteError.Missing()
        }
        hangzhou = place
    }

    @Test("a voice counts as a whole, under its aspect and under the aspect above")
    func countsAspects() async throws {
        let admissions = try await store.add([
            understood("1", "预约了三天还要排队", sentiment: -0.8, opinions: [("after_sales.waiting", .negative)])
        ])
        #expect(admissions == [.accepted])
        let slice = try await store.slices([Cut(.place(hangzhou), during: lastWeek)])[0]
        #expect(slice.overall == Tally(negative: 1))
        #expect(slice[.afterSales] == Tally(negative: 1))
        #expect(slice[Aspect("after_sales.waiting"[...])] == Tally(negative: 1))
        #expect(slice.aspects.count == 2)
    }

    @Test("the same source and id counts once, whatever its text")
    func idempotent() async throws {
        _ = try await store.add([understood("1", "油耗有点高", opinions: [("fuel", .negative)])])
        let again = try await store.add([
            understood("1", "完全不同的另一句话", opinions: [("space", .positive)]),
            understood("1", "别的平台的同号帖子", source: "微博"),
        ])
        #expect(again == [.repeated, .accepted])
        let slice = try await store.slices([Cut(.place(hangzhou), during: lastWeek)])[0]
        #expect(slice.overall.total == 2)
        #expect(slice[Aspect("space"[...])].total == 0)
    }

    @Test("reposts, word for word or nearly, are linked to the first and counted once")
    func reposts() async throws {
        let text = "提车三个月了,高速油耗居然要十一个多,跟宣传的完全不一样,太失望了"
        let admissions = try await store.add([
            understood("1", text, opinions: [("fuel", .negative)]),
            understood("2", "转发 " + text + "!!!", opinions: [("fuel", .negative)]),
            understood("3", text + "唉唉", city: Fixtures.ningbo, opinions: [("fuel", .negative)]),
            understood("4", "提车三个月了,空间很大,老婆孩子都满意", opinions: [("space", .positive)]),
        ])
        #expect(admissions == [.accepted, .repost, .repost, .accepted])
        let slice = try await store.slices([Cut(.place(hangzhou), during: lastWeek)])[0]
        #expect(slice[Aspect("fuel"[...])].negative == 1)
        let quotes = try await store.voices(
            VoiceSelection(.place(hangzhou), during: lastWeek, aspect: Aspect("fuel"[...])), limit: 10)
        #expect(quotes.map(\.reposts) == [2])
        #expect(try await store.count() == 4)
    }

    @Test("a voice without a place counts for the nation only")
    func unplaced() async throws {
        _ = try await store.add([understood("1", "内饰塑料感太强", city: nil, opinions: [("interior", .negative)])])
        let scope = Scope(of: Fixtures.headquarters, regions: Fixtures.regions)
        guard case .seen(let nation) = scope.nation() else { throw SQLiteError.Missing() }
        let slices = try await store.slices([
            Cut(.place(nation), during: lastWeek), Cut(.place(hangzhou), during: lastWeek),
        ])
        #expect(slices.map(\.overall.total) == [1, 0])
        let quotes = try await store.voices(VoiceSelection(.place(nation), during: lastWeek), limit: 5)
        #expect(quotes.map(\.text) == ["内饰塑料感太强"])
    }

    @Test("a rival's voices stand apart from the own ones")
    func rivals() async throws {
        let rival = UnderstoodVoice.Subject.rival(Rival(brand: "云途", series: "云途L7"))
        _ = try await store.add([
            understood("1", "云途L7续航真不错", subject: rival, sentiment: 0.9, opinions: [("charging", .positive)]),
            understood(
                "2", "上上周的云途L7也行", day: Fixtures.today - 10, subject: rival, sentiment: 0.9),
            understood("3", "自家的车", sentiment: 0.9),
            understood(
                "4", "两段之间的云途L7", day: Fixtures.today - 8, subject: rival, sentiment: 0.9),
        ])
        let standings = try await store.rivals(
            in: hangzhou, during: lastWeek, before: (Fixtures.today - 14)...(Fixtures.today - 9),
            of: nil)
        #expect(standings.map(\.rival.name) == ["云途L7"])
        #expect(standings.map(\.now.positive) == [1])
        #expect(standings.map(\.before.positive) == [1])
        let slice = try await store.slices([Cut(.place(hangzhou), during: lastWeek)])[0]
        #expect(slice.overall.total == 1)
    }

    @Test("what is said of all rivals is the sum of each, in figures and in words, over cities and aspects")
    func allRivals() async throws {
        var random = SeededRandom(seed: 11)
        let rivals = (0..<40).map { Rival(brand: "品牌\($0 / 4)", series: "车系\($0)") }
        let cities: [City?] = [Fixtures.hangzhou, Fixtures.ningbo, Fixtures.guangzhou, nil]
        _ = try await store.add(
            (0..<400).map { number in
                let polarity = Polarity.allCases.randomElement(using: &random) ?? .neutral
                return understood(
                    "\(number)", "第\(number)条各不相同的话", city: cities.randomElement(using: &random) ?? nil,
                    day: Fixtures.today - Int.random(in: 1...14, using: &random),
                    subject: number % 5 == 0 ? .own : .rival(rivals[number % rivals.count]),
                    sentiment: Double(polarity.sign),
                    opinions: [(number % 2 == 0 ? "fuel" : "space", polarity)])
            })
        let scope = Scope(of: Fixtures.eastManager, regions: Fixtures.regions)
        let before = (lastWeek.lowerBound - 7)...(lastWeek.lowerBound - 1)
        guard case .seen(let region) = scope.place(city: nil, region: nil) else {
            throw SQLiteError.Missing()
        }
        for place in [hangzhou, region] {
            let whole = try await store.slices([Cut(.rivals(in: place), during: lastWeek)])[0]
            let each = try await store.slices(rivals.map { Cut(.rival($0, in: place), during: lastWeek) })
            #expect(whole.overall.total > 20)
            #expect(each.reduce(Tally()) { $0 + $1.overall } == whole.overall)
            for aspect in [nil, Aspect("fuel"[...])] {
                #expect(each.reduce(Tally()) { $0 + $1[aspect] } == whole[aspect])
                let standings = try await store.rivals(
                    in: place, during: lastWeek, before: before, of: aspect)
                let counted = zip(rivals, each).filter { $1[aspect].total > 0 }
                #expect(standings.count { $0.now.total > 0 } == counted.count)
                for (rival, slice) in counted {
                    #expect(standings.first { $0.rival == rival }?.now == slice[aspect])
                }
                for polarity in [nil, Polarity.negative] {
                    func newest(_ subject: Cut.Subject) async throws -> [QuotableVoice] {
                        try await store.voices(
                            VoiceSelection(subject, during: lastWeek, aspect: aspect, polarity: polarity),
                            limit: 9)
                    }
                    var words: [QuotableVoice] = []
                    for rival in rivals { words += try await newest(.rival(rival, in: place)) }
                    words.sort { ($1.day, $1.number) < ($0.day, $0.number) }
                    #expect(try await newest(.rivals(in: place)) == Array(words.prefix(9)))
                }
            }
        }
    }

    @Test("a store's own slice holds what is said of it")
    func dealer() async throws {
        _ = try await store.add([
            understood(
                "1", "西湖店保养等了三个小时", dealer: "HZ001", sentiment: -0.9,
                opinions: [("after_sales.waiting", .negative)]),
            understood("2", "滨江店不错", dealer: "HZ002", sentiment: 0.9),
        ])
        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        guard case .seen(let own) = scope.dealer(nil) else { throw SQLiteError.Missing() }
        let slice = try await store.slices([Cut(.dealer(own), during: lastWeek)])[0]
        #expect(slice.overall == Tally(negative: 1))
        let quotes = try await store.voices(VoiceSelection(.dealer(own), during: lastWeek), limit: 5)
        #expect(quotes.map(\.text) == ["西湖店保养等了三个小时"])
    }

    @Test("quotes come newest first, by polarity, and never beyond the first page's newest voice")
    func quotes() async throws {
        _ = try await store.add(
            (1...9).map { number in
                understood(
                    "\(number)", "第\(number)条关于油耗的差评", day: Fixtures.today - number,
                    opinions: [("fuel", number % 2 == 0 ? .positive : .negative)])
            })
        let fuel = Aspect("fuel"[...])
        let wanted = VoiceSelection(.place(hangzhou), during: lastWeek, aspect: fuel, polarity: .negative)
        let first = try await store.voices(wanted, limit: 2)
        #expect(first.map(\.day) == [Fixtures.today - 1, Fixtures.today - 3])
        _ = try await store.add([understood("10", "新来的油耗差评", opinions: [("fuel", .negative)])])
        var later = wanted
        later.olderThan = first[0].position
        #expect(try await store.voices(later, limit: 1).map(\.number) == [first[1].number])
        later.olderThan = first[1].position
        #expect(
            try await store.voices(later, limit: 9).map(\.day) == [Fixtures.today - 5, Fixtures.today - 7])
        #expect(try await store.earliestDay() == Fixtures.today - 9)
    }

    @Test("a period counts what was said in it, whether it begins before all voices or ends after them")
    func periods() async throws {
        let yota = Rival(brand: "优达")
        _ = try await store.add(
            [1, 5, 9].flatMap { ago in
                [
                    understood("own\(ago)", "第\(ago)天的话", day: Fixtures.today - ago),
                    understood(
                        "rival\(ago)", "第\(ago)天说别家", day: Fixtures.today - ago, subject: .rival(yota)),
                ]
            })
        func days(_ first: Int, _ last: Int) -> ClosedRange<Day> {
            (Fixtures.today - first)...(Fixtures.today - last)
        }
        let periods = [
            (days(400_000, 0), 3), (days(9, 9), 1), (days(8, 5), 1), (days(400_000, 10), 0),
            (days(0, -400_000), 0), (days(4, 2), 0), (days(5, 1), 2),
        ]
        for (period, count) in periods {
            let slice = try await store.slices([Cut(.place(hangzhou), during: period)])[0]
            #expect(slice.overall.total == count, "\(period)")
            let standings = try await store.rivals(
                in: hangzhou, during: period, before: days(500_000, 450_000), of: nil)
            #expect(standings.reduce(0) { $0 + $1.now.total } == count, "\(period)")
        }
        let standing = try await store.rivals(in: hangzhou, during: days(5, 1), before: days(9, 8), of: nil)
        #expect(standing.map(\.now.total) == [2])
        #expect(standing.map(\.before.total) == [1])
    }

    @Test("counts equal a recount from the mentions, over any order of intake")
    func recount() async throws {
        var random = SeededRandom(seed: 7)
        let names = ["fuel", "space", "after_sales.waiting", "after_sales", "power"]
        let cities: [City?] = [Fixtures.hangzhou, Fixtures.ningbo, nil]
        for batch in 0..<10 {
            let voices = (0..<50).map { index in
                understood(
                    "\(Int.random(in: 0..<400, using: &random))", "文本\(batch)-\(index % 45)的内容各不相同",
                    city: cities.randomElement(using: &random) ?? nil,
                    day: Fixtures.today - Int.random(in: 1...20, using: &random),
                    dealer: Bool.random(using: &random) ? "HZ001" : nil,
                    sentiment: Double.random(in: -1...1, using: &random),
                    opinions: names.map { ($0, Polarity.allCases.randomElement(using: &random) ?? .neutral) })
            }
            _ = try await store.add(voices)
        }
        #expect(try await store.recountDifferences() == 0)
    }
}

extension SQLiteError {
    /// A fixture that is not what the test needs.
    struct Missing: Error {}
}
