public import Crypto

/// A token that a client of the interface was given, under the name it is known by.
public struct NamedToken: Sendable {
    public let name: String
    public let token: Secret

    public init(name: String, token: Secret) {
        self.name = name
        self.token = token
    }
}

/// The tokens that open an interface. Without any, nobody may enter.
struct BearerTokens: Sendable {
    let tokens: [NamedToken]

    /// The name of the client whose token an `Authorization` field carries, or nothing.
    ///
    /// Every token is compared, each in constant time, so that the answer's time tells nothing of which.
    func client(authorization: String?) -> String? {
        let scheme = "bearer "
        guard let authorization, authorization.utf8.count > scheme.utf8.count,
            authorization.prefix(scheme.count).lowercased() == scheme
        else { return nil }
        let given = Array(authorization.dropFirst(scheme.count).utf8)
        var name: String?
        for candidate in tokens where !candidate.token.isEmpty {
            let matches = candidate.token.equals(given)
            if matches, name == nil { name = candidate.name }
        }
        return name
    }
}
