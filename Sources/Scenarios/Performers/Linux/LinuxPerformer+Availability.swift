internal import Foundation
internal import KernelStage

extension LinuxPerformer {
    /// What the private machines take along.
    static let programs = ["sallyport", "sallyport-setup", "sallyport-command-runner", "sallyport-probe"]

    /// Private machines need root, and the programs beside this one.
    public var obstacle: String? {
        guard Stage.isPossible else { return Stage.requirement }
        let missing = Self.programs.filter {
            !FileManager.default.isExecutableFile(atPath: Stage.products.appending(path: $0).path())
        }
        guard let first = missing.first else { return nil }
        return "not run: \(first) is not in \(Stage.products.path()); build it with: make build"
    }
}
