import KernelStage
import Testing

/// Every attempt of `Fixtures/scenarios`, for real: denied or allowed as expected, by the layer expected, and possible without the sandbox.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct MatrixTests {
    static let groups = ["files", "protected", "network", "processes", "reads"]
    static let install = "sallyport-setup install --for-user alice >/dev/null"

    @Test(arguments: groups) func rowsAreReadableAndNamedOnce(_ group: String) throws {
        let rows = try MatrixRow.rows(of: group)
        #expect(rows.count > 10)
        #expect(Set(rows.map(\.name)).count == rows.count)
    }

    /// An attempt that fails without the sandbox too would show nothing.
    @Test(arguments: groups) func controlsSucceedOutside(_ group: String) throws {
        let rows = try MatrixRow.rows(of: group)
        let run = try MatrixRun(rows, prefix: "", setup: Self.install)
        for row in rows where row.control != "nobody" {
            let answer = try #require(run.answers[row.name]?.outside, "\(row.name) has no control")
            #expect(answer.isSuccess, "\(row.name): \(row.control) gets \(answer)")
        }
    }

    @Test(arguments: groups, [Mode.readOnly, .workspaceWrite, .network])
    func verdictsAreAsExpected(_ group: String, _ mode: Mode) throws {
        try compare(group, mode, setup: Self.install)
    }

    @Test(arguments: groups) func unelevatedVerdictsAreAsExpected(_ group: String) throws {
        try compare(group, .unelevated, setup: "")
    }

    /// Performs a group in a mode and compares each answer.
    private func compare(_ group: String, _ mode: Mode, setup: String) throws {
        let rows = try MatrixRow.rows(of: group)
        let run = try MatrixRun(rows, prefix: "sallyport run \(mode.options) --", setup: setup)
        for row in rows {
            let verdict = try #require(row.verdicts[mode])
            let answer = try #require(run.answers[row.name]?.inside, "\(row.name) was not performed")
            #expect(
                verdict.agrees(with: answer), "\(row.name) in \(mode): expected \(verdict), the kernel says \(answer)")
        }
    }
}
