/// In what a message differs from the plain wish.
public enum ParaphraseKind: String, Sendable, CaseIterable {
    /// As it stands in the list of wishes.
    case plain
    /// One character replaced by one that sounds the same (油号).
    case sound
    /// One character replaced by one that looks similar (迟订).
    case look
    /// One character twice, left out, or before its neighbour.
    case doubled, dropped, swapped
    /// Without any sign or blank, or with blanks between all characters.
    case unspaced, spaced
    /// Letters, digits and signs at full width, letters in upper case.
    case width
    case traditional
    /// English words among Chinese ones, English alone, Latin letters for the sound.
    case mixed, english, pinyin
    /// With 麻烦, 请问, 谢谢 and signs of mood.
    case polite
    /// With 嗯, 那个 and words of dialects.
    case spoken
    /// Two wishes in one message: the first is answered, the other offered.
    case several
    /// What is not wanted, and what is in its place.
    case negated
    /// No wish at all, some near to a command in sound or look: nothing may change.
    case harmless
}
