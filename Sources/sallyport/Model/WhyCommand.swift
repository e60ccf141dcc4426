import Glibc
import ModelFamilies

/// `sallyport why`: explains an access check step by step.
struct WhyCommand {
    private var texts: [String: String] = [:]
    private var showsEdits = false
    private var isJSON = false

    /// Prints the account; the exit code is 1 when the access is denied.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "why")
        if reader.wantsHelp { return try StandardOutput.write(ModelHelp.why) }
        let command = try WhyCommand(reading: &reader)
        if try !command.print(help: reader.help) { exit(1) }
    }

    private init(reading reader: inout OptionReader) throws(CommandFailure) {
        while let word = reader.next() {
            switch word {
            case .operand(let text): throw reader.unexpected(text)
            case .option("--how-to-flip", let attached):
                showsEdits = try reader.flag("--how-to-flip", attached: attached)
            case .option("--json", let attached): isJSON = try reader.flag("--json", attached: attached)
            case .option(let name, let attached):
                guard ["--sddl", "--token", "--access", "--type", "--self"].contains(name) else {
                    throw reader.unknown(name)
                }
                texts[name] = try reader.value(of: name, attached: attached)
            }
        }
    }

    private func print(help: String) throws(CommandFailure) -> Bool {
        func required(_ name: String) throws(CommandFailure) -> String {
            guard let text = texts[name] else { throw CommandFailure(.usage, "\(name) is missing", remedy: help) }
            return text
        }
        let (sddl, token, access) = (try required("--sddl"), try required("--token"), try required("--access"))
        let file = try InputText.contents(of: token)
        let report: WhyReport
        do throws(ModelInputError) {
            let question = try WhyQuestion(
                sddl: sddl, token: file, access: access, type: texts["--type"] ?? "File",
                principalSelf: texts["--self"])
            report = WhyReport(question, showsEdits: showsEdits)
        } catch {
            throw CommandFailure(.usage, "\(error)", remedy: help)
        }
        try StandardOutput.write(isJSON ? report.json : report.text)
        return report.isGranted
    }
}
