import EarshotTesting
import Testing

@testable import Earshot

@Suite("The form of a suggestion, as a machine")
struct SuggestionFormMachineTests {
    private static func anyChoice(_ form: SuggestionForm, _ random: inout SeededRandom)
        -> SuggestionForm.Choice
    {
        let all: [SuggestionForm.Choice] = [
            .submit, .insist, .edit, .cancel, .skip, .urgency(.high), .urgency(.low), .field(.what),
            .field(.about), .field(.urgency), .field(.pictures), .field(.similar), .support(1), .support(9),
        ]
        // Mostly what is offered, or no form would go far.
        let offered = form.choices.filter { $0 != .cancel }
        let isOffered = Int.random(in: 0..<4, using: &random) > 0
        return (isOffered ? offered.randomElement(using: &random) : nil)
            ?? all.randomElement(using: &random) ?? .skip
    }

    @Test(
        "whatever is said, words stay until others replace them, nothing is filed unconfirmed, and cancelling always ends it",
        arguments: 0..<60)
    func anything(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var form = SuggestionForm()
        var (ends, filed) = (0, 0)
        for turn in 0..<400 {
            let before = form
            let reaction: SuggestionForm.Reaction
            if Int.random(in: 0..<3, using: &random) == 0 {
                let text = ["周末多排两个技师\(turn)", "😀", "", "  ", "售后", "1"].randomElement(using: &random) ?? ""
                reaction = form.hear(text: text)
                #expect(form.words == before.words || before.step == .what && form.words == text)
            } else {
                let choice = Self.anyChoice(form, &random)
                reaction = form.hear(choice)
                #expect(form.words == before.words && form.about == before.about)
                #expect(choice != .cancel || reaction == .cancel)
                if reaction == .file {
                    filed += 1
                    #expect(
                        before.step == .confirm && choice == .submit
                            || before.step == .similar && choice == .insist)
                    #expect(form.words != nil)
                }
            }
            #expect(form.messages == before.messages)
            switch reaction {
            case .unclear: #expect(form == before, "what was not understood changes nothing")
            case .ask: #expect(before.step.next.contains(form.step))
            case .file, .cancel, .support:
                ends += 1
                form = SuggestionForm()
                if Bool.random(using: &random) {
                    form = SuggestionForm(
                        step: .similar, words: "展厅加一台咖啡机", about: nil, urgency: nil, messages: [],
                        similar: [1, 4])
                }
            }
            #expect(form.step == .what || form.words != nil, "no step behind the first is without words")
        }
        #expect(ends > 0 && filed > 0)
    }
}
