import ChatPlatforms
import HTTP

/// What came back from one's own public address.
struct CallbackAnswer {
    let status: Int
    let verdict: CallbackVerdict
    /// Whether there is a page of HTML, which the service never answers a platform with.
    let isPage: Bool
    let elapsed: Duration
    let patience: Duration
    /// Where a redirect leads, without a query.
    let location: String?
    /// What the server in front calls itself.
    let server: String?

    init(_ response: ClientResponse, to trial: CallbackTrial, after elapsed: Duration) {
        status = response.status
        verdict = trial.verdict(on: response.body)
        isPage = verdict == .page
        self.elapsed = elapsed
        patience = trial.patience
        location = response.headers["Location"].map {
            String($0.prefix { $0 != "?" && $0 != "#" }.prefix(200))
        }
        server = response.headers["Server"].map { String($0.prefix(60)) }
    }

    var isTooSlow: Bool { elapsed > patience }
}
