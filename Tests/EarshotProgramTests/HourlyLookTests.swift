import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("When the counts are looked at again")
struct HourlyLookTests {
    private let start = Fixtures.now

    /// At which of some moments, in milliseconds from the start, a look is made.
    ///
    /// - Parameter failing: the looks that are not done, counted from 0.
    private func looks(_ moments: [Int], failing: Set<Int> = []) async -> [Int] {
        var (hourly, made) = (HourlyLook(), [Int]())
        for moment in moments {
            await hourly.make(at: start + .milliseconds(moment)) {
                made.append(moment)
                return !failing.contains(made.count - 1)
            }
        }
        return made
    }

    @Test("at once, then an hour after the last time, and no millisecond before")
    func hourly() async {
        let hour = 3_600_000
        #expect(
            await looks([0, 1, 60_000, hour - 1, hour, hour + 1, 2 * hour - 1, 2 * hour, 9 * hour])
                == [0, hour, 2 * hour, 9 * hour])
        // An hour from the look, not from when it was due.
        #expect(await looks([0, hour + 500, 2 * hour, 2 * hour + 499, 2 * hour + 500]).count == 3)
    }

    @Test("at once behind a clock that was set back, and an hour after that")
    func setBack() async {
        let hour = 3_600_000
        #expect(await looks([0, -1, 0, hour - 2, hour - 1]) == [0, -1, hour - 1])
        let month = 30 * 24 * hour
        #expect(await looks([month, 0, hour - 1, hour]) == [month, 0, hour])
    }

    @Test("at the next occasion where it was not done, until it is")
    func failed() async {
        let (minute, hour) = (60_000, 3_600_000)
        #expect(
            await looks(
                [0, minute, 2 * minute, 3 * minute, hour + minute, hour + 2 * minute], failing: [0, 1])
                == [0, minute, 2 * minute, hour + 2 * minute])
        #expect(
            await looks([0, hour, hour + minute, hour + 2 * minute], failing: [1]) == [
                0, hour, hour + minute,
            ])
    }
}
