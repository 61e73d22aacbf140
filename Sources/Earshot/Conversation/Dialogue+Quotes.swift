extension Dialogue {
    /// The longest quoted text that is taken for a question, in characters. What is longer is a report, or the bot's own
    /// answer.
    private static let longestQuote = 200

    /// The question that a message quotes, as if its sender had asked it.
    ///
    /// Only what is asked of voices: a quote is anybody's words, and nothing may be claimed, filed or ended with them.
    func quotedQuestion(in talk: Talk) -> Understood? {
        guard let quote = talk.message.quote, quote.count <= Dialogue.longestQuote else { return nil }
        let understood = router.understand(quote, in: freshContext(of: talk))
        let intent = understood.request.intent
        return intent.isAboutVoices && services[intent] != nil ? understood : nil
    }
}
