import Earshot
import Store

/// Makes the rounds of the watch beside the service: looks at the counts every hour, and every minute whether a voice tells of
/// a danger and whether somebody is to be told.
final class BackgroundWatch: Sendable {
    private let rounds: WarningRounds
    private let clock: any Earshot.Clock
    private let log: WatchLog
    private let wakeCourier: @Sendable (String) -> Void
    private let pause: Duration
    private let (ticks, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// - Parameters:
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two looks whether somebody is to be told.
    init(
        _ stores: Stores, clock: any Earshot.Clock,
        situation: @escaping @Sendable () -> WarningRounds.Situation,
        wake: @escaping @Sendable (String) -> Void, log: WatchLog, pause: Duration = .seconds(60)
    ) {
        rounds = WarningRounds(
            complaints: RecentComplaints(of: stores.voices), arrivals: stores.voices,
            register: stores.bot, clock: clock,
            situation: situation)
        self.clock = clock
        self.log = log
        wakeCourier = wake
        self.pause = pause
    }

    /// Says that somebody may have to be told at once.
    func wake() {
        bell.yield()
    }

    /// Works until the task is cancelled.
    func run() async {
        let timer = Task { [bell, pause] in
            while !Task.isCancelled {
                bell.yield()
                // Cancelled when the service stops, which ends the waiting.
                try? await Task.sleep(for: pause)
            }
        }
        defer { timer.cancel() }
        var looks = HourlyLook()
        for await _ in ticks {
            if Task.isCancelled { break }
            await makeRound(&looks)
        }
    }

    /// Looks at the counts where that is due, at what came in since the last round, and whether somebody is to be told.
    func makeRound(_ looks: inout HourlyLook) async {
        await looks.make(at: clock.now) { await look() }
        await lookForDangers()
        await tell()
    }

    /// - Returns: whether it was done.
    private func look() async -> Bool {
        let begun = ContinuousClock.now
        do {
            let changes = try await rounds.look()
            log.looked(changes, in: ContinuousClock.now - begun)
            return true
        } catch is WarningConflict {
            // Somebody acted on a warning meanwhile: a minute later all is looked at again.
            return false
        } catch is CancellationError {
            return false
        } catch {
            log.failed("the complaints could not be looked at", error)
            return false
        }
    }

    private func lookForDangers() async {
        do {
            let (found, goesOn) = try await rounds.lookForDangers()
            for changes in found { log.found(changes) }
            if goesOn { wake() }
        } catch is WarningConflict {
            return
        } catch is CancellationError {
            return
        } catch {
            log.failed("the new voices could not be looked through", error)
        }
    }

    private func tell() async {
        do {
            let deliveries = try await rounds.tell()
            for channel in Set(deliveries.map(\.channel)) { wakeCourier(channel) }
            log.told(deliveries.count)
        } catch is CancellationError {
            return
        } catch {
            log.failed("nobody could be told of warnings", error)
        }
    }
}
