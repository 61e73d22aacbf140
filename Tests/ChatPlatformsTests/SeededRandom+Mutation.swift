import EarshotTesting

extension SeededRandom {
    /// A byte string with a few random changes: bytes flipped, cut, doubled, inserted.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &self)
            switch UInt8.random(in: 0...5, using: &self) {
            case 0 where !bytes.isEmpty: bytes[place] = .random(in: 0...255, using: &self)
            case 1 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
            case 2: bytes.removeLast(bytes.count - place)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
            case 4:
                bytes.insert(Array("{}[]\",:\\0-eE.u\u{0}".utf8).randomElement(using: &self) ?? 0, at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
            }
        }
        return bytes
    }
}
