import Glibc

/// The bytes of a file that nobody but its owner can read.
func readProtectedFile(_ path: String) throws(SecretReference.Unavailable) -> [UInt8] {
    let largest = 64 * 1024
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
        throw SecretReference.Unavailable(
            message: "\(path): \(String(cString: strerror(errno)))",
            hint: "write the secret into it, then chmod 600 \(path)")
    }
    defer { close(descriptor) }
    // Asked of the open file, so that nobody can exchange it in between.
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw SecretReference.Unavailable(message: "\(path) is not a file", hint: "name a file")
    }
    guard status.st_mode & 0o077 == 0 else {
        throw SecretReference.Unavailable(
            message: "\(path) can be read by others on this machine", hint: "chmod 600 \(path)")
    }
    guard status.st_size <= largest else {
        throw SecretReference.Unavailable(
            message: "\(path) is larger than \(largest) bytes", hint: "keep nothing but the secret in it")
    }
    var bytes = [UInt8](repeating: 0, count: largest)
    var count = 0
    while count < largest {
        let taken = bytes.withUnsafeMutableBytes { buffer in
            read(descriptor, buffer.baseAddress?.advanced(by: count), largest - count)
        }
        if taken < 0, errno == EINTR { continue }
        guard taken >= 0 else {
            throw SecretReference.Unavailable(
                message: "\(path): \(String(cString: strerror(errno)))", hint: "check the disk")
        }
        if taken == 0 { break }
        count += taken
    }
    bytes.removeLast(largest - count)
    return bytes
}
