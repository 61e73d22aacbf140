/// The names that platforms gave to the pictures of deliveries.
///
/// They are kept because a platform recognises a message that is sent again only when it is the same one: uploaded anew,
/// the picture has another name.
public protocol PictureUploads: Sendable {
    /// The name under which a consignment's picture was uploaded at a moment or later; nothing where it was not.
    func uploadedName(of consignment: Int64, since moment: Timestamp) async throws -> String?

    /// Keeps the name of a consignment's picture.
    func keepUploadedName(_ name: String, of consignment: Int64, at now: Timestamp) async throws
}
