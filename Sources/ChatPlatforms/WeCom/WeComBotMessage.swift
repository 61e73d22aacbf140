import Earshot

/// The decrypted body of a callback. Fields that a message can do without are read leniently.
struct WeComBotMessage: Decodable {
    private let kind: String
    private let id: String
    private let chat: String?
    private let isGroup: Bool
    private let sender: Sender?
    private let responseURL: String?
    private let body: WeComBotBody
    private let quote: WeComBotBody?
    private let stream: Stream?
    private let event: Event?

    /// The longest quoted text that is kept, in bytes. It may be a whole report, of which nobody asks.
    private static let longestQuote = 2048

    /// Identifiers are kept and indexed; longer ones than this are not the platform's.
    private static let longestIdentifier = 512

    private enum Key: String, CodingKey {
        case msgid, msgtype, chatid, chattype, from, quote, stream, event
        case responseURL = "response_url"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        kind = try fields.decode(String.self, forKey: .msgtype).beginning(bytes: 64)
        id = try fields.decode(String.self, forKey: .msgid)
        chat = fields.ifUsable(String.self, .chatid)
        // Listed as always present, yet missing in the platform's own example of enter_chat.
        isGroup = fields.ifUsable(String.self, .chattype) == "group"
        sender = fields.ifUsable(Sender.self, .from)
        responseURL = fields.ifUsable(String.self, .responseURL)
        body = try WeComBotBody(from: decoder)
        quote = fields.ifUsable(WeComBotBody.self, .quote)
        stream = fields.ifUsable(Stream.self, .stream)
        event = fields.ifUsable(Event.self, .event)
        for identifier in [id, chat ?? "-", sender?.userid ?? "-"] {
            guard (1...WeComBotMessage.longestIdentifier).contains(identifier.utf8.count) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .msgid, in: fields, debugDescription: "an identifier is empty or too long")
            }
        }
    }

    /// How long after a message its reply address takes an answer. Source: document 101138.
    private static let addressLifetime = Duration.seconds(3600)

    /// The message as the heart understands it.
    ///
    /// - Parameter now: When it came, from which its reply address counts: no message says when it was written.
    func callback(to bot: WeComBot, at now: Timestamp) -> WeComBotCallback {
        if kind == "stream", let stream { return .poll(stream: stream.id) }
        // `sys` sends notices of the platform itself.
        guard let sender, sender.userid != "sys" else { return .notice("\(kind) without a sender") }
        if kind == "event" { return callback(of: event, from: sender, to: bot, at: now) }
        guard let content = content(to: bot) else { return .notice(kind) }
        var message = message(content, from: sender, to: bot, at: now)
        if case .text = content { message.hasPictures = body.hasPictures }
        message.attachments = body.attachments
        message.takesFeedback = true
        message.quote = quote?.words.flatMap { words in
            let quoted = said(words, to: bot).beginning(bytes: WeComBotMessage.longestQuote)
            return quoted.isEmpty ? nil : quoted
        }
        return .message(message)
    }

    private func callback(
        of event: Event?, from sender: Sender, to bot: WeComBot, at now: Timestamp
    ) -> WeComBotCallback {
        switch event?.eventtype {
        case "enter_chat":
            return .opened(message(.opened, from: sender, to: bot, at: now))
        case "template_card_event":
            guard let choice = event?.key.flatMap(WeComCard.choice(ofKey:)) else {
                return .notice("template_card_event")
            }
            var message = message(.text(choice), from: sender, to: bot, at: now)
            message.takesFeedback = true
            return .pressed(message, task: event?.task)
        case "feedback_event":
            let key = MessageKey(channel: bot.channel, id: id)
            guard let account = account(of: sender, to: bot),
                let feedback = event?.feedback?.feedback(on: bot, from: account, event: key)
            else { return .notice("feedback_event") }
            return .feedback(feedback)
        case let other:
            return .notice(other?.beginning(bytes: 64) ?? "event")
        }
    }

    private func content(to bot: WeComBot) -> InboundMessage.Content? {
        switch kind {
        case "text": body.words.map { .text(said($0, to: bot)) }
        case "mixed":
            body.words.map { words in
                let text = said(words, to: bot)
                return text.isEmpty && body.hasPictures ? .picture : .text(text)
            }
        case "voice": .speech(recognised: body.words?.trimmedOfWhitespace)
        case "image": .picture
        case "file": .file
        case "video": .other(kind: kind)
        default: nil
        }
    }

    private func said(_ text: String, to bot: WeComBot) -> String {
        isGroup ? Mention.removed(from: text, of: bot.displayName) : text.trimmedOfWhitespace
    }

    private func message(
        _ content: InboundMessage.Content, from sender: Sender, to bot: WeComBot, at now: Timestamp
    ) -> InboundMessage {
        let member = Account.canonical("wecom:\(sender.userid)").dropFirst("wecom:".count)
        return InboundMessage(
            channel: bot.channel, id: id, account: account(of: sender, to: bot),
            chat: chat ?? "single:\(member)", isGroup: isGroup, content: content,
            replyAddress: responseURL.map {
                InboundMessage.ReplyAddress(url: $0, expires: now + WeComBotMessage.addressLifetime)
            })
    }

    /// A member id counts only within the own company; another's could be the same by chance.
    private func account(of sender: Sender, to bot: WeComBot) -> String? {
        let isColleague = sender.corpid == nil || sender.corpid == bot.corpID
        return isColleague ? Account.canonical("wecom:\(sender.userid)") : nil
    }

    private struct Sender: Decodable {
        let userid: String
        let corpid: String?
    }

    private struct Stream: Decodable {
        let id: String
    }

    private struct Event: Decodable {
        let eventtype: String
        let feedback: WeComBotFeedback?
        /// The key of the pressed button. The platform nests it under the event's name, its own client
        /// under the event itself.
        let key: String?
        /// The name of the card, as it was sent; beside the key.
        let task: String?

        private enum Key: String, CodingKey {
            case eventtype
            case task = "task_id"
            case card = "template_card_event"
            case feedback = "feedback_event"
            case key = "event_key"
            /// As one table of the document spells it; all of its examples have the other.
            case keyOfTable = "eventkey"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            eventtype = try fields.decode(String.self, forKey: .eventtype)
            feedback = fields.ifUsable(WeComBotFeedback.self, .feedback)
            let card = try? fields.nestedContainer(keyedBy: Key.self, forKey: .card)
            let places = [card, fields].compactMap(\.self)
            key =
                places.lazy
                .compactMap { $0.ifUsable(String.self, .key) ?? $0.ifUsable(String.self, .keyOfTable) }.first
            task = places.lazy.compactMap { $0.ifUsable(String.self, .task) }.first
        }
    }
}
