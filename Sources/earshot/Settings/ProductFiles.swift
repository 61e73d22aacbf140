import Configuration
import Earshot

/// The two files of makers and series: the lexicon's, which comes with the program, and the site's own.
struct ProductFiles {
    private var problems: [Problem] = []

    /// The catalogue of both files.
    ///
    /// - Throws: every problem of both.
    static func catalogue(of site: Site) throws(Problems) -> ProductCatalogue {
        try catalogue(
            general: site.path("\(site.settings.files.lexicon)/\(LexiconFiles.products)"),
            own: site.path(site.settings.files.products))
    }

    /// The catalogue of files given by their whole paths.
    static func catalogue(general: String, own: String) throws(Problems) -> ProductCatalogue {
        var files = ProductFiles()
        let (first, second) = (files.read(general), files.read(own))
        if let first, let second { files.checkOwnBrands([first, second]) }
        guard files.problems.isEmpty, let first, let second else { throw Problems(files.problems) }
        return first.catalogue.merging(second.catalogue)
    }

    /// The site's own names that the lexicon gives to another maker or series; the site's meaning holds, and of a maker
    /// of the lexicon for all that is the maker's.
    static func warnings(of site: Site) -> [Problem] {
        var files = ProductFiles()
        guard let general = files.read(site.path("\(site.settings.files.lexicon)/\(LexiconFiles.products)")),
            let own = files.read(site.path(site.settings.files.products))
        else { return [] }
        let makers = Dictionary(
            general.catalogue.brands.compactMap { maker in
                own.catalogue.meaning(ofMaker: maker.name).map { ($0, maker.name) }
            }
        ) { first, _ in first }
        let known = Dictionary(
            grouping: general.catalogue.yieldingMakers(to: own.catalogue).claims, by: \.name)
        return own.catalogue.claims.compactMap { claim in
            guard let index = own.catalogue.brands.firstIndex(where: { $0.name == claim.brand }) else {
                return nil
            }
            if let maker = makers[claim] {
                return own.document.problem(
                    "brands[\(index)]",
                    "\"\(maker)\" is a maker of the lexicon: all that is its counts for \(claim.words) now",
                    hint: "leave the name out if that is another maker")
            }
            let other = known[claim.name]?.first { $0.brand != claim.brand || $0.series != claim.series }
            return other.map { other in
                own.document.problem(
                    "brands[\(index)]",
                    "\"\(claim.name)\" is also a name of \(other.words) in the lexicon and no longer means that",
                    hint: "leave the name out where the other one is meant more often")
            }
        }
    }

    private mutating func read(_ file: String) -> (document: Document, catalogue: ProductCatalogue)? {
        do {
            let (document, catalogue) = try Document.reading(file, as: ProductCatalogue.self)
            check(catalogue, in: document)
            return (document, catalogue)
        } catch {
            problems += error.all
            return nil
        }
    }

    private mutating func check(_ catalogue: ProductCatalogue, in document: Document) {
        var brands: [String: Int] = [:]
        for (index, brand) in catalogue.brands.enumerated() {
            let field = "brands[\(index)]"
            checkNames([brand.name] + brand.aliases, at: field, in: document)
            if let earlier = brands.updateValue(index, forKey: brand.name) {
                problems.append(
                    document.problem(
                        "\(field).name", "\"\(brand.name)\" is already the name of brands[\(earlier)]",
                        hint: "put its series there"))
            }
            var series: [String: Int] = [:]
            for (number, one) in brand.series.enumerated() {
                let place = "\(field).series[\(number)]"
                checkNames([one.name] + one.aliases, at: place, in: document)
                if let earlier = series.updateValue(number, forKey: one.name) {
                    problems.append(
                        document.problem(
                            place, "\"\(one.name)\" is already the name of \(field).series[\(earlier)]",
                            hint: "keep one of the two"))
                }
            }
        }
    }

    private mutating func checkNames(_ names: [String], at field: String, in document: Document) {
        for name in names where !ProductCatalogue.canBeFound(name) {
            problems.append(
                document.problem(
                    field, "\"\(name)\" cannot be found in texts", hint: "write it with letters or digits"))
        }
    }

    /// A site works for one brand: figures of two under one name would mislead.
    private mutating func checkOwnBrands(_ files: [(document: Document, catalogue: ProductCatalogue)]) {
        var first: String?
        for (document, catalogue) in files {
            for (index, brand) in catalogue.brands.enumerated() where brand.own {
                if let first, first != brand.name {
                    problems.append(
                        document.problem(
                            "brands[\(index)].own", "\(first) is marked as the own brand as well",
                            hint: "a site works for one brand; the others are rivals"))
                }
                first = first ?? brand.name
            }
        }
    }
}

extension ProductCatalogue.Claim {
    /// 小米, or SU7 of 小米.
    fileprivate var words: String { series.map { "\($0) of \(brand)" } ?? brand }
}
