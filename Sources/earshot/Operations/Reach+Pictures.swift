import Earshot

extension Reach: PictureWays {
    /// The channel that was asked, where it sends; else another one of the same account, as beside a robot that only answers.
    /// Whoever sits at the console or the terminal in somebody's stead is shown none, and neither is that person.
    func pictureWay(to origin: Question.Origin) async throws -> PictureWay? {
        let channel = origin.message.channel
        guard !Dialogue.isOwn(channel: channel) else { return nil }
        let own = channels.filter { $0 == channel }
        let ways = Ways(channels: own + channels, people: [], bindings: [])
        guard let way = ways.way(to: origin.account),
            let mostBytes = Outgoing.mostPictureBytes(on: way.channel)
        else { return nil }
        return PictureWay(channel: way.channel, recipient: way.recipient, mostBytes: mostBytes)
    }
}
