import FoundationEssentials

/// Time zones by their IANA name, as far as they keep one offset all year.
///
/// `FoundationEssentials` knows no names, and the library that does costs 40 MB. A zone's present rule stands
/// in the last line of its compiled file (RFC 9636, section 3.3).
enum FixedZone {
    /// Why a name is no zone that can be used.
    struct Unusable: Error {
        var message: String
    }

    static func named(_ name: String, in folder: String = "/usr/share/zoneinfo") throws(Unusable) -> TimeZone
    {
        // The market most sites are in, also on a machine without zone files.
        if name == "Asia/Shanghai", let zone = TimeZone(secondsFromGMT: 8 * 3600) { return zone }
        let isName =
            name.first?.isLetter == true && !name.contains("..")
            && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isName, let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
            bytes.starts(with: Array("TZif".utf8))
        else { throw Unusable(message: "\"\(name)\" is no time zone of this machine") }
        let rule = bytes.split(separator: 0x0A).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let seconds = secondsEast(of: rule), let zone = TimeZone(secondsFromGMT: seconds) else {
            throw Unusable(
                message: "\"\(name)\" changes its clocks during the year, which is not supported")
        }
        return zone
    }

    /// The offset of a rule without daylight saving time: `CST-8` or `<+0545>-5:45`. POSIX counts westwards.
    static func secondsEast(of rule: String) -> Int? {
        var rest = rule[...]
        if rest.first == "<" {
            guard let end = rest.firstIndex(of: ">") else { return nil }
            rest = rest[rest.index(after: end)...]
        } else {
            rest = rest.drop(while: \.isLetter)
        }
        let isWest = rest.first != "-"
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), let hours = parts[0], (0...24).contains(hours) else {
            return nil
        }
        var seconds = hours * 3600
        for (part, unit) in zip(parts.dropFirst(), [60, 1]) {
            guard let part, (0..<60).contains(part) else { return nil }
            seconds += part * unit
        }
        return isWest ? -seconds : seconds
    }
}
