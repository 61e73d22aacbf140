import Crypto
import Earshot
import PlatformClients
import Web

/// Shows deliveries on the console's page. Recipients are people of the directory, by their ids.
struct ConsoleCarrier: Carrier {
    let feed: ConsoleFeed
    /// Those who have a conversation there.
    let people: @Sendable () -> [Person]

    static let channel = "console"

    /// A feed shows a key once, and a new start begins an empty feed: nothing is ever there twice.
    static let rules = ChannelRules(recognisesRepetitions: .seconds(365 * 24 * 3600))

    func send(_ consignment: Consignment) async -> SendOutcome {
        guard consignment.picture == nil else { return .unsendable(.noPictures) }
        guard !consignment.reply.blocks.isEmpty else { return .unsendable(.nothingToSay) }
        guard people().contains(where: { $0.id == consignment.recipient }) else {
            return .recipientGone(PlatformRemark(code: "console.unknown-person"))
        }
        // 64 digits: what the page takes for a key, whatever stands in the delivery's.
        let key = Hexadecimal.encode(Digest.sha256(of: Array(consignment.key.utf8)))
        do {
            try feed.push(consignment.reply, to: consignment.recipient, key: key)
            return .sent(SendReceipt())
        } catch {
            return .refused(PlatformRemark(code: "console.unwritable", words: "\(error)"))
        }
    }
}
