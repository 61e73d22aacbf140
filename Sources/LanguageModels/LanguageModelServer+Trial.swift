public import Earshot

extension LanguageModelServer {
    /// What came of asking a language model about a sentence that nobody wrote.
    public enum Trial: Sendable, Equatable {
        /// It answered as it is asked to.
        case sound
        /// It answered otherwise, for a reason.
        case unusable(String)
        /// The server does not take the request.
        case declined(String)
        case unavailable(SecondReaderTrouble)
    }

    /// Asks about one sentence that is made up, as customers' texts are asked about. Nothing of a customer is sent.
    public func trial() async -> Trial {
        let question = SecondReadingQuestion(
            text: MaskedText(of: "跑高速很费油"), aspects: [Aspect("fuel")].compactMap(\.self))
        let prompt = SecondReadingPrompt(question)
        switch await complete(prompt.messages, most: prompt.mostTokens) {
        case .words(let words):
            return VerdictReader.verdicts(in: words, to: question) == nil ? .unusable("another form") : .sound
        case .unusable(let reason): return .unusable(reason)
        case .declined(let reason): return .declined(reason)
        case .unavailable(let trouble): return .unavailable(trouble)
        }
    }
}
