public import HTTP

/// The header fields that keep pages and data to those they are for.
public enum SecurityHeaders {
    /// For everything a browser may load: no guessing of types, no address passed on to other sites, no
    /// showing inside another page, no reading by another site.
    static let everywhere: [Headers.Field] = [
        Headers.Field("X-Content-Type-Options", "nosniff"),
        Headers.Field("Referrer-Policy", "no-referrer"),
        Headers.Field("X-Frame-Options", "DENY"),
        Headers.Field("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    /// For a page that loads nothing but its own files and asks nobody but its own server.
    ///
    /// Trusted Types make the browser refuse any script that turns text into markup, so that customers'
    /// words stay words.
    public static let page = Headers(
        everywhere + [
            Headers.Field(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'"),
            Headers.Field("Cross-Origin-Opener-Policy", "same-origin"),
            Headers.Field(
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ])

    /// For a page with somebody's data in it, which loads nothing: kept nowhere, and it asks nobody.
    static func report(_ policy: String) -> Headers {
        Headers(
            everywhere + [
                Headers.Field("Cache-Control", "no-store"),
                Headers.Field("Content-Security-Policy", policy),
                Headers.Field("Cross-Origin-Opener-Policy", "same-origin"),
                Headers.Field(
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ])
    }

    /// For answers with somebody's data: kept nowhere.
    public static let data = Headers(
        everywhere + [
            Headers.Field("Cache-Control", "no-store"),
            Headers.Field("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ])
}
