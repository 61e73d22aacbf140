import EarshotTesting
import Foundation
import Testing

@Suite("A full device")
struct FullDeviceTests {
    @Test("ends a command with the reason on standard error")
    func output() async throws {
        let run = try await RunningProgram.run(
            ["-c", "exec \"$0\" help > /dev/full", RunningProgram.executable.path],
            of: URL(filePath: "/bin/sh"))
        #expect(run.end == .init(status: 1, isSignal: false))
        #expect(run.log == ["earshot: standard output cannot be written: No space left on device"])
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
