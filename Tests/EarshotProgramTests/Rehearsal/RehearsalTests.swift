import Earshot
import EarshotTesting
import Sample
import Store
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("A rehearsal")
struct RehearsalTests {
    /// A time of the machine that a test moves.
    private final class MachineTime: Sendable {
        private let moment = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { moment.withLock { $0 } }
        func advance(by duration: Duration) { moment.withLock { $0 += duration } }
    }

    private static let installation = Result { try Installation.read(DemoTests.config, needsSecrets: false) }
    private static let comprehension = Result { try installation.get().comprehension() }

    @Test("its clock stands still until it begins, and then passes as many times faster")
    func clock() {
        let time = MachineTime()
        let clock = RehearsalClock(from: Fixtures.now, speed: 60) { time.now }
        time.advance(by: .seconds(30))
        #expect(clock.now == Fixtures.now)
        clock.begin()
        #expect(clock.now == Fixtures.now)
        time.advance(by: .seconds(2))
        #expect(clock.now == Fixtures.now + .seconds(120))
        clock.begin()
        #expect(clock.now == Fixtures.now + .seconds(120))
        #expect(clock.wait(until: Fixtures.now + .seconds(720)) == .seconds(10))
        #expect(clock.wait(until: Fixtures.now) == .zero)
    }

    @Test("beside it a message is said at the hour that it shows, elsewhere at the machine's")
    func besideIt() throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(path: folder.path)
        let machine = ManualClock()
        #expect(RehearsalMark.clock(in: data, machine: machine).now == Fixtures.now)
        let start = Fixtures.now + .seconds(1000)
        try RehearsalMark(start: start, begun: Fixtures.now, speed: 60).write(to: data)
        let clock = RehearsalMark.clock(in: data, machine: machine)
        #expect(clock.now == start)
        machine.advance(by: .seconds(10))
        #expect(clock.now == start + .seconds(600))
    }

    @Test("wherever a danger is rehearsed somebody sells, who can be told what to say")
    func dealers() throws {
        let people = try RehearsalTests.installation.get().directory.people
        for scenario in Scenario.all {
            for city in Set(scenario.arrivals.filter(\.isDanger).map(\.city)) {
                #expect(people.contains { $0.dealer?.city == city }, "\(scenario.name): \(city.name)")
            }
        }
    }

    @Test(
        "every voice is understood as a complaint about what it is of, in its city",
        arguments: Scenario.all.map(\.name))
    func understood(_ name: String) throws {
        let scenario = try #require(Scenario.named(name))
        let comprehension = try RehearsalTests.comprehension.get()
        #expect(scenario.arrivals.count > 0)
        for arrival in scenario.arrivals {
            let understood = comprehension.understand(arrival.voice(at: Fixtures.now))
            let text = understood.voice.text
            #expect(understood.city == arrival.city, "\(text)")
            #expect(understood.subject == .own, "\(text)")
            #expect(understood.reading.polarity == .negative, "\(text)")
            let opinion = understood.reading.opinions.first { $0.aspect == arrival.aspect }
            #expect(opinion?.polarity == .negative, "\(text): \(understood.reading.opinions)")
            #expect(!understood.reading.isAdvertisement, "\(text)")
        }
    }

    @Test("a voice of failing brakes tells of that danger by itself")
    func dangers() throws {
        let safety = try RehearsalTests.installation.get().safetyWords()
        for scenario in Scenario.all {
            for arrival in scenario.arrivals {
                let text = arrival.voice(at: Fixtures.now).text
                let keys = safety.mentions(in: text).filter { $0.doubt == nil }.map(\.danger.key)
                #expect(keys.contains("brake_failure") == arrival.isDanger, "\(text): \(keys)")
                #expect(arrival.isDanger || keys.isEmpty, "\(text): \(keys)")
            }
        }
    }

    @Test("all its voices come in, each for itself, dated as they come", arguments: Scenario.all.map(\.name))
    func played(_ name: String) async throws {
        let scenario = try #require(Scenario.named(name))
        let folder = try TemporaryFolder()
        let stores = try Stores(folder: folder.file("data"))
        let comprehension = try RehearsalTests.comprehension.get()
        let time = MachineTime()
        let clock = RehearsalClock(from: Fixtures.now, speed: 60) { time.now }
        clock.begin()
        // All of it is due.
        time.advance(by: .seconds(1800))
        let heard = Mutex<[City]>([])
        try await Rehearsal(scenario: scenario, clock: clock, start: Fixtures.now).play(
            into: IntakeDesk(comprehension: { comprehension }, register: stores.voices, clock: clock)
        ) { arrival, _ in
            heard.withLock { $0.append(arrival.city) }
        }
        #expect(heard.withLock { $0 } == scenario.arrivals.map(\.city))
        let counts = try await stores.voices.complaints(during: Fixtures.today...(Fixtures.today + 1))
        let nation = ComplaintCounts.Cell(city: nil, aspect: scenario.arrivals[0].aspect)
        let complaints = counts.cells[nation]?.reduce(0) { $0 + $1.complaints }
        #expect(complaints == scenario.arrivals.count)
        await stores.close()
    }

    @Test("the wave grows for eight hours in 苏州 before it is heard elsewhere")
    func growth() throws {
        let wave = try #require(Scenario.named("fuel-wave"))
        let elsewhere = try #require(wave.arrivals.first { $0.city.name != "苏州" })
        #expect(elsewhere.after == .seconds(510 * 60))
        let inSuzhou = wave.arrivals.filter { $0.city.name == "苏州" }
        let half = inSuzhou.count { $0.after < .seconds(270 * 60) }
        #expect(half * 2 < inSuzhou.count - half)
        #expect(Set(wave.arrivals.map(\.city.name)) == ["苏州", "无锡", "常州"])
        #expect(Scenario.named("nothing") == nil)
    }
}
