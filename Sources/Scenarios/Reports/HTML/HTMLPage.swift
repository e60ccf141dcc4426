internal import Foundation

/// A page that needs nothing but itself: style and script are part of it, and a policy forbids it to load anything.
struct HTMLPage {
    let title: String
    let styles: [[UInt8]]
    let scripts: [[UInt8]]
    let body: Markup

    /// The page.
    var text: String {
        let style = Markup(trusted: styles.map { String(decoding: $0, as: UTF8.self) }.joined())
        let script = Markup(trusted: scripts.map { String(decoding: $0, as: UTF8.self) }.joined())
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>\(title)</title>
            <style>
            \(style)</style>
            </head>
            <body>
            <main>
            \(body)
            </main>
            <script>
            \(script)</script>
            </body>
            </html>

            """
        return page.source
    }
}
