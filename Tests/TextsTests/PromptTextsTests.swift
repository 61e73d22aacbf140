@testable import Earshot
import Foundation
import Testing

@testable import Texts

private let promptsFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "prompts/zh-CN").path

@Suite("The reply texts")
struct PromptTextsTests {
    @Test("every prompt of the program has a sound template that says something for its example")
    func allPrompts() throws {
        let texts = try PromptTexts(folder: promptsFolder)
        for prompt in Prompt.all {
            #expect(!(try texts.reply(prompt, prompt.example)).blocks.isEmpty, "\(prompt.name)")
        }
    }

    /// The delivered texts with some of them edited, or taken away by nothing.
    private func edited<Value>(
        _ edits: [String: String?], _ body: (String) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(atPath: promptsFolder, toPath: folder.path)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in edits {
            let file = folder.appending(path: "\(name).mustache")
            if let text {
                try text.write(to: file, atomically: true, encoding: .utf8)
            } else {
                try FileManager.default.removeItem(at: file)
            }
        }
        return try body(folder.path)
    }

    private func problems(after edits: [String: String?]) throws -> [String] {
        try edited(edits) { folder in
            let error = #expect(throws: TextsError.self) { try PromptTexts(folder: folder) }
            return error?.faults.map(\.description) ?? []
        }
    }

    @Test("a name that a template is not given is an error with file and line")
    func unknownName() throws {
        let problems = try problems(after: ["thanks": "不客气\n{{nmae}}\n", "help": nil])
        #expect(problems.contains { $0.contains("thanks.mustache:2") && $0.contains("nmae") })
        #expect(problems.contains { $0.contains("help.mustache: is missing") })
    }

    @Test("every phrase says something for each of its examples, in one line")
    func allPhrases() throws {
        let texts = try PromptTexts(folder: promptsFolder)
        for phrase in Phrase.all + Phrase.ofPeople {
            for values in phrase.examples {
                let words = try texts.words(phrase.with(values))
                #expect(!words.isEmpty && !words.contains { $0.isNewline }, "\(phrase.name) \(values)")
            }
        }
        #expect(try texts.words(Period.last(days: 7).words(today: Day(number: 20_778))) == "近7天")
        #expect(try texts.words(Change.by(-0.07).words ?? "") == "-7%")
        #expect(try texts.words(Change.by(-0.004).words ?? "") == "持平")
        #expect(try texts.words(Aspect("after_sales.waiting")?.words ?? "") == "售后等待")
    }

    @Test("a phrase with an unknown name, without words for one of its meanings or without a file is wrong")
    func phraseFaults() throws {
        let problems = try problems(after: [
            "change": "{{#new}}新{{/new}}{{#up}}{{upp}}{{/up}}",
            "period": "{{#last}}近{{last}}天{{/last}}\n", "offer.nation": nil,
        ])
        #expect(problems.contains { $0.contains("change.mustache:1") && $0.contains("upp") })
        #expect(problems.contains { $0.contains("period.mustache: says nothing for lastWeek") })
        #expect(problems.contains { $0.contains("offer.nation.mustache: is missing") })
    }

    @Test("a template that says nothing is an error", arguments: ["", "\n\n", "{{! later }}\n"])
    func silentPrompt(_ text: String) throws {
        let problems = try problems(after: ["thanks": text])
        #expect(problems.count == 1)
        #expect(problems.first?.hasSuffix("thanks.mustache: says nothing") == true)
    }

    @Test("an edited phrase stands in every reply that uses it")
    func editedPhrase() throws {
        let change = "{{#up}}涨 {{up}}{{/up}}{{#down}}跌{{/down}}{{#new}}新{{/new}}{{#same}}平{{/same}}"
        let reply = try edited(["nation": "全国大盘\n", "change": change]) {
            try PromptTexts(folder: $0).reply(
                .comparison,
                [
                    "place": "杭州", "period": Period.lastWeek.words(today: Day(number: 20_778)),
                    "others": .series([
                        ["other": Phrase.nation.with(), "change": .optional(Change.by(0.5).words)]
                    ]),
                ])
        }
        #expect(reply.blocks.first == .title("杭州 与 全国大盘 对比 · 上周"))
        #expect(reply.blocks.contains(.figure(label: "声量变化", value: "涨 50%")))
    }

    @Test(
        "a customer's words cannot become a block of their own",
        arguments: ["好\n# 标题", "> 引用", "a || b", "- 条目", "\u{2028}# x", "好\r\n> y"])
    func injection(words: String) throws {
        let texts = try PromptTexts(folder: promptsFolder)
        let reply = try texts.reply(.unknownRegion, ["region": .text(words)])
        #expect(reply.blocks.count == 1)
        let start = ReplyMarkup.blocks(of: ReplyMarkup.escape(words))
        #expect(start.count == 1)
        guard case .text = start.first else {
            Issue.record("\(words) became \(start)")
            return
        }
    }

    @Test("a value that only begins like a mark stays as it is", arguments: ["-13%", "#油耗# 太高", ">_<"])
    func beginningsLikeMarks(value: String) {
        #expect(ReplyMarkup.escape(value) == value)
        #expect(ReplyMarkup.blocks(of: value) == [.text(value)])
    }

    @Test("each mark gives its block")
    func marks() {
        let blocks = ReplyMarkup.blocks(of: "# 杭州\n\n声量 || 12\n> 油耗高 || 11/18 论坛\n- 一条\n其他\n")
        #expect(
            blocks == [
                .title("杭州"), .figure(label: "声量", value: "12"),
                .quote(text: "油耗高", source: "11/18 论坛"), .item("一条"), .text("其他"),
            ])
    }
}
