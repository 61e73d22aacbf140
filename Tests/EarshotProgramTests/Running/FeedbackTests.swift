import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("Feedback of the running program")
struct FeedbackTests {
    @Test("a 👎 survives kill -9 and is shown with the answer it is of, and nothing of it is in the log")
    func negative() async throws {
        let site = try SampleSite()
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        let question: [String: Any] = [
            "msgid": "w1", "msgtype": "text", "chattype": "single", "from": ["userid": "d1"],
            "text": ["content": "油耗的差评原文"],
        ]
        let stream = try await RobotCalls.weCom(question, over: caller)?.answer["stream"] as? [String: Any]
        let id = try #require((stream?["feedback"] as? [String: Any])?["id"] as? String)
        func thumb(_ type: Int, _ event: String) async throws -> Int? {
            try await RobotCalls.weCom(
                [
                    "msgid": event, "msgtype": "event", "from": ["userid": "d1"],
                    "event": [
                        "eventtype": "feedback_event",
                        "feedback_event": [
                            "id": id, "type": type, "content": "打13800138000问过，不对",
                            "inaccurate_reason_list": [3],
                        ],
                    ],
                ], over: caller)?.status
        }
        #expect(try await thumb(2, "f1") == 200)
        #expect(try await thumb(2, "f1") == 200)
        let metrics = await caller?.call("GET", "/metrics")?.body ?? ""
        #expect(metrics.contains(#"earshot_feedback_total{platform="wecom-bot",verdict="negative"} 1"#))
        #expect(!metrics.contains(#"verdict="repeated""#))
        program.signal(SIGKILL)
        _ = await program.end()
        #expect(program.log.allSatisfy { !$0.contains("问过") && !$0.contains("d1") })

        func feedback(_ arguments: String...) async throws -> (output: String, log: [String], status: Int32?)
        {
            let run = try await RunningProgram.run(["feedback"] + arguments + ["--config", site.config])
            return (run.output, run.log, run.end?.status)
        }
        let list = try await feedback("list", "--negative")
        let fields = list.output.trimmingCharacters(in: .newlines).components(separatedBy: "\t")
        #expect(fields.count == 7)
        #expect(fields[0] == "1")
        #expect(fields[2...3] == ["negative", "wrong"])
        #expect(fields[4].hasPrefix("insight.quotes aspect=fuel"))
        #expect(fields[5] == "wecom:d1")
        #expect(fields[6].contains("问过") && !fields[6].contains("13800138000"))
        #expect(list.log == ["0 positive, 1 negative, 0 withdrawn"])
        let worst = try await feedback("worst").output.trimmingCharacters(in: .newlines)
        let failed = worst.components(separatedBy: "\t")
        #expect(
            failed.count == 7 && failed[0] == "1" && failed[3] == "wrong 1" && failed[4] == "1", "\(worst)")
        #expect(failed[1].hasPrefix("insight.quotes aspect=fuel") && !worst.contains("13800138000"))
        let sheet = try await feedback("show", "1").output
        #expect(sheet.contains("message\tw1"))
        #expect(sheet.contains("高速油耗太高"))
        #expect(try await feedback("list", "--since", "2999-01-01").output.isEmpty)
        #expect(try await feedback("show", "2").status == 1)
        for wrong in [
            [], ["list", "x"], ["show"], ["show", "x"], ["list", "--since", "gestern"],
            ["show", "1", "--negative"], ["drop", "1"],
        ] {
            let run = try await RunningProgram.run(["feedback"] + wrong + ["--config", site.config])
            #expect(run.end?.status == 2, "\(wrong)")
        }
    }
}
