import HTTP

extension PageFile {
    /// The files of a page that the console leads to, below `/console`. They hold nothing that is anybody's.
    static func routes(of folder: String) -> [Route] {
        all(in: folder).map { file in
            let isPage = file.path == "\(folder)/index.html"
            return .get(isPage ? "/console/\(folder)" : "/console/\(file.path)") { file.response(to: $0) }
        }
    }
}
