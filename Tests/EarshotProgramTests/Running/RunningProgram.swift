import Foundation
import Glibc
import Synchronization

/// The real program as a process of its own, which a test may kill.
final class RunningProgram: Sendable {
    /// Where the build leaves it: beside the tests' own executable. `EARSHOT_PROGRAM` names another, such as the
    /// released one.
    static let executable =
        ProcessInfo.processInfo.environment["EARSHOT_PROGRAM"].map { URL(filePath: $0) }
        ?? URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "earshot")

    struct End: Equatable, Sendable {
        var status: Int32
        /// Whether a signal ended it.
        var isSignal: Bool
    }

    private struct State {
        var log: [String] = []
        var output = ""
        var end: End?
        var openPipes = 2
        var isOver = false
        var waiting:
            [(condition: @Sendable (State) -> Bool, continuation: CheckedContinuation<Void, Never>)] =
                []
    }

    let identifier: pid_t
    private let state: Shared

    private final class Shared: Sendable {
        let state = Mutex(State())

        func change(_ body: (inout State) -> Void) {
            let ready = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                body(&state)
                state.isOver = state.end != nil && state.openPipes == 0
                let current = state
                let (ready, still) = (
                    current.waiting.filter { current.isOver || $0.condition(current) },
                    current.waiting.filter { !current.isOver && !$0.condition(current) }
                )
                state.waiting = still
                return ready.map(\.continuation)
            }
            for continuation in ready { continuation.resume() }
        }
    }

    /// Starts the program.
    ///
    /// - Parameter executable: another program than Earshot's, such as a shell that runs it.
    init(
        _ arguments: [String], of executable: URL = RunningProgram.executable,
        environment: [String: String] = [:], input: Data? = nil
    ) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (errors, output) = (Pipe(), Pipe())
        process.standardError = errors
        process.standardOutput = output
        let typed = input.map { _ in Pipe() }
        process.standardInput = typed ?? FileHandle.nullDevice
        let shared = Shared()
        state = shared
        process.terminationHandler = { process in
            let end = End(
                status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal)
            shared.change { $0.end = end }
        }
        try process.run()
        identifier = process.processIdentifier
        if let typed, let input {
            typed.fileHandleForWriting.write(input)
            try typed.fileHandleForWriting.close()
        }
        RunningProgram.drain(errors) { line in
            shared.change { state in
                if let line { state.log.append(line) } else { state.openPipes -= 1 }
            }
        }
        RunningProgram.drain(output) { line in
            shared.change { state in
                if let line { state.output += line + "\n" } else { state.openPipes -= 1 }
            }
        }
    }

    deinit {
        if state.state.withLock({ $0.end == nil }) { Glibc.kill(identifier, SIGKILL) }
    }

    /// Runs a command to its end.
    static func run(
        _ arguments: [String], of executable: URL = RunningProgram.executable,
        environment: [String: String] = [:], input: String? = nil
    ) async throws -> (end: End?, output: String, log: [String]) {
        let program = try RunningProgram(
            arguments, of: executable, environment: environment, input: input.map { Data($0.utf8) })
        let end = await program.end()
        return (end, program.output, program.log)
    }

    var log: [String] { state.state.withLock { $0.log } }
    var output: String { state.state.withLock { $0.output } }

    func signal(_ number: Int32) { Glibc.kill(identifier, number) }

    /// The first line of the log that contains a text, as soon as there is one; nothing when the program ended
    /// without it.
    func logged(_ text: String) async -> String? {
        await wait { state in state.log.contains { $0.contains(text) } }
        return log.first { $0.contains(text) }
    }

    /// What it has written to its output, as soon as a text is there; without it when the program ended.
    func printed(_ text: String) async -> String {
        await wait { $0.output.contains(text) }
        return output
    }

    /// How it ended, once it has and everything it wrote is read.
    func end() async -> End? {
        await wait { _ in false }
        return state.state.withLock { $0.end }
    }

    /// The resident memory in bytes.
    var residentMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }

    private func wait(until condition: @escaping @Sendable (State) -> Bool) async {
        await withCheckedContinuation { continuation in
            state.change { $0.waiting.append((condition, continuation)) }
        }
    }

    /// Gives every line of a pipe, then nothing once.
    private static func drain(_ pipe: Pipe, _ take: @escaping @Sendable (String?) -> Void) {
        let reading = pipe.fileHandleForReading
        Thread.detachNewThread {
            var rest = Data()
            while case let bytes = reading.availableData, !bytes.isEmpty {
                rest += bytes
                while let end = rest.firstIndex(of: 0x0A) {
                    take(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[(end + 1)...])
                }
            }
            if !rest.isEmpty { take(String(decoding: rest, as: UTF8.self)) }
            take(nil)
        }
    }
}
