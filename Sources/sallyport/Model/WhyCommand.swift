import ArgumentParser
import ModelFamilies

/// `sallyport why`: explains an access check step by step.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Explain why Windows grants or denies an access, step by step.",
        discussion: """
            The token is a JSON file in the form of Fixtures/vectors/README.md, section Token. The account has two columns:
            the walk with user and groups, and the walk with the restricting SIDs. The exit code is 0 for granted, 1 for denied.
            """)

    @Option(help: ArgumentHelp("The descriptor of the object.", valueName: "text"))
    var sddl: String

    @Option(help: ArgumentHelp("The token, a JSON file, or - for standard input.", valueName: "file"))
    var token: String

    @Option(help: ArgumentHelp("The rights: names, SDDL codes or numbers, joined with commas.", valueName: "rights"))
    var access: String

    @Option(help: ArgumentHelp("The type of the object.", valueName: "name"))
    var type = "File"

    @Option(name: .customLong("self"), help: ArgumentHelp("The SID that S-1-5-10 stands for.", valueName: "sid"))
    var principalSelf: String?

    @Flag(help: "Show the single edits that flip the verdict, the smallest first.")
    var howToFlip = false

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let file = try InputText.contents(of: token)
        let report: WhyReport
        do throws(ModelInputError) {
            let question = try WhyQuestion(
                sddl: sddl, token: file, access: access, type: type, principalSelf: principalSelf)
            report = WhyReport(question, showsEdits: howToFlip)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
        try StandardOutput.write(json ? report.json : report.text)
        if !report.isGranted { throw ExitCode(1) }
    }
}
