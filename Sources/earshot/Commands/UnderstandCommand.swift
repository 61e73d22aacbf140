import Earshot
import FoundationEssentials

/// `earshot understand`: what the bot would make of messages.
struct UnderstandCommand: Command {
    static let name = "understand"
    static let summary = "reads messages as NDJSON and writes intent and slots of each"
    static let usage = """
        usage: earshot understand [--config FILE] < IN.ndjson > OUT.ndjson

        Reads {"id","role","turns":[...]} a line and writes {"id","intent","slots"} for the last turn; the earlier
        turns are what was said before in the same chat. Beside them stand "further", the intents of what else is wished
        in the same message, and "meant", the wish that the person is asked about because a word had to be corrected;
        of an action on a warning "person", who shall take it on, and "words", what is added (a reason, the line to take).
        """

    private let configPath: String

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
    }

    private struct Input: Decodable {
        var id: String
        var role: Role
        var turns: [String]
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let router = try installation.router()
        let now = SystemClock().now
        let (today, minute) = (installation.calendar.day(of: now), installation.calendar.minute(of: now))
        var lines = InputLines()
        var output = OutputBuffer()
        var broken = 0
        while let line = try lines.next() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            let input: Input
            do {
                input = try JSONDecoder().decode(Input.self, from: Data(line))
            } catch {
                Terminal.say("line \(lines.line) is not {\"id\",\"role\",\"turns\"}: \(LineFault(error))")
                broken += 1
                continue
            }
            guard !input.turns.isEmpty else {
                Terminal.say("line \(lines.line): \"turns\" is empty")
                broken += 1
                continue
            }
            var talk = RoutedTalk(router, role: input.role, today: today, minute: minute)
            let understood = input.turns.map { talk.understand($0) }.last
            let request = understood?.request ?? Request(.unknown)
            var result = JSONLine()
            result.add("id", input.id)
            result.add("intent", request.intent.rawValue)
            result.add("slots", request.slots.named)
            if let person = request.slots.person { result.add("person", person) }
            if let words = request.slots.words { result.add("words", words) }
            if let further = understood?.further, !further.isEmpty {
                result.add("further", further.map(\.intent.rawValue))
            }
            if let meant = understood?.meant {
                var line = JSONLine()
                line.add("text", meant.text)
                line.add("intent", meant.request.intent.rawValue)
                line.add("slots", meant.request.slots.named)
                result.add("meant", [line])
            }
            output.append(line: result.finished)
        }
        output.flush()
        if broken > 0 { throw Failure("\(broken) lines could not be read") }
    }
}
