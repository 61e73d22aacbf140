import Earshot
import EarshotTesting

@testable import Store

/// An outbox of a new file.
struct OutboxHouse {
    let folder: TemporaryFolder
    let store: BotStore

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db")) { $0 }
    }
}

/// What tests of the outbox have in common.
protocol OutboxSuite {
    var house: OutboxHouse { get }
}

extension OutboxSuite {
    var folder: TemporaryFolder { house.folder }
    var store: BotStore { house.store }
    var now: Timestamp { Timestamp(seconds: 1_800_000_000) }

    func delivery(
        _ key: String, to recipient: String = "wecom:a", text: String? = nil,
        priority: Delivery.Priority = .normal, within: Duration = .seconds(3600), notBefore: Timestamp? = nil
    ) -> Delivery {
        Delivery(
            key: key, channel: "c", recipient: recipient, reply: Reply([.text(text ?? key)]),
            priority: priority, notBefore: notBefore, deadline: now + within)
    }

    func begin(
        _ rules: ChannelRules = ChannelRules(), most: Int = 100, at moment: Timestamp? = nil
    ) async throws -> Dispatch {
        try await store.begin(on: "c", rules: rules, most: most, at: moment ?? now)
    }

    func texts(_ dispatch: Dispatch) -> [String] {
        dispatch.consignments.map { consignment in
            consignment.reply.blocks.map { block in
                if case .text(let text) = block { text } else { "?" }
            }.joined(separator: "+")
        }
    }
}
