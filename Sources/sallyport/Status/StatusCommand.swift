import JSON
import SandboxModel

/// `sallyport status`: what is installed, and what the user granted.
enum StatusCommand {
    /// Shows it.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "status")
        if reader.wantsHelp { return try StandardOutput.write(HelpText.status) }
        var isJSON = false
        while let word = reader.next() {
            switch word {
            case .option("--json", let attached): isJSON = try reader.flag("--json", attached: attached)
            case .option(let name, _): throw reader.unknown(name)
            case .operand(let text): throw reader.unexpected(text)
            }
        }
        let status = try SandboxStatus()
        try StandardOutput.write(isJSON ? status.json.text : status.text)
    }
}
