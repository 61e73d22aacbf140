import Earshot

/// A reply as a card whose buttons say the choices in the person's name.
struct DingTalkCard {
    let title: String
    let text: String
    let buttons: [DingTalkButton]

    /// The most buttons of a card that still look like one.
    static let mostButtons = 5

    /// The card of a reply whose choices fit on its buttons; nothing for any other.
    ///
    /// Where the choices do something about a matter, or nobody asked for the message, the first ones have buttons and the
    /// rest stands in the text; the last button leads to it where something does.
    init?(_ reply: Reply, limit: Int, texts: ReplyTexts) {
        guard case .choices(let prompt, let offered)? = reply.blocks.last, !offered.isEmpty,
            reply.blocks.count > 1
        else { return nil }
        let isActedOn = reply.actions != nil || !offered.contains(where: \.isNumbered)
        let (choices, further) = offered.buttons(atMost: DingTalkCard.mostButtons)
        guard further.isEmpty || isActedOn else { return nil }
        var blocks = reply.blocks.dropLast()
        if !further.isEmpty { blocks.append(.choices(prompt: texts.further, further)) }
        if !prompt.isEmpty { blocks.append(.text(prompt)) }
        title = reply.headline
        text = MarkdownDialect.dingTalk.write(Array(blocks), limit: limit, more: texts.more)
        buttons = choices.map { choice in
            DingTalkButton(
                Disarmed.text(
                    choice.isNumbered ? "\(choice.number) \(choice.label)" : choice.label,
                    atStartOfLine: false),
                opening: "dtmd://dingtalkclient/sendMessage?content=" + PercentEncoding.encode(choice.text))
        }
    }
}
