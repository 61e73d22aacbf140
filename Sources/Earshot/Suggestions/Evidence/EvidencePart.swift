/// The content of `evidence.json5` as people write it: words are separated by blanks. Decoding takes the known fields; whoever
/// decodes sees to unknown ones.
public struct EvidencePart: Decodable, Sendable {
    /// Words of suggesting and of talking, which say nothing of the matter: 希望, 总部, 一下.
    var asking: String
    /// What is to be done about it, of which customers do not speak: 改算法, 出台.
    var remedies: String
    /// Words at the beginning of what shall be done about it, which stands behind the matter: 多派, 换个.
    var requests: String
    /// Words by which a customer wants something.
    var wishes: String
    /// Words of which each may stand for the others, a list a line.
    var same: [String]

    private enum CodingKeys: String, CodingKey { case asking, remedies, requests, wishes, same }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        asking = try keys.decodeIfPresent(String.self, forKey: .asking) ?? ""
        remedies = try keys.decodeIfPresent(String.self, forKey: .remedies) ?? ""
        requests = try keys.decodeIfPresent(String.self, forKey: .requests) ?? ""
        wishes = try keys.decodeIfPresent(String.self, forKey: .wishes) ?? ""
        same = try keys.decodeIfPresent([String].self, forKey: .same) ?? []
    }

    public init(
        asking: String = "", remedies: String = "", requests: String = "", wishes: String = "",
        same: [String] = []
    ) {
        self.asking = asking
        self.remedies = remedies
        self.requests = requests
        self.wishes = wishes
        self.same = same
    }
}
