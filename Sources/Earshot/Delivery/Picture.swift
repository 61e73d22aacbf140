/// A picture that a delivery shows, as the file is: PNG or JPEG, which every platform takes.
public struct Picture: Sendable, Hashable {
    public let bytes: [UInt8]
    public let format: Format

    /// What a file is by what stands in it, whatever its name says.
    public enum Format: String, Sendable, Hashable {
        case png, jpeg
    }

    /// Nothing where the bytes are not those of a whole picture of either kind.
    ///
    /// Source: W3C, Portable Network Graphics, 5.2 and 11.2.1; ISO/IEC 10918-1, B.1.1.3.
    public init?(_ bytes: [UInt8]) {
        if Picture.isPNG(bytes) {
            format = .png
        } else if Picture.isJPEG(bytes) {
            format = .jpeg
        } else {
            return nil
        }
        self.bytes = bytes
    }

    /// The signature with the head behind it, and the last chunk at the end: it is empty, so its sum is always the same.
    private static func isPNG(_ bytes: [UInt8]) -> Bool {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let start = signature + [0, 0, 0, 13] + Array("IHDR".utf8)
        let end: [UInt8] = [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
        return bytes.count >= start.count + end.count && bytes.starts(with: start)
            && bytes.suffix(end.count).elementsEqual(end)
    }

    /// The marker of its start with another one behind it, and that of its end: at the end, or before what phones put behind it.
    private static func isJPEG(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 5, bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return false }
        return bytes.suffix(2).elementsEqual([0xFF, 0xD9]) || hasEndOfJPEG(bytes)
    }

    /// Whether the marker of its end is reached from marker to marker: one within a segment is that of a picture in it.
    private static func hasEndOfJPEG(_ bytes: [UInt8]) -> Bool {
        var position = 2
        while position + 1 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            switch marker {
            // Fills.
            case 0xFF: position += 1
            case 0xD9: return true
            // Those without a segment.
            case 0x01, 0xD0...0xD7: position += 2
            default:
                guard position + 3 < bytes.count else { return false }
                let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
                guard length >= 2 else { return false }
                position += 2 + length
                // Behind the head of a scan its data follow, up to the next marker.
                guard marker == 0xDA else { continue }
                while position + 1 < bytes.count,
                    bytes[position] != 0xFF || bytes[position + 1] == 0
                        || (0xD0...0xD7).contains(bytes[position + 1])
                {
                    position += 1
                }
            }
        }
        return false
    }
}
