public import Earshot
import JSON

/// Writes voices as NDJSON, the form that `earshot ingest` reads.
public enum VoiceLine {
    /// Appends one voice as a line with its newline, in UTF-8.
    ///
    /// Times are RFC 3339 in the offset of 上海; fields that are absent are left out. About a microsecond a
    /// voice, so that a benchmark measures the intake and not its feed.
    public static func append(_ voice: Voice, to buffer: inout [UInt8]) {
        buffer.append(contentsOf: "{\"id\":".utf8)
        JSON.append(voice.id, to: &buffer)
        buffer.append(contentsOf: ",\"published_at\":\"".utf8)
        time(voice.publishedAt, to: &buffer)
        buffer.append(contentsOf: "\",\"kind\":\"".utf8)
        buffer.append(contentsOf: voice.kind.rawValue.utf8)
        buffer.append(UInt8(ascii: "\""))
        if voice.source.isEmpty == false { field("source", voice.source, to: &buffer) }
        field("author", voice.author, to: &buffer)
        field("url", voice.url, to: &buffer)
        field("title", voice.title, to: &buffer)
        field("brand", voice.brand, to: &buffer)
        field("series", voice.series, to: &buffer)
        field("dealer_id", voice.dealerID, to: &buffer)
        location(voice.location, to: &buffer)
        if let rating = voice.rating { number("rating", String(rating), to: &buffer) }
        if voice.likes != 0 { number("likes", String(voice.likes), to: &buffer) }
        if voice.replies != 0 { number("replies", String(voice.replies), to: &buffer) }
        field("text", voice.text, to: &buffer)
        buffer.append(contentsOf: "}\n".utf8)
    }

    private static func location(_ location: Voice.Location, to buffer: inout [UInt8]) {
        guard location != Voice.Location() else { return }
        buffer.append(contentsOf: ",\"location\":{".utf8)
        let start = buffer.count
        field("city", location.city, to: &buffer)
        field("province", location.province, to: &buffer)
        field("ip", location.ip, to: &buffer)
        // The first field brought a comma.
        buffer.remove(at: start)
        buffer.append(UInt8(ascii: "}"))
    }

    private static func field(_ name: StaticString, _ value: String?, to buffer: inout [UInt8]) {
        guard let value else { return }
        key(name, to: &buffer)
        JSON.append(value, to: &buffer)
    }

    private static func number(_ name: StaticString, _ value: String, to buffer: inout [UInt8]) {
        key(name, to: &buffer)
        buffer.append(contentsOf: value.utf8)
    }

    private static func key(_ name: StaticString, to buffer: inout [UInt8]) {
        buffer.append(contentsOf: ",\"".utf8)
        name.withUTF8Buffer { buffer.append(contentsOf: $0) }
        buffer.append(contentsOf: "\":".utf8)
    }

    private static func time(_ moment: Timestamp, to buffer: inout [UInt8]) {
        let seconds = Int(moment.milliseconds / 1000) + 8 * 3600
        let day = Day(number: seconds / 86_400)
        let second = seconds - day.number * 86_400
        buffer.append(contentsOf: day.description.utf8)
        buffer.append(UInt8(ascii: "T"))
        digits(second / 3600, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        digits(second / 60 % 60, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        digits(second % 60, to: &buffer)
        buffer.append(contentsOf: "+08:00".utf8)
    }

    private static func digits(_ number: Int, to buffer: inout [UInt8]) {
        buffer.append(UInt8(ascii: "0") + UInt8(number / 10))
        buffer.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
