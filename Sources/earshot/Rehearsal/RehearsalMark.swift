import Earshot
import FoundationEssentials

/// Says in the data folder of a rehearsal which moment it is there, for commands beside it: a message typed in `earshot chat` is
/// answered at the hour that the rehearsal shows.
struct RehearsalMark: Codable, Equatable {
    /// What the rehearsal's clock showed when it began, and the machine's then, in milliseconds since 1970.
    var start: Int64
    var begun: Int64
    /// How many times faster it passes.
    var speed: Int

    init(start: Timestamp, begun: Timestamp, speed: Int) {
        (self.start, self.begun, self.speed) = (start.milliseconds, begun.milliseconds, speed)
    }

    /// - Throws: `Failure` where it cannot be written.
    func write(to folder: DataFolder) throws {
        try PrivateFile.write([UInt8](JSONEncoder().encode(self)), to: folder.rehearsal)
    }

    /// The clock of the rehearsal that a folder is of, or the machine's own.
    ///
    /// - Parameter machine: the machine's.
    static func clock(in folder: DataFolder, machine: any Earshot.Clock = SystemClock()) -> any Earshot.Clock
    {
        guard let content = FileManager.default.contents(atPath: folder.rehearsal),
            let mark = try? JSONDecoder().decode(RehearsalMark.self, from: content), mark.speed > 0
        else { return machine }
        return Follower(mark: mark, machine: machine)
    }

    private struct Follower: Earshot.Clock {
        let mark: RehearsalMark
        let machine: any Earshot.Clock

        var now: Timestamp {
            let passed = max(0, machine.now.milliseconds - mark.begun)
            return Timestamp(milliseconds: mark.start) + .milliseconds(passed) * mark.speed
        }
    }
}
