import EarshotTesting
import Testing

@testable import Earshot

@Suite("What an attachment is, by what stands in it")
struct AttachmentFormatTests {
    @Test(
        "every format is known by its beginning",
        arguments: [
            (AttachmentFormat.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]),
            (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0]), (.gif, Array("GIF89a.".utf8)), (.gif, Array("GIF87a.".utf8)),
            (.webp, Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8)),
            (.wav, Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WAVEfmt ".utf8)),
            (.bmp, Array("BM".utf8) + Array(repeating: 0, count: 30)), (.pdf, Array("%PDF-1.7".utf8)),
            (.zip, [0x50, 0x4B, 0x03, 0x04, 0]),
            (.ole, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), (.amr, Array("#!AMR\n".utf8)),
            (.ogg, Array("OggS".utf8) + [0]), (.mp3, Array("ID3".utf8) + [3, 0]), (.mp3, [0xFF, 0xFB, 0x90]),
            (.mp4, [0, 0, 0, 0x18] + Array("ftypmp42".utf8)), (.text, Array("城市,声量\n杭州,12\n".utf8)),
            // Two letters of a text make no bitmap.
            (.text, Array("BMW 的客户说：这个车机卡顿，三次没有解决".utf8)),
            // 城市,声量 / 杭州,12 in GBK, as Excel saves CSV in China, and 喆 (86B4), which only GBK has, among others.
            (
                .text,
                [0xB3, 0xC7, 0xCA, 0xD0, 0x2C, 0xC9, 0xF9, 0xC1, 0xBF, 0x0A, 0xBA, 0xBC, 0xD6, 0xDD] + [
                    0x2C, 0x31, 0x32, 0x0D, 0x0A,
                ]
            ),
            (
                .text,
                [
                    0xD5, 0xC5, 0x86, 0xB4, 0xA3, 0xBA, 0xBA, 0xBC, 0xD6, 0xDD, 0xCE, 0xF7, 0xBA, 0xFE, 0xB5,
                    0xEA,
                ]
            ),
        ] as [(AttachmentFormat, [UInt8])])
    func known(format: AttachmentFormat, bytes: [UInt8]) {
        #expect(AttachmentFormat(of: bytes) == format)
    }

    @Test(
        "programs, broken beginnings and nothing are none of them",
        arguments: [
            [], [0x7F, 0x45, 0x4C, 0x46, 2, 1], Array("MZ".utf8) + [0x90, 0, 3, 0], [0x89, 0x50, 0x4E],
            Array("RIFF".utf8) + [1, 0, 0, 0] + Array("AVI ".utf8), Array("RIFF".utf8) + [0],
            [0xFF, 0xFE, 0x41],
            Array("a\u{1B}[31m".utf8), [0xE6, 0x9D],
            // UTF-8 that breaks off, GBK that does, and with a sign that steers a terminal.
            Array("城市的客户最近在说什么".utf8.dropLast()), [0xB3, 0xC7, 0xCA], [0xB3, 0xC7, 0xCA, 0xD0, 0x1B],
            [0xB3, 0xC7, 0xCA, 0xFF], [0xB3, 0xC7, 0x81, 0x30, 0x81],
        ] as [[UInt8]])
    func unknown(bytes: [UInt8]) {
        #expect(AttachmentFormat(of: bytes) == nil)
    }

    @Test("what is sent as a picture is one, what is sent as a recording is one, and a file may be anything")
    func suits() {
        #expect(
            AttachmentFormat.allCases.filter { $0.suits(.picture) } == [.png, .jpeg, .gif, .webp, .bmp])
        #expect(
            AttachmentFormat.allCases.filter { $0.suits(.recording) } == [.amr, .ogg, .mp3, .wav, .mp4])
        #expect(AttachmentFormat.allCases.allSatisfy { $0.suits(.file) })
    }

    @Test("random bytes are looked at without harm, and hardly ever taken for something")
    func random() {
        var random = SeededRandom(seed: 20_261_126)
        let taken = (0..<20_000).count { _ in
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            return AttachmentFormat(of: bytes) != nil
        }
        #expect(taken < 600, "seed 20261126")
    }
}
