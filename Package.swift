// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, needs dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, needs dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        swiftSettings: strict)
}

func system(_ name: String, pkgConfig: String, apt package: String) -> Target {
    .systemLibrary(
        name: name,
        path: "Sources/SystemLibraries/\(name)",
        pkgConfig: pkgConfig,
        providers: [.apt([package])])
}

let package = Package(
    name: "earshot",
    products: [.executable(name: "earshot", targets: ["EarshotProgram"])],
    targets: [
        system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
        system("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
        system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
        system("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),

        .systemLibrary(name: "CEpoll", path: "Sources/SystemLibraries/CEpoll"),

        // Technologies: usable by anyone, knowing nothing of dealers.
        library("SQLite", needs: ["CSQLite"]),
        library("HTTP", needs: ["CMicrohttpd", "CCurl"]),
        library("Crypto", needs: ["COpenSSL"]),
        library("Mustache"),
        library("JSON"),
        library("XML", needs: ["CExpat"]),
        library("CSV"),
        library("Configuration"),
        library("Metrics"),

        // The pages' files as bytes of the binary.
        .target(name: "WebPages", exclude: ["console", "lexicon", "platforms", "report", "shared"]),

        // The heart knows no technology.
        library("Earshot"),

        library("Store", needs: ["SQLite", "Crypto", "Earshot"]),
        library("Texts", needs: ["Mustache", "Earshot"]),
        library("ChatPlatforms", needs: ["Earshot", "Crypto", "JSON", "XML"]),
        // Sends what ChatPlatforms writes.
        library("PlatformClients", needs: ["HTTP", "Crypto", "Earshot", "ChatPlatforms"]),
        // Asks a language model, where a site has one.
        library("LanguageModels", needs: ["HTTP", "Crypto", "JSON", "Earshot"]),
        library(
            "Web",
            needs: ["HTTP", "Crypto", "JSON", "Metrics", "Mustache", "WebPages", "Earshot", "ChatPlatforms"]),
        library("Sample", needs: ["Earshot", "JSON"]),
        library("EarshotTesting", needs: ["Earshot", "JSON"]),
        // The platforms' servers, for the demo and tests; they share no code with what talks to them.
        library("PlatformStandIns", needs: ["HTTP", "Crypto", "JSON", "Earshot"]),

        .executableTarget(
            name: "EarshotProgram",
            dependencies: [
                "CEpoll", "SQLite", "HTTP", "Crypto", "Mustache", "JSON", "CSV", "Configuration", "Metrics",
                "Earshot", "Store", "Texts", "ChatPlatforms", "PlatformClients", "LanguageModels",
                "PlatformStandIns", "Web", "Sample",
                "XML",
            ],
            path: "Sources/earshot",
            swiftSettings: strict),

        tests(of: "SQLite"),
        tests(of: "HTTP", needs: ["EarshotTesting"]),
        tests(of: "Crypto"),
        tests(of: "Mustache", needs: ["EarshotTesting"]),
        tests(of: "JSON"),
        tests(of: "XML", needs: ["EarshotTesting"]),
        tests(of: "CSV", needs: ["EarshotTesting"]),
        tests(of: "Configuration", needs: ["EarshotTesting"]),
        tests(of: "Metrics"),
        tests(of: "Earshot", needs: ["EarshotTesting"]),
        tests(of: "Store", needs: ["CSV", "EarshotTesting", "SQLite", "Sample"]),
        tests(of: "Texts"),
        .testTarget(
            name: "ConversationTests",
            dependencies: ["ChatPlatforms", "Earshot", "EarshotTesting", "JSON", "Store", "Texts"],
            swiftSettings: strict),
        tests(
            of: "ChatPlatforms",
            needs: ["Crypto", "DecoderFuzzing", "Earshot", "EarshotTesting", "JSON", "XML"]),
        tests(
            of: "PlatformClients",
            needs: [
                "ChatPlatforms", "Crypto", "Earshot", "EarshotTesting", "HTTP", "JSON", "PlatformStandIns",
            ]),
        tests(
            of: "LanguageModels",
            needs: ["Crypto", "Earshot", "EarshotTesting", "HTTP", "JSON", "PlatformStandIns", "Store"]),
        tests(of: "Web", needs: ["EarshotTesting", "JSON", "Store", "XML"]),
        tests(of: "Sample"),
        tests(
            of: "EarshotProgram",
            needs: [
                "ChatPlatforms", "Configuration", "Crypto", "Earshot", "EarshotTesting", "HTTP",
                "JSON", "LanguageModels", "PlatformClients", "PlatformStandIns", "SQLite", "Sample", "Store",
                "Web", "XML",
            ]),

        // What the browser test speaks with; see Tests/Browser.
        .executableTarget(
            name: "ConsoleStandIn",
            dependencies: ["HTTP", "Crypto", "Earshot", "Web"],
            path: "Tests/Browser/StandIn",
            swiftSettings: strict),

        // Broken input for every decoder, and the program of `make fuzz` that feeds it; see Tests/Fuzz.
        .target(
            name: "DecoderFuzzing",
            dependencies: ["ChatPlatforms", "Crypto", "Earshot", "EarshotTesting", "XML"],
            path: "Tests/Fuzz/Decoders",
            swiftSettings: strict),
        .executableTarget(
            name: "FuzzDecoders",
            dependencies: ["DecoderFuzzing"],
            path: "Tests/Fuzz/Program",
            swiftSettings: strict),

        // What other people's clients speak with; see Tests/Clients.
        .executableTarget(
            name: "ClientStandIns",
            dependencies: ["Earshot", "JSON", "PlatformStandIns"],
            path: "Tests/Clients/StandIn",
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
