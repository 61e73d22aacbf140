extension Phrase {
    /// Said to somebody whose account in the company the platform does not tell: nobody can bind it.
    public static let unidentified = Phrase("platform.unidentified")

    /// The phrases about who somebody is; each needs a template.
    public static let ofPeople: [Phrase] = [unidentified]
}
