import EarshotTesting
import Foundation
import Testing

@Suite("A full device")
struct FullDeviceTests {
    @Test("ends a command with the reason on standard error")
    func output() throws {
        let process = Process()
        process.executableURL = RunningProgram.executable
        process.arguments = ["help"]
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(said == "earshot: standard output cannot be written: No space left on device\n")
    }

    @Test("a file in the place of the transcripts' folder ends the demo with what is wrong")
    func transcripts() async throws {
        let site = try SampleSite()
        try site.write("", to: "taken")
        let path = site.folder.file("taken")
        let run = try await RunningProgram.run(
            ["demo", "--port", "0", "--transcripts", path, "--config", site.config],
            environment: SampleSite.environment)
        #expect(run.end?.status == 1)
        #expect(
            run.log == [
                "earshot demo: --transcripts: the folder of the transcripts \(path) cannot be made: \(path) is a file, not a folder"
            ])
    }
}
