import Crypto
import Earshot
import XML

/// The decrypted document of a callback. Fields that a message can do without are read leniently.
struct WeComAppMessage {
    private let kind: String
    private let sender: String
    private let created: String
    private let fields: XMLElement

    /// Identifiers are kept and indexed; longer ones than this are not the platform's.
    private static let longestIdentifier = 512

    /// Nothing when the document is no message: without kind, sender or time.
    init?(_ fields: XMLElement) {
        guard let kind = WeComAppMessage.identifier(fields["MsgType"]),
            let sender = WeComAppMessage.identifier(fields["FromUserName"]),
            let created = WeComAppMessage.identifier(fields["CreateTime"])
        else { return nil }
        // Only events come without an identifier.
        guard kind == "event" || WeComAppMessage.identifier(fields["MsgId"]) != nil else { return nil }
        self.kind = kind
        self.sender = sender
        self.created = created
        self.fields = fields
    }

    private static func identifier(_ text: String?) -> String? {
        text.flatMap { (1...longestIdentifier).contains($0.utf8.count) ? $0 : nil }
    }

    /// The message as the heart understands it.
    func callback(to app: WeComApp) -> WeComAppCallback {
        if kind == "event" { return event(to: app) }
        guard let content, isMember, let id = fields["MsgId"] else { return .notice(named(kind)) }
        var message = message(content, id: id, to: app)
        message.attachments = attachments
        return .message(message)
    }

    /// `sys` sends notices of the platform itself.
    private var isMember: Bool { sender != "sys" }

    private func event(to app: WeComApp) -> WeComAppCallback {
        let event = fields["Event"] ?? ""
        if WeComAppMessage.alerts.contains(event) { return .alert(event) }
        guard isMember else { return .notice(named(event)) }
        // Keys of the menu and of cards stand for messages when they begin as our cards' do.
        let choice = fields["EventKey"].flatMap(WeComCard.choice(ofKey:))
        switch (event, choice) {
        // Whoever comes into the visible range is greeted as whoever opens the application.
        case ("enter_agent", _), ("subscribe", _):
            return .opened(message(.opened, id: eventID, to: app))
        case ("click", let choice?):
            return .message(message(.text(choice), id: eventID, to: app))
        case ("template_card_event", let choice?), ("template_card_menu_event", let choice?):
            return .pressed(message(.text(choice), id: eventID, to: app))
        default:
            return .notice(named(event))
        }
    }

    /// The platform stops applications that nobody uses. Source: document 90240.
    private static let alerts: Set<String> = [
        "inactive_alert", "close_inactive_agent", "reopen_inactive_agent", "low_active_alert", "low_active",
        "active_restored",
    ]

    /// Events have no identifier of their own: sender, time and what happened stand for it. Source: document 90238.
    private var eventID: String {
        let parts = [sender, created, fields["Event"] ?? "", fields["EventKey"] ?? ""]
        return "event-" + Hexadecimal.encode(Digest.sha256(of: Array(parts.joined(separator: "\n").utf8)))
    }

    private var content: InboundMessage.Content? {
        switch kind {
        case "text": fields["Content"].map { .text($0.trimmedOfWhitespace) }
        case "image": .picture
        // Recordings come without a text on this surface.
        case "voice": .speech(recognised: nil)
        case "video", "location", "link": .other(kind: kind)
        default: nil
        }
    }

    private var attachments: [MessageAttachment] {
        let kind: MessageAttachment.Kind? =
            switch content {
            case .picture: .picture
            case .speech: .recording
            default: nil
            }
        return kind.flatMap { MessageAttachment($0, at: fields["MediaId"]) }.map { [$0] } ?? []
    }

    private func message(
        _ content: InboundMessage.Content, id: String, to app: WeComApp
    ) -> InboundMessage {
        let account = Account.canonical("wecom:\(sender)")
        return InboundMessage(
            channel: app.channel, id: id, account: account,
            chat: "single:\(account.dropFirst("wecom:".count))", content: content)
    }

    /// A name for the log that is not longer than names are.
    private func named(_ kind: String) -> String {
        kind.isEmpty ? "event" : kind.beginning(bytes: 64)
    }
}
