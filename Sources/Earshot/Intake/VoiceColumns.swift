/// Which column of a table holds which field of a voice; made of the table's header.
public struct VoiceColumns: Sendable, Equatable {
    private let fields: [VoiceField]

    /// - Parameters:
    ///   - header: the names of the columns, those of the voice contract, in any order and case; the fields of
    ///     `location` as `location.city` or simply `city`.
    ///   - line: the header's line.
    /// - Throws: a column that is unknown or there twice, or a required one that is missing.
    public init(header: [String], line: Int = 1) throws(RowProblem) {
        var fields: [VoiceField] = []
        for name in header {
            guard let field = VoiceField.allCases.first(where: { $0.isCalled(name) }) else {
                let shown = name.unicodeScalars.prefix(40).filter {
                    $0.properties.generalCategory != .control
                }
                throw RowProblem(
                    line: line, field: String(String.UnicodeScalarView(shown)),
                    reason: "is not a field of a voice; the first row names the columns, which are "
                        + VoiceField.allCases.map(\.columnName).joined(separator: ", "))
            }
            guard !fields.contains(field) else { throw VoiceFault(field, "is there twice").on(line: line) }
            fields.append(field)
        }
        for field in VoiceField.required where !fields.contains(field) {
            throw VoiceFault(field, "is missing in the header").on(line: line)
        }
        self.fields = fields
    }

    /// The number of columns.
    public var count: Int { fields.count }

    /// Puts a row's values into a draft; an empty value is an absent field. Blanks around a value belong to the
    /// table, except around what people wrote.
    func fill(_ draft: inout VoiceDraft, with values: [String]) throws(VoiceFault) {
        guard values.count == fields.count else {
            throw VoiceFault("has \(values.count) values for \(fields.count) columns")
        }
        for (field, value) in zip(fields, values) {
            try draft.set(field, to: field.isProse ? value : value.withoutOuterBlanks)
        }
    }
}

extension VoiceDecoder {
    /// The voice of one row of a table, with the same checks as a JSON object's.
    ///
    /// - Throws: the first thing wrong with the row.
    public func voice(
        of values: [String], in columns: VoiceColumns, line: Int
    ) throws(RowProblem) -> Voice {
        do throws(VoiceFault) {
            var draft = VoiceDraft(now: now, calendar: calendar, kept: kept)
            try columns.fill(&draft, with: values)
            return try draft.finish()
        } catch {
            throw error.on(line: line)
        }
    }
}

extension VoiceField {
    /// What its column is usually called: `city` for `location.city`.
    fileprivate var columnName: String { isPlace ? name.replacing("location.", with: "") : name }

    /// Whether a column of this name holds the field.
    fileprivate func isCalled(_ column: String) -> Bool {
        let column = column.lowercased()
        return column == name || (isPlace && "location.\(column)" == name)
    }
}
