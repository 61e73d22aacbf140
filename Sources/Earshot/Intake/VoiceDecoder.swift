/// Makes voices of rows: of JSON objects, and of CSV rows through `VoiceColumns`.
///
/// Reads JSON by hand, because `JSONDecoder` can tell neither an unknown key nor a key that is there twice,
/// and takes three times as long: 61,000 rows a second of processor time against 176,000, measured together on
/// rows of 440 bytes with a text of 60 characters and twelve more fields, on a core shared with other work.
public struct VoiceDecoder: Sendable {
    /// Against which a date in the future is recognised.
    public var now: Timestamp

    /// Says which moment a time without an offset from UTC is.
    private(set) var calendar: LocalCalendar

    /// Which voices are too old; nothing where they are kept for ever.
    let kept: KeptVoices?

    /// - Parameter retention: a voice whose time is over is refused.
    public init(
        now: Timestamp, calendar: LocalCalendar = .shanghai, retention: RetentionRules = RetentionRules()
    ) {
        self.now = now
        self.calendar = calendar
        kept = retention.horizon(ofPublished: .voices, at: now, calendar).map {
            KeptVoices(days: retention.days(of: .voices) ?? 0, since: $0)
        }
    }

    /// The voice of a row that `RowSplitter` found.
    public func voice(of row: IntakeRow) throws(RowProblem) -> Voice {
        switch row.content {
        case .bytes(let bytes): try voice(json: bytes, line: row.line, element: row.element)
        case .problem(let reason): throw RowProblem(line: row.line, element: row.element, reason: reason)
        }
    }

    /// The voice of one JSON object.
    ///
    /// - Throws: the first thing wrong with it: not one JSON object, a field that is unknown, twice there,
    ///   missing, of the wrong type or out of bounds.
    public func voice(
        json bytes: [UInt8], line: Int = 1, element: Int? = nil
    ) throws(RowProblem) -> Voice {
        do throws(VoiceFault) {
            return try bytes.withUnsafeBufferPointer { (buffer) throws(VoiceFault) in
                var reader = VoiceReader(buffer, now: now, calendar: calendar, kept: kept)
                return try reader.voice()
            }
        } catch {
            throw error.on(line: line, element: element)
        }
    }
}
