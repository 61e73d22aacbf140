import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among hand-overs")
struct KilledHandOversTests {
    private static let people = 40
    private static let manager = "m0"

    @Test(
        "every acknowledged question is handed over once under its number, and so are the rest when sent again"
    )
    func opening() async throws {
        let names = (0..<KilledHandOversTests.people).map { "p\($0)" }
        let (site, platform) = try SampleSite.reached(
            names + [KilledHandOversTests.manager],
            rows: names.map { "\($0),某人\($0),dealer,D001,,wecom:\($0)|dingtalk:\($0)" }
                + ["m0,经理,manager,,华东,wecom:m0"])
        let (program, port) = try await site.serve()
        let acknowledged = Acknowledged(killAt: 15) { program.signal(SIGKILL) }
        await send(to: port, names) { acknowledged.note($0, $1) }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let before = acknowledged.answers
        #expect(before.count >= 15)

        let answers = try await site.answersAgain(after: before) { port, note in
            await send(to: port, names, note)
        }
        await platform.stop()
        #expect(answers.count == names.count)
        try await site.withStores { stores in
            let kept = try await stores.bot.openHandOvers(within: .all, limit: 1000)
            #expect(kept.count == names.count && Set(kept.map(\.asker)) == Set(names))
            for handOver in kept {
                let answer = answers[handOver.asker] ?? ""
                #expect(answer.contains("已转给经理（\(handOver.name)）"), "\(answer)")
                let lines = try await stores.bot.lines(ofHandOver: handOver.number, limit: 9)
                #expect(lines.map(\.text) == ["第\(handOver.asker)件事怎么办"])
            }
            let deliveries = try await stores.bot.deliveries(
                in: Set(DeliveryState.allCases), on: nil, limit: 999)
            #expect(deliveries.count == names.count, "the manager is told of each once")
            #expect(Set(deliveries.map(\.key)).count == names.count)
        }
    }

    private func send(
        to port: UInt16, _ names: [String],
        _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
    ) async {
        await withTaskGroup { group in
            for name in names {
                group.addTask {
                    let caller = Caller(port: port)
                    let answer = await RobotCalls.dingTalkAnswer(
                        to: "转人工 第\(name)件事怎么办", from: name, id: name, over: caller)
                    if let answer { note(name, answer) }
                }
            }
        }
    }
}
