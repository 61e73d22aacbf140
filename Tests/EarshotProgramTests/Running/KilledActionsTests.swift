import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among agreed actions")
struct KilledActionsTests {
    private static let actions = 40

    @Test("every acknowledged action is kept once under its number, and so are the rest when sent again")
    func recording() async throws {
        let (site, platform) = try SampleSite.reached(
            ["boss", "doer"],
            rows: ["boss,周清,hq,,,wecom:boss|dingtalk:boss", "doer,某人,dealer,D001,,wecom:doer"])
        let (program, port) = try await site.serve()
        let acknowledged = Acknowledged(killAt: 15) { program.signal(SIGKILL) }
        await send(to: port) { acknowledged.note($0, $1) }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let before = acknowledged.answers
        #expect(before.count >= 15)

        let answers = try await site.answersAgain(after: before) { port, note in
            await send(to: port, note)
        }
        await platform.stop()
        #expect(answers.count == KilledActionsTests.actions)
        try await site.withStores { stores in
            let kept = try await stores.bot.actions(ActionFilter(), within: .all, offset: 0, limit: 1000)
            #expect(kept.count == KilledActionsTests.actions)
            #expect(Set(kept.map(\.words)).count == KilledActionsTests.actions)
            for action in kept {
                let number = action.words.drop { !$0.isNumber }.prefix { $0.isNumber }
                let answer = answers[String(number)] ?? ""
                #expect(answer.contains("已记下行动 \(action.name)（"), "\(answer)")
            }
        }
    }

    private func send(
        to port: UInt16, _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
    ) async {
        await withTaskGroup { group in
            for number in 0..<KilledActionsTests.actions {
                group.addTask {
                    let caller = Caller(port: port)
                    let answer = await RobotCalls.dingTalkAnswer(
                        to: "行动 某人 年底前 第\(number)件事要做", from: "boss", id: "\(number)", over: caller)
                    if let answer { note("\(number)", answer) }
                }
            }
        }
    }
}
