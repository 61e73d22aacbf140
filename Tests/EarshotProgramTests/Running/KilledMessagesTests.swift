import Earshot
import EarshotTesting
import Foundation
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among messages")
struct KilledMessagesTests {
    private static let people = 100
    private static let connections = 2

    /// Pages of quotes: a person asks for the first, then nine times for more of the fifty that are shown.
    private static let pages = 2...10

    @Test(
        "of 1,000 concurrent messages every acknowledged one is handled once, and so is the rest when sent again"
    )
    func messages() async throws {
        let rows = (0..<KilledMessagesTests.people).map { "p\($0),某人\($0),dealer,D001,,dingtalk:p\($0)\n" }
        let site = try SampleSite(people: "id,name,role,dealer,region,accounts\n" + rows.joined())
        try await site.fill(120)

        let (program, port) = try await site.serve()
        let acknowledged = Acknowledged(killAt: 400) { program.signal(SIGKILL) }
        await send(to: port) { acknowledged.note($0, $1) }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let before = acknowledged.answers
        #expect(before.count >= 400)
        #expect(before.count < 1000, "the program ended before the kill")

        let onDisk = try await site.withStores { stores in
            var onDisk = 0
            for id in before.keys {
                let reply = try await stores.bot.reply(to: MessageKey(channel: "dingtalk/sales", id: id))
                if reply != nil { onDisk += 1 }
            }
            return onDisk
        }
        #expect(onDisk == before.count)

        let answers = try await site.answersAgain(after: before) { port, note in
            await send(to: port, note)
        }
        #expect(answers.count == 1000)
        for person in 0..<KilledMessagesTests.people {
            // Each 更多 moved the conversation one page on, whatever the order: no page twice, none left out.
            let shown = KilledMessagesTests.pages.compactMap { answers["p\(person)-\($0)"] }
                .compactMap { $0.firstMatch(of: /第 (\d+)–/).flatMap { Int($0.1) } }
            #expect(shown.sorted() == KilledMessagesTests.pages.map { ($0 - 1) * 5 + 1 }, "p\(person)")
        }
        let connection = try Connection(path: site.folder.file("data/bot.db"), access: .readOnly)
        #expect(try connection.queryOne("SELECT COUNT(*) FROM handled") { $0.int(0) } == 1000)
        #expect(
            try connection.queryOne("SELECT COUNT(*) FROM conversation") { $0.int(0) }
                == KilledMessagesTests.people)
    }

    /// Sends every person's messages, over two connections each at the same time, and notes what is answered
    /// with success.
    private func send(
        to port: UInt16, _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
    ) async {
        await withTaskGroup { group in
            for person in 0..<KilledMessagesTests.people {
                group.addTask {
                    let caller = Caller(port: port)
                    func say(_ text: String, _ page: Int, over caller: Caller?) async {
                        let id = "p\(person)-\(page)"
                        let answer = await RobotCalls.dingTalkAnswer(
                            to: text, from: "p\(person)", id: id, over: caller)
                        if let answer { note(id, answer) }
                    }
                    await say("油耗的差评原文", 1, over: caller)
                    await withTaskGroup { more in
                        for half in 0..<KilledMessagesTests.connections {
                            more.addTask {
                                let own = half == 0 ? caller : Caller(port: port)
                                for page in KilledMessagesTests.pages where page % 2 == half {
                                    await say("更多", page, over: own)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
