import Earshot
import EarshotTesting
import Testing

@testable import Web

@Suite("Messages taken in hand once")
struct TakenMessagesTests {
    private let message = MessageKey(channel: "wecom/sales", id: "71")

    @Test("a repeat learns no sooner than the first one that the message is on disk")
    func kept() async throws {
        let (messages, disk) = (TakenMessages(), Gate())
        let first = messages.take(message) {
            await disk.pass()
            return .kept
        }
        let repeated = messages.take(message) { .failed }
        #expect(first.isFirst)
        #expect(!repeated.isFirst)
        async let standing = repeated.keeping.result
        disk.open()
        #expect(try await first.keeping.result.get() == .kept)
        #expect(try await standing.get() == .kept)
        #expect(try await messages.keeping(of: message)?.result.get() == .kept)
    }

    @Test("what cannot be kept is told to every repeat, and may be taken again once it was let go")
    func failed() async throws {
        let messages = TakenMessages()
        let first = messages.take(message) { .failed }
        let repeated = messages.take(message) { .kept }
        #expect(try await first.keeping.result.get() == .failed)
        #expect(try await repeated.keeping.result.get() == .failed)
        messages.leave(message)
        #expect(messages.keeping(of: message) == nil)
        let again = messages.take(message) { .kept }
        #expect(again.isFirst)
        #expect(try await again.keeping.result.get() == .kept)
    }
}
