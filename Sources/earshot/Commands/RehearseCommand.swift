import Earshot
import Sample

/// `earshot rehearse`: a crisis in the demo, faster than it would be.
struct RehearseCommand: Command {
    static let name = "rehearse"
    static let summary =
        "plays a crisis into the sample brand, many times faster, to be dealt with in the console"
    static let usage = """
        usage: earshot rehearse SCENARIO [--speed N] [--port N] [--voices N] [--config bot-config/sample/earshot.json]

        Serves the sample brand as earshot demo does, on a day that begins at 09:00 and passes 60 times faster (or N), so
        that an hour is a minute. Voices of the scenario come in through the intake; the warnings that come of them reach
        people in the console, are escalated while nobody takes them on, and are dealt with there. It prints whom to choose
        and what to type, and what comes in. When all of the scenario has come in it goes on serving until Ctrl-C.

        Scenarios:
        \(Scenario.all.map { "  \($0.name)\(String(repeating: " ", count: 15 - $0.name.count))\($0.summary)" }
            .joined(separator: "\n"))
        """
    static let options: [Option] = [.value("--speed"), .value("--port"), .value("--voices")]

    /// Of the day that is rehearsed: quiet hours are far, whenever it is started.
    private static let beginning = TimeOfDay(hour: 9)

    private let scenario: Scenario
    private let configPath: String
    private let speed: Int
    private let port: Int
    private let voices: Int

    init(_ arguments: Arguments) throws(UsageError) {
        guard let name = arguments.operands.first else { throw UsageError("needs a scenario") }
        guard arguments.operands.count == 1 else {
            throw UsageError("unexpected argument \(arguments.operands[1])")
        }
        guard let scenario = Scenario.named(name) else {
            throw UsageError(
                "there is no scenario \(name), only \(Scenario.all.map(\.name).joined(separator: ", "))")
        }
        self.scenario = scenario
        configPath = arguments.value("--config") ?? SampleService.defaultConfig
        speed = try arguments.integer("--speed", in: 1...3600) ?? 60
        port = try arguments.integer("--port", in: 0...65_535) ?? 8080
        voices = try arguments.integer("--voices", in: 1...10_000_000) ?? 50_000
    }

    func run() async throws {
        let given = try Installation.read(configPath, needsSecrets: false)
        let calendar = given.calendar
        let start =
            calendar.start(of: calendar.day(of: SystemClock().now))
            + .seconds(RehearseCommand.beginning.minutes * 60)
        let clock = RehearsalClock(from: start, speed: speed)
        let rehearsal = Rehearsal(scenario: scenario, clock: clock, start: start)
        let sample = SampleService(
            configPath: configPath, port: port, voices: voices, clock: clock, pause: .seconds(60) / speed)
        try await sample.run { serving in
            clock.begin()
            mark(start, serving.folder)
            Terminal.print(greeting(serving, given.directory.people))
        } beside: { service in
            do {
                try await rehearsal.play(into: service.intake) { arrival, moment in
                    Terminal.print("\(calendar.text(of: moment))  \(arrival.city.name)  a voice came in")
                }
                Terminal.print("\(calendar.text(of: clock.now))  that was all; end with Ctrl-C")
            } catch is CancellationError {
                return
            } catch {
                Terminal.say("the scenario ends here: \(error)")
            }
        }
    }

    /// Without it only `earshot chat` beside the rehearsal has another time.
    private func mark(_ start: Timestamp, _ folder: DataFolder) {
        do {
            try RehearsalMark(start: start, begun: SystemClock().now, speed: speed).write(to: folder)
        } catch {
            Terminal.say("earshot chat will not know the rehearsal's time: \(error)")
        }
    }

    private func greeting(_ serving: SampleService.Serving, _ people: [Person]) -> String {
        let named = people.filter { person in scenario.guide.contains { $0.contains(person.name) } }
        return """

            Rehearsing \(scenario.name): \(scenario.summary).
            It is 09:00 now, and an hour passes in \(RehearseCommand.text(.seconds(3600) / speed)).
            Open the console:  \(serving.console)
            or talk in another terminal:  \(CommandLine.arguments[0]) chat --as PERSON --config \(serving.config)
            PERSON is \(named.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")) or another of people.csv

            \(scenario.guide.map { "  \($0)" }.joined(separator: "\n"))

            End with Ctrl-C.

            """
    }

    private static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        return seconds < 120 ? "\(max(1, seconds)) seconds" : "\(seconds / 60) minutes"
    }
}
