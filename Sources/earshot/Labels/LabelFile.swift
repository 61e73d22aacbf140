import CSV
import Earshot
import FoundationEssentials

/// A file of labelled texts: NDJSON, or a table with a header row.
struct LabelFile {
    private(set) var texts: [LabelledText] = []
    /// The lines that could not be read, with the reason.
    private(set) var faults: [String] = []
    private let path: String

    /// - Throws: a file that cannot be read at all, or a table without the columns it needs.
    init(_ path: String) throws {
        self.path = path
        var file = try InputFile(path)
        var bytes: [UInt8] = []
        while let piece = try file.next() { bytes += piece }
        switch try VoiceFileFormat.of(path, start: Array(bytes.prefix(VoiceFileFormat.startLength))) {
        case .json: readLines(bytes)
        case .table: try readTable(bytes)
        }
    }

    /// Files of which each counts by the square root of its texts, so that a large one does not drown the others.
    static func balanced(_ files: [LabelFile]) -> [LabelledText] {
        let most = Double(files.map(\.texts.count).max() ?? 0)
        return files.flatMap { file in
            let weight = min(LabelFile.mostWeight, (most / Double(max(1, file.texts.count))).squareRoot())
            return file.texts.map { text in
                var text = text
                text.sentimentWeight = Float(weight)
                return text
            }
        }
    }

    private static let mostWeight = 5.0

    // MARK: NDJSON

    private struct Line: Decodable {
        var text: String
        var opinions: [Opinion]?
        var sentiment: PolarityWord?
        var terms: [Term]?

        struct Term: Decodable {
            var words: String
            var polarity: PolarityWord
        }

        struct Opinion: Decodable {
            var aspect: AspectWord
            var polarity: PolarityWord
        }
    }

    private mutating func readLines(_ bytes: [UInt8]) {
        let decoder = JSONDecoder()
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            do {
                let line = try decoder.decode(Line.self, from: Data(line))
                texts.append(
                    LabelledText(
                        id: String(number + 1), text: line.text,
                        opinions: line.opinions?.map {
                            .init(aspect: $0.aspect.aspect, polarity: $0.polarity.polarity)
                        },
                        sentiment: line.sentiment?.polarity,
                        terms: line.terms?.map { .init(words: $0.words, polarity: $0.polarity.polarity) }))
            } catch {
                faults.append("\(path):\(number + 1): \(LineFault(error))")
            }
        }
    }

    // MARK: Tables

    /// One opinion or one term a row, those of one text with the same id; or one text a row with its sentiment.
    private mutating func readTable(_ bytes: [UInt8]) throws {
        var options = RowReader.Options()
        options.ignoresCaseOfColumns = true
        let table: Table
        do {
            table = try Table(bytes, options: options)
        } catch {
            throw Failure("\(path):\(error.line): \(error.message)")
        }
        let columns = try LabelColumns(table.header?.names ?? [], of: path)
        faults += table.errors.map { "\(path):\($0.line): \($0.message)" }
        var known: [String: Int] = [:]
        for row in table.rows {
            do {
                try take(row, columns, &known)
            } catch {
                faults.append("\(path):\(row.line): \(error)")
            }
        }
    }

    private mutating func take(
        _ row: Row, _ columns: LabelColumns, _ known: inout [String: Int]
    ) throws(Failure) {
        let text = row[columns.text]
        let id = columns.id.map { row[$0] } ?? text
        if let column = columns.city {
            let city = row[column]
            texts.append(LabelledText(id: id, text: text, place: .init(city: city.isEmpty ? nil : city)))
            return
        }
        let word = row[columns.polarity]
        guard let polarity = PolarityWord.polarity(of: word) else {
            throw Failure("\"\(word)\" is no polarity; write positive, negative or neutral, or 1, -1, 0")
        }
        guard columns.aspect != nil || columns.term != nil else {
            texts.append(
                LabelledText(
                    id: id, text: text, sentiment: columns.isBinary && word == "0" ? .negative : polarity))
            return
        }
        let aspect = try columns.aspect.map { column throws(Failure) in
            let name = row[column]
            guard let aspect = AspectWord.aspect(of: name) else { throw Failure("\"\(name)\" is no aspect") }
            return aspect
        }
        let position = try position(of: id, text, &known)
        if let aspect {
            texts[position].opinions =
                (texts[position].opinions ?? []) + [.init(aspect: aspect, polarity: polarity)]
        }
        // An opinion that no word carries has none.
        if let column = columns.term, aspect == nil || !row[column].isEmpty {
            texts[position].terms =
                (texts[position].terms ?? []) + [.init(words: row[column], polarity: polarity)]
        }
    }

    /// Where the text with an id stands; it is added if it is the first of it.
    ///
    /// - Throws: where the id stands for another text already: one of the two would be scored by the other's labels.
    private mutating func position(
        of id: String, _ text: String, _ known: inout [String: Int]
    ) throws(Failure) -> Int {
        if let position = known[id] {
            guard texts[position].text == text else {
                throw Failure(
                    "the id \"\(id)\" stands for another text above; give each text an id of its own")
            }
            return position
        }
        known[id] = texts.count
        texts.append(LabelledText(id: id, text: text))
        return texts.count - 1
    }
}

/// Where a table's columns stand.
private struct LabelColumns {
    var id: Int?
    var text: Int
    var aspect: Int?
    var term: Int?
    /// Where a table of cities has them; it has no opinions.
    var city: Int?
    var polarity: Int
    /// Whether the polarity is a `label` of 1 for praise and 0 for complaint, as many published sets have it.
    var isBinary: Bool

    init(_ names: [String], of path: String) throws(Failure) {
        func position(_ known: [String]) -> Int? { names.firstIndex { known.contains($0) } }
        let binary = position(["label"])
        let marks = position(["polarity", "sentiment_value", "sentiment"]) ?? binary
        city = marks == nil ? position(["city"]) : nil
        guard let text = position(["text", "content", "review", "comment", "sentence"]),
            let polarity = marks ?? city
        else {
            throw Failure(
                "\(path): has no columns text and polarity (with aspect or term, one a row), sentiment or city; it has "
                    + names.joined(separator: ", "))
        }
        id = position(["id", "content_id"])
        self.text = text
        aspect = position(["aspect", "subject"])
        term = position(["term"])
        self.polarity = polarity
        isBinary = polarity == binary
    }
}
