import Crypto
import Earshot
import FoundationEssentials
import Glibc
import HTTP
import Web

/// A console whose bot answers from a script: the browser test's counterpart.
///
/// `console-stand-in PORT LEDGER [TOKEN]` prints the console's address and serves until it is killed. The ledger is the
/// file of handled messages that makes it, like the real service, handle a message once over a restart.
@main
struct StandIn {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let port = UInt16(arguments[1]) else {
            print("usage: console-stand-in PORT LEDGER [TOKEN]")
            exit(2)
        }
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
        while true { try await Task.sleep(for: .seconds(3600)) }
    }
}

private struct MachineClock: Earshot.Clock {
    var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
