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

    @Test("the planted wave of 油耗 in 杭州 is found in its first days, and its manager is told")
    func found() async throws {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let days = (SampleIncidentTests.today - 30)...(SampleIncidentTests.today - 1)
        let backtest = SiteBacktest(
            installation, try installation.texts(), try installation.workCalendar(for: days))
        let course = try await backtest.course(of: days, SampleIncidentTests.counts)
        let wave = SampleIncidentTests.brand.facts.fuelWave
        let planted = WarningSubject.complaints(WatchedMatter(.city(wave.city), wave.aspect))
        let sheet = BacktestSheet(installation, try installation.texts())
        let told = try course.warnings.map(sheet.line)
        let warning = try #require(course.warnings.first { $0.subject == planted }, "\(told)")
        #expect(wave.days.contains(warning.since), "\(told)")
        let openedOn = LocalCalendar.shanghai.day(of: warning.openedAt)
        #expect(
            (wave.days.lowerBound + 1...wave.days.lowerBound + 4).contains(openedOn), "\(openedOn): \(told)")
        #expect(course.warnings.count == 1, "\(told)")
    }
}
