import CSV
import Configuration
import Earshot
import FoundationEssentials

/// Reads the table of public holidays and make-up workdays: `date,kind`, and further columns for people.
enum HolidayFile {
    static let name = "holidays.csv"

    /// The path of a site's table, or nothing where it has none.
    static func path(of site: Site) -> String? {
        if let path = site.settings.files.holidays { return site.path(path) }
        let path = site.path(name)
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// What to tell of a site's table on a day, or nothing: that there is none, or that it knows nothing of the year, or in
    /// December of the next one, whose notice is out by then.
    static func fault(of site: Site, _ calendar: WorkCalendar, on day: Day) -> String? {
        guard let path = path(of: site) else {
            return "\(site.path(name)): is not there: every holiday is taken for an ordinary day"
        }
        let (year, month) = (day.civil.year, day.civil.month)
        return fault(calendar, years: year...(month == 12 ? year + 1 : year)).map { "\(path): \($0)" }
    }

    /// What to tell about years of which the table knows nothing, in a sentence, or nothing where it knows them all.
    static func fault(_ calendar: WorkCalendar, years: ClosedRange<Int>) -> String? {
        let missing = years.filter { !calendar.years.contains($0) }
        guard let first = missing.first, let last = missing.last else { return nil }
        let span = first == last ? "\(first)" : "\(first) to \(last)"
        return
            "has no day of \(span): its holidays are taken for ordinary days; enter the State Council's notice of it "
            + "(放假安排的通知)"
    }

    /// - Throws: every row that is wrong.
    static func read(_ path: String) throws(Problems) -> WorkCalendar {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw Problems([Problem(.unreadable, file: path, "cannot be read")])
        }
        var options = RowReader.Options()
        options.requiredColumns = ["date", "kind"]
        let table: Table
        do {
            table = try Table([UInt8](bytes), options: options)
        } catch {
            throw Problems([
                Problem(.badValue, file: path, line: error.line, field: error.field ?? "", error.message)
            ])
        }
        var problems = table.errors.map {
            Problem(.badValue, file: path, line: $0.line, field: $0.field ?? "", $0.message)
        }
        var exceptions: [Day: WorkCalendar.Exception] = [:]
        for row in table.rows {
            guard let day = row["date"].flatMap({ Day($0) }) else {
                problems.append(
                    Problem(.badValue, file: path, line: row.line, field: "date", "is no day (YYYY-MM-DD)"))
                continue
            }
            guard let kind = row["kind"].flatMap(WorkCalendar.Exception.init) else {
                problems.append(
                    Problem(
                        .badValue, file: path, line: row.line, field: "kind", "is neither holiday nor workday"
                    ))
                continue
            }
            if exceptions.updateValue(kind, forKey: day) != nil {
                problems.append(
                    Problem(.badValue, file: path, line: row.line, field: "date", "stands there twice"))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return WorkCalendar(exceptions)
    }
}
