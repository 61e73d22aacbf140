import FoundationEssentials
import Glibc
import JSON

/// What software that other people wrote, in Python, does with the same input on the same machine.
enum OtherClients {
    struct Rates {
        let client: String
        /// A second, by what is done; what the client does not do is not there.
        let rates: [String: Double]
    }

    /// Where Tests/Clients/install puts them; `EARSHOT_PYTHON` names another Python that has them.
    private static let installed = ".build/clients/bin/python"

    /// The rates by what the script names; empty, with a notice on standard error, where there are no such clients.
    ///
    /// - Parameters:
    ///   - payloads: what the script reads, as a JSON array in a file that is its argument.
    ///   - script: its name in Tests/Clients.
    static func measure(_ payloads: [JSON], by script: String, in folder: String) throws -> [String: Rates] {
        let script = "Tests/Clients/\(script)"
        let python = getenv("EARSHOT_PYTHON").map { String(cString: $0) } ?? installed
        guard access(python, X_OK) == 0, access(script, R_OK) == 0 else {
            notice(
                "other people's software is not here (make setup-test installs it in the project's folder)")
            return [:]
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/payloads.json"
        guard FileManager.default.createFile(atPath: path, contents: Data(JSON.array(payloads).bytes)) else {
            throw Failure("\(path) cannot be written")
        }
        guard let pipe = popen("'\(python)' '\(script)' '\(path)'", "r") else {
            throw Failure("\(python) cannot be run: errno \(errno)")
        }
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = fread(&piece, 1, piece.count, pipe), count > 0 { output += piece[..<count] }
        guard pclose(pipe) == 0 else {
            notice("other people's software did not run")
            return [:]
        }
        // SURFACE<tab>CLIENT<tab>read=RATE<tab>sign=RATE…
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        return lines.reduce(into: [:]) { rates, line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 2 else { return }
            let pairs = fields[2...].map { $0.split(separator: "=") }.filter { $0.count == 2 }
            rates[fields[0]] = Rates(
                client: fields[1],
                rates: pairs.reduce(into: [:]) { $0[String($1[0])] = Double($1[1]) })
        }
    }

    private static func notice(_ text: String) {
        Terminal.say("bench: \(text); nothing is compared")
    }
}
