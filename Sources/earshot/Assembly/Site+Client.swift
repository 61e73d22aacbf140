import Earshot
import HTTP

extension Site {
    /// A client that reaches the allowed hosts and nothing else.
    func client() throws(ClientError) -> Client { try Site.client(to: settings.outbound.allowedHosts) }

    /// A client that reaches nothing but where the platforms keep what people send: an address of a stranger's message
    /// leads to no server of one's own.
    func attachmentClient() throws(ClientError) -> Client { try Site.client(to: settings.attachments.hosts) }

    /// How attachments are kept; nothing where none is to be.
    func attachmentKeeping(
        source: any AttachmentSource, desk: any AttachmentDesk
    ) -> AttachmentKeeping? {
        let days = settings.attachments.days
        guard days > 0 else { return nil }
        return AttachmentKeeping(source: source, desk: desk, limits: AttachmentKeeping.Limits(days: days))
    }

    private static func client(to hosts: [String]) throws(ClientError) -> Client {
        try Client(configuration: ClientConfiguration(allowedHosts: allowed(hosts)))
    }

    /// The places that a list of hosts names.
    static func allowed(_ hosts: [String]) -> [AllowedHost] {
        hosts.compactMap {
            // Whoever writes the scheme means this very server, also one within the company's network.
            AllowedHost($0, allowsPrivateAddresses: $0.contains("://") && !$0.contains("*"))
        }
    }
}
