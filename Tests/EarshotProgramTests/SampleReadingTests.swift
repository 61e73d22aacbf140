import Earshot
import EarshotTesting
import Sample
import Store
import Testing

@testable import EarshotProgram

@Suite("The incidents of the sample, by the program's own reading")
struct SampleReadingTests {
    private static let today = Fixtures.today
    private static let brand = SampleBrand(seed: 20_261_121, today: today, count: 50_000)
    private static let installation = Result {
        var installation = try Installation.read(DemoTests.config, needsSecrets: false)
        // As the demo has it.
        installation.site.settings.console.isEnabled = true
        return installation
    }

    /// What is planted, as a warning names it, and the day on which it begins.
    private static let planted: [(subject: WarningSubject, since: Day)] = {
        let (wave, rise) = (brand.facts.fuelWave, brand.facts.risingRival)
        let rival = Rival(brand: rise.brand, series: rise.series ?? "")
        return [
            (.complaints(WatchedMatter(.city(wave.city), wave.aspect)), wave.days.lowerBound),
            (.praise(WatchedMatter(.city(rise.city), nil, praiseOf: rival)), rise.days.lowerBound),
        ]
    }()

    /// Days that are replayed, and those before them that are remembered: reading texts takes a debug build long.
    private static let (replayed, remembered) = (9, 40)

    @Test(
        "the planted wave of 油耗 in 杭州 and the praise for 远岚M6 in 南京 are found by their second day by the program's own reading, and their manager is told"
    )
    func found() async throws {
        let installation = try SampleReadingTests.installation.get()
        let folder = try TemporaryFolder()
        let store = try VoiceStore(path: folder.file("voices.db"))
        let comprehension = try installation.comprehension()
        let days =
            (SampleReadingTests.today - SampleReadingTests.replayed)...(SampleReadingTests.today - 1)
        let first = days.lowerBound - SampleReadingTests.remembered
        let cities = [
            SampleReadingTests.brand.facts.fuelWave.city,
            SampleReadingTests.brand.facts.risingRival.city,
        ]
        var page: [UnderstoodVoice] = []
        for labelled in SampleReadingTests.brand.labelledVoices() {
            guard let city = labelled.city, cities.contains(city),
                LocalCalendar.shanghai.day(of: labelled.voice.publishedAt) >= first
            else { continue }
            page.append(comprehension.understand(labelled.voice))
            if page.count == 500 {
                _ = try await store.add(page)
                page = []
            }
        }
        _ = try await store.add(page)
        let counts = try await store.complaints(during: first...days.upperBound)
        await store.close()

        let texts = try installation.texts()
        let course = try await SiteBacktest(
            installation, texts, try installation.workCalendar(for: days)
        )
        .course(of: days, counts)
        let sheet = BacktestSheet(installation, texts)
        let told = try course.warnings.map(sheet.line)
        for (subject, since) in SampleReadingTests.planted {
            let events = course.events.filter { $0.warning.subject == subject }
            let opened = try #require(
                events.first { $0.kind == .changed(.opened) }, "\(subject): \(told)")
            // The morning after the first or the second day, when it is whole.
            let openedOn = LocalCalendar.shanghai.day(of: opened.at)
            #expect((since + 1...since + 2).contains(openedOn), "\(told)")
            #expect(opened.told == ["liu-yang"], "\(told)")
        }
    }

    @Test("no voice tells of a danger: none is planted")
    func dangers() throws {
        let safety = try SampleReadingTests.installation.get().safetyWords()
        var told: [String] = []
        for voice in SampleReadingTests.brand.voices() {
            // What has no doubt opens a warning by itself.
            if safety.mentions(in: voice.text).contains(where: { $0.doubt == nil }) {
                told.append(voice.text)
            }
        }
        #expect(told.isEmpty, "\(told.count), as \(told.prefix(3))")
    }
}
