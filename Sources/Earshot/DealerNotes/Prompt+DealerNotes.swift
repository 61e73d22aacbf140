extension Prompt {
    /// Asks what the customer said.
    static let noteAsk = Prompt("note.ask")
    /// The last line of an answer while that is asked.
    static let noteRecall = Prompt("note.recall")
    static let noteDone = Prompt(
        "note.done",
        .object(noteExample.merging(["recorded": true, "corrected": true, "withdrawn": true]) { $1 }))
    static let noteRefused = Prompt(
        "note.refused", ["refusal": .flags(NoteRefusal.allCases.map { ("\($0)", $0 == .late) })])
    static let noteList = Prompt(
        "note.list",
        [
            "mine": true, "place": "杭州", "period": "近7天", "days": "11/14–11/20", "none": false, "count": "12",
            "from": "1", "to": "8", "further": true, "notes": [.object(noteExample)],
        ])

    /// Asks by schedule what customers complained of most.
    static let noteAsking = Prompt("note.asking")
    /// Asks whether to record what somebody tells of a customer.
    static let noteOffer = Prompt("note.offer", ["words": "客户说空调有异味"])
    /// What was recorded of the answer.
    static let noteAnswered = Prompt(
        "note.answered",
        ["none": false, "count": "3", "leftOut": "1", "notes": [.object(noteExample)]])
    /// What was subscribed to.
    static let askingAdded = Prompt(
        "subscription.asking",
        ["schedule": "每天 17:30", "next": "11/23 17:30", "quietUntil": "08:00", "known": true])

    static let ofDealerNotes: [Prompt] = [
        noteAsk, noteRecall, noteDone, noteRefused, noteList, noteAsking, noteOffer, noteAnswered,
        askingAdded,
    ]

    private static let noteExample: [String: TextValue] = [
        "number": "12", "words": "客户说空调有异味", "store": "杭州西湖店", "city": "杭州", "day": "11/20", "series": "星驰X5",
        "aspects": .series([["aspect": "空调", "praise": false, "complaint": true, "said": "空调有异味"]]),
    ]
}

extension Phrase {
    static let noteRecordOffer = Phrase("offer.note-record")

    static let noteChosenOffer = Phrase(
        "offer.note-chosen",
        [true, false].map { ["number": "12", "words": "客户说空调有异味", "withdraws": .flag($0)] })

    static let noteChangeOffer = Phrase("offer.note-change", [["number": "12", "words": "座椅有异味"]])

    static let ofNotes: [Phrase] = [noteRecordOffer, noteChosenOffer, noteChangeOffer]
}
