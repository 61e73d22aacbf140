/// How Chinese characters sound: the syllables of Pinyin without tones, as numbers.
///
/// Sounds that are commonly mixed up have one `sound`: zh and z, ch and c, sh and s, and -ng and -n behind a, e and i.
enum Syllables {
    /// A syllable's number.
    typealias Syllable = UInt32

    /// How a character may be read, nothing when it is not a common one.
    static func of(_ scalar: UInt32) -> [Syllable] { readings[scalar] ?? [] }

    /// What a syllable sounds like.
    static func sound(of syllable: Syllable) -> Syllable { sounds[Int(syllable)] }

    /// Every length at which letters of `scalars` from `start` on spell a syllable, with that syllable.
    static func spelled(in scalars: [UInt32], from start: Int, to end: Int) -> [(length: Int, Syllable)] {
        var found: [(Int, Syllable)] = []
        var letters: UInt64 = 0
        for length in 1...longest where start + length <= end {
            letters = letters << 8 | UInt64(scalars[start + length - 1])
            if let syllable = spellings[letters] { found.append((length, syllable)) }
        }
        return found
    }

    /// The letters of zhuang.
    private static let longest = 6

    private static let (spellings, readings, sounds) = read()

    private static func read() -> ([UInt64: Syllable], [UInt32: [Syllable]], [Syllable]) {
        var spellings: [UInt64: Syllable] = [:]
        var readings: [UInt32: [Syllable]] = [:]
        var sounds: [Syllable] = []
        var numbers: [[UInt8]: Syllable] = [:]
        let parts = table.split(whereSeparator: \.isWhitespace)
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            let letters = Array(parts[index].utf8)
            let syllable = Syllable(sounds.count)
            let sound = numbers[folded(letters)] ?? syllable
            numbers[folded(letters)] = sound
            sounds.append(sound)
            spellings[letters.reduce(0) { $0 << 8 | UInt64($1) }] = syllable
            for scalar in parts[index + 1].unicodeScalars {
                readings[scalar.value, default: []].append(syllable)
            }
        }
        return (spellings, readings, sounds)
    }

    /// The letters of a syllable's sound, common confusions made one.
    private static func folded(_ letters: [UInt8]) -> [UInt8] {
        var sound = letters
        if sound.count > 1, sound[1] == UInt8(ascii: "h"), "zcs".utf8.contains(sound[0]) {
            sound.remove(at: 1)
        }
        let ending = sound.suffix(3)
        if ["ang", "eng", "ing"].contains(where: { ending.elementsEqual($0.utf8) }),
            // -iang and -uang are not mixed up with -ian and -uan.
            sound.count < 4 || !"iu".utf8.contains(sound[sound.count - 4])
        {
            sound.removeLast()
        }
        return sound
    }
}
