import KernelStage
import PosixSecurity
import Testing

/// The decision about operations beside the kernel's: directories, mounts, sticky bits, ownership and the write gate.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)")) struct OperationAgreementTests {
    @Test(arguments: [false, true]) func kernelAnswersTheSame(_ isGated: Bool) throws {
        let gate = isGated ? OperationWorld.gate : nil
        let expected = OperationWorld.all.flatMap { world in
            world.operations.map { name, operation in
                "\(world.area) \(world.parentIndex)\(world.isReadOnly ? "ro" : "rw") \(world.entryIndex) \(name) "
                    + world.verdict(operation, gate: gate)
            }
        }
        let result = try Stage(files: ["Tests/LinuxPlatformTests/Grants/operations.pl"]).run(
            """
            perl /run/files/operations.pl make || exit 1
            setpriv --reuid=61011 --regid=65600 --groups=61010 --inh-caps=-all \
                perl /run/files/operations.pl try \(isGated ? "gate" : "")
            """)
        #expect(result.status == 0, "\(result.standardError.prefix(2000))")
        let observed = result.lines.filter { !$0.isEmpty }.map(String.init)
        #expect(observed.count == expected.count && expected.count > 5000)
        let differences = zip(observed, expected).filter { $0 != $1 }
        #expect(differences.isEmpty, "\(differences.prefix(20).map { "kernel \($0), model \($1)" })")
        // The table tells something only if every answer occurs.
        for answer in ["ok", "EACCES", "EPERM", "EROFS", "EXDEV", "EBUSY"] {
            #expect(observed.contains { $0.hasSuffix(" \(answer)") }, "\(answer)")
        }
    }
}
