/// What the history keeps of a line to take: to how many it went, what it moved, and its words.
public struct ToldLine: Sendable, Hashable {
    public var recipients: Int
    /// By how much it raised the share of the alarm budget, 1 at its bound; nothing where it raised none.
    public var gain: Double?
    /// Until when it was held back; nothing where it went at once.
    public var heldUntil: Timestamp?
    /// Nothing of lines from before they were kept.
    public var words: String?

    public init(recipients: Int, gain: Double? = nil, heldUntil: Timestamp? = nil, words: String? = nil) {
        (self.recipients, self.gain, self.heldUntil) = (recipients, gain, heldUntil)
        self.words = words
    }
}

extension ToldLine: LosslessStringConvertible {
    /// The form in which it is kept: `8|1.25|1795910400000|请统一回复`, or only `8` where there are no words.
    public var description: String {
        guard let words else { return String(recipients) }
        return "\(recipients)|\(gain.map { String($0) } ?? "")|"
            + "\(heldUntil.map { String($0.milliseconds) } ?? "")|\(words)"
    }

    public init?(_ description: String) {
        let parts = description.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 4, let recipients = Int(parts[0]) else { return nil }
        self.init(recipients: recipients)
        guard parts.count == 4 else { return }
        gain = Double(parts[1]).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        heldUntil = Int64(parts[2]).map { Timestamp(milliseconds: $0) }
        words = String(parts[3])
    }
}

extension WarningStep {
    /// What it keeps of a line to take; nothing where it is of something else.
    public var told: ToldLine? { kind == .told ? note.flatMap { ToldLine($0) } : nil }
}
