import ChatPlatforms
import Earshot
import Foundation
import PlatformClients

extension Addressee {
    /// The largest picture in bytes that is taken here.
    ///
    /// - Throws: `Failure` where none is: these robots show what stands at a public address, or what an application of the
    ///   platform has uploaded.
    private func mostBytes() throws(Failure) -> Int {
        switch robot?.platform {
        case .wecom: return WeComWebhookOutgoing.mostImageBytes
        case .dingtalk:
            throw Failure(
                "\(channel) cannot show a picture: a custom robot of DingTalk takes only pictures that stand at a public "
                    + "address; send it through a robot with sending")
        case .feishu:
            throw Failure(
                "\(channel) cannot show a picture: a custom bot of Feishu takes only what an application has uploaded; "
                    + "send it through an application with sending")
        case nil: break
        }
        guard let mostBytes = Outgoing.mostPictureBytes(on: channel) else {
            throw Failure("\(channel) cannot show a picture")
        }
        return mostBytes
    }

    /// A picture that is taken here.
    ///
    /// - Throws: `Failure` for a file that cannot be read, is no picture, or is too large.
    func picture(at path: String) throws(Failure) -> Picture {
        let most = try mostBytes()
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure("\(path) cannot be read")
        }
        defer { try? handle.close() }
        // One byte more than is taken, and never the whole of a file of any size.
        guard let data = try? handle.read(upToCount: most + 1) else {
            throw Failure("\(path) cannot be read")
        }
        guard data.count <= most else {
            throw Failure("\(path) is larger than the \(most >> 20) MB that \(channel) takes of a picture")
        }
        guard let picture = Picture([UInt8](data)) else {
            throw Failure("\(path) is no PNG or JPEG, or not the whole of one")
        }
        return picture
    }
}
