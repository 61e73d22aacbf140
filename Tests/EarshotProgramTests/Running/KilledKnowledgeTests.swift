import Earshot
import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among lines to take")
struct KilledKnowledgeTests {
    @Test(
        "of 40 that are confirmed at once every acknowledged one is kept once under its number, and so are the rest"
    )
    func confirming() async throws {
        let crowd = KilledCrowd(40) { _ in "确认" }
        let site = try crowd.site("hq,")
        // What is to be confirmed is on disk as well.
        let (program, port) = try await site.serve()
        for person in crowd.people {
            let shown = try await RobotCalls.dingTalk(
                "新增口径 问题：\(KilledCrowd.characters(of: person)) 回答：第\(person)条的说法", from: person,
                id: "shown-\(person)", over: Caller(port: port))
            #expect(RobotCalls.words(shown).contains("请确认"), "\(RobotCalls.words(shown))")
        }
        program.signal(SIGKILL)
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))

        let answers = try await crowd.survive(on: site)
        try await site.withStores { stores in
            let kept = try await stores.bot.entries(
                KnowledgeFilter(includesRetired: true), within: .all, offset: 0, limit: 1000)
            #expect(kept.count == crowd.people.count)
            #expect(Set(kept.map(\.filed.by)) == Set(crowd.people))
            for entry in kept {
                let person = entry.filed.by
                #expect(entry.content.question == KilledCrowd.characters(of: person))
                #expect(entry.content.answer == "第\(person)条的说法")
                let answer = answers[person] ?? ""
                #expect(answer.contains("已保存口径 \(entry.name)"), "\(answer)")
                #expect(try await stores.bot.revisions(of: entry.number).map(\.kind) == [.filed])
            }
        }
    }
}
