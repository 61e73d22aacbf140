import Earshot

extension Reply {
    /// The reply as it is kept.
    var record: String {
        var record = RecordWriter()
        record.add(blocks)
        // Behind the blocks, where records of earlier versions end.
        if let actions {
            record.add(Reply.actionsMark)
            record.add(actions.standing) { $0.add($1) }
        }
        return record.text
    }

    init(record: String) throws {
        var reader = RecordReader(record)
        self.init(try reader.blocks())
        if !reader.isAtEnd {
            let mark = try reader.number()
            _ = try reader.known(mark == Reply.actionsMark ? mark : nil)
            actions = Actions(standing: try reader.optional { reader in try reader.string() })
        }
        try reader.expectEnd()
    }

    /// What begins the part of a record behind the blocks.
    private static let actionsMark = 7

}

extension RecordWriter {
    mutating func add(_ blocks: [Reply.Block]) {
        add(blocks) { record, block in
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
            case .link(let label, _):
                // Its address has a secret in it.
                record.add(2)
                record.add(label)
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
    }
}

extension RecordReader {
    mutating func blocks() throws -> [Reply.Block] {
        try list { reader in try reader.block() }
    }

    private mutating func block() throws -> Reply.Block {
        switch try number() {
        case 1: .title(try string())
        case 2: .text(try string())
        case 3: .figure(label: try string(), value: try string())
        case 4: .quote(text: try string(), source: try string())
        case 5: .item(try string())
        case 6:
            .choices(
                prompt: try string(),
                try list { reader in
                    Reply.Choice(
                        number: try reader.number(), label: try reader.string(), text: try reader.string())
                })
        default: try known(nil)
        }
    }
}
