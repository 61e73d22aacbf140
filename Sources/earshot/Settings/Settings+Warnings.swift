import Configuration
import Earshot

extension Settings {
    /// Who is told of more complaints than there should be, and when.
    struct Warnings: Codable, Sendable {
        var isEnabled = true
        /// False warnings that ordinary weeks may bring, for the whole country together.
        var budget = 2.0
        /// After so long without anybody who claims a warning the head of the region is told.
        var claimMinutes = 60
        /// After so long again headquarters is told.
        var headMinutes = 60
        /// Nobody is told of anything in them but of what concerns safety.
        var quietHours = QuietTimes()
        /// The ids of those of headquarters who are told; with none everybody of headquarters is.
        var headquarters: [String] = []
        /// Whether dealers are told at once, without a manager who releases it.
        var releaseToDealers = false

        init() {}

        private enum CodingKeys: String, CodingKey {
            case isEnabled = "enabled"
            case budget, claimMinutes, headMinutes, quietHours, headquarters, releaseToDealers
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            isEnabled = try keys.value(.isEnabled, default: isEnabled)
            budget = try keys.value(.budget, default: budget)
            claimMinutes = try keys.value(.claimMinutes, default: claimMinutes)
            headMinutes = try keys.value(.headMinutes, default: headMinutes)
            quietHours = try keys.value(.quietHours, default: quietHours)
            headquarters = try keys.value(.headquarters, default: headquarters)
            releaseToDealers = try keys.value(.releaseToDealers, default: releaseToDealers)
        }
    }

    /// Times of the clock in the settings' time zone; the same twice for no quiet hours.
    struct QuietTimes: Codable, Sendable {
        var from = TimeOfDay(hour: 22)
        var until = TimeOfDay(hour: 8)

        init() {}

        private enum CodingKeys: String, CodingKey {
            case from, until
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            from = try keys.value(.from, default: from)
            until = try keys.value(.until, default: until)
        }

        var hours: QuietHours { QuietHours(from: from, until: until) }
    }
}
