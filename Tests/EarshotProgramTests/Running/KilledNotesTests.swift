import Earshot
import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among what dealers record")
struct KilledNotesTests {
    private static let people = 60

    @Test(
        "every acknowledged record is kept once and is a voice in the end, those that were changed or taken back too"
    )
    func recording() async throws {
        let rows = (0..<KilledNotesTests.people).map {
            "p\($0),某人\($0),dealer,D001,,dingtalk:p\($0)\n"
        }
        let site = try SampleSite(people: "id,name,role,dealer,region,accounts\n" + rows.joined())
        let (program, port) = try await site.serve()
        let acknowledged = Acknowledged(killAt: 20) { program.signal(SIGKILL) }
        await send(to: port) { acknowledged.note($0, $1) }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let before = acknowledged.answers
        #expect(before.count >= 20)
        let answers = try await site.answersAgain(after: before) { port, note in
            await send(to: port, note)
        }
        #expect(answers.count == KilledNotesTests.people)

        // A third run brings in what the second had no time for; each third person takes the record back.
        let (third, last) = try await site.serve()
        for person in stride(from: 0, to: KilledNotesTests.people, by: 3) {
            let answer = try await RobotCalls.dingTalk(
                "撤回记录", from: "p\(person)", id: "w\(person)", over: Caller(port: last))
            #expect(RobotCalls.words(answer).contains("已撤回记录"))
        }
        third.signal(SIGKILL)
        #expect(await third.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        try await site.withStores { stores in
            let comprehension = try Installation.read(site.config, needsSecrets: false).comprehension()
            let rounds = DealerNoteRounds(
                queue: stores.bot, register: stores.voices, voices: stores.voices
            ) { comprehension }
            try await rounds.bring()
            #expect(try await stores.bot.waitingNotes(limit: 9).isEmpty)
            let people = (0..<KilledNotesTests.people)
            var kept: Set<String> = []
            for person in people {
                for note in try await stores.bot.notes(of: "p\(person)", offset: 0, limit: 9) {
                    #expect(kept.insert(note.words).inserted, "once")
                    #expect(answers["p\(person)"]?.contains("已记录 \(note.number)：") == true)
                }
            }
            #expect(kept == Set(people.filter { $0 % 3 != 0 }.map { KilledNotesTests.words(of: $0) }))
            let scope = Scope(
                of: Person(id: "hq", name: "总部", role: .hq, accounts: []), regions: Fixtures.regions)
            guard case .seen(let nation) = scope.nation() else { return }
            let today = LocalCalendar.shanghai.day(of: SystemClock().now)
            let noted = try await stores.voices.notes(
                NoteSelection(.notes(in: nation), during: today - 1...today + 1), limit: 1000)
            #expect(noted.map(\.text).sorted() == kept.sorted())
            #expect(try await stores.voices.recountDifferences() == 0)
        }
    }

    private static func words(of person: Int) -> String { "第\(person)位客户说空调有异味" }

    private func send(
        to port: UInt16, _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
    ) async {
        await withTaskGroup { group in
            for person in 0..<KilledNotesTests.people {
                group.addTask {
                    let caller = Caller(port: port)
                    let id = "p\(person)"
                    // An empty answer says that the words come later; a busy machine may need some time.
                    for _ in 0..<20 {
                        let answer = try? await RobotCalls.dingTalk(
                            "记录 " + KilledNotesTests.words(of: person), from: id, id: id, over: caller)
                        guard let answer, answer.status == 200 else { return }
                        if !RobotCalls.words(answer).isEmpty { return note(id, answer.body) }
                    }
                }
            }
        }
    }
}
