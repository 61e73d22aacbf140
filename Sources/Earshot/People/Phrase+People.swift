extension Phrase {
    /// Said to somebody whose account in the company the platform does not tell: nobody can bind it.
    public static let unidentified = Phrase("platform.unidentified")

    /// A customer's words in which other stores have no name.
    static let quoted = Phrase(
        "quoted",
        [
            [
                "pieces": [
                    ["text": "在", "store": true], ["text": "等了三小时", "store": false],
                ]
            ]
        ])

    /// What stands in the place of somebody who was forgotten on request, with some characters behind it.
    public static let former = Phrase("former")

    /// What stands in the place of a customer who was forgotten as the author of voices, with a number behind it.
    public static let formerCustomer = Phrase("former.customer")

    /// The phrases about who somebody is and may know of; each needs a template.
    public static let ofPeople: [Phrase] = [unidentified, quoted, former, formerCustomer]
}
