/// What the words of a suggestion are compared by, which is read of them once.
public struct ReadSuggestion: Sendable {
    let pairs: CharacterPairs
    /// The things it names; nothing where characters are all it is compared by.
    let matter: MatterLikeness?

    public init(_ words: String, matter: MatterLikeness? = nil) {
        pairs = CharacterPairs(words)
        self.matter = matter
    }
}
