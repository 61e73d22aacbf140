import Earshot
import EarshotTesting
import Foundation
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among suggestions")
struct KilledSuggestionsTests {
    private static let people = 60

    @Test(
        "of 60 people who file at once every acknowledged suggestion is kept once under its number, and so are the rest"
    )
    func filing() async throws {
        let rows = (0..<KilledSuggestionsTests.people).map {
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
        #expect(answers.count == KilledSuggestionsTests.people)
        try await site.withStores { stores in
            var filter = SuggestionFilter()
            filter.includesParts = true
            let kept = try await stores.bot.suggestions(filter, within: .all, offset: 0, limit: 1000)
            #expect(kept.count == KilledSuggestionsTests.people)
            #expect(Set(kept.map(\.filer.person)).count == KilledSuggestionsTests.people)
            for suggestion in kept {
                let answer = answers[suggestion.filer.person] ?? ""
                #expect(answer.contains("已收到建议 \(suggestion.name)「"), "\(answer)")
                #expect(try await stores.bot.history(of: suggestion.number).map(\.kind) == [.filed])
            }
        }
    }

    /// Words that no two people share, so that none is asked whether it is another's.
    private static func words(of person: Int) -> String {
        var random = SeededRandom(seed: UInt64(person) + 1)
        let scalars = (0..<12).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0x4E00...0x8E00, using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private func send(
        to port: UInt16, _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
    ) async {
        await withTaskGroup { group in
            for person in 0..<KilledSuggestionsTests.people {
                group.addTask {
                    let caller = Caller(port: port)
                    let id = "p\(person)"
                    // An empty answer says that the words come later; a busy machine may need some time.
                    for _ in 0..<20 {
                        let answer = try? await RobotCalls.dingTalk(
                            "建议:" + KilledSuggestionsTests.words(of: person), from: id, id: id, over: caller)
                        guard let answer, answer.status == 200 else { return }
                        if !RobotCalls.words(answer).isEmpty { return note(id, answer.body) }
                    }
                }
            }
        }
    }
}
