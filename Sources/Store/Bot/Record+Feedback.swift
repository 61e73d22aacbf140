import Earshot

extension Request {
    /// What was understood, as it is kept beside a reply.
    var record: String {
        var record = RecordWriter()
        record.add(self)
        return record.text
    }

    init(record: String) throws {
        var reader = RecordReader(record)
        self = try reader.request()
        try reader.expectEnd()
    }
}

extension [Feedback.Reason] {
    var record: String {
        var record = RecordWriter()
        record.add(self) { $0.add($1.rawValue) }
        return record.text
    }

    init(record: String) throws {
        var reader = RecordReader(record)
        self = try reader.list { Feedback.Reason(rawValue: try $0.string()) }
        try reader.expectEnd()
    }
}
