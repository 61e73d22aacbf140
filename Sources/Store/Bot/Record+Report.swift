import Earshot

extension Report {
    /// What is kept of it beside its key.
    var record: String {
        var record = RecordWriter()
        record.add(place) { $0.add($1) }
        record.add(aspect) { $0.add($1.name) }
        record.add(days.lowerBound.number)
        record.add(days.upperBound.number)
        record.add(edition) { $0.add($1) }
        record.add(figures.now)
        record.add(figures.before)
        record.add(figures.nation) { $0.add($1) }
        for counts in [figures.praised, figures.complained, figures.stages] {
            record.add(counts) { record, count in
                record.add(count.aspect.name)
                record.add(count.count)
                record.add(count.before)
            }
        }
        record.add(figures.compares ? 1 : 0)
        record.add(figures.minimum)
        record.add(quotes) { record, quote in
            record.add(quote.text)
            record.add(quote.source)
        }
        // What has none is written as by an edition that knew none.
        let nations = [figures.praised, figures.complained, figures.stages].map { $0.map(\.nation) }
        if nations.contains(where: { $0.contains { $0 != nil } }) || !figures.aspects.isEmpty {
            for counts in nations {
                record.add(counts) { record, count in record.add(count) { $0.add($1) } }
            }
        }
        if !figures.aspects.isEmpty {
            record.add(figures.aspects) { record, entry in
                record.add(entry.aspect.name)
                record.add(entry.now)
                record.add(entry.before)
            }
        }
        return record.text
    }

    init(key: String, composedAt: Timestamp, record: String) throws {
        var reader = RecordReader(record)
        let place = try reader.optional { try $0.string() }
        let aspect = try reader.optional { try $0.aspect() }
        let (first, last) = (try reader.number(), try reader.number())
        let edition = try reader.optional { try $0.number() }
        let days = try reader.known(first <= last ? Day(number: first)...Day(number: last) : nil)
        let (now, before) = (try reader.tally(), try reader.tally())
        let nation = try reader.optional { try $0.tally() }
        var praised = try reader.counts()
        var complained = try reader.counts()
        var stages = try reader.counts()
        let compares = try reader.number() != 0
        let minimum = try reader.number()
        let quotes = try reader.list { Quote(try $0.string(), source: try $0.string()) }
        if !reader.isAtEnd {
            try reader.nations(of: &praised)
            try reader.nations(of: &complained)
            try reader.nations(of: &stages)
        }
        let aspects =
            reader.isAtEnd
            ? []
            : try reader.list {
                OverviewFigures.AspectTally(try $0.aspect(), try $0.tally(), before: try $0.tally())
            }
        try reader.expectEnd()
        self.init(
            key: key, place: place, aspect: aspect, days: days, composedAt: composedAt, edition: edition,
            figures: OverviewFigures(
                now: now, before: before, nation: nation, praised: praised, complained: complained,
                stages: stages, compares: compares, minimum: minimum), quotes: quotes)
        self.figures.aspects = aspects
    }
}

extension ReportNews {
    var record: String {
        var record = RecordWriter()
        record.add(aspects) { $0.add($1.name) }
        for lines in [warnings, suggestions] {
            record.add(lines) { record, line in
                record.add(line.text)
                record.add(line.isNew ? 1 : 0)
            }
        }
        // What has none is written as by an edition that knew none.
        if !sections.isEmpty {
            record.add(sections) { record, section in
                record.add(section.kind.rawValue)
                record.add(section.heading)
                record.add(section.lines) { record, line in
                    record.add(line.text)
                    record.add(line.isNew ? 1 : 0)
                }
            }
        }
        return record.text
    }

    init(record: String) throws {
        self.init()
        var reader = RecordReader(record)
        aspects = try reader.list { try $0.aspect() }
        warnings = try reader.lines()
        suggestions = try reader.lines()
        if !reader.isAtEnd { sections = try reader.list { try $0.section() } }
        try reader.expectEnd()
    }
}

extension RecordWriter {
    fileprivate mutating func add(_ tally: Tally) {
        add(tally.positive)
        add(tally.neutral)
        add(tally.negative)
    }
}

extension RecordReader {
    fileprivate mutating func tally() throws -> Tally {
        Tally(positive: try number(), neutral: try number(), negative: try number())
    }

    fileprivate mutating func aspect() throws -> Aspect {
        let name = try string()
        return try known(Aspect(name[...]))
    }

    fileprivate mutating func counts() throws -> [OverviewFigures.AspectCount] {
        try list { .init(try $0.aspect(), try $0.number(), before: try $0.number()) }
    }

    /// How often in the nation, of each of some counts.
    fileprivate mutating func nations(of counts: inout [OverviewFigures.AspectCount]) throws {
        let nations = try list { try $0.optional { try $0.number() } }
        _ = try known(nations.count == counts.count ? true : nil)
        for (index, count) in nations.enumerated() { counts[index].nation = count }
    }

    fileprivate mutating func section() throws -> ReportNews.Section {
        let name = try string()
        return ReportNews.Section(
            try known(ReportNews.Section.Kind(rawValue: name)), heading: try string(), lines: try lines())
    }

    fileprivate mutating func lines() throws -> [ReportNews.Line] {
        try list { ReportNews.Line(try $0.string(), isNew: try $0.number() != 0) }
    }
}
