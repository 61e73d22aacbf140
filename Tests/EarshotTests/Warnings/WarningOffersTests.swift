import EarshotTesting
import Testing

@testable import Earshot

@Suite("What may be done about a warning as it stands")
struct WarningOffersTests {
    private func offers(_ warning: Warning, details: Bool = true) -> [String] {
        WarningOffers.all(warning, offersDetails: details, at: Fixtures.now).map {
            String($0.words.name.dropFirst("offer.warning-".count))
        }
    }

    @Test("one that nobody has taken on asks for somebody first, and offers all nine")
    func unclaimed() {
        let warning = WarningFixture.warning()
        #expect(
            offers(warning) == [
                "claim", "details", "dismiss", "assign", "silence", "tell", "quotes", "trend", "resolve",
            ])
        #expect(!offers(warning, details: false).contains("details"))
    }

    @Test(
        "one that somebody has asks to tell the dealers and to end it, and once they are told to end it first"
    )
    func claimed() throws {
        var warning = WarningFixture.warning()
        _ = try warning.apply(.claim, by: "head", at: Fixtures.now)
        #expect(
            offers(warning) == [
                "details", "tell", "resolve", "quotes", "assign", "dismiss", "trend", "silence",
            ])
        _ = try warning.apply(.tell(words: "请核实", recipients: 2, cities: nil), by: "head", at: Fixtures.now)
        #expect(offers(warning).prefix(3) == ["details", "resolve", "tell"])
    }

    @Test("no silence is offered while one lasts, and again after its end")
    func silenced() throws {
        var warning = WarningFixture.warning()
        _ = try warning.apply(
            .silence(until: Fixtures.now + .seconds(60), reason: nil), by: "head", at: Fixtures.now)
        #expect(!offers(warning).contains("silence"))
        let later = WarningOffers.all(
            warning, offersDetails: true, at: Fixtures.now + .seconds(60))
        #expect(later.contains(.silence))
    }

    @Test("of one that is over, only what can be read is offered", arguments: [true, false])
    func ended(isResolved: Bool) throws {
        var warning = WarningFixture.warning()
        _ = try warning.apply(
            isResolved ? .resolve(remark: nil) : .dismiss(remark: nil), by: "head", at: Fixtures.now)
        #expect(offers(warning) == ["details", "quotes", "trend"])
    }

    @Test("a source that is silent has no words, no course and no line to take")
    func technical() {
        let warning = WarningFixture.warning(WarningFixture.silence(on: Fixtures.today))
        #expect(offers(warning) == ["claim", "details", "dismiss", "assign", "silence", "resolve"])
    }

    @Test("what stands on no first card is on the second or third, with what leads back")
    func others() throws {
        func names(_ warning: Warning, after cards: Int) -> [String] {
            WarningOffers.others(warning, after: cards, at: Fixtures.now).map {
                String($0.words.name.dropFirst("offer.warning-".count))
            }
        }
        var warning = WarningFixture.warning()
        #expect(names(warning, after: 1) == ["silence", "tell", "quotes", "trend", "resolve", "details"])
        #expect(names(warning, after: 2) == ["resolve", "details"])
        // More than two cards behind the first would need further words.
        #expect(offers(warning).count <= 3 * WarningOffers.alwaysShown)
        _ = try warning.apply(.claim, by: "head", at: Fixtures.now)
        #expect(names(warning, after: 1) == ["assign", "dismiss", "trend", "silence", "details"])
        #expect(names(warning, after: 2) == offers(warning))
        _ = try warning.apply(.resolve(remark: nil), by: "head", at: Fixtures.now)
        #expect(names(warning, after: 1) == ["details", "quotes", "trend"])
    }
}
