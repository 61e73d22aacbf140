import Testing

@testable import EarshotProgram

@Suite("How often a log is told of long work")
struct ProgressPaceTests {
    @Test("not in the first ten seconds, and then at most once in ten, however often something is done")
    func pace() {
        let start = ContinuousClock.now
        var pace = ProgressPace(from: start)
        let told = (0...400).filter { pace.isDue(at: start + .milliseconds(100 * $0)) }
        #expect(told == [100, 200, 300, 400])
        let later = [65, 74].map { pace.isDue(at: start + .seconds($0)) }
        #expect(later == [true, false])
    }
}
