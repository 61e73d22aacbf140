import Earshot
import FoundationEssentials
import Store

/// `earshot chat`: a conversation in the terminal, through the same code as a webhook.
struct ChatCommand: Command {
    static let name = "chat"
    static let summary = "talks with the bot in the terminal"
    static let usage = """
        usage: earshot chat --as USER [--config FILE]

        USER is an id of people.csv (wangfang), with or without an account there, or an account (dingtalk:0123) that
        stands there or was bound with a code. Anybody else is met as a stranger. Each line is a message; what is said
        is kept like any conversation. End with Ctrl-D. `/open` is what opening the chat would be.

        A binding code is looked at but not used up: an account is bound in the company's chat, from which the platform
        says whose it is. Beside earshot rehearse a message is said at the hour of the rehearsal.
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
        let stores = try Stores(folder: installation.dataFolder)
        let register = UnbindingRegister(stores.bot)
        let dialogue = try installation.dialogue(stores, installation.texts())
        let person = try await person(in: directory, stores)
        if person == nil { Terminal.say("\(user) is not in the directory; the bot meets a stranger") }
        let conversations = Conversations(
            register: register, dialogue: { dialogue },
            clock: RehearsalMark.clock(in: DataFolder(path: installation.dataFolder)),
            calendar: installation.calendar)
        var lines = InputLines()
        prompt()
        while let line = try lines.next() {
            let text = String(decoding: line, as: UTF8.self)
            let message = InboundMessage(
                channel: "terminal", id: UUID().uuidString,
                account: person.map { Dialogue.ownAccount(of: $0) } ?? "terminal:\(user)",
                chat: "terminal", content: text == "/open" ? .opened : .text(text))
            Terminal.print(TerminalText.of(try await conversations.handle(message)))
            prompt()
        }
        await stores.close()
    }

    private func person(in directory: any PeopleDirectory, _ stores: Stores) async throws -> Person? {
        if let known = directory.person(id: user) ?? directory.person(account: user) { return known }
        let account = Account.canonical(user)
        let bound = try await stores.bot.bindings().first { $0.account == account }
        return bound.flatMap { directory.person(id: $0.person) }
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
            case .link(let label, let address): "\(label)  \(address)"
            case .choices(let prompt, let choices):
                // A notice's own words end with the sign.
                (prompt.hasSuffix("：") ? prompt : "\(prompt)：")
                    + choices.filter { !$0.isFurther }.map {
                        $0.isNumbered ? "\($0.number) \($0.label)" : $0.label
                    }
                    .joined(separator: "  ")
            }
        }.joined(separator: "\n")
    }
}
