import Earshot

extension Reply {
    /// The reply as it is kept.
    var record: String {
        var record = RecordWriter()
        record.add(blocks) { record, block in
            switch block {
            case .title(let text):
                record.add(1)
                record.add(text)
            case .text(let text):
                record.add(2)
                record.add(text)
            case .figure(let label, let value):
                record.add(3)
                record.add(label)
                record.add(value)
            case .quote(let text, let source):
                record.add(4)
                record.add(text)
                record.add(source)
            case .item(let text):
                record.add(5)
                record.add(text)
            case .choices(let prompt, let choices):
                record.add(6)
                record.add(prompt)
                record.add(choices) { record, choice in
                    record.add(choice.number)
                    record.add(choice.label)
                    record.add(choice.text)
                }
            }
        }
        // Behind the blocks, where records of earlier versions end.
        if let actions {
            record.add(Reply.actionsMark)
            record.add(actions.standing) { $0.add($1) }
        }
        return record.text
    }

    init(record: String) throws {
        var reader = RecordReader(record)
        self.init(try reader.list { reader in try Reply.block(&reader) })
        if !reader.isAtEnd {
            let mark = try reader.number()
            _ = try reader.known(mark == Reply.actionsMark ? mark : nil)
            actions = Actions(standing: try reader.optional { reader in try reader.string() })
        }
        try reader.expectEnd()
    }

    /// What begins the part of a record behind the blocks.
    private static let actionsMark = 7

    private static func block(_ reader: inout RecordReader) throws -> Block {
        switch try reader.number() {
        case 1: .title(try reader.string())
        case 2: .text(try reader.string())
        case 3: .figure(label: try reader.string(), value: try reader.string())
        case 4: .quote(text: try reader.string(), source: try reader.string())
        case 5: .item(try reader.string())
        case 6:
            .choices(
                prompt: try reader.string(),
                try reader.list { reader in
                    Choice(number: try reader.number(), label: try reader.string(), text: try reader.string())
                })
        default: try reader.known(nil)
        }
    }
}
