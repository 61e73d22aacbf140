import Crypto
import Earshot
import FoundationEssentials
import Glibc
import HTTP
import Web

/// A console whose bot answers from a script: the browser test's counterpart.
///
/// `ConsoleStandIn PORT LEDGER [TOKEN]` prints the console's address and serves until SIGTERM, which it obeys in
/// good order. The ledger is the file of handled messages that makes it, like the real service, handle a message
/// once over a restart.
@main
struct StandIn {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let port = UInt16(arguments[1]) else {
            print("usage: ConsoleStandIn PORT LEDGER [TOKEN]")
            exit(2)
        }
        // Before any thread is made, so that the signal comes to this one.
        var termination = sigset_t()
        sigemptyset(&termination)
        sigaddset(&termination, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &termination, nil)

        let clock = MachineClock()
        let feed = ConsoleFeed(name: "start-\(clock.now.milliseconds)", clock: clock)
        let gate = Gate()
        let script = Script(feed: feed, gate: gate, ledger: Ledger(path: arguments[2]))
        let access = arguments.count > 3 ? ConsoleAccess.token(Secret(arguments[3])) : .loopback
        let console = Console(
            access: access, feed: feed, handler: script, clock: clock, people: { Script.people })
        let release = Route.post("/stand-in/release") { _ in
            gate.open()
            return .empty()
        }
        let server = Server(
            configuration: ServerConfiguration(port: port), routes: console.routes + [release])
        print("http://127.0.0.1:\(try server.start())/console")
        fflush(nil)

        var signal: Int32 = 0
        sigwait(&termination, &signal)
        // Detached: this thread is the main actor's and does nothing any more.
        Task.detached {
            feed.finish()
            await server.stop()
            exit(0)
        }
        while true { pause() }
    }
}

private struct MachineClock: Earshot.Clock {
    var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
