import Earshot

extension ReportText {
    /// What is kept of it beside its frame. All its texts are fields, so that somebody who is forgotten goes from it.
    var record: String {
        var record = RecordWriter()
        record.add(message.blocks)
        record.add(table) { record, row in record.add(row) { $0.add($1) } }
        record.add(labels.sorted { $0.key < $1.key }) { record, label in
            record.add(label.key)
            record.add(label.value)
        }
        return record.text
    }

    init(record: String, frame: String) throws {
        var reader = RecordReader(record)
        let blocks = try reader.blocks()
        let table = try reader.list { try $0.list { try $0.string() } }
        let labels = try reader.list { (try $0.string(), try $0.string()) }
        try reader.expectEnd()
        self.init(
            message: Reply(blocks), table: table, labels: Dictionary(labels) { $1 }, frame: frame)
    }
}
