import FoundationEssentials
import Glibc
import Testing

@testable import Configuration

@Suite("Secrets")
struct SecretReferenceTests {
    private struct Sample: Decodable {
        var secret: SecretReference
    }

    private func reference(_ text: String) throws -> SecretReference {
        try Document(Array("{secret: \(text)}".utf8), file: "f").decode(Sample.self).secret
    }

    private func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    private func text(_ reference: SecretReference, in folder: String = "/") throws -> String {
        try reference.read(relativeTo: folder, environment: { ["TOKEN": "s3cret\n", "EMPTY": ""][$0] }) {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test("a reference names a variable or a file")
    func decoding() throws {
        #expect(try reference("{env: 'A'}").source == .environment("A"))
        #expect(try reference("{file: 'a/b'}").source == .file("a/b"))
    }

    @Test(
        "a secret written into the file is refused and not repeated",
        arguments: [
            "'hunter2'", "{env: ''}", "{}", "{env: 'A', file: 'hunter2'}", "['hunter2']",
        ])
    func refused(text: String) throws {
        let problems = #expect(throws: Problems.self) { try reference(text) }
        #expect(problems?.all.count == 1)
        #expect(problems?.all.first?.field == "secret")
        #expect(problems?.description.contains("a secret is not written in this file") == true)
        #expect(problems?.description.contains("hunter2") == false)
    }

    @Test("a variable gives its text without the line end")
    func environment() throws {
        #expect(try text(SecretReference(.environment("TOKEN"))) == "s3cret")
        for name in ["EMPTY", "ABSENT"] {
            let error = #expect(throws: SecretReference.Unavailable.self) {
                try text(SecretReference(.environment(name)))
            }
            #expect(error?.message == "the environment variable \(name) is not set")
        }
        setenv("EARSHOT_CONFIGURATION_TEST", "yes", 1)
        let found = try SecretReference(.environment("EARSHOT_CONFIGURATION_TEST")).read(relativeTo: "/") {
            $0
        }
        #expect(found == Array("yes".utf8))
    }

    @Test("a file of the owner's alone gives its text")
    func file() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/token"
        try Data("s3cret\r\n".utf8).write(to: URL(filePath: path))
        chmod(path, 0o600)
        #expect(try text(SecretReference(.file("token")), in: folder) == "s3cret")
        #expect(try text(SecretReference(.file(path)), in: "/nowhere") == "s3cret")
    }

    @Test(
        "a file that others can read is refused with the command that mends it",
        arguments: [
            mode_t(0o640), 0o604, 0o620, 0o601,
        ])
    func readable(mode: mode_t) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/token"
        try Data("s3cret".utf8).write(to: URL(filePath: path))
        chmod(path, mode)
        let error = #expect(throws: SecretReference.Unavailable.self) {
            try text(SecretReference(.file(path)))
        }
        #expect(error?.hint == "chmod 600 \(path)")
        #expect(error?.message.contains("s3cret") == false)
    }

    @Test("a missing, empty, too large or wrong file is refused")
    func unusable() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/token"
        func message() -> String? {
            #expect(throws: SecretReference.Unavailable.self) { try text(SecretReference(.file(path))) }?
                .message
        }
        #expect(message() == "\(path): No such file or directory")
        try Data("\n".utf8).write(to: URL(filePath: path))
        chmod(path, 0o600)
        #expect(message() == "the secret is empty")
        try Data(count: 65_537).write(to: URL(filePath: path))
        chmod(path, 0o600)
        #expect(message() == "\(path) is larger than 65536 bytes")
        #expect(throws: SecretReference.Unavailable.self) { try text(SecretReference(.file(folder))) }
    }
}
