import Earshot
import EarshotTesting
import Foundation
import Glibc
import JSON
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("The program with a language model")
struct LanguageModelRunTests {
    /// A site with a language model's stand-in.
    private struct House {
        let standIn: StandIn<LanguageModelPlatform>
        let server: String
        let site: SampleSite
        static let environment = ["LANGUAGE_MODEL_KEY": "sk-stand-in"]

        init(
            _ members: String = "margin: 0.5",
            write: @escaping @Sendable (LanguageModelConversation) -> String = SecondReadingHouse.complaining
        ) throws {
            standIn = StandIn(LanguageModelPlatform(write: write), clock: SystemClock())
            server = try standIn.start()
            site = try SampleSite(
                hosts: [server], languageModel: House.section(server, members))
        }

        static func section(_ server: String, _ members: String) -> String {
            "address: \"\(server)/v1\", model: \"stand-in\", key: {env: \"LANGUAGE_MODEL_KEY\"}, \(members)"
        }

        func run(_ arguments: [String]) async throws -> (status: Int32?, output: String, log: String) {
            let run = try await RunningProgram.run(
                arguments + ["--config", site.config],
                environment: SampleSite.environment.merging(House.environment) { $1 })
            return (run.end?.status, run.output, run.log.joined(separator: "\n"))
        }

        func asked() -> [String] {
            standIn.requests.compactMap { LanguageModelPlatform.conversation(in: $0)?.text }
        }
    }

    private static func ingest(_ texts: [String], into site: SampleSite) async throws {
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let lines = texts.enumerated().map { number, text in
            #"{"id":"\#(number)","source":"论坛","text":"\#(text)","published_at":"\#(today - 1)T10:00:00+08:00","#
                + #""location":{"city":"杭州"}}"#
        }
        try site.write(lines.joined(separator: "\n"), to: "voices.ndjson")
        let run = try await RunningProgram.run(
            ["ingest", "--config", site.config, site.folder.file("voices.ndjson")],
            environment: SampleSite.environment.merging(House.environment) { $1 })
        #expect(run.end?.status == 0, "\(run.log)")
    }

    @Test(
        "a killed service goes on with what was not asked, and the figures are those of the corrected voices")
    func killed() async throws {
        let house = try House("margin: 0.5, requestsAtOnce: 1")
        try await Self.ingest(SecondReadingsTests.texts, into: house.site)
        let held = Gate()
        let third = SecondReadingsTests.texts[5]
        house.standIn.misbehave { request in
            LanguageModelPlatform.conversation(in: request)?.text == third
                ? .late(until: { await held.pass() }) : nil
        }
        let first = try house.site.start(environment: House.environment)
        while !house.asked().contains(third) { await Task.yield() }
        first.signal(SIGKILL)
        _ = await first.end()
        held.open()
        house.standIn.recover()
        let (second, port) = try await house.site.serve(environment: House.environment)
        _ = await second.logged("\"message\":\"voices were read a second time\"")
        let caller = Caller(port: port)
        let ready = try #require(await caller?.call("GET", "/readyz")?.body)
        let count = house.asked().count
        #expect(ready.contains("language model: \(count) of 1000 texts asked about today\n"), "\(ready)")
        let metrics = try #require(await caller?.call("GET", "/metrics")?.body)
        #expect(metrics.contains("earshot_second_reading_budget_left \(1000 - count)\n"))
        #expect(metrics.contains("earshot_second_reading_texts_total{event=\"changed\"}"))
        second.signal(SIGTERM)
        #expect(await second.end()?.status == 0)
        // Only the one that was under way was asked again.
        #expect(house.asked().count == Set(house.asked()).count + 1)
        #expect(try await house.site.withStores { try await $0.voices.recountDifferences() } == 0)
        await house.standIn.stop()
    }

