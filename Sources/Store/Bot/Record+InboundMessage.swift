import Earshot

extension InboundMessage {
    /// The message as it is kept.
    var record: String {
        var record = RecordWriter()
        record.add(channel)
        record.add(id)
        record.add(account) { $0.add($1) }
        record.add(displayName) { $0.add($1) }
        record.add(chat)
        record.add(isGroup ? 1 : 0)
        switch content {
        case .text(let text):
            record.add(1)
            record.add(text)
        case .opened:
            record.add(2)
        case .speech(let recognised):
            record.add(3)
            record.add(recognised) { $0.add($1) }
        case .picture:
            record.add(4)
        case .file:
            record.add(5)
        case .other(let kind):
            record.add(6)
            record.add(kind)
        }
        record.add(replyAddress) { record, address in
            record.add(address.url)
            record.add(address.expires) { $0.add(Int($1.milliseconds)) }
        }
        record.add(hasPictures ? 1 : 0)
        record.add(quote) { $0.add($1) }
        record.add(takesFeedback ? 1 : 0)
        record.add(replyAddress?.opens) { $0.add(Int($1.milliseconds)) }
        record.add(attachments.count)
        for attachment in attachments {
            record.add(attachment.kind.rawValue)
            record.add(attachment.locator)
        }
        // Seldom, and an earlier edition reads every record without it.
        if isOnNotice { record.add(1) }
        return record.text
    }

    init(record: String) throws {
        var reader = RecordReader(record)
        self.init(
            channel: try reader.string(), id: try reader.string(),
            account: try reader.optional { try $0.string() },
            displayName: try reader.optional { try $0.string() }, chat: try reader.string(),
            isGroup: try reader.number() == 1, content: try InboundMessage.content(&reader),
            replyAddress: try reader.optional { reader in
                ReplyAddress(
                    url: try reader.string(),
                    expires: try reader.optional { Timestamp(milliseconds: Int64(try $0.number())) })
            })
        // An edition that knew of none of what follows ended here.
        if reader.isAtEnd { return }
        hasPictures = try reader.number() == 1
        quote = try reader.optional { try $0.string() }
        takesFeedback = try reader.number() == 1
        // And one that did not know of this here.
        if reader.isAtEnd { return }
        // Read whether there is an address or not.
        let opens = try reader.optional { Timestamp(milliseconds: Int64(try $0.number())) }
        replyAddress?.opens = opens
        // Nor of this.
        if reader.isAtEnd { return }
        let count = try reader.number()
        for _ in 0..<max(count, 0) {
            let kind = try reader.known(MessageAttachment.Kind(rawValue: try reader.number()))
            attachments.append(MessageAttachment(kind, locator: try reader.string()))
        }
        if reader.isAtEnd { return }
        isOnNotice = try reader.number() == 1
        try reader.expectEnd()
    }

    private static func content(_ reader: inout RecordReader) throws -> Content {
        switch try reader.number() {
        case 1: .text(try reader.string())
        case 2: .opened
        case 3: .speech(recognised: try reader.optional { try $0.string() })
        case 4: .picture
        case 5: .file
        case 6: .other(kind: try reader.string())
        default: try reader.known(nil)
        }
    }
}
