import CSV
import Earshot

/// The table of a report as CSV, for a spreadsheet.
enum ReportSheet {
    static func bytes(of text: ReportText) -> [UInt8] {
        var writer = SuggestionSheet.writer
        for row in text.table { writer.write(row) }
        return writer.take()
    }
}
