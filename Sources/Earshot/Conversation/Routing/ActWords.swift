/// Words around what is done about a warning, from the lists of `commands.json5`.
struct ActWords: Sendable {
    /// What is done, in words behind a number: 已解决.
    let inWords: [Intent: String]
    /// How what ended a warning is taken back, in words behind its number: 撤销误报.
    let takingBack: [Intent: String]
    /// That something was done by mistake: 弄错了.
    let mistaken: [[UInt32]]
    /// That a command is of another warning as well: 也, 还有.
    let also: [[UInt32]]
    /// Before the number of a warning that is named as a reason: 和.
    let refers: [[UInt32]]
    /// In what is added to an act, where it may be of another warning, or nothing is said to be over: 那条, 请.
    let ofAnother: [[UInt32]]
    /// Of more warnings than one: 都, 这几条.
    let several: [[UInt32]]
    /// Clauses that ask for no more than what ends a warning beside them: 帮我标一下.
    let asksForTheSame: Set<[UInt32]>
    /// Behind a number that counts something: 次, 级.
    let numberUnits: [[UInt32]]
    /// Before a day until which something lasts: 到.
    let until: [[UInt32]]
    /// Before what is called something by an order: 标为.
    let closingOrders: [[UInt32]]
    /// In what is wished as a question: 能, 帮.
    let politeAsking: [String]

    init(_ replies: ReplyWords) {
        inWords = [
            .alertSilence: "act_silence", .alertUnsilence: "act_unsilence", .alertRestore: "act_restore",
            .alertResolve: "act_resolve", .alertDismiss: "act_dismiss", .alertClaim: "act_claim",
        ].compactMapValues { replies.written($0).first }
        takingBack = [.alertResolve: "act_unresolve", .alertDismiss: "act_undismiss"]
            .compactMapValues { replies.written($0).first }
        mistaken = replies.words("mistaken")
        also = replies.words("also")
        refers = replies.words("refers")
        ofAnother = replies.words("of_another")
        several = replies.words("several_warnings")
        asksForTheSame = Set(replies.words("asks_for_the_same"))
        numberUnits = replies.words("number_units")
        until = replies.words("pause_until")
        closingOrders = replies.words("closing_orders")
        politeAsking = replies.written("polite_asking")
    }
}
