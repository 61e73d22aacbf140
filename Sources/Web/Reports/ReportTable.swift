internal import Earshot
internal import Mustache

/// The table of a report as its page shows it: all figures, the aspects side by side, and bars.
struct ReportTable {
    private let rows: [Row]
    private let labels: [String: String]

    private struct Row {
        let figure: String
        let name: String
        let value: String
        let before: String
        let note: String

        /// Nothing where it is no row of five fields.
        init?(_ fields: [String]) {
            guard fields.count == 5 else { return nil }
            (figure, name, value, before, note) = (fields[0], fields[1], fields[2], fields[3], fields[4])
        }
    }

    init(_ text: ReportText) {
        rows = text.table.dropFirst().compactMap(Row.init)
        labels = text.labels
    }

    private func label(_ name: String) -> Value { .string(labels[name] ?? name) }

    /// Every figure that is a number; words stand in the message already.
    var figures: Value {
        let shown = rows.filter { ReportLabels.figures.contains($0.figure) }
        guard !shown.isEmpty else { return .null }
        return [
            "heading": label("all"), "figureLabel": label("figure"), "nameLabel": label("name"),
            "valueLabel": label("value"), "beforeLabel": label("before"), "noteLabel": label("note"),
            "rows": .list(
                shown.map { row in
                    [
                        "figure": label(row.figure), "name": .string(row.name), "value": .string(row.value),
                        "before": .string(row.before), "note": .string(row.note),
                    ]
                }),
        ]
    }

    /// Volume, praise and complaints of each aspect, in the order of the table.
    var aspects: Value {
        let kinds = ["aspect_volume", "aspect_praise", "aspect_complaints"]
        let named = rows.filter { $0.figure == kinds[0] }.map(\.name)
        guard !named.isEmpty else { return .null }
        return [
            "heading": label("aspects"), "aspectLabel": label("aspect"), "volumeLabel": label("volume"),
            "praiseLabel": label("praise"), "complaintsLabel": label("complaints"),
            "beforeLabel": label("before"),
            "rows": .list(
                named.map { name in
                    [
                        "name": .string(name),
                        "cells": .list(
                            kinds.map { kind in
                                let row = rows.first { $0.figure == kind && $0.name == name }
                                return [
                                    "value": .string(row?.value ?? ""), "before": .string(row?.before ?? ""),
                                ]
                            }),
                    ]
                }),
        ]
    }

    /// What leads, as bars beside those of the days before.
    var charts: [Value] {
        [("most_complained", "bad"), ("most_praised", "good"), ("after_sales", "bad")].compactMap {
            figure, tone in
            let shown = rows.filter { $0.figure == figure && Int($0.value) != nil }
            guard !shown.isEmpty else { return nil }
            let longest = max(1, shown.flatMap { [Int($0.value) ?? 0, Int($0.before) ?? 0] }.max() ?? 1)
            return [
                "heading": label(figure), "height": .number(shown.count * ReportTable.step),
                "bars": .list(
                    shown.enumerated().map { index, row in
                        bar(row, tone: tone, top: index * ReportTable.step, longest: longest)
                    }),
            ]
        }
    }

    /// The units of the drawing, from one bar to the next, and of the longest.
    private static let step = 34
    private static let mostWidth = 210
    private static let start = 110

    private func bar(_ row: Row, tone: String, top: Int, longest: Int) -> Value {
        func width(_ count: String) -> Int {
            guard let count = Int(count), count > 0 else { return 0 }
            return max(1, Int(Double(count) / Double(longest) * Double(ReportTable.mostWidth)))
        }
        return [
            "name": .string(row.name), "value": .string(row.value), "before": .string(row.before),
            "beforeLabel": label("before"), "tone": .string(tone), "line": .number(top + 12),
            "top": .number(top + 3), "width": .number(width(row.value)),
            "end": .number(ReportTable.start + width(row.value) + 6), "pastLine": .number(top + 26),
            "pastTop": .number(top + 18), "pastWidth": .number(width(row.before)),
            "pastEnd": .number(ReportTable.start + width(row.before) + 6),
        ]
    }
}
