import Configuration

extension Settings {
    /// A language model behind an OpenAI-compatible HTTP interface.
    struct LanguageModel: Codable, Sendable {
        /// What stands before `/chat/completions`.
        var address: String
        /// Its name at the server.
        var model: String
        /// Absent where the server wants none.
        var key: SecretReference?
        /// Texts that may leave the machine on one day; each is at most two requests.
        var textsPerDay = 1000
        /// Requests under way at the same time.
        var requestsAtOnce = 2
        /// For one request with its answer.
        var requestSeconds = 20
        /// How far from the opinion model's threshold a probability may lie for its text to be asked about.
        var margin = 0.1
        /// Voices published earlier are asked about no more.
        var days = 30
        /// Whether it also writes a few sentences below overviews.
        var summaries = false

        private enum CodingKeys: String, CodingKey {
            case address, model, key, textsPerDay, requestsAtOnce, requestSeconds, margin, days
            case summaries
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            address = try keys.decode(String.self, forKey: .address)
            model = try keys.decode(String.self, forKey: .model)
            key = try keys.decodeIfPresent(SecretReference.self, forKey: .key)
            textsPerDay = try keys.value(.textsPerDay, default: textsPerDay)
            requestsAtOnce = try keys.value(.requestsAtOnce, default: requestsAtOnce)
            requestSeconds = try keys.value(.requestSeconds, default: requestSeconds)
            margin = try keys.value(.margin, default: margin)
            days = try keys.value(.days, default: days)
            summaries = try keys.value(.summaries, default: summaries)
        }

        /// Scheme, host and port of the address; nothing where it is none, or has more than a path behind them.
        var server: String? {
            guard let scheme = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) })
            else { return nil }
            let rest = address.dropFirst(scheme.count)
            let host = rest.prefix { $0 != "/" }
            let path = rest.dropFirst(host.count)
            let isPlain = path.utf8.allSatisfy { isAlphanumeric($0) || "/._~-".utf8.contains($0) }
            let server = scheme + host
            return isPlain && SettingsCheck.isServer(server) ? server : nil
        }
    }
}
