import Glibc

/// Where a secret is found: `{"env": "DINGTALK_SECRET"}` or `{"file": "secrets/dingtalk"}`.
///
/// The secret itself never stands in the configuration, which people copy, show and keep under version control.
public struct SecretReference: Sendable, Hashable {
    /// Where it is kept.
    public enum Source: Sendable, Hashable {
        /// The name of an environment variable.
        case environment(String)
        /// A path; a relative one begins in the configuration file's folder.
        case file(String)
    }

    public var source: Source

    public init(_ source: Source) {
        self.source = source
    }

    /// Lends the secret's bytes and overwrites them afterwards.
    ///
    /// White space at the end of a file or variable is no part of the secret.
    ///
    /// - Parameters:
    ///   - folder: the configuration file's folder.
    ///   - environment: how a variable is read; the process's environment unless given.
    /// - Throws: `Unavailable` with what to do, never with a part of the secret.
    public func read<Result>(
        relativeTo folder: String,
        environment: (String) -> String? = variable,
        _ body: ([UInt8]) -> Result
    ) throws(Unavailable) -> Result {
        var bytes: [UInt8]
        switch source {
        case .environment(let name):
            bytes = Array((environment(name) ?? "").utf8)
            guard !bytes.isEmpty else {
                throw Unavailable(
                    message: "the environment variable \(name) is not set",
                    hint: "export \(name)=…, or use {\"file\": \"…\"}")
            }
        case .file(let path):
            bytes = try readProtectedFile(path.hasPrefix("/") ? path : "\(folder)/\(path)")
        }
        defer {
            bytes.withUnsafeMutableBytes { buffer in
                if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
            }
        }
        while let last = bytes.last, last == 0x0A || last == 0x0D || last == 0x20 || last == 0x09 {
            bytes.removeLast()
        }
        guard !bytes.isEmpty else {
            throw Unavailable(message: "the secret is empty", hint: "put the secret there, in one line")
        }
        return body(bytes)
    }

    /// A variable of the process's environment.
    public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Why a secret cannot be had.
    public struct Unavailable: Error, Sendable, Hashable {
        public var message: String
        /// What to do about it.
        public var hint: String
    }
}

extension SecretReference: Decodable {
    private enum CodingKeys: String, CodingKey {
        case env, file
    }

    public init(from decoder: any Decoder) throws {
        let usage =
            "must be {\"env\": \"NAME\"} or {\"file\": \"path\"}; a secret is not written in this file"
        if let keys = try? decoder.container(keyedBy: CodingKeys.self) {
            let name = try keys.decodeIfPresent(String.self, forKey: .env)
            let path = try keys.decodeIfPresent(String.self, forKey: .file)
            switch (name, path) {
            case (let name?, nil) where !name.isEmpty:
                source = .environment(name)
                return
            case (nil, let path?) where !path.isEmpty:
                source = .file(path)
                return
            default: break
            }
        }
        throw DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: decoder.codingPath, debugDescription: usage))
    }
}

extension SecretReference: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        switch source {
        case .environment(let name): try keys.encode(name, forKey: .env)
        case .file(let path): try keys.encode(path, forKey: .file)
        }
    }
}
