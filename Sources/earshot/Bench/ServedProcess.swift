import Glibc
import Synchronization

/// `earshot serve` as a process of its own.
final class ServedProcess {
    let port: UInt16
    private let process: pid_t
    /// From the start of the process until it was ready to serve, in milliseconds.
    let millisecondsToReady: Double

    /// Starts the service and waits until it is ready.
    ///
    /// - Parameter log: where its log is written.
    init(configPath: String, log: String) throws {
        let port = try LoopbackSocket.freePort()
        let watch = Stopwatch()
        process = try ServedProcess.spawn(
            ["/proc/self/exe", "serve", "--config", configPath, "--port", "\(port)"], log: log)
        self.port = port
        _ = ServedProcess.running.withLock { [process] in $0.insert(process) }
        var isReady = false
        while !isReady, watch.seconds < 30 {
            isReady = (try? LoopbackSocket(port: port).call("GET /readyz"))?.status == 200
            if !isReady { usleep(500) }
        }
        millisecondsToReady = watch.milliseconds
        if !isReady {
            stop()
            throw Failure("the service did not get ready: \(ServedProcess.text(of: log))")
        }
    }

    /// The processes that have not ended, so that none outlives the program.
    private static let running = Mutex<Set<pid_t>>([])

    /// Tells all to stop, for the program's own early end.
    static func stopAll() {
        for process in running.withLock({ $0 }) { kill(process, SIGTERM) }
    }

    /// Tells it to stop and waits for its end.
    func stop() {
        _ = ServedProcess.running.withLock { [process] in $0.remove(process) }
        kill(process, SIGTERM)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Resident memory in MB: now and at most so far.
    func residentMegabytes() throws -> (now: Double, peak: Double) {
        guard let memory = ProcessMemory(of: String(process)) else { throw Failure("the service has ended") }
        return (memory.now, memory.peak)
    }

    /// The processor time of all its threads so far, in seconds.
    func processorSeconds() throws -> Double {
        // The name, in brackets, may have blanks; the times are the 12th and 13th field behind it (proc(5)).
        let fields = ServedProcess.text(of: "/proc/\(process)/stat").split(separator: ")").last?
            .split(separator: " ")
        guard let fields, fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { throw Failure("the service has ended") }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// A figure of `/metrics`.
    func metric(_ name: String) throws -> Double {
        let answer = try LoopbackSocket(port: port).call("GET /metrics")
        let line = String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix(name + " ") }
        guard let value = line.flatMap({ Double($0.dropFirst(name.count + 1)) }) else {
            throw Failure("there is no metric \(name)")
        }
        return value
    }

    static func text(of path: String) -> String {
        var bytes: [UInt8] = []
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = read(descriptor, &piece, piece.count), count > 0 { bytes += piece[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func spawn(_ words: [String], log: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(
            &actions, STDERR_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        // Everything it needs stands in files.
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var process: pid_t = 0
        let result = posix_spawn(&process, words[0], &actions, nil, &arguments, &environment)
        guard result == 0 else { throw Failure("the service cannot be started: error \(result)") }
        return process
    }
}
