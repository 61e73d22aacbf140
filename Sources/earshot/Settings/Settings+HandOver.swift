import Configuration
import Earshot

extension Settings {
    /// When people answer what the bot cannot, and what is done where they do not.
    struct HandOver: Codable, Sendable {
        var officeHours = Office()
        /// Minutes of work without an answer after which those who were told are reminded.
        var remindMinutes = 30
        /// The same after which the next of the chain of command are told.
        var escalateMinutes = 60
        /// Hours after an answer in which somebody has to go on.
        var idleHours = 24

        init() {}

        private enum CodingKeys: String, CodingKey {
            case officeHours, remindMinutes, escalateMinutes, idleHours
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            officeHours = try keys.value(.officeHours, default: officeHours)
            remindMinutes = try keys.value(.remindMinutes, default: remindMinutes)
            escalateMinutes = try keys.value(.escalateMinutes, default: escalateMinutes)
            idleHours = try keys.value(.idleHours, default: idleHours)
        }
    }

    /// Times of the clock in the settings' time zone, on days of work.
    struct Office: Codable, Sendable {
        var from = TimeOfDay(hour: 9)
        var until = TimeOfDay(hour: 18)

        init() {}

        private enum CodingKeys: String, CodingKey {
            case from, until
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            from = try keys.value(.from, default: from)
            until = try keys.value(.until, default: until)
        }
    }
}

extension SettingsCheck {
    mutating func check(_ handOver: Settings.HandOver) {
        checkRange("handOver.remindMinutes", handOver.remindMinutes, 1...10_080)
        checkRange("handOver.escalateMinutes", handOver.escalateMinutes, 1...10_080)
        checkRange("handOver.idleHours", handOver.idleHours, 1...720)
        if handOver.officeHours.from >= handOver.officeHours.until {
            report("handOver.officeHours", "from must come before until")
        }
    }
}
