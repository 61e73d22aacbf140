import ChatPlatforms
import Earshot

/// Gives the picture of a delivery to a platform before its message, once: at another try the message is the same one, so
/// that a platform that recognises repeats recognises it.
struct PictureUpload: Sendable {
    let uploads: any PictureUploads
    let clock: any Earshot.Clock

    /// For how long a name is used: WeCom forgets it after three days. Source: developer.work.weixin.qq.com, document 90253.
    private static let lifetime = Duration.seconds(2 * 24 * 3600)
    /// WeCom does not know the name any more. Source: document 90313.
    private static let unknownMedia = "40007"

    /// - Parameters:
    ///   - upload: gives the platform a picture, and what the platform calls it.
    ///   - send: sends the message that shows what is called so.
    func send(
        _ picture: Picture, of consignment: Consignment,
        upload: (UploadFile) async -> PlatformAnswered<String>, send: (String) async -> SendOutcome
    ) async -> SendOutcome {
        do {
            let known = try await uploads.uploadedName(
                of: consignment.number, since: clock.now - PictureUpload.lifetime)
            guard let known else { return try await sendNew(picture, of: consignment, upload, send) }
            let outcome = await send(known)
            guard case .refused(let remark) = outcome, remark.code == PictureUpload.unknownMedia else {
                return outcome
            }
            return try await sendNew(picture, of: consignment, upload, send)
        } catch {
            return .retry(after: nil, PlatformRemark(code: "earshot.disk", words: "\(error)"))
        }
    }

    private func sendNew(
        _ picture: Picture, of consignment: Consignment,
        _ upload: (UploadFile) async -> PlatformAnswered<String>, _ send: (String) async -> SendOutcome
    ) async throws -> SendOutcome {
        switch await upload(UploadFile(picture)) {
        case .value(let name):
            try await uploads.keepUploadedName(name, of: consignment.number, at: clock.now)
            return await send(name)
        // Nobody was shown anything, whatever became of the upload.
        case .failed(.unclear(_, let remark)): return .retry(after: nil, remark)
        case .failed(let outcome): return outcome
        }
    }
}

extension UploadFile {
    init(_ picture: Picture) {
        switch picture.format {
        case .png: self.init(name: "picture.png", contentType: "image/png", bytes: picture.bytes)
        case .jpeg: self.init(name: "picture.jpg", contentType: "image/jpeg", bytes: picture.bytes)
        }
    }
}
