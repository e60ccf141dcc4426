import Foundation
import KernelStage

/// One attempt of `Fixtures/scenarios`, with what is expected of it.
struct MatrixRow {
    let name: String
    let workspace: String
    let control: String
    let attempts: String
    let verdicts: [Mode: Verdict]
    let evidence: String

    /// The row as `matrix.sh` reads it.
    var line: String { [name, workspace, control, attempts, evidence].joined(separator: "\t") }

    /// Reads a file of rows; the format is described in `Fixtures/scenarios/README.md`.
    static func rows(of group: String) throws -> [MatrixRow] {
        let path = "Fixtures/scenarios/\(group).rows"
        let text = try String(contentsOf: Stage.repository.appending(path: path), encoding: .utf8)
        var workspace = ""
        var rows: [MatrixRow] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("@workspace ") {
                workspace = String(line.dropFirst("@workspace ".count))
                continue
            }
            let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count == 7 || fields.count == 8, !workspace.isEmpty,
                let readOnly = Verdict(fields[3]), let write = Verdict(fields[4]), let network = Verdict(fields[5]),
                let unelevated = Verdict(fields[6])
            else { throw MatrixError(description: "\(path):\(index + 1): cannot read \(line)") }
            rows.append(
                MatrixRow(
                    name: fields[0], workspace: workspace, control: fields[1], attempts: fields[2],
                    verdicts: [
                        .readOnly: readOnly, .workspaceWrite: write, .network: network, .unelevated: unelevated,
                    ],
                    evidence: fields.count == 8 ? fields[7] : "-"))
        }
        return rows
    }
}
