import Crypto
import FoundationEssentials

/// What belongs to a backup, so that a restore knows whether all of it is there and unchanged.
struct BackupManifest: Codable, Equatable {
    /// The form of this file.
    var format = BackupManifest.format
    /// When it was begun, RFC 3339 in UTC.
    var madeAt: String
    /// The edition of the program that made it.
    var program: String
    var files: [File]

    struct File: Codable, Equatable {
        var name: String
        var bytes: Int
        /// In hexadecimal digits.
        var sha256: String
    }

    static let format = 1
    static let fileName = "manifest.json"
    /// What it lists is a few lines.
    private static let mostBytes = 64 << 10

    init(madeAt: String, program: String, files: [File]) {
        (self.madeAt, self.program, self.files) = (madeAt, program, files)
    }

    /// Reads the one of a backup.
    ///
    /// - Throws: why the folder is no backup that this edition knows.
    init(of folder: String) throws(Failure) {
        let path = "\(folder)/\(BackupManifest.fileName)"
        var bytes: [UInt8] = []
        do throws(Failure) {
            try FileCopy.read(path) { piece throws(Failure) in
                guard bytes.count + piece.count <= BackupManifest.mostBytes else {
                    throw Failure("\(path) is no backup's list of files: it is too long")
                }
                bytes += piece
            }
        } catch {
            throw Failure("\(folder) is not a whole backup: \(error)")
        }
        guard let read = try? JSONDecoder().decode(BackupManifest.self, from: Data(bytes)) else {
            throw Failure("\(path) is no backup's list of files")
        }
        guard read.format == BackupManifest.format else {
            throw Failure(
                "\(folder) was made by another edition (\(read.program)), in a form that this one does not know; "
                    + "restore it with that edition")
        }
        self = read
    }

    /// The list as it is written.
    var encoded: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return Array(try encoder.encode(self)) + [0x0A]
        }
    }

    func file(_ name: String) -> File? { files.first { $0.name == name } }
}
