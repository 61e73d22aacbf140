import Earshot

/// The text of one voice while it is being written.
struct Script {
    var words = Words()
    var opinions: [LabelledVoice.Label] = []
    /// Whether a tag names the series, so that no field needs to.
    private(set) var namesSeries = false
    private var buffer: [UInt8] = []

    /// About 300 characters; no remark is begun behind it.
    var isShort: Bool { buffer.count < 700 }

    var isEmpty: Bool { buffer.isEmpty }

    /// Whether it praises and complains.
    var isMixed: Bool {
        opinions.contains { $0.polarity == .positive } && opinions.contains { $0.polarity == .negative }
    }

    var text: String { String(decoding: buffer, as: UTF8.self) }

    mutating func begin(series: SampleSeries, place: Whereabouts, rival: String) {
        buffer.removeAll(keepingCapacity: true)
        opinions.removeAll()
        namesSeries = false
        words.brand = series.brand
        words.series = series.name
        words.nicknames = series.nicknames
        words.rival = rival
        words.city = place.isKnown ? place.city.name : "本地"
        words.province = place.city.province
        words.dealer = ""
    }

    func speaks(of aspect: Aspect) -> Bool {
        opinions.contains { $0.aspect == aspect }
    }

    func names(_ city: City) -> Bool {
        text.contains(city.name)
    }

    mutating func add(_ phrases: [Phrase], random: inout SeededRandom) {
        let joint = buffer.count
        phrases.write(to: &buffer, words: words, random: &random)
        smooth(at: joint)
    }

    mutating func addNamingSeries(_ phrases: [Phrase], random: inout SeededRandom) {
        add(phrases, random: &random)
        namesSeries = true
    }

    mutating func finish(random: inout SeededRandom) {
        if buffer.count(where: { $0 & 0xC0 != 0x80 }) < 9 { add(Frames.paddings, random: &random) }
        if random.chance(0.04) { Slips.make(in: &buffer, random: &random) }
    }

    func title(random: inout SeededRandom) -> String {
        var title: [UInt8] = []
        Frames.titles.write(to: &title, words: words, random: &random)
        return String(decoding: title, as: UTF8.self)
    }

    /// Drops the mark that a phrase begins with when the text ends with one already, or has not begun.
    private mutating func smooth(at joint: Int) {
        guard buffer.count >= joint + 3, Script.isMark(buffer[joint..<joint + 3]) else { return }
        if joint == 0 || (joint >= 3 && Script.isMark(buffer[joint - 3..<joint])) {
            buffer.removeSubrange(joint..<joint + 3)
        }
    }

    /// Whether three bytes are one of ，。！？；：… in UTF-8.
    private static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        let scalar = bytes.reduce(0) { $0 << 8 | Int($1) }
        switch scalar {
        case 0xEFBC8C, 0xE38082, 0xEFBC81, 0xEFBC9F, 0xEFBC9B, 0xEFBC9A, 0xE280A6: return true
        default: return false
        }
    }
}
