public import Earshot

/// A language model as a second reader.
public struct LanguageModelReader: SecondReader {
    private let server: LanguageModelServer

    public init(_ server: LanguageModelServer) {
        self.server = server
    }

    public func key(of question: SecondReadingQuestion) -> [UInt8] {
        SecondReadingPrompt(question).key(for: server.model)
    }

    /// Asks, and once more where the answer is of no use.
    public func read(_ question: SecondReadingQuestion) async -> SecondReaderAnswer {
        let prompt = SecondReadingPrompt(question)
        let first = await ask(prompt.messages, prompt, question)
        guard first == .unusable else { return first }
        return await ask(prompt.messages + [SecondReadingPrompt.reminder], prompt, question)
    }

    private func ask(
        _ messages: [ChatMessage], _ prompt: SecondReadingPrompt, _ question: SecondReadingQuestion
    ) async -> SecondReaderAnswer {
        switch await server.complete(messages, most: prompt.mostTokens) {
        case .words(let words):
            VerdictReader.verdicts(in: words, to: question).map { .verdicts($0) } ?? .unusable
        case .unusable: .unusable
        case .declined(let reason): .declined(reason)
        case .unavailable(let trouble): .unavailable(trouble)
        }
    }
}
