import Earshot

extension Reach: PictureWays {
    /// The channel that was asked, where it sends; else another one of the same company, as beside a robot that only answers: in
    /// another company the same account is somebody else.
    /// Whoever sits at the console or the terminal in somebody's stead is shown none, and neither is that person.
    func pictureWay(to origin: Question.Origin) async throws -> PictureWay? {
        let channel = origin.message.channel
        guard !Dialogue.isOwn(channel: channel) else { return nil }
        let own = channels.filter { $0 == channel }
        let company = companies[channel]
        let others = channels.filter { company != nil && companies[$0] == company }
        let ways = Ways(channels: own + others, people: [], bindings: [])
        guard let way = ways.way(to: origin.account),
            let mostBytes = Outgoing.mostPictureBytes(on: way.channel)
        else { return nil }
        return PictureWay(channel: way.channel, recipient: way.recipient, mostBytes: mostBytes)
    }
}
