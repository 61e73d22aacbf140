import DecoderFuzzing
import Glibc

/// `FuzzDecoders [NAME...] [--inputs N] [--seed S] [--only NUMBER]`: feeds decoders with broken input.
///
/// Each decoder has a process of its own, so that an input which ends it can be named. Ends with 1 when one did, or was
/// decoded as it must not be; `--only` feeds that input again.
@main
struct FuzzDecoders {
    private var names: [String] = []
    private var inputs: UInt64 = 1_000_000
    private var seed: UInt64 = 20_261_126
    private var only: UInt64?
    /// Where a process says which input it is at; only for the processes that this program starts.
    private var note: String?

    static func main() throws {
        let wanted = FuzzDecoders(CommandLine.arguments.dropFirst())
        let decoders = try FuzzedDecoder.all().filter {
            wanted.names.isEmpty || wanted.names.contains($0.name)
        }
        var isSound = !decoders.isEmpty
        for decoder in decoders {
            let isFine =
                wanted.note == nil && wanted.only == nil
                ? wanted.watch(decoder) : try wanted.feed(decoder)
            isSound = isSound && isFine
        }
        exit(isSound ? 0 : FuzzDecoders.found)
    }

    /// How a process ends that found something and said so; 1 is the sanitizer's.
    private static let found: Int32 = 3

    private init(_ arguments: some Sequence<String>) {
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--inputs": inputs = rest.next().flatMap { UInt64($0) } ?? inputs
            case "--seed": seed = rest.next().flatMap { UInt64($0) } ?? seed
            case "--only": only = rest.next().flatMap { UInt64($0) }
            case "--note": note = rest.next()
            default: names.append(argument)
            }
        }
    }

    /// Feeds a decoder in a process of its own; false when that did not end well.
    private func watch(_ decoder: FuzzedDecoder) -> Bool {
        let note = "/tmp/fuzz-\(getpid())-\(decoder.name)"
        defer { unlink(note) }
        let status = FuzzDecoders.run([
            "FuzzDecoders", decoder.name, "--inputs", "\(inputs)", "--seed", "\(seed)", "--note", note,
        ])
        // The exit code, and beside it the signal that ended the process (wait(2)).
        if status == 0 { return true }
        if status == FuzzDecoders.found << 8 { return false }
        let number = InputNote.read(note).map { "\($0)" } ?? "nobody knows which"
        print(
            """
            \(decoder.name): input \(number) ended the program with status \(status). Again:
                FuzzDecoders \(decoder.name) --seed \(seed) --only \(number)
            """)
        return false
    }

    /// Runs this program again to its end, and gives its status as wait(2) has it; -1 when it cannot be started.
    private static func run(_ words: [String]) -> Int32 {
        fflush(nil)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/proc/self/exe", nil, nil, &arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }

    /// Feeds a decoder in this process; false when an input was decoded as it must not be.
    private func feed(_ decoder: FuzzedDecoder) throws -> Bool {
        let note = note.flatMap { InputNote($0) }
        let start = ContinuousClock.now
        let numbers = only.map { $0..<($0 + 1) } ?? 0..<inputs
        let tally = try decoder.run(numbers, seed: seed) { number in
            if number.isMultiple(of: 1000) { FuzzDecoders.endAfterMinute() }
            note?.write(number)
        }
        let seconds = (ContinuousClock.now - start).components.seconds
        let refused = tally.refused.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        print(
            "\(decoder.name): \(numbers.count) inputs in \(seconds) s, seed \(seed): read \(tally.read),",
            refused.joined(separator: ", "))
        guard let wrong = tally.wrong else { return true }
        print("\(decoder.name): input \(wrong.number) was decoded as it must not be: \(wrong.why). Again:")
        print("    FuzzDecoders \(decoder.name) --seed \(seed) --only \(wrong.number)")
        return false
    }

    /// An input over which the processor works for a minute is a hang, and ends the process with a signal.
    private static func endAfterMinute() {
        var limit = itimerval()
        limit.it_value.tv_sec = 60
        setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &limit, nil)
    }
}
