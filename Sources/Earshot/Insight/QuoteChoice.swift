/// Chooses the voices worth quoting beside figures.
enum QuoteChoice {
    /// The most informative of the candidates, at most `count`, newest first. Each text stands among them once, since
    /// reposts are no candidates.
    static func worthShowing(_ candidates: [QuotableVoice], count: Int) -> [QuotableVoice] {
        let best =
            candidates
            .map { (voice: $0, worth: informativeness(of: $0)) }
            .sorted { ($1.worth, $1.voice.number) < ($0.worth, $0.voice.number) }
            .prefix(count)
        return best.map(\.voice).sorted { ($1.day, $1.number) < ($0.day, $0.number) }
    }

    /// How much a reader learns from a voice: long enough to tell a story, short enough to be read, liked and
    /// answered by others, and decided about the aspect rather than touching on it among much else.
    static func informativeness(of voice: QuotableVoice) -> Double {
        // A Chinese character takes three bytes: full marks from 20 to 60 characters.
        let bytes = Double(voice.text.utf8.count)
        let length = min(1, bytes / 60) * (bytes <= 180 ? 1 : max(0.4, 180 / bytes))
        let engagement = logarithm(1 + voice.engagement + 2 * voice.reposts) / 10
        return length + min(0.4, engagement) + 0.6 * voice.strength
    }

    /// The binary logarithm, whole steps only: engagement matters by its size, not its digits.
    private static func logarithm(_ number: Int) -> Double {
        Double(Int.bitWidth - 1 - max(1, number).leadingZeroBitCount)
    }
}
