import EarshotTesting
import Synchronization
import Testing

@testable import Web

@Suite("Work that is waited for with patience")
struct ErrandTests {
    private struct Broken: Error {}

    /// A patience that ends when its gate opens.
    private func patience(until gate: Gate) -> Patience {
        Patience(.seconds(2)) { _ in await gate.pass() }
    }

    @Test("the result comes to all who wait for it")
    func result() async throws {
        let work = Gate()
        let never = Gate()
        let errand = Errand {
            await work.pass()
            return 42
        }
        async let patient = errand.result
        async let first = errand.result(within: patience(until: never))
        async let second = errand.result(within: patience(until: never))
        work.open()
        #expect(try await patient.get() == 42)
        #expect(try await first?.get() == 42)
        #expect(try await second?.get() == 42)
        // Long done.
        #expect(try await errand.result(within: patience(until: never))?.get() == 42)
        never.open()
    }

    @Test("a failure is a result like any other")
    func failure() async {
        let never = Gate()
        let errand = Errand<Int> { throw Broken() }
        let result = await errand.result(within: patience(until: never))
        #expect(throws: Broken.self) { try result?.get() }
        never.open()
    }

    @Test("patience that ends first brings nothing, and the work goes on to its end")
    func impatience() async throws {
        let work = Gate()
        let end = Gate()
        end.open()
        let errand = Errand {
            await work.pass()
            return 42
        }
        #expect(await errand.result(within: patience(until: end)) == nil)
        work.open()
        #expect(try await errand.result.get() == 42)
    }
}

@Suite("Patience")
struct PatienceTests {
    /// What happened, in order.
    private final class Events: Sendable {
        private let state = Mutex<[String]>([])
        var all: [String] { state.withLock { $0 } }
        func add(_ event: String) { state.withLock { $0.append(event) } }
    }

    @Test("waits end in the order in which they began, those that are called off never")
    func order() async {
        let gate = Gate()
        let last = Gate()
        let events = Events()
        let patience = Patience(.seconds(2)) { _ in await gate.pass() }
        _ = patience.begin { events.add("first") }
        let second = patience.begin { events.add("second") }
        _ = patience.begin { events.add("third") }
        let fourth = patience.begin { events.add("fourth") }
        _ = patience.begin {
            events.add("fifth")
            last.open()
        }
        patience.end(second)
        patience.end(fourth)
        patience.end(second)
        gate.open()
        await last.pass()
        #expect(events.all == ["first", "third", "fifth"])
    }

    @Test("it sleeps again for waits that begin after all others have ended")
    func again() async {
        let pauses = Events()
        let patience = Patience(.seconds(2)) { _ in pauses.add("pause") }
        for _ in 0..<3 {
            let end = Gate()
            _ = patience.begin { end.open() }
            await end.pass()
        }
        #expect(pauses.all.count >= 3)
    }
}
