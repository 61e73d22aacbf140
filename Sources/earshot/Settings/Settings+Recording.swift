import Configuration

extension Settings {
    /// Messages with their answers, written down to be played again.
    struct Recording: Codable, Sendable {
        /// Where a file for each day is written; nothing to record nothing. A relative path begins in the configuration's
        /// folder.
        var folder: String?
        /// For how many days.
        var days = 7

        init() {}

        private enum CodingKeys: String, CodingKey {
            case folder, days
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            folder = try keys.decodeIfPresent(String.self, forKey: .folder)
            days = try keys.value(.days, default: days)
        }
    }
}
