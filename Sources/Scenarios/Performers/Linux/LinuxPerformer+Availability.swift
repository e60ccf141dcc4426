internal import Foundation
internal import KernelStage

extension LinuxPerformer {
    /// What the private machines take along.
    static let programs = ["sallyport", "sallyport-setup", "sallyport-command-runner", "sallyport-probe"]

    /// Private machines need root, and the programs beside this one; another sandbox has to be installed.
    public var obstacle: String? {
        guard Stage.isPossible else { return Stage.requirement }
        let missing = Self.programs.filter {
            !FileManager.default.isExecutableFile(atPath: Stage.products.appending(path: $0).path())
        }
        guard let first = missing.first else {
            guard let tool = confinement.tool, !FileManager.default.isExecutableFile(atPath: tool) else { return nil }
            return "not run: there is no \(tool); install it to compare"
        }
        return "not run: \(first) is not in \(Stage.products.path()); build it with: make build"
    }
}
