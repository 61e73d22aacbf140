import CSV
import Earshot

/// People as rows of their file.
enum PeopleSheet {
    /// The columns of the file, in their order.
    static let columns = PeopleFiles.peopleColumns.required + PeopleFiles.peopleColumns.optional

    /// The file's bytes: the names of the columns and a line for each row.
    static func bytes(of rows: [PersonRow]) -> [UInt8] {
        var options = RowWriter.Options()
        options.lineEnd = "\n"
        var writer = RowWriter(options: options)
        writer.write(columns)
        for row in rows { writer.write(columns.map { row[column: $0] }) }
        return writer.take()
    }
}

extension PersonRow {
    /// What stands in a column of the file.
    subscript(column column: String) -> String {
        switch column {
        case "id": id
        case "name": name
        case "role": role
        case "dealer": dealer
        case "region": regions.joined(separator: "|")
        case "accounts": accounts.joined(separator: "|")
        case "duty": duty
        case "deputy": deputy
        case "away": away.joined(separator: "|")
        case "valid_from": validFrom
        case "valid_until": validUntil
        default: ""
        }
    }
}
