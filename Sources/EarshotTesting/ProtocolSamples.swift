import FoundationEssentials
public import JSON

/// Examples of what is sent to platforms and what they answer, kept beside the project where somebody has them.
public enum ProtocolSamples {
    private static let folder: String = {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return here.dropLast(3).joined(separator: "/") + "/../shared/protocols/samples"
    }()

    /// Whether the examples are there.
    public static let areHere = FileManager.default.fileExists(atPath: folder + "/index.json")

    /// The names of a folder's files without `.json`, sorted.
    public static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(self.folder)/\(folder)")
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(".json".count)) }.sorted()
    }

    /// One example: `outbound` has `request` and `body`, `api-responses` has `status` and `body`.
    public static func load(_ name: String, in folder: String) throws -> JSONValue {
        try JSONValue(Array(Data(contentsOf: URL(filePath: "\(self.folder)/\(folder)/\(name).json"))))
    }

    /// One message as it is before encryption.
    public struct Message: Sendable {
        /// The file's name.
        public let name: String
        public let bytes: [UInt8]
    }

    /// The messages of one folder, by name.
    public static func load(_ folder: String) throws -> [Message] {
        let folder = "\(self.folder)/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            Message(name: name, bytes: Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
        }
    }
}
