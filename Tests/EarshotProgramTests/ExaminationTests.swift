import Earshot
import FoundationEssentials
import Testing

@testable import EarshotProgram

@Suite("What earshot check finds")
struct ExaminationTests {
    private static let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private let site: TemporarySite
    private let config: String

    init() throws {
        site = try TemporarySite()
        for name in ["lexicon", "commands.json5", "regions.json5"] {
            try? FileManager.default.removeItem(atPath: "\(site.path)/\(name)")
            try FileManager.default.copyItem(
                atPath: "\(ExaminationTests.project)/bot-config/\(name)", toPath: "\(site.path)/\(name)")
        }
        // Of this year and the next, whenever that is.
        let year = LocalCalendar.shanghai.day(of: SystemClock().now).civil.year
        let rows = (year...(year + 1)).map { "\($0)-01-01,holiday\n" }
        _ = try site.write("holidays.csv", "date,kind\n" + rows.joined())
        config = try site.write(
            "earshot.json", "{files: {prompts: \"\(ExaminationTests.project)/prompts/zh-CN\"}}")
    }

    private func faults() -> [String] {
        Examination(of: config).faults.map { $0.replacing(site.path + "/", with: "") }
    }

    private func edit(_ name: String, _ text: String, to other: String) throws -> Int {
        let content = String(
            decoding: try #require(FileManager.default.contents(atPath: "\(site.path)/\(name)")),
            as: UTF8.self)
        let place = try #require(content.firstRange(of: text)).lowerBound
        _ = try site.write(name, content.replacing(text, with: other, maxReplacements: 1))
        return content[..<place].count { $0 == "\n" } + 1
    }

    @Test("what is shipped is sound")
    func sound() {
        #expect(faults() == [])
        #expect(Examination(of: config).sound != nil)
    }

