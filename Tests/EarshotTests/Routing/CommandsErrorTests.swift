@testable import Earshot
import Testing

@Suite("Mistakes in commands.json5")
struct CommandsErrorTests {
    private func error(intent: String = "help", slots: [String] = [], pattern: String) throws
        -> CommandsError?
    {
        var commands = try RoutingFixture.commands()
        commands.commands = [
            Commands.Command(
                intent: intent, title: "帮助", group: "", examples: [], slots: slots, patterns: [pattern])
        ]
        do {
            _ = try Router(commands: commands, regions: [], dealers: [])
            return nil
        } catch {
            return error
        }
    }

    @Test("a good pattern is accepted")
    func good() throws {
        #expect(try error(pattern: "<help> [<look>] -{alert} +3 ...") == nil)
    }

    @Test("an unknown intent is named")
    func unknownIntent() throws {
        let error = try error(intent: "insight.overvue", pattern: "<help>")
        #expect(error?.code == .unknownIntent)
        #expect(error?.description.contains("insight.overvue") == true)
    }

    @Test("an unknown slot is named with its command")
    func unknownSlot() throws {
        let taken = try error(slots: ["citty"], pattern: "<help>")
        #expect(taken?.code == .unknownSlot)
        #expect(taken?.place == "help")
        #expect(try error(pattern: "{citty}")?.code == .unknownSlot)
    }

    @Test("a class of words that is not declared is named with its pattern")
    func unknownWords() throws {
        let error = try error(pattern: "<hlep>")
        #expect(error?.code == .unknownWords)
        #expect(error?.place == "help, pattern \"<hlep>\"")
        #expect(error?.field == "commands[0].patterns[0]")
    }

    @Test(
        "a pattern that makes no sense is refused",
        arguments: [
            "", "...", "<help", "{city", "[<help>", "> <help>", "<help> >", "+x <help>", "@boss <help>",
            "~nothing <help>", "<help||look>", "<|help>", "<>", "{city||region}", "{|}", "{}", "help>",
            "city}", "(help|look)",
            "<help> [look>]", "＜help＞", "<help> {city",
        ])
    func badPattern(_ pattern: String) throws {
        #expect(try error(pattern: pattern)?.code == .badPattern)
    }

    @Test(
        "a line of words with a bracket astray is refused",
        arguments: [
            "我(们|店", "我们)店", "((我|咱)|们)", "(我|)", "(我||咱)店", "(我|咱||)店", "(||我)店", "(我|咱|我)店", "我店|咱店",
            "（我|咱）店",
            "(我｜咱)店", "{city}店", "(我|{city})店", "<here>店", "?", "",
        ])
    func badWord(_ line: String) throws {
        var commands = try RoutingFixture.commands()
        commands.words["look"]?.append(line)
        do {
            _ = try Router(commands: commands, regions: [], dealers: [])
            Issue.record("accepted")
        } catch {
            #expect(error.code == .badWord)
            #expect(error.place == "words.look")
            #expect(error.field == "words.look[\((commands.words["look"]?.count ?? 0) - 1)]")
        }
    }

    @Test("an empty word in the place of a whole message is refused", arguments: ["", " "])
    func emptyReply(_ word: String) throws {
        var commands = try RoutingFixture.commands()
        commands.replies?["merge_number_head"] = ["建议", word]
        do {
            _ = try Router(commands: commands, regions: [], dealers: [])
            Issue.record("accepted")
        } catch {
            #expect(error.code == .badWord)
            #expect(error.field == "replies.merge_number_head[1]")
        }
    }

    @Test("a line of words stands for each of its forms")
    func wordForms() throws {
        let form = try WordForm("(我|咱)(们|)店", at: "words")
        var forms = WordForms()
        forms.add(try WordForm("店(里|)", at: "words"), .nation)
        forms.add(form, .previous)
        func words(in text: String) -> [String] {
            let scalars = Normalization(text).scalars
            var found: [String] = []
            forms.forEachWord(in: scalars, from: 0) { end, sense in
                #expect(sense == (scalars.first == Normalization("店").scalars.first ? .nation : .previous))
                found.append(String(text.unicodeScalars.prefix(end)))
            }
            return found
        }
        for word in ["我店", "我们店", "咱店", "咱们店"] { #expect(words(in: word + "的") == [word]) }
        #expect(words(in: "你们店").isEmpty)
        #expect(words(in: "我们").isEmpty)
        #expect(words(in: "店里") == ["店", "店里"])
        #expect(form.beginnings == Set("我咱".unicodeScalars.map(\.value)))
    }

    @Test("a value outside the vocabulary is refused")
    func unknownValue() throws {
        var commands = try RoutingFixture.commands()
        commands.slots.aspect["fule"] = ["油耗"]
        let error = #expect(throws: CommandsError.self) {
            try Router(commands: commands, regions: [], dealers: [])
        }
        #expect(error?.field == "slots.aspect.fule")
    }
}
