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

    @Test("a name that a template is not given is an error with file and line")
    func unknownName() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(atPath: promptsFolder, toPath: folder.path)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "thanks.mustache")
        try "不客气\n{{nmae}}\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(at: folder.appending(path: "help.mustache"))
        let error = #expect(throws: TextsError.self) { try PromptTexts(folder: folder.path) }
        let problems = error?.problems ?? []
        #expect(problems.contains { $0.contains("thanks.mustache:2") && $0.contains("nmae") })
        #expect(problems.contains { $0.contains("help.mustache: is missing") })
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