    @Test("an account of a platform that is not connected is a warning with file and line")
    func feishu() throws {
        _ = try site.write(
            "people.csv", "id,name,role,accounts\nzhao,赵敏,hq,dingtalk:1\nli,李雷,hq,feishu:1|dingtalk:2\n")
        let examination = Examination(of: config)
        #expect(examination.sound != nil)
        #expect(
            examination.warnings.map { $0.replacing(site.path + "/", with: "") } == [
                "people.csv:3: accounts: \"feishu:1\" is of no use yet: Feishu is not connected"
            ])
    }

    @Test("cities that belong to two regions are a warning that names both")
    func sharedCities() throws {
        _ = try site.write(
            "regions.json5", "{华东: {provinces: ['浙江'], cities: ['上海']},\n长三角: {cities: ['上海', '杭州', '北京']}}")
        #expect(
            Examination(of: config).warnings.map { $0.replacing(site.path + "/", with: "") } == [
                "regions.json5:2: 长三角: 上海, 杭州 also belong to \"华东\" of line 1"
            ])
    }

    @Test("with Feishu connected its accounts are no warning, and cities of two regions still are")
    func feishuConnected() throws {
        _ = try site.write("feishu", "v0123456789abcdef")
        _ = try edit(
            "earshot.json", "{files",
            to: "{feishuApps: [{name: 'a', verificationToken: {file: 'feishu'}}], files")
        _ = try site.write("people.csv", "id,name,role,accounts\nzhao,赵敏,hq,feishu:1\n")
        _ = try site.write("regions.json5", "{华东: {cities: ['上海']},\n长三角: {cities: ['上海']}}")
        let warnings = Examination(of: config).warnings
        #expect(warnings.contains { $0.hasSuffix("长三角: 上海 also belong to \"华东\" of line 1") }, "\(warnings)")
        #expect(!warnings.contains { $0.contains("feishu:1") })
    }

    @Test("a maker of the lexicon whose name the site gives to its own is named as what counts for that now")
    func takenMaker() throws {
        _ = try site.write(
            "products.json5",
            "{brands: [\n{name: '小米', aliases: ['小米汽车'], own: true, series: ['SU7', '蔚来']}]}")
        let warnings = Examination(of: config).warnings
        #expect(
            warnings.map { $0.replacing(site.path + "/", with: "") } == [
                "products.json5:2: brands[0]: \"小米汽车\" is a maker of the lexicon: all that is its counts for 小米 now "
                    + "(leave the name out if that is another maker)",
                "products.json5:2: brands[0]: \"蔚来\" is a maker of the lexicon: all that is its counts for 蔚来 of 小米 "
                    + "now (leave the name out if that is another maker)",
            ])
    }

    @Test("a name of the lexicon that the site gives to something else is named as what it means no longer")
    func takenName() throws {
        _ = try site.write(
            "products.json5",
            "{brands: [\n{name: '远岚', own: true, series: [{name: '远岚ES6', aliases: ['ES6']}]}]}")
        #expect(
            Examination(of: config).warnings.map { $0.replacing(site.path + "/", with: "") } == [
                "products.json5:2: brands[0]: \"es6\" is also a name of ES6 of 蔚来 in the lexicon and no longer means that "
                    + "(leave the name out where the other one is meant more often)"
            ])
    }

    @Test("word lists and a model that come with the program and are missing are a warning")
    func missing() throws {
        for name in ["service.json5", "places.json5", "opinions.model"] {
            try FileManager.default.removeItem(atPath: "\(site.path)/lexicon/\(name)")
        }
        func warnings() -> [String] {
            Examination(of: config).warnings.map { $0.replacing(site.path + "/", with: "") }
        }
        #expect(
            warnings() == [
                "lexicon: lacks places.json5, service.json5, and what these words tell is not understood "
                    + "(copy them from the program's bot-config/lexicon; a file without words holds {})",
                "lexicon/opinions.model: there is no such file, so that the rules of the word lists decide alone "
                    + "(copy it from the program's bot-config/lexicon, or set files.model to \"\" if that is meant)",
            ])
        _ = try edit("earshot.json", "{files: {", to: "{files: {model: \"\", ")
        for name in ["service.json5", "places.json5"] { _ = try site.write("lexicon/\(name)", "{}") }
        #expect(warnings() == [])
    }

    @Test("a mistake in the words of dangers is told with its line")
    func dangers() throws {
        func faults(_ content: String) throws -> [String] {
            _ = try site.write("lexicon/safety.json5", content)
            return Examination(of: config).faults.map { $0.replacing(site.path + "/", with: "") }
        }
        #expect(
            try faults("{\ndangers: [{key: 'fire', title: '起火', aspect: 'safety', word: '自燃'}]}") == [
                "lexicon/safety.json5:2: dangers[0].word: is not a known setting (did you mean \"words\"?)"
            ])
        #expect(
            try faults("{\ndangers: [\n{key: 'fire', title: '起火', aspect: 'fires', words: '自燃'}]}") == [
                "lexicon/safety.json5:3: dangers[0].aspect: \"fires\" is not an aspect "
                    + "(use a dotted name of the vocabulary, parts.brake)"
            ])
        #expect(try faults("{}") == [])
    }

    @Test("a mistake in the words of suggestions is told with its line")
    func suggestions() throws {
        func faults(_ content: String) throws -> [String] {
            _ = try site.write("lexicon/evidence.json5", content)
            return Examination(of: config).faults.map { $0.replacing(site.path + "/", with: "") }
        }
        #expect(
            try faults("{\nremedies: '缩短',\nsame: [\n'油耗 费油',\n'衰减 缩短']}") == [
                "lexicon/evidence.json5:5: same[1]: \"缩短\" stands in another part of the file as well "
                    + "(leave it where it tells most)"
            ])
        #expect(
            try faults("{same: ['油耗']}") == [
                "lexicon/evidence.json5:1: same[0]: \"油耗\" stands for nothing else "
                    + "(write the words that may stand for each other into one list)"
            ])
        #expect(try faults("{}") == [])
    }

    @Test("a folder in the place of the settings is told with the file that may be meant")
    func folder() {
        #expect(
            Examination(of: site.path).faults == [
                "\(site.path): is a folder, not a file (name the settings' file in it: --config \(site.path)/earshot.json)"
            ])
    }

    @Test(
        "words that are divided by a Chinese comma, or hold what nobody sees, are named with their line",
        arguments: [
            ("销售服务，销售顾问", "\"，\""), ("销售服务、销售顾问", "\"、\""), ("销售\u{200B}服务", "the character U+200B"),
            ("销售\\u0007服务", "the character U+7"),
        ])
    func marks(words: String, mark: String) throws {
        let line = try edit(
            "lexicon/service.json5", "sales_service: \"销售服务 销售顾问", to: "sales_service: \"\(words)")
        let found = faults()
        #expect(found.count == 1, "\(found)")
        #expect(
            found.first?.hasPrefix("lexicon/service.json5:\(line): targets.sales_service: ") == true,
            "\(found)")
        #expect(
            found.first?.hasSuffix("holds \(mark), which no word has (divide words by blanks alone)") == true,
            "\(found)")
    }

    @Test("a mistake in a word list is named with file, line and field")
    func lexicon() throws {
        let brace = try edit("lexicon/salience.json5", "salience:", to: "} salience:")
        let key = try edit("lexicon/service.json5", "more_is_better:", to: "more_is_beter:")
        let found = faults()
        #expect(found.count == 2, "\(found)")
        #expect(found.first?.hasPrefix("lexicon/salience.json5:\(brace): ") == true)
        #expect(
            found.last
                == "lexicon/service.json5:\(key): more_is_beter: is not a known setting (did you mean \"more_is_better\"?)"
        )
    }

    @Test("a word list that is well-formed but makes no sense is named with its line, too")
    func senseless() throws {
        let line = try edit(
            "lexicon/service.json5", "\"sales_service.skill\":", to: "\"sales_service.skil\":")
        let found = faults()
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix(
                "lexicon/service.json5:\(line): targets.sales_service.skil: \"sales_service.skil\" is not an aspect"
            )
                == true, "\(found)")
    }

    @Test("a pattern with an unknown class is named with its line")
    func commands() throws {
        let line = try edit("commands.json5", "\"<greet", to: "\"<lok> <greet")
        let found = faults()
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("commands.json5:\(line): commands[") == true, "\(found)")
        #expect(found.first?.contains("there is no class of words <lok>") == true)
    }

    @Test("two own brands, brands and series that are there twice, and names without a letter are refused")
    func products() throws {
        _ = try site.write(
            "products.json5",
            """
            {brands: [
              {name: '甲', own: true, series: ['甲一',
                {name: '甲一'}]},
              {name: '乙', own: true},
              {name: '乙', aliases: ['!']},
            ]}
            """)
        #expect(
            faults().map { $0.prefix { $0 != "(" } } == [
                "products.json5:3: brands[0].series[1]: \"甲一\" is already the name of brands[0].series[0] ",
                "products.json5:5: brands[2]: \"!\" cannot be found in texts ",
                "products.json5:5: brands[2].name: \"乙\" is already the name of brands[1] ",
                "products.json5:4: brands[1].own: 甲 is marked as the own brand as well ",
            ])
    }

    @Test("one mistake hides no other, in the same file or another")
    func together() throws {
        _ = try site.write(
            "earshot.json",
            """
            {
              files: {prompts: "\(ExaminationTests.project)/prompts/zh-CN"},
              listen: null,
              minimumVoices: 0,
              console: {enabled: 'yes'},
              dingtalk: [{name: 'a'}],
            }
            """)
        _ = try site.write("people.csv", "id,name,role\nli,李雷,boss\n")
        let beginnings = [
            "earshot.json:3: listen: must be an object, not null",
            "earshot.json:4: minimumVoices: must be between 1 and",
            "earshot.json:5: console.enabled: must be true or false",
            "earshot.json:6: dingtalk[0].appSecret: is missing", "people.csv:2: role: \"boss\" is no role",
        ]
        let found = faults()
        #expect(found.count == beginnings.count, "\(found)")
        for (fault, beginning) in zip(found, beginnings) { #expect(fault.hasPrefix(beginning)) }
    }

    @Test("a data folder that cannot be made or written is found also by somebody who may do everything")
    func unwritable() throws {
        for (folder, beginning) in [
            ("/proc/none", "the data folder /proc/none cannot be made: /proc: "),
            ("/proc/none/data", "the data folder /proc/none/data cannot be made: /proc: "),
            ("/proc", "the data folder /proc cannot be written: "),
        ] {
            let prompts = "\(ExaminationTests.project)/prompts/zh-CN"
            _ = try site.write("earshot.json", "{dataFolder: '\(folder)', files: {prompts: \"\(prompts)\"}}")
            #expect(faults().count == 1)
            #expect(faults().first?.hasPrefix(beginning) == true, "\(faults())")
        }
    }

    @Test("looking at the data folder leaves nothing behind")
    func untouched() throws {
        let root = String(site.path.dropLast("/bot-config".count))
        let before = try FileManager.default.subpathsOfDirectory(atPath: root)
        #expect(faults() == [])
        #expect(try FileManager.default.subpathsOfDirectory(atPath: root) == before)
        try FileManager.default.createDirectory(atPath: root + "/data", withIntermediateDirectories: false)
        #expect(faults() == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/data") == [])
    }

    @Test("a data folder or a file in it that cannot be used is said to be")
    func data() throws {
        let folder = String(site.path.dropLast("/bot-config".count)) + "/data"
        try Data("no folder".utf8).write(to: URL(filePath: folder))
        #expect(faults() == ["the data folder ../data is a file, not a folder"])
        let error = #expect(throws: Failure.self) { try Stores(folder: folder + "/inner") }
        #expect(
            error?.description
                == "the data folder \(folder)/inner cannot be made: \(folder) is a file, not a folder")
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try Data("garbage".utf8).write(to: URL(filePath: folder + "/voices.db"))
        #expect(faults().count == 1)
        #expect(
            faults().first?.hasPrefix("../data/voices.db is not a database (the path names a file") == true)
        let garbage = #expect(throws: Failure.self) { try Stores(folder: folder) }
        #expect(
            garbage?.description.hasPrefix("\(folder)/voices.db: file is not a database (the path") == true)
    }

    @Test(
        "no table of holidays, or one that knows nothing of this year, is a warning, and a broken one a fault"
    )
    func holidays() throws {
        try FileManager.default.removeItem(atPath: "\(site.path)/holidays.csv")
        #expect(
            Examination(of: config).warnings == [
                "\(site.path)/holidays.csv: is not there: every holiday is taken for an ordinary day"
            ])
        _ = try site.write("holidays.csv", "date,kind\n2019-01-01,holiday\n")
        let warned = Examination(of: config)
        #expect(warned.faults.isEmpty)
        #expect(
            warned.warnings.count == 1
                && warned.warnings[0].hasPrefix("\(site.path)/holidays.csv: has no day of 20"),
            "\(warned.warnings)")
        _ = try site.write("holidays.csv", "date,kind\n2019-01-32,holiday\n")
        #expect(faults() == ["holidays.csv:2: date: is no day (YYYY-MM-DD)"])
    }
}
