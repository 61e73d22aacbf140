import Earshot
import Testing

@Suite("Pictures by what stands in them")
struct PictureTests {
    /// One grey point.
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        + [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55]
        + [0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81]
        + [0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0xFF, 0xD9]

    @Test("PNG and JPEG are known, whole")
    func known() {
        #expect(Picture(PictureTests.png)?.format == .png)
        #expect(Picture(PictureTests.jpeg)?.format == .jpeg)
        #expect(Picture(PictureTests.png)?.bytes == PictureTests.png)
    }

    @Test(
        "a JPEG may have something behind its end, as phones put there, but not its end in a picture within it alone"
    )
    func trailer() {
        let thumbnail: [UInt8] = [0xFF, 0xE1, 0, 8, 0xFF, 0xD8, 0xFF, 0xD9, 0, 0]
        let scan: [UInt8] = [0xFF, 0xDA, 0, 4, 1, 2, 7, 0xFF, 0, 7, 0xFF, 0xD0, 7]
        let cutOff = [0xFF, 0xD8] + thumbnail + scan
        #expect(Picture(cutOff) == nil)
        #expect(Picture(cutOff + [0xFF, 0xD9])?.format == .jpeg)
        #expect(Picture(cutOff + [0xFF, 0xD9] + Array("MotionPhoto".utf8))?.format == .jpeg)
        #expect(Picture([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9, 0]) == nil)
    }

    @Test("what is cut off, empty or of another kind is no picture")
    func others() {
        for bytes in [PictureTests.png, PictureTests.jpeg] {
            for count in 0..<bytes.count { #expect(Picture(Array(bytes.prefix(count))) == nil, "\(count)") }
        }
        for text in ["GIF89a;", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF....WEBP", "PNG"] {
            #expect(Picture(Array(text.utf8)) == nil, "\(text)")
        }
    }
}
