import ArgumentParser
import ModelFamilies

/// `sallyport sddl`: reads, prints and explains security descriptors.
struct SDDLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sddl", abstract: "Read, print and explain Windows security descriptors.",
        discussion: "The descriptor is text such as `O:BAG:SYD:P(A;;FA;;;BA)`, or with --decode hexadecimal bytes.")

    @Argument(help: "The descriptor, or - to read it from standard input.")
    var descriptor: String

    @Flag(help: "The descriptor is given as self-relative bytes in hexadecimal digits.")
    var decode = false

    @Flag(help: "Print self-relative bytes in hexadecimal digits.")
    var encode = false

    @Flag(help: "Explain the descriptor in words.")
    var explain = false

    @Option(help: ArgumentHelp("The domain that aliases such as DU belong to.", valueName: "sid"))
    var domain: String?

    @Option(help: ArgumentHelp("The type of the object, for the names of its rights.", valueName: "name"))
    var type = "File"

    func run() throws {
        let given = descriptor == "-" ? try InputText.contents(of: "-") : descriptor
        let output: String
        do throws(ModelInputError) {
            let report =
                decode
                ? try DescriptorReport(hexadecimal: given, domain: domain)
                : try DescriptorReport(sddl: given.filter { $0 != "\n" }, domain: domain)
            output = try text(of: report)
        } catch {
            throw CommandFailure(.data, "\(error)")
        }
        try StandardOutput.write(output)
    }

    private func text(of report: DescriptorReport) throws(ModelInputError) -> String {
        if explain { return try report.words(type: type) }
        guard encode else { return report.sddl + "\n" }
        guard let digits = report.hexadecimal else {
            throw ModelInputError(
                code: "too-large", path: "the descriptor", detail: "a list exceeds the 65535 bytes of its binary form")
        }
        return digits + "\n"
    }
}
