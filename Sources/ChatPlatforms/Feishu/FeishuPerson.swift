/// Somebody's identifiers in a Feishu event.
struct FeishuPerson: Decodable {
    /// The company's own identifier of a member; events have it only where the application may read it.
    let userID: String?
    /// The application's identifier of anybody.
    let openID: String?

    private enum Key: String, CodingKey {
        case userID = "user_id"
        case openID = "open_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        userID = try? fields.identifier(.userID)
        openID = try? fields.identifier(.openID)
    }

    /// The account as the directory writes it, or nothing for somebody without an identifier.
    ///
    /// - Parameter isColleague: Whether the person is of the application's own company. A user id counts only there;
    ///   another company's could be the same by chance.
    func account(isColleague: Bool) -> String? {
        ((isColleague ? userID : nil) ?? openID).map { "feishu:\($0)" }
    }
}
