import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram
@testable import Web

@Suite("Deliveries to the console's page")
struct ConsoleCarrierTests {
    private let feed = ConsoleFeed(name: "f1", clock: ManualClock())
    private var carrier: ConsoleCarrier { ConsoleCarrier(feed: feed) { [Fixtures.eastManager] } }

    private func consignment(
        _ key: String = "warning/128/opened/console:liqiang", to recipient: String = Fixtures.eastManager.id
    ) -> Consignment {
        Consignment(
            number: 1, key: key, deliveries: [1], channel: ConsoleCarrier.channel, recipient: recipient,
            reply: Reply([.title("预警"), .text("杭州油耗投诉上升")]))
    }

    private var shown: [String] {
        feed.news(for: Fixtures.eastManager.id, after: 0).entries.map {
            String(decoding: $0.entry.json(sequence: $0.sequence), as: UTF8.self)
        }
    }

    @Test("what is delivered is shown to its person, once however often it is tried")
    func delivered() async throws {
        for _ in 0..<2 { #expect(await carrier.send(consignment()) == .sent(SendReceipt())) }
        #expect(shown.count == 1)
        #expect(shown[0].contains("\"kind\":\"pushed\"") && shown[0].contains("杭州油耗投诉上升"))
        #expect(await carrier.send(consignment("warning/129/opened/console:liqiang")) == .sent(SendReceipt()))
        #expect(shown.count == 2)
    }

    @Test("whatever stands in a delivery's key, the page takes the one it is shown under")
    func keys() async throws {
        let keys = ["预警\"}/\u{1B}[2J", String(repeating: "k", count: 4000)]
        for key in keys { #expect(await carrier.send(consignment(key)) == .sent(SendReceipt())) }
        let news = feed.news(for: Fixtures.eastManager.id, after: 0)
        #expect(news.entries.count == 2 && news.entries.allSatisfy { isConsoleKey($0.entry.key) })
    }

    @Test("somebody whom the directory does not know is gone, and pictures are not shown")
    func refused() async throws {
        #expect(
            await carrier.send(consignment(to: "nobody"))
                == .recipientGone(PlatformRemark(code: "console.unknown-person")))
        var picture = consignment()
        picture.picture = Picture([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xD9])
        #expect(await carrier.send(picture) == .unsendable(.noPictures))
        var silent = consignment()
        silent.reply = Reply()
        #expect(await carrier.send(silent) == .unsendable(.nothingToSay))
        #expect(shown.isEmpty && feed.news(for: "nobody", after: 0).entries.isEmpty)
    }
}
