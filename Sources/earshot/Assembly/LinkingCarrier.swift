import Earshot

/// Sends through another carrier, reports with a link to their page.
struct LinkingCarrier: Carrier {
    let carrier: any Carrier
    let links: ReportLinks
    /// The account of a recipient who is one person; nothing for a chat.
    let account: @Sendable (_ recipient: String) -> String?

    func send(_ consignment: Consignment) async -> SendOutcome {
        guard let account = account(consignment.recipient) else { return await carrier.send(consignment) }
        let linked: Consignment
        do {
            linked = try await links.linked(consignment, to: account)
        } catch {
            return .retry(after: nil, PlatformRemark(code: "earshot.disk", words: "\(error)"))
        }
        return links.settle(consignment, await carrier.send(linked))
    }
}
