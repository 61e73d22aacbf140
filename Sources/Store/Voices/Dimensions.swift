import Earshot
import SQLite

/// The numbers under which names are stored, looked up once a transaction and added where they are new.
struct Dimensions {
    /// The subject of what stores noted: below all others, so that no figure of the own brand (0) or of rivals (above 0) has
    /// any of it. It has no row in `subject`.
    static let dealerNotes = -1

    private let connection: Connection
    private var sources: [String: Int] = [:]
    private var rivals: [Rival: Int] = [:]
    private var ownSeries: [String: Int] = [:]
    private var dealers: [String: Int] = [:]
    private var givens: [GivenFields: Int] = [:]
    private var aspects: [Int?]

    init(_ connection: Connection) {
        self.connection = connection
        aspects = Array(repeating: nil, count: Aspect.all.count)
    }

    mutating func source(_ name: String) throws -> Int {
        if let known = sources[name] { return known }
        try connection.execute("INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", name)
        let id = try found(connection.queryOne("SELECT id FROM source WHERE name = ?", name) { $0.int(0) })
        sources[name] = id
        return id
    }

    mutating func given(_ fields: GivenFields) throws -> Int {
        if let known = givens[fields] { return known }
        // Looked up first: there are hundreds, and nearly always the file has them.
        let id = try found(stored(fields) ?? added(fields))
        givens[fields] = id
        return id
    }

    private func stored(_ fields: GivenFields) throws -> Int? {
        try connection.queryOne(
            """
            SELECT id
            FROM given
            WHERE city = ? AND province = ? AND ip = ? AND brand = ? AND series = ? AND dealer = ?
            """, fields.city, fields.province, fields.ip, fields.brand, fields.series, fields.dealer
        ) { $0.int(0) }
    }

    private func added(_ fields: GivenFields) throws -> Int? {
        try connection.execute(
            "INSERT INTO given (city, province, ip, brand, series, dealer) VALUES (?, ?, ?, ?, ?, ?)",
            fields.city, fields.province, fields.ip, fields.brand, fields.series, fields.dealer)
        return Int(connection.lastInsertedRowID)
    }

    mutating func subject(_ subject: UnderstoodVoice.Subject) throws -> Int {
        guard case .rival(let rival) = subject else { return 0 }
        if let known = rivals[rival] { return known }
        try connection.execute(
            "INSERT INTO subject (brand, series) VALUES (?, ?) ON CONFLICT DO NOTHING", rival.brand,
            rival.series)
        let id = try found(
            connection.queryOne(
                "SELECT id FROM subject WHERE brand = ? AND series = ?", rival.brand, rival.series
            ) { $0.int(0) })
        rivals[rival] = id
        return id
    }

    /// A number below that of what stores noted.
    mutating func ownSeries(_ name: String) throws -> Int {
        if let known = ownSeries[name] { return known }
        try connection.execute(
            """
            INSERT INTO subject (id, brand, series)
            SELECT MIN(MIN(id), ?) - 1, '', ? FROM subject WHERE true
            ON CONFLICT DO NOTHING
            """, Dimensions.dealerNotes, name)
        let id = try found(Dimensions.ownSeries(name, on: connection))
        ownSeries[name] = id
        return id
    }

    /// The number of an own series; nothing where no voice has spoken of it.
    static func ownSeries(_ name: String, on connection: Connection) throws -> Int? {
        try connection.queryOne(
            "SELECT id FROM subject WHERE id < ? AND brand = '' AND series = ?", dealerNotes, name
        ) {
            $0.int(0)
        }
    }

    mutating func dealer(_ key: String) throws -> Int {
        if let known = dealers[key] { return known }
        try connection.execute(
            """
            INSERT INTO dealer (id, key)
            SELECT COALESCE(MAX(id), 999999) + 1, ? FROM dealer WHERE true
            ON CONFLICT DO NOTHING
            """, key)
        let id = try found(connection.queryOne("SELECT id FROM dealer WHERE key = ?", key) { $0.int(0) })
        dealers[key] = id
        return id
    }

    mutating func aspect(_ aspect: Aspect) throws -> Int {
        let position = Int(aspect.index)
        if let known = aspects[position] { return known }
        try connection.execute("INSERT INTO aspect (name) VALUES (?) ON CONFLICT DO NOTHING", aspect.name)
        let id = try found(
            connection.queryOne("SELECT id FROM aspect WHERE name = ?", aspect.name) { $0.int(0) })
        aspects[position] = id
        return id
    }

    private func found(_ id: Int?) throws -> Int {
        guard let id else { preconditionFailure("a row just inserted is not there") }
        return id
    }
}
