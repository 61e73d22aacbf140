import Glibc

/// The volume that a file lies on.
public enum Volume {
    /// Bytes that may still be written on the volume of a file that is there; nothing where the system does not say.
    public static func room(at path: String) -> Int64? {
        var volume = statvfs()
        guard statvfs(path, &volume) == 0 else { return nil }
        return Int64(volume.f_bavail) * Int64(volume.f_frsize)
    }

    /// The size of a file in bytes; 0 where there is none.
    static func size(of path: String) -> Int64 {
        var entry = stat()
        return stat(path, &entry) == 0 ? Int64(entry.st_size) : 0
    }
}
