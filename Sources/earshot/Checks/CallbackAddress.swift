import HTTP

/// A public address that a platform calls, as an operator gives it by hand: which surface and which name it is of.
struct CallbackAddress {
    /// Whole, as it was given.
    let text: String
    /// Scheme, host and port; whoever typed the address means this server, also one in the own network.
    let origin: AllowedHost
    let surface: Surface
    let name: String

    /// The platforms' ways in, by their part of the path.
    enum Surface: String, CaseIterable {
        case weComApp = "wecom"
        case weComBot = "wecom-bot"
        case dingTalk = "dingtalk"
        case dingTalkCards = "dingtalk-card"
        case dingTalkEvents = "dingtalk-event"
        case feishu = "feishu"
    }

    init(_ text: String) throws(UsageError) {
        let lowered = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lowered.hasPrefix($0) }) else {
            throw UsageError("--callback needs the whole address, with https:// before it")
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains("?"), !text.contains("#")
        else {
            throw UsageError(
                "--callback needs the address as it is entered at the platform, of ASCII characters and without a query"
            )
        }
        let authority = text.dropFirst(scheme.count).prefix { $0 != "/" }
        guard !authority.contains("@"), !authority.contains("*"),
            let origin = AllowedHost(scheme + authority, allowsPrivateAddresses: true)
        else { throw UsageError("--callback: \(authority) is no host") }
        // A proxy may take something off the path's beginning.
        let steps = text.dropFirst(scheme.count + authority.count)
            .split(separator: "/", omittingEmptySubsequences: false).suffix(3).map(String.init)
        guard steps.count == 3, steps[0] == "callback", let surface = Surface(rawValue: steps[1]),
            !steps[2].isEmpty
        else {
            let known = Surface.allCases.map { "/callback/\($0.rawValue)/NAME" }.joined(separator: ", ")
            throw UsageError("--callback needs an address that ends in one of \(known)")
        }
        self.text = text
        self.origin = origin
        self.surface = surface
        name = steps[2]
    }

    var isEncrypted: Bool { text.lowercased().hasPrefix("https://") }
    /// Whether what is sent there stays on this machine or within a network of addresses that are not public. A name
    /// may lead anywhere.
    var staysWithin: Bool { origin.isPrivateAddress || origin.isLoopbackName }
    var channel: String { "\(surface.rawValue)/\(name)" }
}
