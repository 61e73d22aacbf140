import Crypto
import FoundationEssentials

/// The files that are read at the start only, as they were then.
struct StartFiles: Sendable {
    private let digests: [(path: String, digest: [UInt8]?)]

    init(of site: Site) {
        let paths = [site.file, site.path(site.settings.files.products)]
        digests = paths.map { ($0, StartFiles.digest(of: $0)) }
    }

    /// Those whose content is another one now.
    var changed: [String] {
        digests.filter { $0.digest != StartFiles.digest(of: $0.path) }.map(\.path)
    }

    private static func digest(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { Digest.sha256(of: Array($0)) }
    }
}
