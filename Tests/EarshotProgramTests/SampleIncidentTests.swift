import Earshot
import EarshotTesting
import Sample
import Testing

@testable import EarshotProgram

@Suite("The incidents of the sample, in a backtest")
struct SampleIncidentTests {
    private static let today = Fixtures.today
    private static let brand = SampleBrand(seed: 20_261_121, today: today, count: 50_000)

    /// The complaints of the sample as it was made: every text read as it was meant.
    private static let counts: ComplaintCounts = {
        struct Key: Hashable {
            var day: Day
            var city: City?
            var aspect: Aspect?
        }
        var found: [Key: Int] = [:]
        var counts = ComplaintCounts(days: (today - brand.days)...today)
        for labelled in brand.labelledVoices() {
            let day = LocalCalendar.shanghai.day(of: labelled.voice.publishedAt)
            counts.markKnown(day)
            guard labelled.brand == brand.facts.fuelWave.brand, labelled.repostOf == nil,
                !labelled.isAdvertisement
            else { continue }
            // As a store counts: the voice on the whole, and every aspect with the one above it.
            var leans: [Aspect?: Int] = [:]
            for opinion in labelled.opinions {
                for aspect in Set([nil, opinion.aspect, opinion.aspect.root]) {
                    leans[aspect, default: 0] += opinion.polarity.sign
                }
            }
            for (aspect, lean) in leans where lean < 0 {
                for city in Set([nil, labelled.city]) {
                    found[Key(day: day, city: city, aspect: aspect), default: 0] += 1
                }
            }
        }
        for (key, count) in found {
            counts.add(count, on: key.day, of: ComplaintCounts.Cell(city: key.city, aspect: key.aspect))
        }
        return counts
    }()

    @Test(
        "the planted wave of 油耗 in 杭州 is found by its second day, its manager is told, and others are no more than the budget allows"
    )
    func found() async throws {
        var installation = try Installation.read(DemoTests.config, needsSecrets: false)
        // As the demo has it.
        installation.site.settings.console.isEnabled = true
        let wave = SampleIncidentTests.brand.facts.fuelWave
        // No more, as every day takes a debug build seconds.
        let days = (wave.days.lowerBound - 1)...(wave.days.lowerBound + 4)
        let backtest = SiteBacktest(
            installation, try installation.texts(), try installation.workCalendar(for: days))
        let course = try await backtest.course(of: days, SampleIncidentTests.counts)
        let planted = WarningSubject.complaints(WatchedMatter(.city(wave.city), wave.aspect))
        let sheet = BacktestSheet(installation, try installation.texts())
        let told = try course.warnings.map(sheet.line)
        let events = course.events.filter { $0.warning.subject == planted }
        let opened = try #require(events.first { $0.kind == .changed(.opened) }, "\(told)")
        let openedOn = LocalCalendar.shanghai.day(of: opened.at)
        #expect((wave.days.lowerBound + 1...wave.days.lowerBound + 2).contains(openedOn), "\(told)")
        #expect(opened.told == ["liu-yang"])
        let others = course.warnings.count { $0.subject != planted }
        #expect(Double(others) <= course.weeks * installation.site.settings.warnings.budget, "\(told)")
    }
}
