import Earshot
import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among what dealers record")
struct KilledNotesTests {
    @Test(
        "every acknowledged record is kept once and is a voice in the end, those that were changed or taken back too"
    )
    func recording() async throws {
        let crowd = KilledCrowd(60) { "记录 " + KilledNotesTests.words(of: $0) }
        let site = try crowd.site()
        let answers = try await crowd.survive(on: site)

        // A third run brings in what the second had no time for; each third person takes the record back.
        let (third, last) = try await site.serve()
        let isTakenBack = Dictionary(
            uniqueKeysWithValues: crowd.people.enumerated().map { ($1, $0.isMultiple(of: 3)) })
        for person in crowd.people where isTakenBack[person] == true {
            let answer = try await RobotCalls.dingTalk(
                "撤回记录", from: person, id: "taken-back-\(person)", over: Caller(port: last))
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
            var kept: Set<String> = []
            for person in crowd.people {
                for note in try await stores.bot.notes(of: person, offset: 0, limit: 9) {
                    #expect(kept.insert(note.words).inserted, "once")
                    #expect(answers[person]?.contains("已记录 \(note.number)：") == true)
                }
            }
            #expect(
                kept
                    == Set(
                        crowd.people.filter { isTakenBack[$0] != true }.map { KilledNotesTests.words(of: $0) }
                    ))
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

    private static func words(of person: String) -> String { "第\(person)位客户说空调有异味" }
}
