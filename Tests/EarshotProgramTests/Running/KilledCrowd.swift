import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

/// People who each send a robot one message, all at once, while the program is killed.
struct KilledCrowd: Sendable {
    /// Their identifiers, which their accounts and their messages have as well.
    let people: [String]
    let words: @Sendable (_ person: String) -> String

    /// Answers after which the program is killed.
    private static let killedAfter = 20

    init(_ count: Int, saying words: @escaping @Sendable (_ person: String) -> String) {
        (people, self.words) = ((0..<count).map { "p\($0)" }, words)
    }

    /// A site on which they all work.
    ///
    /// - Parameter place: role and store of a row of people.csv.
    func site(_ place: String = "dealer,D001") throws -> SampleSite {
        let rows = people.map { "\($0),某人\($0.dropFirst()),\(place),,dingtalk:\($0)\n" }
        return try SampleSite(people: "id,name,role,dealer,region,accounts\n" + rows.joined())
    }

    /// Everybody's message, until each has an answer or nobody is there to give one.
    func send(
        to port: UInt16, _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
    ) async {
        await withTaskGroup { group in
            for person in people {
                group.addTask {
                    let caller = Caller(port: port)
                    let answer = await RobotCalls.dingTalkAnswer(
                        to: words(person), from: person, id: person, over: caller)
                    if let answer { note(person, answer) }
                }
            }
        }
    }

    /// Has all send, kills the program amid it, serves again and has all send once more: who was answered is answered the same.
    ///
    /// - Returns: everybody's answer.
    func survive(on site: SampleSite) async throws -> [String: String] {
        let (program, port) = try await site.serve()
        let acknowledged = Acknowledged(killAt: KilledCrowd.killedAfter) { program.signal(SIGKILL) }
        await send(to: port) { acknowledged.note($0, $1) }
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        let before = acknowledged.answers
        #expect(before.count >= KilledCrowd.killedAfter)
        let answers = try await site.answersAgain(after: before) { port, note in
            await send(to: port, note)
        }
        #expect(answers.count == people.count)
        return answers
    }

    /// Words that no two people share.
    static func characters(of person: String) -> String {
        var random = SeededRandom(seed: UInt64(person.dropFirst()).map { $0 + 1 } ?? 0)
        let scalars = (0..<12).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0x4E00...0x8E00, using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
