import Glibc

struct FileFailure: Error {}

func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw FileFailure() }
    defer { fclose(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        guard count > 0 else { return content }
        content += buffer[..<count]
    }
}

func write(_ content: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw FileFailure() }
    defer { fclose(file) }
    guard fwrite(content, 1, content.count, file) == content.count else { throw FileFailure() }
}
