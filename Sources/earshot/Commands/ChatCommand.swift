import Earshot
import FoundationEssentials
import Store

/// `earshot chat`: a conversation in the terminal, through the same code as a webhook.
struct ChatCommand: Command {
    static let name = "chat"
    static let summary = "talks with the bot in the terminal"
    static let usage = """
        usage: earshot chat --as USER [--config FILE]

        USER is an id or an account of people.csv (wangfang, dingtalk:0123). Each line is a message; what is said
        is kept like any conversation. End with Ctrl-D. `/open` is what opening the chat would be.
        """
    static let options: [Option] = [.value("--as")]

    private let configPath: String
    private let user: String

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        guard let user = arguments.value("--as") else { throw UsageError("--as says who is talking") }
        self.user = user
        configPath = arguments.configPath
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let directory = installation.directory
        let person = directory.person(id: user) ?? directory.person(account: user)
        if person == nil { Terminal.say("\(user) is not in the directory; the bot meets a stranger") }
        let stores = try Stores(folder: installation.dataFolder)
        let dialogue = try installation.dialogue(stores, installation.texts())
        let conversations = Conversations(
            register: stores.bot, dialogue: { dialogue }, clock: SystemClock(),
            calendar: installation.calendar)
        var lines = InputLines()
        prompt()
        while let line = try lines.next() {
            let text = String(decoding: line, as: UTF8.self)
            let message = InboundMessage(
                channel: "terminal", id: UUID().uuidString,
                account: person?.accounts.first ?? "terminal:\(user)",
                chat: "terminal", content: text == "/open" ? .opened : .text(text))
            Terminal.print(TerminalText.of(try await conversations.handle(message)))
            prompt()
        }
        await stores.close()
    }

    private func prompt() {
        if Terminal.isWatched { Terminal.write("\n\(user)> ", to: 2) }
    }
}

/// A reply as a terminal shows it.
enum TerminalText {
    static func of(_ reply: Reply) -> String {
        reply.blocks.map { block in
            switch block {
            case .title(let text): "\(text)\n" + String(repeating: "─", count: 24)
            case .text(let text): text
            case .figure(let label, let value): "\(label)  \(value)"
            case .quote(let text, let source): "「\(text)」\(source.isEmpty ? "" : " \(source)")"
            case .item(let text): "· \(text)"
            case .choices(let prompt, let choices):
                "\(prompt)：" + choices.map { "\($0.number) \($0.label)" }.joined(separator: "  ")
            }
        }.joined(separator: "\n")
    }
}
