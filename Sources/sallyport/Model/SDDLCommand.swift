import ModelFamilies

/// `sallyport sddl`: reads, prints and explains security descriptors.
struct SDDLCommand {
    private var descriptor: String?
    private var decodes = false
    private var encodes = false
    private var explains = false
    private var domain: String?
    private var type = "File"

    /// Prints what the words ask for.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "sddl")
        if reader.wantsHelp { return try StandardOutput.write(ModelHelp.sddl) }
        try SDDLCommand(reading: &reader).print(help: reader.help)
    }

    private init(reading reader: inout OptionReader) throws(CommandFailure) {
        while let word = reader.next() {
            switch word {
            case .operand(let text):
                guard descriptor == nil else { throw reader.unexpected(text) }
                descriptor = text
            case .option("--decode", let attached): decodes = try reader.flag("--decode", attached: attached)
            case .option("--encode", let attached): encodes = try reader.flag("--encode", attached: attached)
            case .option("--explain", let attached): explains = try reader.flag("--explain", attached: attached)
            case .option("--domain", let attached): domain = try reader.value(of: "--domain", attached: attached)
            case .option("--type", let attached): type = try reader.value(of: "--type", attached: attached)
            case .option(let name, _): throw reader.unknown(name)
            }
        }
    }

    private func print(help: String) throws(CommandFailure) {
        guard let descriptor else { throw CommandFailure(.usage, "there is no descriptor", remedy: help) }
        let given = descriptor == "-" ? try InputText.contents(of: "-") : descriptor
        let output: String
        do throws(ModelInputError) {
            let report =
                decodes
                ? try DescriptorReport(hexadecimal: given, domain: domain)
                : try DescriptorReport(sddl: given.filter { $0 != "\n" }, domain: domain)
            output = try text(of: report)
        } catch {
            throw CommandFailure(.data, "\(error)", remedy: help)
        }
        try StandardOutput.write(output)
    }

    private func text(of report: DescriptorReport) throws(ModelInputError) -> String {
        if explains { return try report.words(type: type) }
        guard encodes else { return report.sddl + "\n" }
        guard let digits = report.hexadecimal else {
            throw ModelInputError(
                code: "too-large", path: "the descriptor", detail: "a list exceeds the 65535 bytes of its binary form")
        }
        return digits + "\n"
    }
}
