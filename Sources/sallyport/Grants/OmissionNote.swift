import LinuxPlatform
import SandboxModel

/// Says on a terminal what a pass that changed something left alone.
enum OmissionNote {
    /// The reasons that a user may wonder about; a link or a socket in a tree surprises nobody.
    private static let notable: [OmissionReason] = [
        .hardLinked, .foreignOwner, .otherDevice, .unreadable, .closed, .foreignSetGroup, .identityBits, .listFull,
        .tooDeep, .noRoom, .malformedList, .refused,
    ]

    /// Writes one line for each reason.
    static func show(_ report: GrantReport, root: HostPath) {
        guard StandardError.isTerminal, report.changed > 0 else { return }
        for reason in notable {
            guard let count = report.omitted[reason], count > 0 else { continue }
            let example = report.examples[reason]?.first.map { ", such as \(PrintableText.quoted($0.utf8))" } ?? ""
            StandardError.note(
                "\(count) in '\(root)' left alone: \(reason.explanation)\(example)", as: .note)
        }
    }
}