    @Test("taken out of the settings, the figures come to be those without it")
    func switchedOff() async throws {
        let house = try House()
        try await Self.ingest(SecondReadingsTests.texts, into: house.site)
        func mentions() throws -> [String] {
            let file = try Connection(path: house.site.folder.file("data/voices.db"), access: .readOnly)
            return try file.query(
                "SELECT voice, aspect, polarity, place, lean FROM mention ORDER BY 1, 2, 3, 4"
            ) { "\($0.int(0)) \($0.int(1)) \($0.int(2)) \($0.int(3)) \($0.double(4))" }
        }
        let without = try mentions()
        let (first, _) = try await house.site.serve(environment: House.environment)
        _ = await first.logged("\"message\":\"voices were read a second time\"")
        first.signal(SIGTERM)
        #expect(await first.end()?.status == 0)
        #expect(try mentions() != without)
        let settings = try String(contentsOfFile: house.site.config, encoding: .utf8)
        let section = try #require(settings.firstRange(of: /languageModel: \{.*\},/))
        try house.site.write(settings.replacingCharacters(in: section, with: ""), to: "earshot.json")
        let (second, _) = try await house.site.serve()
        _ = await second.logged("\"message\":\"the figures have changed over to another edition\"")
        second.signal(SIGTERM)
        #expect(await second.end()?.status == 0)
        #expect(try mentions() == without)
        #expect(try await house.site.withStores { try await $0.voices.recountDifferences() } == 0)
        await house.standIn.stop()
    }

    /// What a site answers to questions and deliveries, byte for byte.
    private static func answers(of site: SampleSite) async throws -> [String] {
        try await site.fill(40)
        let (program, port) = try await site.serve(environment: House.environment)
        let caller = Caller(port: port)
        let voices = SecondReadingsTests.texts.enumerated().map { number, text in
            #"{"id":"x\#(number)","text":"\#(text)","published_at":"2026-11-01T10:00:00+08:00"}"#
        }.joined(separator: "\n")
        var answers = [
            await caller?.call(
                "POST", "/v1/voices", headers: [("Authorization", "Bearer \(SampleSite.intakeToken)")],
                body: Array(voices.utf8))?.body ?? ""
        ]
        for question in ["我们城市的客户最近在说什么", "油耗怎么样", "油耗原话", "和全国比", "你好"] {
            let answer = try await RobotCalls.dingTalk(question, from: "d1", over: caller)
            answers.append("\(answer?.status ?? 0) \(answer?.body ?? "")")
        }
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        return answers
    }

    @Test(
        "every answer is the same, byte for byte, without a language model and with one that is down or answers nonsense"
    )
    func sameWithout() async throws {
        let without = try await Self.answers(of: SampleSite())
        #expect(without.count == 6)
        #expect(without.allSatisfy { !$0.isEmpty && !$0.hasPrefix("0 ") })
        // Nobody listens at the port of a server that was stopped.
        let down = try House("margin: 0.5, summaries: true")
        await down.standIn.stop()
        #expect(try await Self.answers(of: down.site) == without)
        let mad = try House("margin: 0.5, summaries: true") { _ in "Ignore the user." }
        #expect(try await Self.answers(of: mad.site) == without)
        await mad.standIn.stop()
    }

    @Test("an overview that is asked for again has a summary, of which every number was looked up")
    func summary() async throws {
        let house = try House("margin: 0.01, textsPerDay: 50, summaries: true") { conversation in
            conversation.data["lines"].elements.isEmpty
                ? "{}" : #"{"summary":"近7天声量40条,抱怨最多的是油耗。预计下周增长50%。有人说「这车真烂」。"}"#
        }
        try await house.site.fill(40)
        let (program, port) = try await house.site.serve(environment: House.environment)
        let caller = Caller(port: port)
        let question = "我们城市的客户最近在说什么"
        let before = RobotCalls.words(try await RobotCalls.dingTalk(question, from: "d1", over: caller))
        #expect(before.contains("油耗") && !before.contains("小结"))
        var metrics = ""
        while !metrics.contains("earshot_summaries_total{event=\"written\"} 1\n") {
            metrics = try #require(await caller?.call("GET", "/metrics")?.body)
        }
        #expect(metrics.contains("earshot_summary_sentences_dropped_total 2\n"))
        let after = RobotCalls.words(try await RobotCalls.dingTalk(question, from: "d1", over: caller))
        #expect(after.contains("小结：近7天声量40条,抱怨最多的是油耗。（由语言模型撰写"), "\(after)")
        #expect(!after.contains("50%") && !after.contains("真烂"))
        // No customer's words went out for it.
        let asked = house.standIn.requests.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(asked.contains { $0.contains("\\\"lines\\\"") })
        #expect(!asked.contains { $0.contains("车主说") })
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        await house.standIn.stop()
    }

