import Crypto
import Earshot
import Store
import Web

extension Site {
    /// What puts links to their pages below reports; nothing where the settings name no address.
    func reportLinks(
        _ desk: BotStore, clock: any Earshot.Clock,
        words: @escaping @Sendable (_ days: Int) throws -> String
    ) -> ReportLinks? {
        settings.pages.address.map { address in
            ReportLinks(
                desk: desk, address: address, days: settings.pages.days, clock: clock,
                token: { Hexadecimal.encode(try randomBytes(ReportPages.tokenLength)) }, words: words)
        }
    }
}

extension ReportPages {
    /// - Parameter directory: who may see what, now.
    convenience init(
        _ desk: BotStore, clock: any Earshot.Clock,
        directory: @escaping @Sendable () -> any PeopleDirectory,
        gone: @escaping @Sendable () throws -> String,
        onError: @escaping @Sendable (any Error, _ requestID: String) -> Void
    ) {
        self.init(
            clock: clock,
            open: { token, isTable in
                let now = clock.now
                let right = ReportRight(desk: desk, directory: directory()) { try await desk.bindings() }
                guard let report = try await desk.report(linkedBy: token, at: now),
                    let text = report.issue.text, let number = report.issue.number,
                    try await right.allows(report)
                else { return nil }
                // Before anything is shown. Whoever it was had the link that this person was sent.
                try await desk.record(
                    isTable ? "report.downloaded" : "report.opened", of: String(number),
                    by: report.issue.person, at: now)
                return text
            }, sheet: { ReportSheet.bytes(of: $0) }, gone: gone, onError: onError)
    }
}
