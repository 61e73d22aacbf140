import Crypto
import Earshot
import EarshotTesting
import Glibc
import PlatformStandIns
import Store
import Synchronization

@testable import EarshotProgram

/// The program that is to be killed, also where it is so before it is known.
final class Victim: Sendable {
    private let state = Mutex<(program: RunningProgram?, isDoomed: Bool)>((nil, false))

    func take(_ program: RunningProgram) {
        state.withLock { state in
            state.program = program
            if state.isDoomed { program.signal(SIGKILL) }
        }
    }

    func kill() {
        state.withLock { state in
            state.isDoomed = true
            state.program?.signal(SIGKILL)
        }
    }
}

/// Counts down to the request at which something happens.
final class Countdown: Sendable {
    private let left: Mutex<Int>

    init(_ left: Int) { self.left = Mutex(left) }

    /// Whether it is the turn of this request; once only.
    func isNext() -> Bool {
        left.withLock { left in
            defer { left -= 1 }
            return left == 0
        }
    }
}

extension SampleSite {
    /// A site whose people are reached through a stand-in of WeCom at every hour of the day.
    ///
    /// - Parameters:
    ///   - names: of those who have an account, each its own.
    ///   - rows: of the table of people.
    static func reached(
        _ names: [String], rows: [String]
    ) throws -> (site: SampleSite, platform: StandIn<WeComPlatform>) {
        let platform = StandIn(
            WeComPlatform(
                corpID: corpID, secret: appSecret.revealText(), agent: 1_000_002, members: Set(names)),
            clock: SystemClock())
        let site = try SampleSite(
            people: "id,name,role,dealer,region,accounts\n" + rows.map { "\($0)\n" }.joined(),
            weCom: try platform.start(),
            // No hour of the day is a quiet one.
            warnings: "quietHours: {from: \"00:00\", until: \"00:00\"}")
        return (site, platform)
    }

    /// Has everything that would be tried later tried now, while no program runs.
    func hurry() async throws {
        let now = SystemClock().now
        try await withStores { stores in
            // What was under way when the program was killed waits a while once the next one takes it up.
            _ = try await stores.bot.recover(at: now)
            let waiting = try await stores.bot.numbers(in: .retrying, on: nil)
            _ = try await stores.bot.retry(waiting, until: now + .seconds(3600), at: now)
        }
    }
}
