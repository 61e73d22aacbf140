import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("What is done on the first of each day")
struct DayChangeTests {
    @Test("is done once a day, not on the day of the start, and again by a clock that was set back")
    func once() {
        var days = DayChange(after: Fixtures.today)
        let asked = [0, 0, 1, 1, 1, 2, 5, 5, 4, 4].map {
            (day: $0, hasCome: days.hasCome(by: Fixtures.today + $0))
        }
        #expect(asked.filter(\.hasCome).map(\.day) == [1, 2, 5, 4])
    }
}
