import Earshot
import Glibc
import Sample

/// Sample voices as a file that `earshot ingest` reads.
enum SampleFile {
    static func write(_ brand: SampleBrand, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure("\(path) cannot be written") }
        defer { close(descriptor) }
        var progress = Progress("making up \(Figures.count(brand.count)) voices", total: brand.count)
        var lines: [UInt8] = []
        var done = 0
        for voice in brand.voices() {
            VoiceLine.append(voice, to: &lines)
            done += 1
            if lines.count >= 1 << 20 {
                Terminal.write(lines, to: descriptor)
                lines.removeAll(keepingCapacity: true)
                progress.update(done, detail: "\(Figures.count(done)) voices")
            }
        }
        Terminal.write(lines, to: descriptor)
        progress.end()
    }
}
