import Foundation
import Testing

/// One after the other: each has a program of its own.
@Suite("Complete dialogues over the platform's callback", .serialized)
struct DialogueTests {
    @Test(
        "are answered as they are written", .timeLimit(.minutes(1)), arguments: try DialogueScript.all.get())
    func dialogue(_ script: DialogueScript) async throws {
        let shown = ProcessInfo.processInfo.environment["EARSHOT_DIALOGUES"]
        // Words of a title or a file's name: those alone.
        if let shown, shown != "1", !script.testDescription.contains(shown) { return }
        let house = try await DialogueHouse()
        var answer = ""
        for step in script.steps {
            let place = "\(script.file):\(step.line)"
            switch step.action {
            case .warning(let city, let matter): try await house.warn(of: matter, in: city)
            case .say(let text, let name, let inGroup, let withPicture):
                answer = try await house.say(text, by: name, inGroup: inGroup, withPicture: withPicture)
            case .expect(let words): #expect(answer.contains(words), "\(place): \(answer)")
            case .expectNot(let words): #expect(!answer.contains(words), "\(place): \(answer)")
            case .repeated: #expect(try await house.sayAgain() == answer, "\(place)")
            case .kill: await house.kill()
            case .reaches(let name, let words): try await house.awaitMessage(to: name, with: words)
            }
        }
        await house.end()
        if shown != nil {
            print("# \(script.testDescription)\n" + house.transcript.joined(separator: "\n"))
        }
    }

    @Test("are many, of several people, with interruptions and restarts")
    func many() throws {
        let scripts = try DialogueScript.all.get()
        func isKilled(_ script: DialogueScript) -> Bool {
            script.steps.contains { if case .kill = $0.action { true } else { false } }
        }
        func people(_ script: DialogueScript) -> Set<String> {
            Set(script.steps.compactMap { if case .say(_, let name, _, _) = $0.action { name } else { nil } })
        }
        #expect(scripts.count >= 40)
        #expect(scripts.count(where: isKilled) >= 8)
        #expect(scripts.count { people($0).count > 1 } >= 10)
        #expect(
            scripts.allSatisfy { script in
                script.steps.contains { if case .expect = $0.action { true } else { false } }
            })
    }

    @Test(
        "that cannot be read are told with their line",
        arguments: [
            "王磊: 建议", "# 题\n< \n王磊 建议", "# 题\n+ warning 杭州", "# 题\n:",
        ])
    func unreadable(_ text: String) {
        #expect(throws: DialogueScript.Unreadable.self) { try DialogueScript.read(text, of: "x.txt") }
    }
}
