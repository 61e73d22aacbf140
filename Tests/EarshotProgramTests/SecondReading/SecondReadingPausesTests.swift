import Earshot
import Testing

@testable import EarshotProgram

@Suite("Waiting between second readings")
struct SecondReadingPausesTests {
    private func away(_ retryAfter: Duration? = nil) -> SecondReadings.Outcome {
        .unavailable(SecondReaderTrouble(code: "status 503", retryAfter: retryAfter))
    }

    @Test("in trouble it is twice as long each time, an hour at most, and a minute again afterwards")
    func trouble() {
        var pauses = SecondReadingPauses()
        let waited = (0..<9).map { _ in pauses.pause(after: away()).components.seconds }
        #expect(waited == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
        #expect(pauses.pause(after: .done) == .seconds(60))
        #expect(pauses.pause(after: away()) == .seconds(60))
    }

    @Test("a server that asks for more gets it, and one that asks for less does not")
    func retryAfter() {
        var pauses = SecondReadingPauses()
        #expect(pauses.pause(after: away(.seconds(500))) == .seconds(500))
        #expect(pauses.pause(after: away(.zero)) == .seconds(120))
    }

    @Test("without a budget ten minutes pass, so that a new day is met")
    func budget() {
        var pauses = SecondReadingPauses()
        #expect(pauses.pause(after: .outOfBudget) == .seconds(600))
        #expect(pauses.pause(after: .otherEdition) == .seconds(60))
    }
}
