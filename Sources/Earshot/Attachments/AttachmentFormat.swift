/// What an attachment is by what stands in it, whatever its sender calls it. Everything else is not kept.
public enum AttachmentFormat: String, Sendable, Hashable, CaseIterable {
    case png, jpeg, gif, webp, bmp
    case pdf
    /// ZIP: also Word, Excel and PowerPoint since 2007.
    case zip
    /// Word, Excel and PowerPoint before 2007.
    case ole
    case amr, ogg, mp3, wav, mp4
    /// UTF-8 or GBK without control characters, also CSV.
    case text

    /// Nothing where it is none of them.
    ///
    /// Source: the formats' own documents; for MP3, AMR and MP4 IANA's registrations and RFC 4867, 5.
    public init?(of bytes: [UInt8]) {
        if let (format, _) = AttachmentFormat.beginnings.first(where: { bytes.starts(with: $0.1) }) {
            self = format
        } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 12 {
            switch String(decoding: bytes[8..<12], as: UTF8.self) {
            case "WEBP": self = .webp
            case "WAVE": self = .wav
            default: return nil
            }
        } else if bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) {
            self = .mp4
        } else if AttachmentFormat.isBitmap(bytes) {
            self = .bmp
        } else if AttachmentFormat.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    private static let beginnings: [(AttachmentFormat, [UInt8])] = [
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)), (.pdf, Array("%PDF-".utf8)),
        (.zip, [0x50, 0x4B, 0x03, 0x04]), (.ole, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.amr, Array("#!AMR".utf8)), (.ogg, Array("OggS".utf8)), (.mp3, Array("ID3".utf8)),
        (.mp3, [0xFF, 0xFB]), (.mp3, [0xFF, 0xF3]),
    ]

    /// Two letters are no sign by themselves; of its head, four bytes are reserved and zero.
    private static func isBitmap(_ bytes: [UInt8]) -> Bool {
        bytes.count > 26 && bytes.starts(with: "BM".utf8) && bytes[6..<10].allSatisfy { $0 == 0 }
    }

    /// The end of a file's name, without the dot.
    public var fileExtension: String {
        switch self {
        case .jpeg: "jpg"
        case .ole: "doc"
        case .text: "txt"
        default: rawValue
        }
    }

    /// Whether it can be what the platform says it is.
    public func suits(_ kind: MessageAttachment.Kind) -> Bool {
        switch (kind, self) {
        case (.file, _): true
        case (.picture, .png), (.picture, .jpeg), (.picture, .gif), (.picture, .webp), (.picture, .bmp): true
        case (.recording, .amr), (.recording, .ogg), (.recording, .mp3), (.recording, .wav),
            (.recording, .mp4):
            true
        default: false
        }
    }
}