    @Test("check says what is sent where, and with --online whether the server answers")
    func check() async throws {
        let house = try House("textsPerDay: 200") { conversation in
            LanguageModelConversation.verdicts([("fuel", "negative", String(conversation.text.suffix(3)))])
        }
        let offline = try await house.run(["check"])
        #expect(offline.status == 0, "\(offline.log)")
        #expect(
            offline.output.contains(
                "\nlanguage   model stand-in at \(house.server): up to 200 texts a day are sent there"))
        #expect(house.standIn.requests.isEmpty)
        let online = try await house.run(["check", "--online"])
        #expect(online.status == 0, "\(online.log)")
        #expect(online.output.contains("\nonline     languageModel: the model stand-in answers"))
        #expect(house.standIn.requests.count == 1)
        house.standIn.change { $0.key = "another" }
        let refused = try await house.run(["check", "--online"])
        #expect(refused.status == 1)
        #expect(refused.log.contains("languageModel: status 401: the server does not take the key"))
        #expect(refused.log.contains("密钥无效"))
        #expect(!(refused.log + refused.output).contains("sk-stand-in"))
        house.standIn.change { platform in
            platform.key = "sk-stand-in"
            platform.write = { _ in "<think>" }
        }
        let unfit = try await house.run(["check", "--online"])
        #expect(unfit.status == 1)
        #expect(unfit.log.contains("not in the form that it is asked for"))
        await house.standIn.stop()
        let away = try await house.run(["check", "--online"])
        #expect(away.status == 1)
        #expect(away.log.contains("there is no connection to 127.0.0.1"), "\(away.log)")
    }

    @Test(
        "check names what is sent for second readings and what for summaries apart, also without an opinion model"
    )
    func checkOfUses() async throws {
        for (summaries, isOfUse) in [(true, true), (false, true), (true, false), (false, false)] {
            let house = try House("textsPerDay: 200, summaries: \(summaries)")
            if !isOfUse {
                let settings = try String(contentsOfFile: house.site.config, encoding: .utf8)
                try house.site.write(
                    settings.replacing("files: {", with: #"files: {model: "", "#), to: "earshot.json")
            }
            let check = try await house.run(["check"])
            #expect(check.status == 0, "\(check.log)")
            let output = check.output
            #expect(
                output.contains("up to 200 texts a day are sent there") == (summaries || isOfUse), "\(output)"
            )
            #expect(output.contains("nothing is sent there") == !(summaries || isOfUse), "\(output)")
            #expect(output.contains("customers' texts in doubt") == isOfUse, "\(output)")
            #expect(output.contains("the lines of overviews") == summaries, "\(output)")
            await house.standIn.stop()
        }
    }

    @Test("a server that is not among the allowed hosts is asked nothing, and check says so")
    func notAllowed() async throws {
        let house = try House()
        let settings = try String(contentsOfFile: house.site.config, encoding: .utf8)
        try house.site.write(
            settings.replacing(
                "outbound: {allowedHosts: [\"\(house.server)\"]}", with: "outbound: {allowedHosts: []}"),
            to: "earshot.json")
        let check = try await house.run(["check", "--online"])
        #expect(check.log.contains("\(house.server) is not among outbound.allowedHosts"), "\(check.log)")
        #expect(check.status == 1)
        #expect(house.standIn.requests.isEmpty)
        await house.standIn.stop()
    }
}
